/** The ranking as it would be if one unit had reported other values, and who moves. */
import type { Assessment, LeafColumns, Sheet } from '../model/assessment.ts';
import { type Column, exactAt, setExact } from '../model/column.ts';
import type { Exact } from '../model/exact.ts';
import type { Supposed, WhatIf } from '../model/plan.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import type { GroupBoard, MarkColumn, Scoreboard, Standing } from '../model/scoreboard.ts';
import { stageOf } from '../score/basis.ts';
import { score } from '../score/index.ts';
import { findStanding } from './explain.ts';
import { sheetOf } from './plan-ways.ts';

/** A value that a leaf is supposed to have, as its rule reads it. */
export interface SupposedValue {
  readonly leaf: Leaf;
  readonly text: string;
  readonly value: Exact;
}

/** Values stand on the board's basis, over any override; the rest of the assessment stays as it is. */
export function supposeValues(
  assessment: Assessment,
  board: Scoreboard,
  unit: string,
  values: readonly SupposedValue[],
): WhatIf {
  const { group, standing } = findStanding(board, unit);
  const { rubric } = group;
  const sheet = sheetOf(assessment.sheets, rubric);
  const changedSheet = withValues(sheet, rubric, standing.row, stageOf(rubric, board.basis), values);
  const sheets = assessment.sheets.map((each) => (each === sheet ? changedSheet : each));
  const isStage = rubric.stages.includes(board.basis);
  const after = score({ ...assessment, sheets }, isStage ? board.basis : undefined);
  const changed = findStanding(after, unit).group;
  const before = new Map(group.standings.map((each) => [each.unit.id, each]));
  return {
    board,
    group,
    changed,
    unit,
    supposed: values.map(({ leaf, text }): Supposed => {
      const at = rubric.leaves.indexOf(leaf);
      const columns = sheet.leaves[at] as LeafColumns;
      const counted = (group.marks.leaves[at] as MarkColumn).source[standing.row] as number;
      return {
        leaf,
        before: columns.texts.get(standing.row)?.values[counted - 1] ?? '',
        after: text,
        pointsBefore: pointsOf(group, at, standing.row),
        pointsAfter: pointsOf(changed, at, standing.row),
      };
    }),
    moves: changed.standings.map((each) => ({ before: before.get(each.unit.id) as Standing, after: each })),
  };
}

function pointsOf({ marks }: GroupBoard, leaf: number, row: number): Exact | undefined {
  return exactAt((marks.leaves[leaf] as MarkColumn).points, row);
}

function withValues(sheet: Sheet, rubric: Rubric, row: number, stage: number, values: readonly SupposedValue[]): Sheet {
  const wanted = new Map(values.map(({ leaf, value }) => [rubric.leaves.indexOf(leaf), value]));
  const leaves = sheet.leaves.map((columns, at) => {
    const value = wanted.get(at);
    if (value === undefined) return columns;
    const position = (rubric.leaves[at] as Leaf).source === 'survey' ? 0 : stage;
    const overrides = new Map(columns.overrides);
    overrides.delete(row);
    return {
      ...columns,
      overrides,
      values: columns.values.map((column, own) => (own === position ? withValue(column, row, value) : column)),
    };
  });
  return { ...sheet, leaves };
}

/** A copy of a column with another number in one row. */
function withValue(column: Column, row: number, value: Exact): Column {
  const copy: Column = {
    size: column.size,
    state: column.state.slice(),
    n: column.n.slice(),
    d: column.d.slice(),
    shared: column.shared,
    wide: column.wide && new Map(column.wide),
  };
  setExact(copy, row, value);
  return copy;
}
