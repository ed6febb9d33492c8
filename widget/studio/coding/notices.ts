import { words as studio } from "../words/index.ts";
import { leftOf } from "./left.ts";
import { words } from "./words/index.ts";
import type { CodingWork } from "./work.ts";

/** How many codings wait in this browser; nothing where all has arrived. */
export function onItsWay({ letters, isStuck }: CodingWork): string {
  if (letters.length === 0) return "";
  return isStuck ? words.stuck(letters.length) : words.sending(letters.length);
}

/** Why no case is there: the line is lost, none is left, others have them all, or it isn't known yet. */
export function whyNothing({ isLoaded, isStuck, failed, look, wish }: CodingWork): string {
  if (isStuck) return words.ranDry;
  if (failed) return "";
  if (!isLoaded) return studio.loading;
  const left = look && leftOf(look, wish);
  return left ? words.elsewhere(left) : words.empty[wish.round];
}
