/** Printed grades: held against bands and gates where they are given, else the lines that would fit them are found. */
import { compare, type Exact, exact, multiply, subtract, toText } from '../model/exact.ts';
import { fold } from '../model/nearest.ts';
import type { PublishedBands, PublishedRow, PublishedTable, TableFinding } from '../model/published.ts';
import { columnOf, type Figure, figureOf, figuresOf, rangeOfResult } from './audit-cells.ts';
import { canBeBelow, type Interval, meet, point } from './audit-interval.ts';

interface Graded {
  readonly row: PublishedRow;
  readonly grade: { readonly text: string; readonly place: TableFinding['place'] };
  readonly score: Figure;
}

/** Grades by the index, else by the total, which is then taken for one. */
export function checkGrades(table: PublishedTable, bands: PublishedBands | undefined): readonly TableFinding[] {
  const column = columnOf(table, 'grade');
  if (column === undefined) return [];
  const at = table.columns.indexOf(column);
  const graded = table.rows.flatMap((row): Graded[] => {
    const cell = row.cells[at];
    const score = figureOf(table, row, 'index') ?? figureOf(table, row, 'total');
    return row.isTotal || cell === undefined || cell.text === '' || score === undefined
      ? []
      : [{ row, grade: cell, score }];
  });
  if (bands !== undefined) return graded.map((each) => gradeOf(table, each, bands));
  const lines = linesOf(graded);
  // Lines may differ from group to group (Nam Định 2020: grade I from 90 for departments, from 80 for districts).
  const groups = [...new Set(graded.map(({ row }) => row.group))];
  if (groups.length < 2 || lines.every(({ kind }) => kind === 'line')) return lines;
  return groups.flatMap((group) => linesOf(graded.filter(({ row }) => row.group === group)));
}

function gradeOf(table: PublishedTable, { row, grade, score }: Graded, policy: PublishedBands): TableFinding {
  const { bands, onShown, gates } = policy;
  const printed = bands.findIndex(({ name }) => fold(name) === fold(grade.text));
  const byIndex = bandOf(score.value, policy);
  const name = (at: number): string => bands[at]?.name ?? '';
  const base = { check: 'grades' as const, place: grade.place, subject: row.name, printed: grade.text };
  const facts = { score: score.cell.text, band: name(byIndex) };
  if (printed === -1) return { ...base, verdict: 'refuted', truth: name(byIndex), kind: 'unknown-grade', facts };
  const components = figuresOf(table, row, 'component');
  const holds = gates.flatMap((gate) =>
    components
      .filter(({ column, value }) => gate.ids.includes(column.key) && compare(value, gate.below) < 0)
      .map((figure) => ({ gate, figure })),
  );
  const expected = Math.max(byIndex, ...holds.map(({ gate }) => gate.cap));
  const hold = holds.find(({ gate }) => gate.cap === expected && expected > byIndex);
  const isGated = hold !== undefined;
  const gateFacts = isGated
    ? {
        node: hold.figure.column.key,
        component: hold.figure.cell.text,
        below: toText(hold.gate.below),
        cap: name(hold.gate.cap),
      }
    : {};
  const known = { ...base, truth: name(expected), facts: { ...facts, ...gateFacts } };
  if (printed === expected) return { ...known, verdict: 'confirmed', kind: isGated ? 'gate' : 'band' };
  const isNear = !onShown && !isGated && canBe(printed, rangeOfResult(score), policy);
  if (isNear) return { ...known, verdict: 'possible', kind: 'band' };
  // A gate whose components were not printed may hold a grade down.
  const isHidden = gates.some(({ cap }) => cap > byIndex && cap === printed) && components.length === 0;
  if (isHidden) return { ...known, verdict: 'possible', kind: 'maybe-gate' };
  return { ...known, verdict: 'refuted', kind: isGated ? 'gate' : 'band' };
}

function bandOf(value: Exact, { bands }: PublishedBands): number {
  return bands.findIndex(({ from }) => from === undefined || compare(value, from) >= 0);
}

/** Whether some value behind a printed index lies in a band. */
function canBe(at: number, range: Interval, { bands }: PublishedBands): boolean {
  const [from, above] = [bands[at]?.from, bands[at - 1]?.from];
  const reaches = from === undefined || canBeBelow(point(from), range, true);
  return (
    reaches &&
    (above === undefined || canBeBelow(range, point(above), false)) &&
    !(from && above && !meet(range, between(from, above)))
  );
}

function between(from: Exact, above: Exact): Interval {
  return { low: { at: from, isIn: true }, high: { at: above, isIn: false } };
}

/** Between each two grades that follow each other by score: above which figure, and up to which, their line lies. */
function linesOf(graded: readonly Graded[]): readonly TableFinding[] {
  const names = [...new Set(graded.map(({ grade }) => grade.text))];
  const spans = names.map((name) => {
    const own = graded.filter(({ grade }) => grade.text === name);
    const sorted = own.toSorted((a, b) => compare(a.score.value, b.score.value));
    return { name, lowest: sorted[0] as Graded, highest: sorted.at(-1) as Graded };
  });
  const falling = spans.toSorted((a, b) => compare(b.lowest.score.value, a.lowest.score.value));
  return falling.slice(1).map((lower, at): TableFinding => {
    const upper = falling[at] as (typeof falling)[number];
    const [above, upTo] = [lower.highest.score, upper.lowest.score];
    const isApart = compare(above.value, upTo.value) < 0;
    const line = isApart ? toText(roundest(above.value, upTo.value)) : '';
    return {
      ...{ check: 'lines', verdict: isApart ? 'confirmed' : 'refuted', place: upper.lowest.grade.place },
      ...{ subject: upper.lowest.row.name, printed: upper.name, truth: line, kind: isApart ? 'line' : 'overlap' },
      facts: {
        upper: upper.name,
        lower: lower.name,
        above: above.cell.text,
        upTo: upTo.cell.text,
        other: lower.highest.row.name,
      },
    };
  });
}

/** Steps of a line that somebody would draw, the roundest first. */
const STEPS = [exact(10n), exact(5n), exact(1n), exact(1n, 2n), exact(1n, 10n), exact(1n, 100n), exact(1n, 1000n)];

/** The roundest number above the one and up to the other. */
function roundest(above: Exact, upTo: Exact): Exact {
  for (const step of STEPS) {
    const count = (upTo.n * step.d) / (upTo.d * step.n);
    const line = multiply(exact(count), step);
    if (subtract(line, above).n > 0n) return line;
  }
  return upTo;
}
