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
import { addBytes, type ByteTable, createTable, findBytes } from './scan-table.ts';
import type { Target } from './sheets.ts';

export interface CellReader {
  readonly target: Target;
  readonly mark: DecimalMark;
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
  bytes: DataView,
  from: number,
  to: number,
): boolean {
  if (reader.digits === 'share' && readShare(reader, column, row, bytes, from, to)) return true;
  if (reader.digits === 'number' && readNumber(reader, column, row, bytes, from, to)) return true;
  const known = findBytes(reader.known, bytes, from, to);
  if (known >= 0) {
    setPair(column, row, reader.n[known] as number, reader.d[known] as number);
    return true;
  }
  return askRule(reader, column, row, bytes, from, to);
}

const PERCENT = 0x25;
const SLASH = 0x2f;
const ZERO = 0x30;
const MARKS: Record<DecimalMark, number> = { '.': 0x2e, ',': 0x2c };

/** Digits that fit one number with nine of them at most, a mark included. */
const MOST_DIGITS = 9;

/** What `readDigits` found last: the number is digits/scale. */
let digits = 0;
let scale = 1;

/** Reads a decimal without a sign and gives the position after it; -1 where none stands, or a long one. */
function readDigits(bytes: DataView, from: number, to: number, mark: number): number {
  let at = from;
  digits = 0;
  scale = 1;
  for (; at < to; at++) {
    const digit = bytes.getUint8(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    digits = digits * 10 + digit;
  }
  if (at === from || at - from > MOST_DIGITS) return -1;
  if (at === to || bytes.getUint8(at) !== mark) return at;
  const first = ++at;
  for (; at < to; at++) {
    const digit = bytes.getUint8(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    digits = digits * 10 + digit;
    scale *= 10;
  }
  return at === first || at - from > MOST_DIGITS ? -1 : at;
}

/** `85.29%` or `29/34`. */
function readShare(
  { mark, topN, topD }: CellReader,
  column: Column,
  row: number,
  bytes: DataView,
  from: number,
  to: number,
): boolean {
  const after = readDigits(bytes, from, to, MARKS[mark]);
  if (after < 0 || after === to) return false;
  const n = digits;
  let d = scale * 100;
  if (bytes.getUint8(after) === SLASH) {
    if (scale !== 1 || readDigits(bytes, after + 1, to, MARKS[mark]) !== to || scale !== 1 || digits === 0)
      return false;
    d = digits;
  } else if (after !== to - 1 || bytes.getUint8(after) !== PERCENT) return false;
  if (n * topD > topN * d) return false;
  setPair(column, row, n, d);
  return true;
}

function readNumber(
  { mark, topN, topD }: CellReader,
  column: Column,
  row: number,
  bytes: DataView,
  from: number,
  to: number,
): boolean {
  if (readDigits(bytes, from, to, MARKS[mark]) !== to || digits * topD > topN * scale) return false;
  setPair(column, row, digits, scale);
  return true;
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
