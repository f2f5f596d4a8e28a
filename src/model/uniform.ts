/**
 * Whether all bytes are the same, by one comparison of them with themselves, one further: the machine's own, of many
 * bytes at a time, which a search of an array shared by threads is not.
 */
export function isUniform(bytes: Uint8Array): boolean {
  return bytes.length < 2 || Buffer.compare(bytes.subarray(1), bytes.subarray(0, -1)) === 0;
}
