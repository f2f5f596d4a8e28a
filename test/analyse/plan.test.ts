/** Plans over generated projects: carried out, they reach the target; what cannot be reached is not reached at its best. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStanding } from '../../src/analyse/explain.ts';
import { planFor } from '../../src/analyse/plan.ts';
import { loadProject } from '../../src/load.ts';
import type { Assessment } from '../../src/model/assessment.ts';
import { add, compare, type Exact, greatest, round, subtract, whole, ZERO } from '../../src/model/exact.ts';
import type { Plan, Target } from '../../src/model/plan.ts';
import type { GroupBoard, Standing } from '../../src/model/scoreboard.ts';
import { reportPlan } from '../../src/reports/plan.ts';
import { score } from '../../src/score/index.ts';
import { anyCase } from '../reference/generate-case.ts';
import { writeProject } from '../reference/write.ts';
import { memorySource } from '../source.ts';

/** The assessment with points given outright to one unit. */
function withPoints(assessment: Assessment, plan: Plan, points: ReadonlyMap<number, Exact>): Assessment {
  const { rubric } = plan.group;
  const sheets = assessment.sheets.map((sheet) => {
    if (sheet.rubric !== rubric) return sheet;
    const leaves = sheet.leaves.map((columns, at) => {
      const given = points.get(at);
      if (given === undefined) return columns;
      const overrides = new Map(columns.overrides);
      overrides.set(plan.standing.row, { points: given, note: 'plan' });
      return { ...columns, overrides };
    });
    return { ...sheet, leaves };
  });
  return { ...assessment, sheets };
}

function isReached(target: Target, { rank, grade, index }: Standing): boolean {
  if (target.kind === 'grade') return grade !== undefined && grade.at <= target.at;
  if (target.kind === 'rank') return rank !== undefined && rank <= target.rank;
  return index !== undefined && compare(index, target.index) >= 0;
}

/** Targets that a unit has not reached. */
function targetsOf({ rubric, standings }: GroupBoard, standing: Standing): readonly Target[] {
  const better = rubric.grades?.bands.map((_, at) => ({ kind: 'grade' as const, at })) ?? [];
  const ranked = standings.filter(({ rank }) => rank !== undefined);
  const classes = new Set(ranked.map(({ rank }) => rank)).size;
  const last = rubric.rank.ties === 'dense' ? classes : ranked.length;
  const ranks = Array.from({ length: last }, (_, at) => ({ kind: 'rank' as const, rank: at + 1 }));
  const step = { n: 1n, d: 10n ** BigInt(rubric.rounding.decimals) };
  const own = standing.index ?? ZERO;
  const indices = [step, whole(1), whole(7)].map((more) => ({ kind: 'index' as const, index: add(own, more) }));
  const isBounded = ({ index }: { index: Exact }): boolean => {
    const { min, max } = rubric.indexBounds;
    return (min !== undefined && compare(index, min) <= 0) || (max !== undefined && compare(index, max) > 0);
  };
  return [...better, ...(standing.rank === undefined ? [] : ranks), ...indices.filter((each) => !isBounded(each))];
}

/** The least gain for which one leaf alone reaches the target, on a fine grid; undefined where none does. */
function isTooMuch(assessment: Assessment, plan: Plan): boolean {
  const [choice] = plan.choices;
  const { decimals } = plan.group.rubric.rounding;
  // Half a step less on the last leaf that can be moved freely must miss the target: nothing is given away.
  const free = choice?.improvements.findLast(({ way: { low, high } }) => compare(low, high) < 0);
  if (choice === undefined || free === undefined) return false;
  const less = subtract(free.to, { n: 1n, d: 10n ** BigInt(decimals + 6) });
  if (compare(less, greatest(free.way.low, free.candidate.now)) < 0) return false;
  const points = new Map(choice.improvements.map(({ candidate, to }) => [candidate.at, to]));
  points.set(free.candidate.at, less);
  const after = findStanding(score(withPoints(assessment, plan, points)), plan.standing.unit.id).standing;
  return isReached(plan.target, after);
}

describe('plans of generated projects', () => {
  it('reach their targets when they are carried out, and give nothing away', () => {
    const seen = { reached: 0, beyond: 0, free: 0 };
    fc.assert(
      fc.property(anyCase(), (whole) => {
        const files = writeProject(whole, { shape: 'long', dialect: 'data', headers: 'en', order: 0 });
        const focus = new Set(whole.units.map(({ id }) => id));
        const { assessment } = loadProject(memorySource(files), '.', { focus });
        if (assessment === undefined) return;
        const board = score(assessment);
        for (const group of board.groups) {
          for (const standing of group.standings.filter(({ index }) => index !== undefined)) {
            for (const target of targetsOf(group, standing).filter((each) => !isReached(each, standing))) {
              const plan = planFor(assessment, board, standing.unit.id, target, { mark: '.' });
              expect(JSON.stringify(reportPlan(plan, { lang: 'vi' }).document)).not.toMatch(/undefined|NaN/);
              for (const { improvements, shown } of plan.choices) {
                const points = new Map(improvements.map(({ candidate, to }) => [candidate.at, to]));
                const after = findStanding(score(withPoints(assessment, plan, points)), standing.unit.id).standing;
                expect(isReached(target, after)).toBe(true);
                expect(compare(after.index ?? ZERO, round(shown, group.rubric.rounding.decimals))).toBe(0);
                seen.reached++;
              }
              if (plan.choices.length === 0) {
                const best = new Map(
                  plan.candidates.map(({ at, now, ways }) => [at, ways.map(({ high }) => high).reduce(greatest, now)]),
                );
                const after = findStanding(score(withPoints(assessment, plan, best)), standing.unit.id).standing;
                expect(isReached(target, after)).toBe(false);
                seen.beyond++;
              }
              const isLoose = target.kind === 'rank' && group.rubric.rank.on === 'exact';
              if (!isLoose && group.rubric.rounding.at === 'total') {
                expect(isTooMuch(assessment, plan)).toBe(false);
                seen.free++;
              }
            }
          }
        }
      }),
      { numRuns: 60, seed: 1850, endOnFailure: true },
    );
    expect(seen.reached).toBeGreaterThan(60);
    expect(seen.beyond).toBeGreaterThan(20);
  });
});
