/**
 * Metamorphic laws: how a result may and may not change when its inputs do. No law here knows a single expected
 * figure; the figures themselves are held in against-reference.test.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../src/load.ts';
import { exactAt } from '../src/model/column.ts';
import type { Report } from '../src/model/document.ts';
import { add, compare, type Exact, equal, exact, round, subtract, sum, toText } from '../src/model/exact.ts';
import type { GroupBoard, Scoreboard, Standing } from '../src/model/scoreboard.ts';
import { reportRanking } from '../src/reports/ranking.ts';
import { figureOf, score } from '../src/score/index.ts';
import { type Case, leavesOf, type Rubric, rubricOf } from './reference/case.ts';
import { drawFrom } from './reference/draw.ts';
import { anyCase } from './reference/generate-case.ts';
import { drawRise } from './reference/generate-rise.ts';
import { expected } from './reference/score.ts';
import { type Writing, writeProject } from './reference/write.ts';
import { memorySource } from './source.ts';

const PLAIN: Writing = { shape: 'per-unit', dialect: 'data', headers: 'en', order: 0 };
const SEED = 2013;
const LIMIT = { interruptAfterTimeLimit: 100_000, markInterruptAsFailure: true };

/** Cases that are refused for a missing value have no result to compare. */
const anySound = anyCase().filter((whole) => expected(whole, officialBasis(whole)).refused.length === 0);

function officialBasis(whole: Case): string {
  return whole.rubrics[0]?.stages?.at(-1) ?? 'appraised';
}

function boardOf(files: ReadonlyMap<string, string>): Scoreboard {
  const { assessment, diagnostics } = loadProject(memorySource(files), '.');
  if (assessment === undefined) {
    throw new Error(diagnostics.map(({ fault, place }) => `${fault.code} ${place.file}:${place.line}`).join('\n'));
  }
  return score(assessment);
}

function rankingOf(files: ReadonlyMap<string, string>): Report {
  return reportRanking(boardOf(files), { lang: 'en', domains: true, toolVersion: '0' });
}

/** The published JSON and the flat table as texts; of the list of files only what differs by itself is left out. */
function published(files: ReadonlyMap<string, string>): string {
  const { data, flat } = rankingOf(files);
  return JSON.stringify([{ ...(data as object), files: [] }, flat]);
}

interface Units {
  readonly groups: readonly { readonly id: string; readonly units: readonly { readonly unit: string }[] }[];
}

/** What is published of each unit, by group and unit. */
function unitsIn(files: ReadonlyMap<string, string>): Readonly<Record<string, object>> {
  const { groups } = rankingOf(files).data as unknown as Units;
  return Object.fromEntries(groups.flatMap(({ id, units }) => units.map((unit) => [`${id} ${unit.unit}`, unit])));
}

describe('order', () => {
  it('of rows changes no byte, in any shape', () => {
    const shapes = fc.constantFrom<Writing['shape']>('per-unit', 'long', 'wide');
    fc.assert(
      fc.property(anySound, shapes, fc.integer({ min: 1, max: 1000 }), (whole, shape, order) => {
        const [straight, shuffled] = [0, order].map((seed) => writeProject(whole, { ...PLAIN, shape, order: seed }));
        const of = (files: Map<string, string> | undefined) =>
          JSON.stringify(rankingOf(files as Map<string, string>).data);
        expect(of(shuffled)).toBe(of(straight));
      }),
      { numRuns: 60, seed: SEED, ...LIMIT },
    );
  });

  it('of files changes nothing: one long table cut in two, either part first', () => {
    fc.assert(
      fc.property(anySound, fc.array(fc.boolean(), { minLength: 8, maxLength: 40 }), (whole, cuts) => {
        const files = writeProject(whole, { ...PLAIN, shape: 'long' });
        const [header = '', ...rows] = (files.get('entries/all.csv') ?? '').trimEnd().split('\n');
        const part = (second: boolean) =>
          `${[header, ...rows.filter((_, at) => (cuts[at % cuts.length] ?? false) === second)].join('\n')}\n`;
        const cut = (first: boolean) => {
          const parts = new Map([...files, ['entries/a.csv', part(first)], ['entries/b.csv', part(!first)]]);
          parts.delete('entries/all.csv');
          return parts;
        };
        const entire = published(files);
        expect(published(cut(true))).toBe(entire);
        expect(published(cut(false))).toBe(entire);
      }),
      { numRuns: 60, seed: SEED, ...LIMIT },
    );
  });

  it('of units changes nothing but the order in which equals are listed', () => {
    fc.assert(
      fc.property(anySound, fc.nat({ max: 5 }), fc.boolean(), (whole, by, back) => {
        const turned = [...whole.units.slice(by), ...whole.units.slice(0, by)];
        const units = back ? turned.toReversed() : turned;
        expect(unitsIn(writeProject({ ...whole, units }, PLAIN))).toEqual(unitsIn(writeProject(whole, PLAIN)));
      }),
      { numRuns: 60, seed: SEED, ...LIMIT },
    );
  });

  it('and presence of other groups change nothing in a group', () => {
    fc.assert(
      fc.property(anySound, (whole) => {
        const all = unitsIn(writeProject(whole, PLAIN));
        for (const group of new Set(whole.units.map((unit) => unit.group))) {
          const units = whole.units.filter((unit) => unit.group === group);
          const rubrics = [rubricOf(whole, group)];
          const alone = unitsIn(writeProject({ ...whole, rubrics, units }, PLAIN));
          expect(alone).toEqual(Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith(`${group} `))));
        }
      }),
      { numRuns: 60, seed: SEED, ...LIMIT },
    );
  });
});

describe('writing', () => {
  it('in three shapes, two dialects and two languages gives one published ranking, byte for byte', () => {
    const writings = (['per-unit', 'long', 'wide'] as const).flatMap((shape): Writing[] => [
      { shape, dialect: 'data', headers: 'en', order: 0 },
      { shape, dialect: 'excel-vi', headers: 'vi', order: 0 },
    ]);
    fc.assert(
      fc.property(anySound, (whole) => {
        const texts = new Set(writings.map((writing) => published(writeProject(whole, writing))));
        expect(texts.size).toBe(1);
      }),
      { numRuns: 50, seed: SEED, ...LIMIT },
    );
  });
});

describe('more', () => {
  it('never lowers points, index, rank or grade of the unit that has it, where the rule rises', () => {
    let risen = 0;
    fc.assert(
      fc.property(
        fc.gen().map((generate) => drawRise(drawFrom(generate))),
        ({ before, after, unit }) => {
          const [lower, higher] = [before, after].map((whole) => standingOf(whole, unit)) as [Standing, Standing];
          expect(compare(higher.total, lower.total)).toBeGreaterThanOrEqual(0);
          expect(compare(higher.index as Exact, lower.index as Exact)).toBeGreaterThanOrEqual(0);
          expect(higher.rank as number).toBeLessThanOrEqual(lower.rank as number);
          expect(higher.grade?.at as number).toBeLessThanOrEqual(lower.grade?.at as number);
          if (compare(higher.total, lower.total) > 0) risen++;
        },
      ),
      { numRuns: 300, seed: SEED, ...LIMIT },
    );
    // A law over cases in which nothing ever rose would say nothing.
    expect(risen).toBeGreaterThan(100);
  });
});

function standingOf(whole: Case, unit: string): Standing {
  const board = boardOf(writeProject(whole, PLAIN));
  const standings = board.groups.flatMap((group) => group.standings);
  return standings.find((standing) => standing.unit.id === unit) as Standing;
}

describe('parents', () => {
  it('are the sums of their children, in points and in maximum; marks lie within 0 and their maximum', () => {
    fc.assert(
      fc.property(anySound, (whole) => {
        for (const group of boardOf(writeProject(whole, PLAIN)).groups) {
          for (const standing of group.standings) {
            proveSums(group, standing);
            proveRange(group, standing);
          }
        }
      }),
      { numRuns: 120, seed: SEED, ...LIMIT },
    );
  });
});

function proveSums({ rubric, marks }: GroupBoard, standing: Standing): void {
  const isRounded = rubric.rounding.at === 'domain';
  for (const [at, domain] of rubric.domains.entries()) {
    const criteria = domain.criteria.map((each) =>
      figureOf(marks, rubric, standing.row, { level: 'criterion', at: each }),
    );
    const leaves = domain.leaves.map((each) => figureOf(marks, rubric, standing.row, { level: 'leaf', at: each }));
    const figure = standing.domains[at];
    for (const children of [criteria, leaves]) {
      const points = sum(children.map((child) => child.points));
      const own = isRounded ? round(points, rubric.rounding.decimals) : points;
      expect(equal(figure?.points as Exact, own)).toBe(true);
      expect(equal(figure?.max as Exact, sum(children.map((child) => child.max)))).toBe(true);
    }
  }
  const parts = sum(standing.domains.map(({ points }) => points));
  expect(equal(standing.total, subtract(add(parts, standing.bonus), standing.penalty))).toBe(true);
  expect(equal(standing.max, sum(standing.domains.map(({ max }) => max)))).toBe(true);
}

function proveRange({ rubric, marks }: GroupBoard, { row, bonus, penalty, index }: Standing): void {
  const nodes = [
    ...rubric.leaves.map(({ max }, at) => ({ max, mark: marks.leaves[at] })),
    ...rubric.adjustments.map(({ max }, at) => ({ max, mark: marks.adjustments[at] })),
  ];
  // Rounded at the leaf, points may reach the maximum rounded as well.
  const most = (max: Exact) => (rubric.rounding.at === 'leaf' ? round(max, rubric.rounding.decimals) : max);
  for (const { max, mark } of nodes) {
    const points = mark && exactAt(mark.points, row);
    if (points === undefined) continue;
    expect(points.n >= 0n).toBe(true);
    expect(compare(points, most(max))).toBeLessThanOrEqual(0);
  }
  const isPlain = rubric.rounding.at === 'total' && bonus.n === 0n && penalty.n === 0n;
  if (index === undefined || !isPlain) return;
  expect(index.n >= 0n || rubric.indexBounds.max !== undefined).toBe(true);
  // The total is rounded before it is divided: 0.75 of 0.75 points are 0.8 of 0.75 to one decimal.
  const half = exact(1n, 2n * 10n ** BigInt(rubric.rounding.decimals));
  const least = rubric.leaves.map(({ max }) => max).reduce((a, b) => (compare(a, b) < 0 ? a : b));
  const beyond = exact(100n * half.n * least.d, half.d * least.n);
  const bound = rubric.indexBounds.min ?? exact(0n);
  expect(compare(index, add(exact(100n), add(beyond, half))) <= 0 || compare(index, bound) === 0).toBe(true);
}

describe('exempting', () => {
  it('all leaves but one gives the result of that leaf', () => {
    fc.assert(
      fc.property(anySound, fc.nat(), (whole, pick) => {
        const unit = whole.units[0] as Case['units'][number];
        const { group, rubric } = withoutExtras(whole, unit.group);
        const marks = expected(whole, officialBasis(whole)).groups.find((each) => each.group === group)?.listing;
        const scored = marks?.find((each) => each.unit === unit.id)?.marks.filter(({ state }) => state === 'scored');
        const kept = scored?.[pick % Math.max(1, scored.length)]?.id;
        fc.pre(kept !== undefined);
        const rows = leavesOf(rubric).map((leaf) => {
          const row = unit.rows.find(({ of }) => of === leaf.id);
          if (leaf.id === kept && row !== undefined) return row;
          const note = 'Không thuộc phạm vi';
          const stages = leaf.source === 'survey' ? {} : { [officialBasis(whole)]: 'n/a' };
          return { of: leaf.id, stages, note, ...(leaf.source === 'survey' ? { survey: 'n/a' } : {}) };
        });
        const alone = { ...whole, rubrics: [rubric], units: [{ ...unit, unranked: false, rows }] };
        const board = boardOf(writeProject(alone, PLAIN)).groups[0] as GroupBoard;
        const standing = board.standings[0] as Standing;
        const at = board.rubric.leaves.findIndex(({ id }) => id === kept);
        const leaf = figureOf(board.marks, board.rubric, standing.row, { level: 'leaf', at });
        const isRounded = rubric.rounding?.at === 'domain';
        const points = isRounded ? round(leaf.points, rubric.rounding?.decimals ?? 2) : leaf.points;
        expect(toText(standing.total)).toBe(toText(points));
        expect(toText(standing.max)).toBe(toText(leaf.max));
        expect(standing.rank).toBe(1);
        if (!isRounded) expect(toText(standing.exact as Exact)).toBe(toText(leaf.index as Exact));
      }),
      { numRuns: 120, seed: SEED, ...LIMIT },
    );
  });
});

/** The rubric of a group without bonus, penalty and bounds, any leaf of which may be exempt. */
function withoutExtras(whole: Case, group: string): { readonly group: string; readonly rubric: Rubric } {
  const { adjustments, adjustmentCaps, index, ...rest } = rubricOf(whole, group);
  return { group, rubric: { ...rest, domains: rest.domains.map((domain) => ({ ...domain, exempt: true })) } };
}
