/** Laws of explanations over generated projects: parts add to the total, places hold what is said, gaps leave nothing over. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainUnit } from '../../src/analyse/explain.ts';
import { compareUnits } from '../../src/analyse/versus.ts';
import { loadProject } from '../../src/load.ts';
import { add, compare, type Exact, equal, negate, round, subtract, sum, ZERO } from '../../src/model/exact.ts';
import type { Explanation, Story, Versus } from '../../src/model/explanation.ts';
import { reportExplanation } from '../../src/reports/explanation.ts';
import { reportVersus } from '../../src/reports/explanation-versus.ts';
import { score } from '../../src/score/index.ts';
import { distanceOf, sumsIn } from '../calculator.ts';
import { basesOf, type Case } from '../reference/case.ts';
import { anyCase } from '../reference/generate-case.ts';
import { type Writing, writeProject } from '../reference/write.ts';
import { memorySource } from '../source.ts';

const anyRun = fc.record({
  whole: anyCase(),
  writing: fc.record({
    shape: fc.constantFrom('per-unit', 'long', 'wide'),
    dialect: fc.constantFrom('data', 'excel-vi'),
    headers: fc.constantFrom('en', 'vi'),
    order: fc.nat({ max: 2 }),
  }) as fc.Arbitrary<Writing>,
  other: fc.constantFrom(0, 0, 1),
});

/** What a run gives: files, the assessment with every unit's texts, the board. Undefined where data are missing. */
function open(whole: Case, writing: Writing, other: number) {
  const files = writeProject(whole, writing);
  const bases = basesOf(whole);
  const basis = bases[(bases.length - 1 + other) % bases.length] as string;
  const focus = new Set(whole.units.map(({ id }) => id));
  const { assessment } = loadProject(memorySource(files), '.', { basis, focus });
  const mark = writing.dialect === 'data' ? ('.' as const) : (',' as const);
  return assessment && { files, assessment, mark, board: score(assessment, basis) };
}

const storiesOf = ({ domains, adjustments }: Explanation): readonly Story[] => [
  ...domains.flatMap(({ criteria }) => criteria.flatMap(({ stories }) => stories)),
  ...adjustments,
];

function proveSums(explanation: Explanation): void {
  const { group, standing, domains, kinds, ratio, scale } = explanation;
  const { rounding } = group.rubric;
  const rounded = (at: typeof rounding.at, value: Exact): Exact =>
    rounding.at === at ? round(value, rounding.decimals) : value;
  for (const story of storiesOf(explanation)) {
    if (story.before === undefined || story.points === undefined) continue;
    expect(equal(rounded('leaf', story.before), story.points)).toBe(true);
    if (story.lost) expect(equal(add(story.points, story.lost), story.node.max)).toBe(true);
  }
  for (const { node, figure, sum: plain, criteria } of domains) {
    const points = criteria.flatMap(({ stories }) => stories.flatMap((story) => story.points ?? []));
    expect(equal(sum(points), plain)).toBe(true);
    expect(equal(rounded('domain', plain), figure.points)).toBe(true);
    const maxima = criteria.flatMap(({ stories }) => stories.flatMap((each) => (each.points ? each.node.max : [])));
    expect(equal(sum(maxima), figure.max), node.id).toBe(true);
    expect(equal(sum(criteria.map((criterion) => criterion.figure.points)), plain)).toBe(true);
  }
  const ofKinds = kinds.map(({ kind, counted }) => (kind === 'bonus' ? counted : negate(counted)));
  const parts = [...domains.map(({ figure }) => figure.points), ...ofKinds];
  expect(equal(sum(parts), standing.total)).toBe(true);
  for (const { sum: together, cap, counted } of kinds) {
    const kept = cap !== undefined && compare(together, cap) > 0 ? cap : together;
    expect(equal(rounded('domain', kept), counted)).toBe(true);
  }
  const exempt = sum(standing.exempt.map((at) => group.rubric.leaves[at]?.max ?? ZERO));
  expect(equal(subtract(scale, exempt), standing.max)).toBe(true);
  if (ratio !== undefined && standing.index !== undefined) {
    const { min, max } = group.rubric.indexBounds;
    const shown = round(ratio, rounding.decimals);
    const lifted = min !== undefined && compare(shown, min) < 0 ? min : shown;
    const bounded = max !== undefined && compare(lifted, max) > 0 ? max : lifted;
    expect(equal(round(bounded, rounding.decimals), standing.index)).toBe(true);
  }
}

/** Every printed place is a cell that holds the printed text. */
function provePlaces(explanation: Explanation, files: ReadonlyMap<string, string>, delimiter: string): number {
  const cells = storiesOf(explanation).flatMap(({ cells: own }) => own);
  for (const { text, place } of cells) {
    const line = files.get(place.file)?.split('\n')[place.line - 1] ?? '';
    const [fields = []] = parse(line, { delimiter }) as string[][];
    expect(fields[place.column - 1]?.normalize('NFC').trim()).toBe(text);
  }
  for (const { source, cells: own } of storiesOf(explanation)) {
    const counting = own.filter(({ counts }) => counts).map(({ column }) => column);
    expect(counting).toEqual(source === undefined ? [] : [source]);
  }
  return cells.length;
}

/** Every printed sum gives, on a calculator, the figure printed after it; gives how many sums there were. */
function proveSentences(explanation: Explanation): number {
  const sums = storiesOf(explanation).flatMap(({ because }) => sumsIn(because?.en ?? ''));
  for (const printed of sums) {
    // A doubtful half of the last digit is a calculator's own rounding.
    const limit = printed.sign === '=' ? 1e-6 : 0.5 + 1e-6;
    expect(distanceOf(printed), `${printed.sum} ${printed.sign} ${printed.result}`).toBeLessThan(limit);
  }
  return sums.length;
}

describe('explanations of generated projects', () => {
  it('add up at every level, on a calculator too, and each place holds its cell', () => {
    let places = 0;
    let sums = 0;
    fc.assert(
      fc.property(anyRun, ({ whole, writing, other }) => {
        const opened = open(whole, writing, other);
        if (opened === undefined) return;
        const { files, assessment, mark, board } = opened;
        for (const { unit } of board.groups.flatMap(({ standings }) => standings)) {
          const explanation = explainUnit(assessment, board, unit.id, mark);
          proveSums(explanation);
          places += provePlaces(explanation, files, writing.dialect === 'data' ? ',' : ';');
          // A decimal comma in a cell would stop the calculator.
          if (writing.dialect === 'data') sums += proveSentences(explanation);
          const page = JSON.stringify(reportExplanation(explanation, { lang: other === 0 ? 'vi' : 'en' }).document);
          expect(page).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 60, seed: 20200312, endOnFailure: true },
    );
    expect(places).toBeGreaterThan(1000);
    expect(sums).toBeGreaterThan(100);
  });
});

const gapsOf = ({ domains, extras }: Versus): readonly Exact[] => [
  ...domains.flatMap(({ parts }) => parts.map(({ gap }) => gap)),
  ...extras.map(({ gap }) => gap),
];

describe('two units of generated projects', () => {
  it('differ by the sum of the parts, which agrees with their ranks', () => {
    let pairs = 0;
    let averaged = 0;
    fc.assert(
      fc.property(anyRun, ({ whole, writing, other }) => {
        const opened = open(whole, writing, other);
        if (opened === undefined) return;
        const { assessment, mark, board } = opened;
        for (const group of board.groups) {
          const indexed = group.standings.filter(({ index }) => index !== undefined);
          for (const one of indexed) {
            for (const two of indexed) {
              if (one === two) continue;
              const versus = compareUnits(assessment, board, group, [one, two], mark);
              expect(equal(sum(gapsOf(versus)), versus.gap)).toBe(true);
              for (const domain of versus.domains) {
                expect(equal(sum(domain.parts.map(({ gap }) => gap)), domain.gap)).toBe(true);
              }
              const back = compareUnits(assessment, board, group, [two, one], mark);
              expect(equal(sum([versus.gap, back.gap]), ZERO)).toBe(true);
              if (one.rank !== undefined && two.rank !== undefined) {
                expect(versus.decision.by === 'nothing').toBe(one.rank === two.rank);
                if (versus.decision.by === 'index') expect(compare(versus.gap, ZERO) > 0).toBe(one.rank < two.rank);
              }
              averaged += versus.averaged.length;
              pairs++;
              expect(JSON.stringify(reportVersus(versus, { lang: 'vi' }).document)).not.toMatch(/undefined|NaN/);
            }
          }
        }
      }),
      { numRuns: 40, seed: 20200313, endOnFailure: true },
    );
    expect(pairs).toBeGreaterThan(100);
    expect(averaged).toBeGreaterThan(3);
  });
});
