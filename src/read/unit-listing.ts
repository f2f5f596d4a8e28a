/** Units as they are listed, row after row: each id once, and in a group no two names that a reader would take for one. */
import { hashWith, mixed } from '../model/hash.ts';
import { likenessHash } from '../model/likeness-hash.ts';
import type { Limits } from '../model/limits.ts';
import { likeness } from '../model/nearest.ts';
import type { Units } from '../model/units.ts';
import { createFirsts, type Firsts, firstBefore, grow } from './firsts.ts';
import { createGroupTexts, type GroupTexts } from './group-texts.ts';
import * as map from './kernel/map.ts';
import * as kernelUnits from './kernel/units.ts';
import {
  addressOfLetter,
  cellAt,
  isCutOff,
  layLetter,
  MOST_PLAIN,
  type PlainUnits,
  plainUnits,
} from './plain-units.ts';
import { announce, type Engine } from './scan-kernel.ts';
import {
  addLetters,
  addText,
  type ByteTable,
  countOf,
  createTable,
  findText,
  lettersOf,
  reserve,
} from './scan-table.ts';
import { isTotal } from './sheets.ts';
import type { Glanced } from './table.ts';
import { type Columns, cellOf, type Row, textsOf } from './unit-row.ts';
import { UnitRows } from './unit-rows.ts';

/** As many as there is room for at first. Beyond that nobody is believed. */
const MOST_EXPECTED = 2_000_000;

/** Letters that show about how long rows and ids are, and how much more there may be of them than they show. */
const SAMPLE = 4096;
const MARGIN = 1.06;
const FEW = 8;

/** Letters that hardly an id has. */
const LONG_ID = 64;

const { LONGEST_ID } = kernelUnits;

export interface Listing {
  readonly engine: Engine;
  /** All that were looked at. */
  readonly all: UnitRows;
  /** Rows of those that are refused. */
  readonly refused: Set<number>;
  /** The id of each row under its number, or what is nobody's where another has it. */
  readonly ids: ByteTable;
  /** Two communes of different groups may well have one name; within a group nobody could tell them apart. */
  readonly names: Firsts;
  readonly groups: GroupTexts;
  /** Those that the project declares, or all that were met: as letters of UTF-16, and their hashes. */
  readonly known: ByteTable;
  readonly plain: PlainUnits | undefined;
  /** From here on the memory is needed only until all are listed. */
  readonly spareAt: number;
}

/** No unit yet of a file with these columns, in its order; `declared` are the groups of the project. */
export function createListing(
  engine: Engine,
  source: Columns,
  columns: readonly string[],
  declared: readonly string[],
): Listing {
  const { memory } = engine;
  const { rows, letters } = expectedOf(source);
  announce(engine, rows - FEW);
  const groups = createGroupTexts(declared);
  const ids = createTable(memory, [], rows, letters);
  const all = new UnitRows(source, groups.texts, rows, memory);
  const spareAt = memory.allot(0);
  const names = createFirsts((row) => `${likeness(all.nameAt(row))}\n${all.groupAt(row)}`, rows, memory);
  const known = createTable(memory);
  const plain = plainUnits(memory, source.text, columns, source.delimiter);
  return { ...{ engine, all, refused: new Set(), ids, names, groups, known, plain, spareAt } };
}

/** About how many rows a file has, and letters of ids. */
export function expectedOf({ text, delimiter, id }: Columns): { readonly rows: number; readonly letters: number } {
  const sample = text.slice(0, SAMPLE);
  const lines = sample.split('\n');
  const foreseen = ((lines.length - 1) * text.length * MARGIN) / Math.max(1, sample.length);
  const rows = Math.min(MOST_EXPECTED, FEW + Math.ceil(foreseen));
  const longest = lines.reduce((most, line) => Math.max(most, (line.split(delimiter)[id.at] ?? '').length), FEW);
  return { rows, letters: Math.min(rows * Math.min(longest, LONG_ID), text.length) + LONGEST_ID };
}

/** What became of a row: its place in the listing, and the lines of who had its id or its name before; 0: nobody. */
interface Listed {
  readonly at: number;
  readonly sameId: number;
  readonly sameName: number;
}

/** Lists the unit of a row, sound or not. */
export function list({ all, ids, names, groups }: Listing, row: Row): Listed {
  const group = groups.of(cellOf(row, row.columns.group));
  const texts = textsOf(row);
  const at = all.addSaid(texts, group.number, row.line);
  const sameId = texts.id === '' ? -1 : findText(ids, texts.id);
  // What no cell holds keeps the numbers of all that follow.
  addText(ids, texts.id === '' || sameId >= 0 ? `\0${at}` : texts.id);
  const sameName = firstBefore(names, at, inGroup(likenessHash(texts.name), group.hash));
  const lineOf = (first: number) => (first < 0 ? 0 : all.lineAt(first));
  return { at, sameId: lineOf(sameId), sameName: lineOf(sameName) };
}

/**
 * Lists the units of plain rows from a place of the text on, as far as nothing is to be told of them. A row that is
 * longer than any of its cells may be is left to whoever looks at each.
 */
export function listPlain(
  listing: Listing,
  limits: Limits,
  from: number,
  line: number,
  mostRows: number,
): Glanced | undefined {
  const { engine, all, plain } = listing;
  if (plain === undefined) return undefined;
  const { memory } = engine;
  const most = all.length + mostRows;
  memory.setInt(plain.at + map.LONGEST_ROW, 2 * Math.min(limits.name, limits.cell, MOST_PLAIN));
  let end = from;
  let rows = 0;
  do {
    const at = addressOfLetter(plain, end);
    if (!layRoom(listing, plain, most)) break;
    const next = engine.kernel.listUnits(memory, plain.at, at, 2 * plain.count);
    const taken = memory.int(plain.at + map.UNIT_COUNT) - all.length;
    all.noteRows(taken, line + rows);
    rows += taken;
    end += (next - at) >> 1;
  } while (rows < mostRows && canGoOn(listing, plain, end));
  return rows === 0 ? undefined : { rows, end };
}

/** Lays where units may be written, up to so many; false where the kernel's memory had no room for it. */
function layRoom({ engine, all, ids, names, known }: Listing, { at }: PlainUnits, most: number): boolean {
  const { memory } = engine;
  const places = [all.starts, all.spans, all.groupOf, names.slots].map((array) => memory.addressOf(array));
  if (places.includes(0)) return false;
  const [starts, spans, groups, slots] = places as [number, number, number, number];
  memory.setInt(at + map.UNIT_STARTS, starts);
  memory.setInt(at + map.UNIT_SPANS, spans);
  memory.setInt(at + map.UNIT_GROUPS, groups);
  memory.setInt(at + map.UNIT_COUNT, all.length);
  memory.setInt(at + map.UNIT_ROOM, Math.min(all.starts.length, ids.textsRoom, names.slots.length >> 2, most));
  memory.setInt(at + map.ID_TABLE, ids.at);
  memory.setInt(at + map.GROUP_TABLE, known.at);
  memory.setInt(at + map.ID_ROOM, memory.int(ids.at + map.LETTERS_OF) + ids.lettersRoom);
  memory.setInt(at + map.NAME_SLOTS, slots);
  memory.setInt(at + map.NAME_MASK, names.slots.length - 2);
  return true;
}

/** Does what the kernel stopped for at a place of the text; false where it can do no more. */
function canGoOn(listing: Listing, plain: PlainUnits, at: number): boolean {
  const { memory } = listing.engine;
  const stop = memory.int(plain.at + map.STOP);
  if (stop === kernelUnits.NEW_LETTER) layLetter(plain);
  else if (stop === kernelUnits.NEW_GROUP) {
    listing.groups.of(cellAt(plain, map.GROUP_COLUMN));
    layGroups(listing, plain);
  } else if (stop === kernelUnits.PERHAPS_TOTAL) {
    if (isTotal(cellAt(plain, map.NAME_COLUMN))) return false;
    memory.setInt(plain.at + map.NO_TOTAL_AT, addressOfLetter(plain, at));
  } else if (stop === kernelUnits.NO_ROOM) makeRoom(listing, at);
  else return isCutOff(plain, at);
  return true;
}

/** Lays the groups that were named since, with no hash where the project has none of that id. */
function layGroups({ engine, groups, known }: Listing, { at }: PlainUnits): void {
  const { memory } = engine;
  for (const text of groups.texts.slice(countOf(known))) {
    const { hash, isDeclared } = groups.of(text);
    const number = addLetters(known, text);
    // Twice as many as there are, whenever that is a power of two.
    if ((number & (number - 1)) === 0) {
      const room = memory.allotInts(2 * number + 2);
      const old = memory.int(at + map.GROUP_HASHES);
      memory.bytes.copyWithin(room.byteOffset, old, old + 4 * number);
      memory.setInt(at + map.GROUP_HASHES, room.byteOffset);
    }
    memory.setInt(memory.int(at + map.GROUP_HASHES) + 4 * number, isDeclared ? hash : 0);
  }
}

/** Makes room for as many units as the text has, if what is left of it has rows like those before a place of it. */
function makeRoom({ all, ids, names }: Listing, at: number): void {
  const { length, source } = all;
  const foreseen = Math.min(MOST_EXPECTED, Math.ceil(((length * source.text.length) / at) * MARGIN));
  const room = FEW + Math.max(foreseen, 2 * length);
  if (all.starts.length <= length) all.reserve(room);
  if (ids.textsRoom <= length) reserve(ids, 0, room);
  if (names.slots.length >> 2 <= length) grow(names);
  if (lettersOf(ids) + LONGEST_ID > ids.lettersRoom) reserve(ids, 2 * ids.lettersRoom, 0);
}

/** The number of a name's likeness together with that of its group; 0 where there is nothing to be like. */
function inGroup(like: number, group: number): number {
  return like === 0 ? 0 : mixed(hashWith(like, group));
}

/** The units that were not refused. What was needed only to list them is let go. */
export function listedUnits({ engine, all, refused, ids, spareAt }: Listing): Units {
  const { memory } = engine;
  const kept = [map.LETTERS_OF, map.STARTS_OF, map.SLOTS_OF].map((of) => memory.int(ids.at + of));
  if ([...kept, ...[all.starts, all.spans, all.groupOf].map((of) => memory.addressOf(of))].every((at) => at < spareAt))
    memory.release(spareAt);
  if (refused.size > 0) return all.without((row) => refused.has(row));
  all.ids = ids;
  return all;
}
