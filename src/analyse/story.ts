/** The story of one leaf or adjustment of one unit: its cells, the one that counts, and the way to its points. */
import {
  type CellTexts,
  type FileCount,
  type LeafColumns,
  placeOfField,
  type Sheet,
  type Unit,
} from '../model/assessment.ts';
import { EMPTY, EXEMPT, exactAt, stateOf } from '../model/column.ts';
import { pointsAt } from '../model/curve.ts';
import { valueColumns } from '../model/entry.ts';
import { compare, type DecimalMark, type Exact, equal, least, reduce, subtract, toText, ZERO } from '../model/exact.ts';
import type { ExplainedCell, Peer, Story } from '../model/explanation.ts';
import { fileAt, lineAt } from '../model/places.ts';
import type { Adjustment, Leaf } from '../model/rubric.ts';
import { type MarkColumn, OUTSIDE, OVERRIDDEN } from '../model/scoreboard.ts';
import type { Words } from '../model/words.ts';
import { curveOf, ruleOf } from '../rules/index.ts';
import { speech } from '../rules/speech.ts';
import { type Candidates, candidatesOf } from '../score/basis.ts';

/** Whose story is told, and where it stands. */
export interface Seat {
  readonly sheet: Sheet;
  readonly row: number;
  /** Position in `rubric.stages` of the basis. */
  readonly stage: number;
  readonly files: readonly FileCount[];
  /** The decimal mark that the cells are written with. */
  readonly mark: DecimalMark;
}

/** What stands in the latest filled value column of a row. */
export interface Counted {
  /** Position in `LeafColumns.values`. */
  readonly position: number;
  readonly state: 'value' | 'exempt' | 'unappraised';
  /** Only for `value`. */
  readonly value?: Exact;
}

/** The value that counts for a row, as marks choose it; undefined where nothing stands. */
export function countedAt({ latestFirst, from }: Candidates, row: number): Counted | undefined {
  for (const { column, position } of latestFirst) {
    const state = stateOf(column, row);
    if (state === EMPTY) continue;
    if (position < from) return { position, state: 'unappraised' };
    if (state === EXEMPT) return { position, state: 'exempt' };
    return { position, state: 'value', value: exactAt(column, row) as Exact };
  }
  return undefined;
}

/** A unit of the group whose value counts on the stage; a relative rule compares them. */
interface Rival {
  readonly row: number;
  readonly value: Exact;
}

function rivalsOf(node: Leaf | Adjustment, columns: LeafColumns, seat: Seat): readonly Rival[] {
  const { sheet, row, stage } = seat;
  if (!ruleOf(node.rule).relative) return [];
  const candidates = candidatesOf(columns, sheet.rubric, sourceOf(node), stage);
  if (candidates === undefined) return [];
  const group = sheet.units.at(row)?.group;
  return [...sheet.units].flatMap((unit, at) => {
    const value = unit.group === group ? countedAt(candidates, at)?.value : undefined;
    return value === undefined ? [] : [{ row: at, value }];
  });
}

/** Numbers that a relative rule compares: those of the unit's group that count on the stage. */
export function groupValues(node: Leaf | Adjustment, columns: LeafColumns, seat: Seat): readonly Exact[] {
  return rivalsOf(node, columns, seat).map(({ value }) => value);
}

/** Whose values are the highest and, where the rule looks at it too, the lowest; the unit itself is no peer of its own. */
function peersOf(node: Leaf | Adjustment, columns: LeafColumns, seat: Seat): readonly Peer[] {
  const rivals = rivalsOf(node, columns, seat);
  const { method = 'best' } = node.rule.options as { readonly method?: string };
  const own = rivals.find(({ row }) => row === seat.row)?.value;
  const asked = method === 'best' ? ['highest' as const] : method === 'min-max' ? (['highest', 'lowest'] as const) : [];
  return asked.flatMap((which): Peer[] => {
    const order = which === 'highest' ? 1 : -1;
    const sorted = rivals.toSorted((a, b) => compare(b.value, a.value) * order);
    const [first] = sorted;
    if (first === undefined || (own !== undefined && equal(own, first.value))) return [];
    const same = sorted.filter(({ value }) => equal(value, first.value));
    const file = seat.files[fileAt(columns.places, first.row)] as FileCount;
    const place = placeOfField(file, lineAt(columns.places, first.row), 0);
    return [{ which, unit: seat.sheet.units.at(first.row) as Unit, place, others: same.length - 1 }];
  });
}

/** Surveys are read from their own column, adjustments like appraised leaves. */
export function sourceOf(node: Leaf | Adjustment): Leaf['source'] {
  return 'source' in node ? node.source : 'appraised';
}

/** The story of one leaf or adjustment. Its texts are those that the assessment kept (`focus` when loading). */
export function tellStory(node: Leaf | Adjustment, columns: LeafColumns, marks: MarkColumn, seat: Seat): Story {
  const { sheet, row, stage } = seat;
  const isLeaf = 'source' in node;
  const names = valueColumns(sheet.rubric.stages, sourceOf(node));
  const candidates = candidatesOf(columns, sheet.rubric, sourceOf(node), stage);
  const counted = candidates && countedAt(candidates, row);
  const isOverridden = marks.source[row] === OVERRIDDEN;
  const state = stateOfStory(node, marks, row, counted);
  const source = state !== 'scored' ? undefined : isOverridden ? 'override' : names[counted?.position ?? 0];
  const texts = columns.texts.get(row);
  const points = exactAt(marks.points, row) ?? (state === 'missing' || state === 'unappraised' ? ZERO : undefined);
  const worked = counted?.value === undefined ? undefined : workOut(node, columns, counted, texts, seat);
  const before = isOverridden
    ? columns.overrides.get(row)?.points
    : worked && (isLeaf ? worked.byRule : least(worked.byRule, node.max));
  return {
    node,
    state,
    ...(source === undefined ? {} : { source }),
    cells: cellsOf(names, columns, source, seat),
    ...rowOf(columns, seat),
    rule: tellRule(node),
    ...worked,
    ...(worked === undefined || !ruleOf(node.rule).relative ? {} : { peers: peersOf(node, columns, seat) }),
    ...(before === undefined ? {} : { before }),
    ...(points === undefined ? {} : { points }),
    ...(points === undefined || !isLeaf ? {} : { lost: subtract(node.max, points) }),
    evidence: texts?.evidence ?? '',
    note: texts?.note ?? '',
  };
}

function stateOfStory(
  node: Leaf | Adjustment,
  { points, source }: MarkColumn,
  row: number,
  counted: Counted | undefined,
): Story['state'] {
  if (source[row] === OUTSIDE) return 'outside';
  if (stateOf(points, row) === EXEMPT) return 'exempt';
  if (exactAt(points, row) !== undefined) return 'scored';
  if (counted?.state === 'unappraised') return 'unappraised';
  return 'source' in node ? 'missing' : 'none';
}

/** What the rule makes of the value that counts, and how. */
function workOut(
  node: Leaf | Adjustment,
  columns: LeafColumns,
  counted: Counted,
  texts: CellTexts | undefined,
  seat: Seat,
): { readonly byRule: Exact; readonly because: Words } {
  const { rule, max } = node;
  const value = counted.value as Exact;
  const values = groupValues(node, columns, seat);
  const byRule = reduce(pointsAt(curveOf(rule, max, values), value) ?? ZERO);
  const asked = {
    cell: texts?.values[counted.position] ?? toText(value),
    previous: texts?.previous ?? '',
    mark: markOf(columns, seat),
    value,
    points: byRule,
    options: rule.options,
    max,
    values,
  };
  const { because } = ruleOf(rule);
  return { byRule, because: { en: because(asked, speech('en')), vi: because(asked, speech('vi')) } };
}

/** The decimal mark of the file that a row stands in. */
export function markOf(columns: LeafColumns, { row, files, mark }: Pick<Seat, 'row' | 'files' | 'mark'>): DecimalMark {
  return files[fileAt(columns.places, row)]?.mark ?? mark;
}

function tellRule({ rule, max }: Leaf | Adjustment): Words {
  const { tell } = ruleOf(rule);
  return { en: tell.en({ options: rule.options, max }), vi: tell.vi({ options: rule.options, max }) };
}

function rowOf({ places }: LeafColumns, { row, files }: Seat): Pick<Story, 'row'> {
  const line = lineAt(places, row);
  const file = files[fileAt(places, row)];
  return line === 0 || file === undefined ? {} : { row: placeOfField(file, line, 0) };
}

/** The filled cells of the row: last year's, the value columns in order, and the council's. */
function cellsOf(
  names: readonly string[],
  columns: LeafColumns,
  source: string | undefined,
  { row, files }: Seat,
): readonly ExplainedCell[] {
  const texts = columns.texts.get(row);
  if (texts === undefined) return [];
  const { fields } = texts;
  const file = files[fileAt(columns.places, row)] as FileCount;
  const line = lineAt(columns.places, row);
  const cell = (column: string, text: string, field: number): readonly ExplainedCell[] => {
    const place = placeOfField(file, line, field);
    return text === '' ? [] : [{ column, text, place, counts: column === source }];
  };
  return [
    ...cell('previous', texts.previous, fields.previous),
    ...names.flatMap((name, at) => cell(name, texts.values[at] ?? '', fields.values[at] ?? 0)),
    ...cell('override', texts.override, fields.override),
  ];
}
