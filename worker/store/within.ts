/**
 * What a promise gives, or a `TimeoutError` (a `DOMException`, as `AbortSignal.timeout` has it) where that takes
 * longer. What was asked goes on; nobody waits for it any more.
 */
export async function within<Value>(ms: number, asked: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`No answer within ${ms} ms.`, "TimeoutError")), ms);
  });
  try {
    return await Promise.race([asked, end]);
  } finally {
    clearTimeout(timer);
  }
}
