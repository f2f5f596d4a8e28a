/** Units as they are listed, row after row: each id once, and in a group no two names that a reader would take for one. */
import type { Unit } from '../model/assessment.ts';
import { hashOf, hashOfLetters, hashWith, mixed } from '../model/hash.ts';
import { likenessHash, likenessOfLetters } from '../model/likeness-hash.ts';
import type { Limits } from '../model/limits.ts';
import { likeness } from '../model/nearest.ts';
import { createFirsts, type Firsts, firstBefore } from './firsts.ts';
import { createGroupTexts, type GroupTexts } from './group-texts.ts';
import { ListedUnit, MOST_PLAIN, spansOf } from './listed-unit.ts';
import type { PlainUnits } from './plain-units.ts';
import { isTotal } from './sheets.ts';
import type { Glanced } from './table.ts';
import { type Columns, cellOf, type Row, unitOf } from './unit-row.ts';

export interface Listing {
  /** All that were looked at. */
  readonly all: ListedUnit[];
  /** Positions of those that are refused. */
  readonly refused: Set<number>;
  readonly ids: Firsts<ListedUnit>;
  /** Two communes of different groups may well have one name; within a group nobody could tell them apart. */
  readonly names: Firsts<ListedUnit>;
  readonly groups: GroupTexts;
}

/** No unit yet; `groups` are those that the project declares, `expected` is about how many units there are. */
export function createListing(groups: readonly string[], expected: number): Listing {
  const all: ListedUnit[] = [];
  return {
    ...{ all, refused: new Set() },
    ids: createFirsts(all, ({ id }) => id, expected),
    names: createFirsts(all, ({ group, name }) => `${likeness(name)}\n${group}`, expected),
    groups: createGroupTexts(groups),
  };
}

/** What became of a row: its position, and who had its id or its name before. */
interface Listed {
  readonly at: number;
  readonly sameId: ListedUnit | undefined;
  readonly sameName: ListedUnit | undefined;
}

/** Lists the unit of a row, sound or not. What was noted at a glance at this row is nobody before it. */
export function list({ all, ids, names, groups }: Listing, row: Row): Listed {
  const group = groups.of(cellOf(row, row.columns.group));
  const unit = unitOf(row, group.text);
  const at = all.push(unit) - 1;
  const before = (first: ListedUnit | undefined) => (first?.line === row.line ? undefined : first);
  const sameId = before(firstBefore(ids, at, hashOf(unit.id)));
  const sameName = before(firstBefore(names, at, inGroup(likenessHash(unit.name), group.hash)));
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
    const at = all.push(new ListedUnit(end, own.text, line + rows, columns, spans)) - 1;
    const like = likenessOfLetters(letters, nameFrom, nameTo) ?? likenessHash(plain.cell(name.at));
    const hash = hashOfLetters(letters, idFrom, idTo);
    if (firstBefore(ids, at, hash) || firstBefore(names, at, inGroup(like, own.hash))) {
      all.pop();
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
export function listedUnits({ all, refused }: Listing): readonly Unit[] {
  return refused.size === 0 ? all : all.filter((_, at) => !refused.has(at));
}
