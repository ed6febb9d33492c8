addEventListener("message", ({ data, source }) => {
  if (data?.type !== "desertion-stats:height") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
// Those that have spoken already speak again.
for (const frame of document.querySelectorAll("iframe[src*='/embed']")) {
  frame.contentWindow.postMessage({ type: "desertion-stats:height" }, "*");
}
