import type { Lang } from "../contract/terms.ts";
import { en } from "./en/feed.ts";
import type { FeedText } from "./language/feed-text.ts";
import { ru } from "./ru/feed.ts";
import { uk } from "./uk/feed.ts";

export const FEEDS: Readonly<Record<Lang, FeedText>> = { en, ru, uk };
