/**
 * A response's JSON, of which no more than `most` bytes are read: whoever answers may never end.
 *
 * @throws where it is larger, or no JSON
 */
export async function readJson({ body }: Response, most: number): Promise<unknown> {
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = most; ; ) {
    const { done, value } = await reader.read();
    if (done) return JSON.parse(text);
    left -= value.length;
    if (left < 0) {
      reader.cancel();
      throw new RangeError(`More than ${most} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
