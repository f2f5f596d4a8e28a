/**
 * Where a long file is cut into parts: behind a line feed. That the line feed does not stand inside quotes is not
 * known here; it is proved by the part before, if its last row ends there.
 */
import type { ReadAt } from './scan-part.ts';

/** Bytes that are looked at for the end of a line, if need be twice as many and so on. */
const LOOK = 1024;
const MOST_LOOK = 256 * 1024;

const LINE_FEED = 0x0a;

/**
 * Cuts the bytes from `begin` to before `size` into parts of about `part` bytes: where each begins, and where the last
 * one ends. Undefined where a line is too long.
 */
export function cutFile(readAt: ReadAt, begin: number, size: number, part: number): Float64Array | undefined {
  const cuts = [begin];
  const look = new Uint8Array(MOST_LOOK);
  for (let near = begin + part; near + part / 2 < size; near += part) {
    const cut = lineAfter(readAt, look, near);
    if (cut === undefined) return undefined;
    if (cut > (cuts.at(-1) as number) && cut < size) cuts.push(cut);
  }
  return Float64Array.of(...cuts, size);
}

/** Where the first line begins that does not begin before a position. */
function lineAfter(readAt: ReadAt, look: Uint8Array, near: number): number | undefined {
  for (let length = LOOK; length <= MOST_LOOK; length *= 2) {
    // From the byte before, which may be the line feed.
    const count = readAt(look.subarray(0, length), near - 1);
    const found = look.subarray(0, count).indexOf(LINE_FEED);
    if (found >= 0) return near + found;
  }
  return undefined;
}
