/** What bytes of plain CSV may be, written down once more: by hand, and as The Unicode Standard, table 3-7, has letters. */
import type { Memory } from '../../../src/read/kernel/memory.ts';

/** Writes a text or bytes to an address, four bytes of 0 behind them, and gives the address behind them. */
export function place(memory: Memory, written: string | Uint8Array, at = 0): number {
  const all = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  memory.bytes.set(all, at);
  memory.bytes.fill(0, at + all.length, at + all.length + 4);
  return at + all.length;
}

/** Of each byte, alone between two letters: a letter of the cell, the end of one, or odd. */
export function meaning(byte: number, delimiter: string): 'letter' | 'delimiter' | 'end' | 'odd' {
  if (byte === delimiter.charCodeAt(0)) return 'delimiter';
  if (byte === 0x0a) return 'end';
  return byte === 0x09 || (byte >= 0x20 && byte <= 0x7e && byte !== 0x22) ? 'letter' : 'odd';
}

/** Table 3-7: first bytes, then what the second may be; all that follow are 80-BF. */
const WELL_FORMED = [
  ...[{ first: [0xc2, 0xdf], second: [0x80, 0xbf], length: 2 }],
  ...[{ first: [0xe0, 0xe0], second: [0xa0, 0xbf], length: 3 }],
  ...[{ first: [0xe1, 0xec], second: [0x80, 0xbf], length: 3 }],
  ...[{ first: [0xed, 0xed], second: [0x80, 0x9f], length: 3 }],
  ...[{ first: [0xee, 0xef], second: [0x80, 0xbf], length: 3 }],
  ...[{ first: [0xf0, 0xf0], second: [0x90, 0xbf], length: 4 }],
  ...[{ first: [0xf1, 0xf3], second: [0x80, 0xbf], length: 4 }],
  ...[{ first: [0xf4, 0xf4], second: [0x80, 0x8f], length: 4 }],
] as { first: [number, number]; second: [number, number]; length: number }[];

const within = (byte: number, [least, most]: [number, number]) => byte >= least && byte <= most;

/** The position behind the letter that `all` begins with, each byte of it looked at alone; -1 where it is none. */
export function behind(all: readonly number[]): number {
  const [one = 0, two = 0, three = 0] = all;
  const row = WELL_FORMED.find(({ first, second }) => within(one, first) && within(two, second));
  if (row === undefined || !all.slice(2, row.length).every((byte) => within(byte, [0x80, 0xbf]))) return -1;
  const code =
    row.length === 3 ? ((one & 15) << 12) | ((two & 63) << 6) | (three & 63) : ((one & 31) << 6) | (two & 63);
  if (row.length === 2 && (within(code, [0x80, 0x9f]) || code === 0x37e)) return -1;
  const turns = within(code, [0x2028, 0x202e]) || within(code, [0x2066, 0x2069]) || code === 0xfeff;
  return row.length === 3 && turns ? -1 : row.length;
}
