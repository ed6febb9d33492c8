/** Who a source is in the audit, and in what it publishes. */
export const actorOf = (slug: string): string => `source:${slug}`;
