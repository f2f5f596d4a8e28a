/**
 * A value cell as bytes -> its number in a column, for what a leaf's rule holds, or the answer that the general
 * way must be asked. Shares and numbers are made from their digits where the rule accepts all of them up to a limit;
 * of anything else (names of levels, counts, lists) a leaf has few different texts, so that `rule.read` is asked
 * about each once and what it said is kept.
 */
import { type Column, setExact, setPair, toDouble } from '../model/column.ts';
import type { DecimalMark } from '../model/exact.ts';
import { isRefusal } from '../rules/rule.ts';
import { cellContext, isExemptWord } from './entry.ts';
import { isEnd, isLetter } from './scan-bytes.ts';
import { addBytes, type ByteTable, createTable, findBytes } from './scan-table.ts';
import type { Target } from './sheets.ts';

/** What is known of a leaf's value cells without asking its rule; plain data, so that another thread can have it. */
export interface KnownCells {
  readonly markByte: number;
  /** What digits mean; `text` where they must be shown to the rule. */
  readonly digits: 'number' | 'share' | 'text';
  /** The largest number or share that the rule surely accepts, as topN/topD. */
  readonly topN: number;
  readonly topD: number;
  /** Texts that the rule has read, and its numbers. */
  readonly known: ByteTable;
  readonly n: number[];
  readonly d: number[];
}

export interface CellReader extends KnownCells {
  readonly target: Target;
  readonly mark: DecimalMark;
}

/** Texts kept for a leaf; a leaf with more of them has no few names. */
const MOST_KNOWN = 2048;

/** With digits and scales below 10^9 and 10^8, all products of limits up to these are below 2^53. */
const LARGEST_TOP = { number: 100_000_000, share: 1_000_000 };
const LARGEST_UNDER_TOP = 1_000_000;

/** The reader of one leaf's or adjustment's value cells. */
export function createCellReader(target: Target, mark: DecimalMark): CellReader {
  const { rule, node } = target;
  const holds = rule.holds(node.rule.options);
  const kind = holds === 'number' || holds === 'share' ? holds : 'text';
  const top = kind === 'text' ? undefined : rule.accepts?.(node.rule.options, node.max);
  const topN = (top && toDouble(top.n)) ?? Number.POSITIVE_INFINITY;
  const topD = (top && toDouble(top.d)) ?? Number.POSITIVE_INFINITY;
  const isSure = kind !== 'text' && topN <= LARGEST_TOP[kind] && topD <= LARGEST_UNDER_TOP;
  return {
    target,
    mark,
    markByte: MARKS[mark],
    digits: isSure ? kind : 'text',
    topN,
    topD,
    known: createTable(),
    n: [],
    d: [],
  };
}

/**
 * Writes the number of a cell, the bytes from `from` to before `to`, into a row of a column. False where it is
 * not sure what the cell means: it may be exempt, refused, or blanks around it must be told.
 */
export function readCell(
  reader: CellReader,
  column: Column,
  row: number,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
): boolean {
  if ((reader.digits !== 'text' && parseDigits(reader, bytes, from) === to) || isKnown(reader, view, from, to)) {
    setPair(column, row, parsed[0] as number, parsed[1] as number);
    return true;
  }
  return askRule(reader, column, row, view, from, to);
}

/** The number n/d that was found last. */
export const parsed = new Float64Array(2);

/** Finds the number of the cell that begins at `from` and gives where it ends; -1 where it takes `readCell` to know. */
export function parseCell(
  reader: KnownCells,
  bytes: Uint8Array,
  view: DataView,
  from: number,
  kinds: Uint8Array,
): number {
  if (reader.digits !== 'text') {
    const to = parseDigits(reader, bytes, from);
    if (to >= 0 && isEnd(kinds[bytes[to] as number] as number)) return to;
  }
  // What is known is well-formed, so that its letters need no look.
  let to = from;
  while (isLetter(kinds[bytes[to] as number] as number)) to++;
  return isKnown(reader, view, from, to) ? to : -1;
}

/** Whether the rule has read this text before; then `parsed` is its number. */
function isKnown({ known, n, d }: KnownCells, view: DataView, from: number, to: number): boolean {
  const at = findBytes(known, view, from, to);
  if (at < 0) return false;
  parsed[0] = n[at] as number;
  parsed[1] = d[at] as number;
  return true;
}

const PERCENT = 0x25;
const SLASH = 0x2f;
const ZERO = 0x30;
const MARKS: Record<DecimalMark, number> = { '.': 0x2e, ',': 0x2c };

/** Digits that fit one number with nine of them at most, a mark included. */
const MOST_DIGITS = 9;

const TENS = Int32Array.from({ length: MOST_DIGITS }, (_, places) => 10 ** places);

/**
 * Reads a decimal without a sign, or of shares `85.29%` and `29/34`, into `parsed` and gives the position after it.
 * -1 where none stands, a long one, or one that the rule may refuse. Behind it must stand a byte that is no digit.
 */
function parseDigits({ digits, markByte, topN, topD }: KnownCells, bytes: Uint8Array, from: number): number {
  let at = from;
  let n = 0;
  let digit = (bytes[at] as number) - ZERO;
  for (; digit >= 0 && digit <= 9; digit = (bytes[++at] as number) - ZERO) n = n * 10 + digit;
  if (at === from) return -1;
  let places = 0;
  if (digit + ZERO === markByte) {
    const first = ++at;
    digit = (bytes[at] as number) - ZERO;
    for (; digit >= 0 && digit <= 9; digit = (bytes[++at] as number) - ZERO) n = n * 10 + digit;
    places = at - first;
    if (places === 0) return -1;
  }
  if (at - from > MOST_DIGITS) return -1;
  let d = TENS[places] as number;
  if (digits === 'share') {
    if (digit + ZERO === PERCENT) {
      d *= 100;
      at++;
    } else {
      if (digit + ZERO !== SLASH || places > 0) return -1;
      const first = ++at;
      d = 0;
      digit = (bytes[at] as number) - ZERO;
      for (; digit >= 0 && digit <= 9; digit = (bytes[++at] as number) - ZERO) d = d * 10 + digit;
      if (d === 0 || at - first > MOST_DIGITS) return -1;
    }
  }
  if (n * topD > topN * d) return -1;
  parsed[0] = n;
  parsed[1] = d;
  return at;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The cell as the csv reader would give it. */
export function textOf(bytes: DataView, from: number, to: number): string {
  return decoder.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + from, to - from)).normalize('NFC');
}

function askRule(reader: CellReader, column: Column, row: number, bytes: DataView, from: number, to: number): boolean {
  const { target, mark, known } = reader;
  if (target.comparesPrevious) return false;
  const text = textOf(bytes, from, to);
  if (text.trim() !== text || isExemptWord(text)) return false;
  const value = target.rule.read(text, target.node.rule.options, cellContext(target, mark, ''));
  if (isRefusal(value)) return false;
  setExact(column, row, value);
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  if (n !== undefined && d !== undefined && known.count < MOST_KNOWN) {
    addBytes(known, bytes, from, to);
    reader.n.push(n);
    reader.d.push(d);
  }
  return true;
}

/** Whether anything but blanks stands in a cell. */
export function hasLetters(bytes: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes.getUint8(at);
    if (byte > 0x20 && byte < 0x80) return true;
    if (byte >= 0x80) return textOf(bytes, from, to).trim() !== '';
  }
  return false;
}
