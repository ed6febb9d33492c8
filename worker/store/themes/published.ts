import { POINTER_CACHE_TTL_S } from "../../config.ts";
import type { PublishedTheme } from "../../contract/theme-answers.ts";
import { logFailure } from "../../log.ts";
import type { ThemeInForce } from "./versions.ts";

/** Key in KV: `themes`, PublishedTheme[], all that are in force. Some 600 bytes each; one read brings them all. */
const THEMES = "themes";

/** The themes in force, as an isolate holds them. */
export interface PublishedThemes {
  /** As KV has them: the same text is the same themes. */
  text: string;
  bySlug: ReadonlyMap<string, PublishedTheme>;
}

export const NO_THEMES: PublishedThemes = { text: "[]", bySlug: new Map() };

/** @param held what was read before; given back where nothing has changed, or what is there can't be read */
export async function readThemes(
  kv: KVNamespace,
  held: PublishedThemes = NO_THEMES,
): Promise<PublishedThemes> {
  const text = (await kv.get(THEMES, { cacheTtl: POINTER_CACHE_TTL_S })) ?? NO_THEMES.text;
  return text === held.text ? held : themesIn(text, held);
}

/** @param otherwise where the text can't be read */
function themesIn(text: string, otherwise: PublishedThemes): PublishedThemes {
  try {
    const themes: PublishedTheme[] = JSON.parse(text);
    return { text, bySlug: new Map(themes.map((theme) => [theme.slug, theme])) };
  } catch (error) {
    logFailure("copy-spoilt", error);
    return otherwise;
  }
}

/**
 * One whose style is spoilt in D1 stays as readers have it.
 * @returns whether readers get something else than before
 */
export async function distributeThemes(kv: KVNamespace, themes: readonly ThemeInForce[]): Promise<boolean> {
  const known = await kv.get(THEMES);
  const { bySlug } = themesIn(known ?? NO_THEMES.text, NO_THEMES);
  const text = JSON.stringify(
    themes.flatMap((theme) => (theme.style ? theme : (bySlug.get(theme.slug) ?? []))),
  );
  if (text === (known ?? NO_THEMES.text)) return false;
  await kv.put(THEMES, text);
  return true;
}
