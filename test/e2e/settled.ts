import type { Page } from "playwright";

/** What a page counts for `settles`. */
interface Counted {
  /** Requests without an answer yet. */
  asks: number;
}

/** Lets the page say when nothing is on its way any more, and nothing has changed for some frames. */
export function settles(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        const observer = new MutationObserver(() => {
          quiet = 0;
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        const look = () => {
          quiet = (window as unknown as Counted).asks > 0 ? 0 : quiet + 1;
          if (quiet < 8) return requestAnimationFrame(look);
          observer.disconnect();
          return resolve();
        };
        requestAnimationFrame(look);
      }),
  );
}

/** For `page.addInitScript`: has a page count what it asks for. */
export function countAsks(): void {
  const counted = Object.assign(window as unknown as Counted, { asks: 0 });
  const real = window.fetch;
  window.fetch = async (...given) => {
    counted.asks++;
    try {
      return await real(...given);
    } finally {
      counted.asks--;
    }
  };
}
