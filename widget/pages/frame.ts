/** In a frame (/embed): tells the page around how high the counter is, now and whenever that changes. */

const page = document.documentElement;

new ResizeObserver(() => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  // A height is no secret, and the page around may be anybody's.
  if (parent !== window) parent.postMessage({ type: "desertion-stats:height", height }, "*");
}).observe(page);
