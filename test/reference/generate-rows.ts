/**
 * What one unit reported: cells by stage, exempt and missing ones where the rubric allows it, overrides with a note.
 */
import { type Adjustment, exemptable, type Leaf, leavesOf, type Row, type Rubric, stagesOf } from './case.ts';
import { type Draw, exact, portion } from './draw.ts';
import { drawPrevious, drawValue } from './generate-value.ts';

type Node = Leaf | Adjustment;

/** Rows of a unit by the rubric; those of `twin`, where given, with at most one drawn anew. */
export function drawRows(draw: Draw, rubric: Rubric, twin: readonly Row[] | undefined): readonly Row[] {
  const mayBeExempt = exemptable(rubric);
  const leaves = leavesOf(rubric);
  if (twin !== undefined) {
    const changed = draw.chance(60) ? draw.one(leaves) : undefined;
    const kept = twin.filter((row) => row.of !== changed?.id);
    return changed === undefined ? twin : [...kept, ...some(drawLeafRow(draw, rubric, changed, mayBeExempt, true))];
  }
  const exemptsAll = leaves.every(({ id }) => mayBeExempt.has(id)) && draw.chance(15);
  const rows = leaves.flatMap((leaf, at) =>
    exemptsAll ? [exemptRow(rubric, leaf)] : some(drawLeafRow(draw, rubric, leaf, mayBeExempt, at === 0)),
  );
  return [...rows, ...(rubric.adjustments ?? []).flatMap((adjustment) => some(drawAdjusted(draw, rubric, adjustment)))];
}

/**
 * The rows of two units that were given the same points on two leaves, but the other way round, so that their totals
 * are equal and their components are not; or nearly the same. None where the rows have no two such leaves.
 */
export function drawRivals(
  draw: Draw,
  rubric: Rubric,
  rows: readonly Row[],
): readonly [readonly Row[], readonly Row[]] | undefined {
  const able = leavesOf(rubric).filter((leaf) =>
    rows.some((row) => row.of === leaf.id && !isExemptSomewhere(rubric, leaf, row)),
  );
  if (able.length < 2) {
    return undefined;
  }
  const [first, second] = draw.some(able, 2).map(({ id }) => id);
  const points = draw.one(['0.5', '0.4', '0.25', '0.125']);
  const others = draw.one(['0.1', '0.2', '0.3335', '0.005']);
  const nearly = draw.chance(40) ? `${others}0001` : others;
  const given = (of: Readonly<Record<string, string>>) =>
    rows.map((row) => ({
      ...row,
      ...(of[row.of] === undefined ? {} : { override: of[row.of], note: 'Họp hội đồng' }),
    }));
  return [
    given({ [first ?? '']: points, [second ?? '']: others }),
    given({ [first ?? '']: nearly, [second ?? '']: points }),
  ];
}

function some(row: Row | undefined): readonly Row[] {
  return row === undefined ? [] : [row];
}

/** A unit without any row was never heard of, which is refused: `always` keeps one. */
function drawLeafRow(
  draw: Draw,
  rubric: Rubric,
  leaf: Leaf,
  mayBeExempt: ReadonlySet<string>,
  always: boolean,
): Row | undefined {
  const isMissing = rubric.missing === 'zero' && draw.chance(12);
  if (isMissing && !always && draw.chance(50)) {
    return undefined;
  }
  const previous = leaf.rule.type === 'growth' ? drawPrevious(draw, leaf.rule) : undefined;
  const isExemptible = mayBeExempt.has(leaf.id);
  const cell = () =>
    isExemptible && draw.chance(15)
      ? draw.one(['n/a', 'N/A', 'không áp dụng'])
      : drawValue(draw, leaf.rule, exact(leaf.max), previous ?? '');
  const row = {
    of: leaf.id,
    ...(leaf.source === 'survey'
      ? { stages: {}, survey: isMissing ? '' : cell() }
      : { stages: drawStageCells(draw, rubric, leaf, cell, isMissing) }),
    ...(previous === undefined ? {} : { previous }),
  };
  return finished(draw, rubric, leaf, row);
}

function drawAdjusted(draw: Draw, rubric: Rubric, adjustment: Adjustment): Row | undefined {
  if (draw.chance(40)) {
    return undefined;
  }
  const { rule, max } = adjustment;
  const cell = () => (rule.type === 'per-item' && draw.chance(20) ? '50' : drawValue(draw, rule, exact(max), ''));
  const isMissing = rubric.missing === 'zero' && draw.chance(20);
  const row = { of: adjustment.id, stages: drawStageCells(draw, rubric, adjustment, cell, isMissing) };
  return finished(draw, rubric, adjustment, row);
}

/** Cells by stage. Unless it is missing, one that the official basis takes is filled. */
function drawStageCells(
  draw: Draw,
  rubric: Rubric,
  node: Node,
  cell: () => string,
  isMissing: boolean,
): Readonly<Record<string, string>> {
  const stages = stagesOf(rubric);
  const first = 'source' in node && node.source === 'self' ? 0 : stages.indexOf('appraised');
  const needed = isMissing ? undefined : draw.one(stages.slice(first));
  const filled = stages.filter(
    (stage, at) => stage === needed || (isMissing && at >= first ? false : draw.chance(at < first ? 85 : 50)),
  );
  return Object.fromEntries(filled.map((stage) => [stage, cell()]));
}

/** The row with an override, a note and evidence; a note where the law asks for one. */
function finished(draw: Draw, rubric: Rubric, node: Node, row: Row): Row {
  const override = !isExemptSomewhere(rubric, node, row) && draw.chance(8) ? drawOverride(draw, node.max) : undefined;
  const cells = [row.survey ?? '', ...Object.values(row.stages)];
  const asksNote = override !== undefined || cells.some(isExemptText);
  return {
    ...row,
    ...(override === undefined ? {} : { override }),
    ...(asksNote || draw.chance(10) ? { note: 'Công văn số 12, "khẩn"; xem phụ lục' } : {}),
    ...(draw.chance(20) ? { evidence: 'QĐ-118.pdf' } : {}),
  };
}

function drawOverride(draw: Draw, max: string): string {
  return draw.chance(80)
    ? portion(exact(max), draw.between(0, 8), 8)
    : portion(exact(max), draw.between(0, 1000), 1000);
}

/** Whether some official basis takes an exempt cell: such a leaf cannot be given points. */
function isExemptSomewhere(rubric: Rubric, node: Node, row: Row): boolean {
  const stages = stagesOf(rubric);
  const first = 'source' in node && node.source === 'self' ? 0 : stages.indexOf('appraised');
  return [row.survey ?? '', ...stages.slice(first).map((stage) => row.stages[stage] ?? '')].some(isExemptText);
}

function isExemptText(text: string): boolean {
  return text.toLowerCase() === 'n/a' || text === 'không áp dụng';
}

function exemptRow(rubric: Rubric, leaf: Leaf): Row {
  const cells = leaf.source === 'survey' ? { survey: 'n/a', stages: {} } : { stages: { [lastOf(rubric)]: 'n/a' } };
  return { of: leaf.id, ...cells, note: 'Không thuộc phạm vi' };
}

function lastOf(rubric: Rubric): string {
  return stagesOf(rubric).at(-1) ?? 'appraised';
}
