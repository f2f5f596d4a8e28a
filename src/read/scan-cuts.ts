/**
 * Where a long file is cut into parts: behind a line feed, and between two units where one ends near. That the line
 * feed does not stand inside quotes is not known here; the part before the cut proves it (scan-part.ts).
 */
import type { ReadAt } from './scan-part.ts';

export interface Cuts {
  /** Where each part begins, and where the last one ends. */
  readonly at: Float64Array;
  /** Whether the rows of a unit stand together. */
  readonly isTogether: boolean;
}

/** Bytes that are looked at behind each place where a part might end. */
const LOOK = 16 * 1024;

/** Lines until the unit changes: of rows in any order mostly one, of a unit's rows together half of them. */
const FEW_LINES = 1.2;

const LINE_FEED = 0x0a;

/** Cuts the bytes from `begin` to before `size` into parts of about `part` bytes; undefined where a line is too long. */
export function cutFile(
  readAt: ReadAt,
  { begin, size, part, delimiter }: { begin: number; size: number; part: number; delimiter: number },
): Cuts | undefined {
  const cuts = [begin];
  const look = new Uint8Array(LOOK);
  let lines = 0;
  let looks = 0;
  for (let near = begin + part; near + part / 2 < size; near += part) {
    // From the byte before, which may be the line feed.
    const count = readAt(look, near - 1);
    const found = cutIn(look.subarray(0, count), delimiter);
    if (found === undefined) return undefined;
    const cut = near - 1 + found.at;
    if (cut <= (cuts.at(-1) as number) || cut >= size) continue;
    cuts.push(cut);
    lines += found.lines;
    looks++;
  }
  return { at: Float64Array.of(...cuts, size), isTogether: lines > looks * FEW_LINES };
}

/** Behind which byte to cut, and how many lines had the same unit as the one before it, and one. */
function cutIn(bytes: Uint8Array, delimiter: number): { readonly at: number; readonly lines: number } | undefined {
  const first = bytes.indexOf(LINE_FEED) + 1;
  if (first === 0) return undefined;
  let lines = 0;
  for (let line = first; ; lines++) {
    const next = bytes.indexOf(LINE_FEED, line) + 1;
    if (next === 0) return { at: first, lines };
    if (!beginsAlike(bytes, line, next, delimiter)) return { at: next, lines: lines + 1 };
    line = next;
  }
}

/** Whether the lines that begin at `a` and at `b` have the same first cell, as far as the bytes go. */
function beginsAlike(bytes: Uint8Array, a: number, b: number, delimiter: number): boolean {
  for (let at = 0; b + at < bytes.length; at++) {
    if (bytes[a + at] !== bytes[b + at]) return false;
    if (bytes[a + at] === delimiter) return true;
  }
  return true;
}
