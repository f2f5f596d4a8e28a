/**
 * Marks: the points of every unit on every leaf and adjustment.
 *
 *   value columns ─choose→ source, exempt ─curve→ points ─cap, override→ points ─round at the leaf→ points
 */
import type { LeafColumns, Override, Sheet } from '../model/assessment.ts';
import {
  type Column,
  createColumn,
  EMPTY,
  EXEMPT,
  exactAt,
  isTouched,
  setExact,
  setExempt,
  stateOf,
} from '../model/column.ts';
import { compare, type Exact } from '../model/exact.ts';
import { once } from '../model/once.ts';
import type { Adjustment, Leaf } from '../model/rubric.ts';
import { type MarkColumn, type Marks, OUTSIDE, OVERRIDDEN } from '../model/scoreboard.ts';
import { groupAt, type Units } from '../model/units.ts';
import { curveOf, ruleOf } from '../rules/index.ts';
import { type Candidates, candidatesOf, isOfficial } from './basis.ts';
import { compileCurve, type Evaluator } from './evaluate.ts';
import { evaluateRows, givesBack } from './evaluate-rows.ts';
import { type Direct, LateMark } from './late-mark.ts';
import { roundColumn } from './rounding.ts';

/** Rows that are scored by one curve: all of a sheet, or those of one group. */
type Rows = Int32Array;

/** The marks of a sheet, each made when it is asked for. */
export interface LateMarks extends Marks {
  readonly leaves: readonly LateMark[];
  readonly adjustments: readonly LateMark[];
}

/** Marks that were made, and of what beside the leaves' columns. */
interface Marked {
  readonly sheet: Sheet;
  readonly stage: number;
  readonly marks: LateMarks;
}

/** By the leaves' columns: the same sheet is scored several times, with other lines, or sums rounded in other places. */
const marked = new WeakMap<Sheet['leaves'], Marked[]>();

/** Marks of so many variants stay at most; those of close calls are two a stage. */
const MOST_MARKED = 8;

/** The marks of a sheet on a stage (a position in `rubric.stages`). */
export function markSheet(sheet: Sheet, stage: number): LateMarks {
  const all = marked.get(sheet.leaves) ?? [];
  const known = all.find((each) => each.stage === stage && areAlike(each.sheet, sheet));
  if (known) return known.marks;
  const marks = makeMarks(sheet, stage);
  marked.set(sheet.leaves, [...all, { sheet, stage, marks }].slice(-MOST_MARKED));
  return marks;
}

/** Whether two sheets of the same columns have the same marks: their rubrics differ at most in what is done with these. */
function areAlike(a: Sheet, b: Sheet): boolean {
  const isSame = a.units === b.units && a.adjustments === b.adjustments;
  const { leaves, adjustments, stages, rounding } = a.rubric;
  if (!isSame || leaves !== b.rubric.leaves || adjustments !== b.rubric.adjustments) return false;
  const { at, decimals } = b.rubric.rounding;
  const isRounded = rounding.at === 'leaf';
  return stages === b.rubric.stages && isRounded === (at === 'leaf') && (!isRounded || rounding.decimals === decimals);
}

function makeMarks(sheet: Sheet, stage: number): LateMarks {
  const { rubric, units } = sheet;
  // A ranking that asks for no marks asks for none of these.
  const everyone = once(() => [Int32Array.from({ length: units.length }, (_, row) => row)]);
  const groups = once(() => [...rowsByGroup(units).values()]);
  const mark = (node: Leaf | Adjustment, columns: LeafColumns): LateMark => {
    const isLeaf = 'source' in node;
    const blank = () => ({ points: createColumn(units.length), source: new Uint8Array(units.length) });
    const candidates = candidatesOf(columns, rubric, isLeaf ? node.source : 'appraised', stage);
    if (candidates === undefined) {
      const { points, source } = blank();
      return new LateMark(() => ({ points, source: source.fill(OUTSIDE) }), true, undefined);
    }
    const isUntouched = isLeaf && columns.overrides.size === 0 && rubric.rounding.at !== 'leaf';
    const direct = isUntouched ? directOf(node, candidates) : undefined;
    const make = (): MarkColumn => {
      const column = blank();
      const counting = chooseSources(candidates, column);
      // The values may be the points: then one column serves as both.
      if (direct && givesBack(direct.evaluator, direct.values)) return { ...column, points: direct.values };
      for (const rows of ruleOf(node.rule).relative ? groups() : everyone()) {
        applyRule(node, columns.values, rows, counting, column.points);
      }
      if (!isLeaf) capPoints(column.points, node.max);
      if (isOfficial(rubric, stage)) applyOverrides(columns.overrides, column);
      if (rubric.rounding.at === 'leaf') roundColumn(column.points, rubric.rounding.decimals);
      return column;
    };
    return new LateMark(make, false, direct);
  };
  return {
    leaves: rubric.leaves.map((leaf, at) => mark(leaf, sheet.leaves[at] as LeafColumns)),
    adjustments: rubric.adjustments.map((adjustment, at) => mark(adjustment, sheet.adjustments[at] as LeafColumns)),
  };
}

/** The one column that counts for all rows, if there is but one, and the leaf is no matter of the whole group. */
function directOf(leaf: Leaf, { latestFirst, from }: Candidates): Direct | undefined {
  const [only, second] = latestFirst;
  if (only === undefined || second || from > only.position || ruleOf(leaf.rule).relative) return undefined;
  return { values: only.column, evaluator: evaluatorOf(leaf) };
}

/** By what takes a value: the same rubric is scored several times, rounded in other places. */
const evaluators = new WeakMap<Leaf | Adjustment, Evaluator>();

/** The evaluator of a rule that looks at no other unit's value. */
function evaluatorOf(node: Leaf | Adjustment): Evaluator {
  const known = evaluators.get(node);
  if (known) return known;
  const made = compileCurve(curveOf(node.rule, node.max));
  evaluators.set(node, made);
  return made;
}

/** The rows of each group, in their order. */
export function rowsByGroup(units: Units): ReadonlyMap<string, Rows> {
  const groups = new Map<string, { size: number; rows: Int32Array }>();
  for (let row = 0; row < units.length; row++) {
    const group = groupAt(units, row);
    const own = groups.get(group);
    if (own === undefined) groups.set(group, { size: 1, rows: new Int32Array() });
    else own.size++;
  }
  for (const own of groups.values()) own.rows = new Int32Array(own.size);
  for (let row = units.length - 1; row >= 0; row--) {
    const own = groups.get(groupAt(units, row)) as { size: number; rows: Int32Array };
    own.rows[--own.size] = row;
  }
  return new Map(Array.from(groups, ([group, { rows }]) => [group, rows]));
}

/**
 * Notes for each row where its value stands, and which rows are exempt.
 * Gives for each row 1 + the position of the value column whose number is to be scored, else 0.
 */
function chooseSources({ latestFirst, from }: Candidates, { points, source }: MarkColumn): Uint8Array {
  const counting = new Uint8Array(source.length);
  for (const { column, position } of latestFirst) {
    for (let row = 0; row < source.length; row++) {
      const state = stateOf(column, row);
      if (state === EMPTY || source[row] !== 0) continue;
      source[row] = 1 + position;
      if (position < from) continue;
      if (state === EXEMPT) setExempt(points, row);
      else counting[row] = 1 + position;
    }
  }
  return counting;
}

/** Writes the points of the rows that have a number; a relative rule sees the numbers of all of them. */
function applyRule(
  node: Leaf | Adjustment,
  values: readonly Column[],
  rows: Rows,
  counting: Uint8Array,
  points: Column,
): void {
  const evaluator = ruleOf(node.rule).relative
    ? compileCurve(curveOf(node.rule, node.max, numbersOf(values, rows, counting)))
    : evaluatorOf(node);
  for (const [at, column] of values.entries()) {
    if (isTouched(column)) evaluateRows(evaluator, column, rows, counting, 1 + at, points);
  }
}

function numbersOf(values: readonly Column[], rows: Rows, counting: Uint8Array): readonly Exact[] {
  const numbers: Exact[] = [];
  for (const row of rows) {
    const position = counting[row] as number;
    if (position > 0) numbers.push(exactAt(values[position - 1] as Column, row) as Exact);
  }
  return numbers;
}

/** No adjustment gives more than its own cap. */
function capPoints(points: Column, cap: Exact): void {
  for (let row = 0; row < points.size; row++) {
    const given = exactAt(points, row);
    if (given !== undefined && compare(given, cap) > 0) setExact(points, row, cap);
  }
}

/** Points given outright stand over the rule's, and in the place of a missing value; an exempt leaf stays exempt. */
function applyOverrides(overrides: ReadonlyMap<number, Override>, { points, source }: MarkColumn): void {
  for (const [row, override] of overrides) {
    if (stateOf(points, row) === EXEMPT) continue;
    setExact(points, row, override.points);
    source[row] = OVERRIDDEN;
  }
}
