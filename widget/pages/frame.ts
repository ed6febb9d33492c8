/**
 * In a frame (/embed): tells the page around how high the counter is, now and whenever that changes, in each way that
 * a page may listen for. A height is no secret, and the page around may be anybody's.
 */

const page = document.documentElement;

/** WordPress knows its frames by a word that it has put behind their address (`wp-includes/js/wp-embed.js`). */
const secret = new URLSearchParams(location.hash.replace(/^#\??/, "")).get("secret");

function tell(): void {
  if (parent === window) return;
  const height = Math.ceil(page.getBoundingClientRect().height);
  const messages: unknown[] = [
    { type: "desertion-stats:height", height },
    // AMP: https://amp.dev/documentation/components/amp-iframe
    { sentinel: "amp", type: "embed-size", height },
    // Embedly, Iframely, Medium: https://docs.embed.ly/reference/provider-height-resizing
    JSON.stringify({ src: location.href, context: "iframe.resize", height }),
  ];
  if (secret) messages.push({ message: "height", value: height, secret });
  for (const message of messages) parent.postMessage(message, "*");
}

// A browser doesn't observe what it doesn't draw, and WordPress hides a frame until it has spoken.
tell();
addEventListener("load", tell);
new ResizeObserver(tell).observe(page);
// The page's script may come after the frame has spoken, and then asks: by our own word, or by WordPress's.
addEventListener("message", ({ data, source }) => {
  if (source !== parent) return;
  if (data?.type === "desertion-stats:height" || (data?.message === "ready" && data.secret === secret))
    tell();
});

/**
 * A frame that nobody fits to its counter ends below it: there, too, it has the card's ground, or else it looks like two
 * boxes. Round corners need another ground behind them, and a clear one has none to give.
 */
addEventListener("desertion-stats-load", ({ target }) => {
  const card = target instanceof Element && target.shadowRoot?.querySelector("[part~=card]");
  if (!card || page.classList.contains("host")) return;
  const { backgroundColor, borderRadius } = getComputedStyle(card);
  if (/^rgb\(/.test(backgroundColor) && borderRadius === "0px")
    page.style.setProperty("--paper", backgroundColor);
});

/**
 * WordPress lets its frames run scripts and nothing else, so that no link of theirs opens. It follows one for them, to
 * their own host: to the counter's page, where all links work.
 */
if (secret && parent !== window) {
  addEventListener("click", (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link?.href) return;
    event.preventDefault();
    const value = link.origin === location.origin ? link.href : location.href.replace(/#.*/, "");
    parent.postMessage({ message: "link", value, secret }, "*");
  });
}
