/**
 * A value cell as bytes -> its number in a column, for what a leaf's rule holds, or the answer that the general
 * way must be asked. Shares and numbers are made from their digits where the rule accepts all of them up to a limit
 * (kernel/number.ts); of anything else (names of levels, counts, lists) a leaf has few different texts, so that
 * `rule.read` is asked about each once and what it said is kept.
 */
import { type Column, setExact, setPair, toDouble } from '../model/column.ts';
import type { DecimalMark } from '../model/exact.ts';
import { isRefusal } from '../rules/rule.ts';
import { cellContext, isExemptWord } from './entry.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { isKnown, NO_DIGITS, NUMBER, parseDigits, SHARE } from './kernel/number.ts';
import { addBytes, type ByteTable, countOf, createTable } from './scan-table.ts';
import type { Target } from './sheets.ts';

/** What reads the value cells of a leaf or adjustment; what is known without asking its rule lies at `at`. */
export interface CellReader {
  readonly memory: Memory;
  readonly at: number;
  readonly target: Target;
  readonly mark: DecimalMark;
  /** Texts that the rule has read; their numbers lie beside it. */
  readonly known: ByteTable;
  /** Numbers that there is room for. */
  room: number;
}

/** Texts kept for a leaf; a leaf with more of them has no few names. */
const MOST_KNOWN = 2048;

/** With digits and scales below 10^9 and 10^8, all products of limits up to these are below 2^53. */
const LARGEST_TOP = { number: 100_000_000, share: 1_000_000 };
const LARGEST_UNDER_TOP = 1_000_000;

const MARKS: Record<DecimalMark, number> = { '.': 0x2e, ',': 0x2c };

/** The reader of one leaf's or adjustment's value cells. */
export function createCellReader(memory: Memory, target: Target, mark: DecimalMark): CellReader {
  const { rule, node } = target;
  const holds = rule.holds(node.rule.options);
  const kind = holds === 'number' || holds === 'share' ? holds : 'text';
  const top = kind === 'text' ? undefined : rule.accepts?.(node.rule.options, node.max);
  const topN = (top && toDouble(top.n)) ?? Number.POSITIVE_INFINITY;
  const topD = (top && toDouble(top.d)) ?? Number.POSITIVE_INFINITY;
  const isSure = kind !== 'text' && topN <= LARGEST_TOP[kind] && topD <= LARGEST_UNDER_TOP;
  const digits = isSure ? (kind === 'share' ? SHARE : NUMBER) : NO_DIGITS;
  return createReader(memory, { digits, topN, topD, markByte: MARKS[mark] }, target, mark);
}

/** What digits mean to a leaf, and the largest number or share that its rule surely accepts, as topN/topD. */
export interface Digits {
  readonly digits: number;
  readonly topN: number;
  readonly topD: number;
  readonly markByte: number;
}

/** The reader of such cells, whose rule has not been asked yet. */
export function createReader(memory: Memory, digits: Digits, target: Target, mark: DecimalMark): CellReader {
  const at = memory.allot(map.READER);
  const known = createTable(memory);
  memory.setDouble(at + map.TOP_N, digits.topN);
  memory.setDouble(at + map.TOP_D, digits.topD);
  memory.setInt(at + map.DIGITS, digits.digits);
  memory.setInt(at + map.MARK, digits.markByte);
  memory.setInt(at + map.KNOWN, known.at);
  return { memory, at, target, mark, known, room: 0 };
}

/**
 * Writes the number of a cell, the bytes from `from` to before `to`, into a row of a column. False where it is
 * not sure what the cell means: it may be exempt, refused, or blanks around it must be told.
 */
export function readCell(reader: CellReader, column: Column, row: number, from: number, to: number): boolean {
  const { memory, at } = reader;
  const hasDigits = memory.int(at + map.DIGITS) !== NO_DIGITS;
  if ((hasDigits && parseDigits(memory, at, from) === to) || isKnown(memory, at, from, to)) {
    setPair(column, row, memory.ownDouble(map.PARSED_N), memory.ownDouble(map.PARSED_D));
    return true;
  }
  return askRule(reader, column, row, from, to);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The cell as the csv reader would give it. */
export function textOf({ bytes }: Memory, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to)).normalize('NFC');
}

function askRule(reader: CellReader, column: Column, row: number, from: number, to: number): boolean {
  const { memory, target, mark } = reader;
  if (target.comparesPrevious) return false;
  const text = textOf(memory, from, to);
  if (text.trim() !== text || isExemptWord(text)) return false;
  const value = target.rule.read(text, target.node.rule.options, cellContext(target, mark, ''));
  if (isRefusal(value)) return false;
  setExact(column, row, value);
  const n = toDouble(value.n);
  const d = toDouble(value.d);
  if (n !== undefined && d !== undefined) learn(reader, n, d, from, to);
  return true;
}

/** Keeps what the rule said of a text, if it is one of few. */
export function learn(reader: CellReader, n: number, d: number, from: number, to: number): void {
  const { memory, at, known } = reader;
  const count = countOf(known);
  if (count === MOST_KNOWN || memory.isRead) return;
  if (count === reader.room) {
    reader.room = 2 * count + 8;
    for (const numbers of [map.KNOWN_N, map.KNOWN_D]) {
      const room = memory.allot(8 * reader.room);
      const old = memory.int(at + numbers);
      memory.bytes.copyWithin(room, old, old + 8 * count);
      memory.setInt(at + numbers, room);
    }
  }
  memory.setDouble(memory.int(at + map.KNOWN_N) + 8 * count, n);
  memory.setDouble(memory.int(at + map.KNOWN_D) + 8 * count, d);
  addBytes(known, from, to);
}

/** Whether anything but blanks stands in a cell. */
export function hasLetters(memory: Memory, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = memory.byte(at);
    if (byte > 0x20 && byte < 0x80) return true;
    if (byte >= 0x80) return textOf(memory, from, to).trim() !== '';
  }
  return false;
}
