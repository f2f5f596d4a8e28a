/** Bytes -> characters in one encoding, every byte of them; and which encoding bytes are probably in. */
import { decodeTcvn3, strangeByte } from './tcvn3.ts';

/** The encoding that the first bytes declare; undefined where they declare none. */
export function utf16ByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** The text without its one leading byte order mark; undefined where a byte does not belong to the encoding. */
export function decode(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'tcvn3') return strangeByte(bytes) === -1 ? decodeTcvn3(bytes) : undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The number of bytes before the first that cannot be read, found by halving. */
export function readableBytes(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'tcvn3') return strangeByte(bytes);
  const isReadable = (from: number, to: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(from, to), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  // All before `start` is good and ends with a line, so that each half is decoded once.
  let start = 0;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (!isReadable(start, middle)) {
      bad = middle;
      continue;
    }
    good = middle;
    const line = bytes.lastIndexOf(0x0a, good - 1) + 1;
    if (line > start && !encoding.startsWith('utf-16')) start = line;
  }
  // What was cut off behind the last whole character is where the trouble begins.
  for (let whole = good; whole > good - 4 && whole >= start; whole--) {
    if (decode(bytes.subarray(start, whole), encoding) !== undefined) return whole;
  }
  return good;
}

/** What is left of the bytes when those that cannot be read become U+FFFD, for showing only. */
export function decodeLoosely(bytes: Uint8Array, encoding: string): string {
  return encoding === 'tcvn3'
    ? decodeTcvn3(bytes.map((byte) => (byte >= 0x80 && byte < 0xa0 ? 0x3f : byte)))
    : new TextDecoder(encoding).decode(bytes);
}

/** Bytes looked at to tell an encoding. */
const SAMPLE = 65_536;

/** What right Vietnamese does not have: a letter or mark of another language, a capital behind a small letter. */
const FOREIGN = /(?![A-Za-zđĐ])\p{L}|(?![\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323])\p{M}|\p{Ll}\p{M}*\p{Lu}/gu;

/**
 * Which of the declared encodings of Vietnamese the bytes are probably in: every character beyond ASCII comes out a
 * letter, and the fewest of them are foreign.
 */
export function encodingLike(bytes: Uint8Array): 'windows-1258' | 'tcvn3' | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const likely = (['windows-1258', 'tcvn3'] as const).flatMap((encoding) => {
    const text = decode(sample, encoding);
    if (text === undefined) return [];
    const beyond = text.match(/[^\u0000-\u00a0]/g) ?? [];
    if (beyond.length === 0 || !beyond.every((character) => /[\p{L}\p{M}₫]/u.test(character))) return [];
    return [{ encoding, foreign: text.normalize('NFD').match(FOREIGN)?.length ?? 0 }];
  });
  return likely.sort((a, b) => a.foreign - b.foreign)[0]?.encoding;
}
