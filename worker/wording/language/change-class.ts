/** Why a count changed from one edition to the next. */
export const CHANGE_CLASSES = ["late", "corrected", "vanished", "method"] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];
