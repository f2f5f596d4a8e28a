/** The ranking as it would be if units of one group had reported other values, and who moves. */
import type { Assessment, LeafColumns, Sheet } from '../model/assessment.ts';
import { type Column, exactAt, setExact, setExempt } from '../model/column.ts';
import type { Exact } from '../model/exact.ts';
import type { Supposed, WhatIf } from '../model/plan.ts';
import { APART } from '../model/room.ts';
import type { Leaf } from '../model/rubric.ts';
import { type GroupBoard, type MarkColumn, OVERRIDDEN, type Scoreboard, type Standing } from '../model/scoreboard.ts';
import { stageOf } from '../score/basis.ts';
import { score } from '../score/index.ts';
import { findStanding } from './explain.ts';
import { sheetOf } from './plan-ways.ts';

/** A value that a leaf of a unit is supposed to have, as its rule reads it, or that it does not apply. */
export interface SupposedValue {
  readonly unit: string;
  readonly leaf: Leaf;
  readonly text: string;
  readonly value: Exact | 'exempt';
}

/**
 * Values stand on the board's basis, over any override; the rest of the assessment stays as it is. At least one; all
 * units are of one group. Each leaf of a unit at most once.
 */
export function supposeValues(assessment: Assessment, board: Scoreboard, values: readonly SupposedValue[]): WhatIf {
  const units = [...new Set(values.map(({ unit }) => unit))];
  const { group } = findStanding(board, units[0] as string);
  const { rubric } = group;
  const rowOf = (unit: string): number => findStanding(board, unit).standing.row;
  const sheet = sheetOf(assessment.sheets, rubric);
  const changedSheet = withValues(sheet, stageOf(rubric, board.basis), values, rowOf);
  const sheets = assessment.sheets.map((each) => (each === sheet ? changedSheet : each));
  const isStage = rubric.stages.includes(board.basis);
  const after = score({ ...assessment, sheets }, isStage ? board.basis : undefined);
  const changed = findStanding(after, units[0] as string).group;
  const before = new Map(group.standings.map((each) => [each.unit.id, each]));
  return {
    board,
    group,
    changed,
    units: units.map((unit) => findStanding(board, unit).standing.unit),
    supposed: values.map(({ unit, leaf, text }): Supposed => {
      const at = rubric.leaves.indexOf(leaf);
      const row = rowOf(unit);
      return {
        unit: findStanding(board, unit).standing.unit,
        leaf,
        before: reportedText(sheet.leaves[at] as LeafColumns, group.marks.leaves[at] as MarkColumn, row),
        after: text,
        pointsBefore: pointsOf(group, at, row),
        pointsAfter: pointsOf(changed, at, row),
      };
    }),
    moves: changed.standings.map((each) => ({ before: before.get(each.unit.id) as Standing, after: each })),
  };
}

/** What stands in the cell that counts now. */
function reportedText({ texts }: LeafColumns, { source }: MarkColumn, row: number): string {
  const counted = source[row] as number;
  const told = texts.get(row);
  return (counted === OVERRIDDEN ? told?.override : told?.values[counted - 1]) ?? '';
}

function pointsOf({ marks }: GroupBoard, leaf: number, row: number): Exact | undefined {
  return exactAt((marks.leaves[leaf] as MarkColumn).points, row);
}

function withValues(
  sheet: Sheet,
  stage: number,
  values: readonly SupposedValue[],
  rowOf: (unit: string) => number,
): Sheet {
  const leaves = sheet.leaves.map((columns, at) => {
    const leaf = sheet.rubric.leaves[at] as Leaf;
    const own = values.filter((each) => each.leaf === leaf);
    if (own.length === 0) return columns;
    const position = leaf.source === 'survey' ? 0 : stage;
    const overrides = new Map(columns.overrides);
    for (const { unit } of own) overrides.delete(rowOf(unit));
    const column = copyOf(columns.values[position] as Column, sheet.units.length);
    for (const { unit, value } of own) {
      if (value === 'exempt') setExempt(column, rowOf(unit));
      else setExact(column, rowOf(unit), value);
    }
    return { ...columns, overrides, values: columns.values.map((each, other) => (other === position ? column : each)) };
  });
  return { ...sheet, leaves };
}

/** A copy of a column to write in. */
function copyOf(column: Column, size: number): Column {
  const { n, none, d, shared, wide, exempt } = column;
  return {
    ...{ size, room: APART, none, shared, isKnownFull: false },
    ...{ n: n.slice(), d: d.slice(), exempt: exempt.slice(), wide: wide && new Map(wide) },
  };
}
