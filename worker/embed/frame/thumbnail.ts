import { CARD_SIDE_MIN } from "../../config.ts";
import type { EmbedQuery, Oembed } from "../../contract/embed.ts";
import { PICTURE, pictureAddress } from "./preview-tags.ts";
import type { Told } from "./told.ts";

type Thumbnail = Pick<Oembed, "thumbnail_url" | "thumbnail_width" | "thumbnail_height">;

/** The statement as a picture, within the room that there is (https://oembed.com, 2.3.4); nothing where it is too small. */
export function thumbnailOf(
  answer: Told,
  query: EmbedQuery,
  origin: string,
  room: { width: number; height: number },
): Thumbnail {
  const scale = Math.min(1, room.width / PICTURE.width, room.height / PICTURE.height);
  const [width, height] = [Math.floor(PICTURE.width * scale), Math.floor(PICTURE.height * scale)];
  if (Math.min(width, height) < CARD_SIDE_MIN) return {};
  const address = new URL(pictureAddress(answer, query, origin));
  if (scale < 1) address.searchParams.set("size", `${width}x${height}`);
  return { thumbnail_url: address.href, thumbnail_width: width, thumbnail_height: height };
}
