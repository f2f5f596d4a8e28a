/** Units as they are listed, row after row: each id once, and in a group no two names that a reader would take for one. */
import { hashOf, hashOfLetters, hashWith, mixed } from '../model/hash.ts';
import { likenessHash, likenessOfLetters } from '../model/likeness-hash.ts';
import type { Limits } from '../model/limits.ts';
import { likeness } from '../model/nearest.ts';
import type { Units } from '../model/units.ts';
import { createFirsts, type Firsts, firstBefore } from './firsts.ts';
import { createGroupTexts, type GroupTexts } from './group-texts.ts';
import { MOST_PLAIN, spansOf, type UnitFile } from './listed-unit.ts';
import type { PlainUnits } from './plain-units.ts';
import { isTotal } from './sheets.ts';
import type { Glanced } from './table.ts';
import { type Columns, cellOf, type Row, textsOf } from './unit-row.ts';
import { UnitRows } from './unit-rows.ts';

/** As many as there is room for at first. Beyond that nobody is believed. */
const MOST_EXPECTED = 2_000_000;

export interface Listing {
  /** All that were looked at. */
  readonly all: UnitRows;
  /** Rows of those that are refused. */
  readonly refused: Set<number>;
  readonly ids: Firsts;
  /** Two communes of different groups may well have one name; within a group nobody could tell them apart. */
  readonly names: Firsts;
  readonly groups: GroupTexts;
}

/** No unit of the file yet; `declared` are the groups of the project, `expected` is about how many units there are. */
export function createListing(source: UnitFile, declared: readonly string[], expected: number): Listing {
  const groups = createGroupTexts(declared);
  const room = Math.min(Math.ceil(expected), MOST_EXPECTED);
  const all = new UnitRows(source, groups.texts, room);
  return {
    ...{ all, refused: new Set(), groups },
    ids: createFirsts((row) => all.idAt(row), room),
    names: createFirsts((row) => `${likeness(all.nameAt(row))}\n${all.groupAt(row)}`, room),
  };
}

/** What became of a row: its place in the listing, and the lines of who had its id or its name before; 0: nobody. */
interface Listed {
  readonly at: number;
  readonly sameId: number;
  readonly sameName: number;
}

/** Lists the unit of a row, sound or not. What was noted at a glance at this row is nobody before it. */
export function list({ all, ids, names, groups }: Listing, row: Row): Listed {
  const group = groups.of(cellOf(row, row.columns.group));
  const texts = textsOf(row);
  const at = all.addSaid(texts, group.number, row.line);
  const before = (first: number) => (first < 0 || all.lineAt(first) === row.line ? 0 : all.lineAt(first));
  const sameId = before(firstBefore(ids, at, hashOf(texts.id)));
  const sameName = before(firstBefore(names, at, inGroup(likenessHash(texts.name), group.hash)));
  return { at, sameId, sameName };
}

/** The plain rows of a file, and what they are held against. */
export interface PlainRows {
  readonly plain: PlainUnits;
  readonly columns: Columns;
  readonly limits: Limits;
}

/**
 * Lists the units of plain rows from a place of the text on, as far as nothing is to be told of them. A row that is
 * longer than any of its cells may be is left to whoever looks at each.
 */
export function listPlain(
  { all, ids, names, groups }: Listing,
  { plain, columns, limits }: PlainRows,
  from: number,
  line: number,
  mostRows: number,
): Glanced | undefined {
  const { id, name, group } = columns;
  const { letters, bounds } = plain;
  const most = Math.min(limits.name, limits.cell, MOST_PLAIN);
  let end = from;
  let rows = 0;
  for (; rows < mostRows; rows++) {
    const next = plain.look(end);
    if (next < 0 || next - end > most || (plain.mayBeNone && isNone(plain, columns))) break;
    const own =
      groups.among(letters, bounds[2 * group.at] as number, bounds[2 * group.at + 1] as number) ??
      groups.of(plain.cell(group.at));
    if (!own.isDeclared) break;
    const idFrom = bounds[2 * id.at] as number;
    const idTo = bounds[2 * id.at + 1] as number;
    const nameFrom = bounds[2 * name.at] as number;
    const nameTo = bounds[2 * name.at + 1] as number;
    const spans = spansOf(idFrom - plain.from, idTo - idFrom, nameFrom - plain.from, nameTo - nameFrom);
    const at = all.addPlain(end, spans, own.number, line + rows);
    const like = likenessOfLetters(letters, nameFrom, nameTo) ?? likenessHash(plain.cell(name.at));
    const hash = hashOfLetters(letters, idFrom, idTo);
    if (firstBefore(ids, at, hash) >= 0 || firstBefore(names, at, inGroup(like, own.hash)) >= 0) {
      all.dropLast();
      break;
    }
    end = next;
  }
  return rows === 0 ? undefined : { rows, end };
}

/** Whether a row is one of totals, or perhaps the header once more, since it has `id` for an id. */
function isNone(plain: PlainUnits, { id, name }: Columns): boolean {
  return plain.cell(id.at) === 'id' || isTotal(plain.cell(name.at));
}

/** The number of a name's likeness together with that of its group; 0 where there is nothing to be like. */
function inGroup(like: number, group: number): number {
  return like === 0 ? 0 : mixed(hashWith(like, group));
}

/** The units that were not refused. */
export function listedUnits({ all, refused }: Listing): Units {
  return refused.size === 0 ? all : all.without((row) => refused.has(row));
}
