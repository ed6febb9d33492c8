/** What Cloudflare gives an isolate (https://developers.cloudflare.com/workers/platform/limits/#memory), in MB. */
export const ISOLATE_MB = 128;

/**
 * Environment in which every isolate of a local workerd has a heap of at most that size: V8 collects what nobody
 * needs instead of growing, and ends the process where that isn't enough.
 */
export const LIKE_CLOUDFLARE = { MINIFLARE_WORKERD_V8_FLAGS: `--max-heap-size=${ISOLATE_MB}` };
