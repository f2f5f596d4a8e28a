/**
 * Plans against trying everything: for small generated projects, every combination of what some leaves could hold is
 * scored by the independent reference, and the cheapest that reaches a target is held against the plan.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStanding } from '../../src/analyse/explain.ts';
import { planFor } from '../../src/analyse/plan.ts';
import { loadProject } from '../../src/load.ts';
import { compare, type Exact, parseFraction, toFractionText } from '../../src/model/exact.ts';
import type { Plan, Target } from '../../src/model/plan.ts';
import type { Price } from '../../src/model/rubric.ts';
import type { GroupBoard, Standing } from '../../src/model/scoreboard.ts';
import { score } from '../../src/score/index.ts';
import { type Case, type Leaf, leavesOf, type Row, rubricOf, stagesOf, type Unit } from '../reference/case.ts';
import { isExempt, readList, readNumber } from '../reference/cell.ts';
import { type Draw, drawFrom } from '../reference/draw.ts';
import * as fractions from '../reference/fraction.ts';
import { drawCase } from '../reference/generate-case.ts';
import { pointsOf } from '../reference/points.ts';
import { type ExpectedUnit, expected } from '../reference/score.ts';
import { valuesOf } from '../reference/values.ts';
import { writeProject } from '../reference/write.ts';
import { memorySource } from '../source.ts';

/** So many combinations are scored for one unit. */
const MOST_COMBINATIONS = 100;

/** A value that a leaf could hold, and the points it gives before any rounding. */
interface Option {
  readonly value: string;
  readonly points: fractions.Fraction;
}

/** What more points on a leaf cost: each point, or each level or item by its name. */
type Tariff = { readonly rate: string } | { readonly names: ReadonlyMap<string, string> };

/** A leaf that is planned: what it holds, what it could hold, and what that costs. */
interface Planned {
  readonly leaf: Leaf;
  readonly now: string;
  readonly options: readonly Option[];
  readonly tariff: Tariff;
}

/** One combination, scored: what it costs, how many leaves it changes, and where the unit stands then. */
interface Outcome {
  readonly cost: fractions.Fraction;
  readonly count: number;
  readonly unit: ExpectedUnit;
}

/** What a leaf could hold; of values that give the same points one, where points are what is paid for. */
function optionsOf(leaf: Leaf, row: Row, tariff: Tariff): readonly Option[] {
  const max = readNumber(leaf.max);
  const around = { max, adjustment: false, previous: row.previous, peers: [] };
  const options = valuesOf(leaf.rule, max, row.previous).flatMap((value): readonly Option[] => {
    try {
      return [{ value, points: pointsOf(leaf.rule, value, around) }];
    } catch {
      return [];
    }
  });
  if ('names' in tariff) return options;
  const known = new Map(options.map((option) => [fractions.fractionText(option.points), option]));
  return [...known.values()].filter(({ points }) => fractions.compare(points, fractions.zero) >= 0);
}

const RATES = ['1', '1', '0', '2', '0.5', '3'] as const;

/** Levels and items often have costs of their own. */
function drawTariff(draw: Draw, { rule }: Leaf): Tariff {
  const names =
    rule.type === 'levels'
      ? rule.levels.map(([name]) => name)
      : rule.type === 'checklist'
        ? 'allOf' in rule
          ? rule.allOf
          : rule.items.map(([name]) => name)
        : [];
  if (names.length === 0 || draw.chance(40)) return { rate: draw.one(RATES) };
  return { names: new Map(names.map((name) => [name.normalize('NFC'), draw.one(RATES)])) };
}

function priceOf(tariff: Tariff): Price {
  const figure = (text: string): Exact => parseFraction(text) as Exact;
  if ('rate' in tariff) return { per: 'point', cost: figure(tariff.rate) };
  return { per: 'name', costs: new Map([...tariff.names].map(([name, cost]) => [name, figure(cost)])) };
}

/** What a value costs: for its points, for the level, or for the items that were not met before. */
function costOf({ leaf, now, tariff }: Planned, value: string, gain: fractions.Fraction): fractions.Fraction {
  if ('rate' in tariff) return fractions.multiply(readNumber(tariff.rate), gain);
  const cost = (name: string): fractions.Fraction => readNumber(tariff.names.get(name.normalize('NFC')) ?? '0');
  if (leaf.rule.type === 'levels') return cost(value);
  const met = readList(now);
  return fractions.sum(
    readList(value)
      .filter((name) => !met.includes(name))
      .map(cost),
  );
}

function withValues(whole: Case, unit: Unit, values: ReadonlyMap<string, string>, basis: string): Case {
  const rows = unit.rows.map((row) => {
    const value = values.get(row.of);
    return value === undefined ? row : { ...row, stages: { ...row.stages, [basis]: value } };
  });
  return { ...whole, units: whole.units.map((each) => (each.id === unit.id ? { ...unit, rows } : each)) };
}

function unitIn(whole: Case, id: string, basis: string): ExpectedUnit | undefined {
  return expected(whole, basis)
    .groups.flatMap(({ listing }) => listing)
    .find(({ unit }) => unit === id);
}

/** Every combination of some leaves, scored. */
function tryAll(whole: Case, unit: Unit, leaves: readonly Planned[], basis: string): readonly Outcome[] {
  const before = unitIn(whole, unit.id, basis) as ExpectedUnit;
  const pointsIn = ({ marks }: ExpectedUnit, id: string): fractions.Fraction => {
    const [n = '0', d = '1'] = (marks.find((mark) => mark.id === id)?.exactPoints ?? '').split('/');
    return fractions.fraction(BigInt(n), BigInt(d));
  };
  let combinations: readonly (readonly (readonly [Planned, string])[])[] = [[]];
  for (const planned of leaves) {
    combinations = combinations.flatMap((known) => [
      known,
      ...planned.options.map(({ value }) => [...known, [planned, value] as const]),
    ]);
  }
  return combinations.flatMap((chosen): readonly Outcome[] => {
    const values = new Map(chosen.map(([{ leaf }, value]) => [leaf.id, value]));
    const after = unitIn(withValues(whole, unit, values, basis), unit.id, basis) as ExpectedUnit;
    const gains = chosen.map(([{ leaf }]) => fractions.subtract(pointsIn(after, leaf.id), pointsIn(before, leaf.id)));
    // Who gives points away, or changes what gains nothing, does not plan.
    if (gains.some((gain) => fractions.compare(gain, fractions.zero) <= 0)) return [];
    const costs = chosen.map(([planned, value], at) => costOf(planned, value, gains[at] as fractions.Fraction));
    return [{ cost: fractions.sum(costs), count: chosen.length, unit: after }];
  });
}

function isReached(target: Target, { rank, grade, index }: ExpectedUnit, group: GroupBoard): boolean {
  if (target.kind === 'rank') return rank !== null && rank <= target.rank;
  if (target.kind === 'index') return compare(parseFraction(index ?? '0') as Exact, target.index) >= 0;
  const ids = group.rubric.grades?.bands.map(({ id }) => id) ?? [];
  return grade !== null && ids.indexOf(grade) <= target.at;
}

function targetsOf({ rubric, standings }: GroupBoard, { rank, grade, index }: Standing): readonly Target[] {
  const better =
    (grade && rubric.grades?.bands.slice(0, grade.at).map((_, at) => ({ kind: 'grade' as const, at }))) ?? [];
  const ranks = Array.from({ length: (rank ?? 1) - 1 }, (_, at) => ({ kind: 'rank' as const, rank: at + 1 }));
  const ties = rubric.rank.ties === 'competition' ? ranks.filter(() => standings.length > 1) : ranks;
  const own = index as Exact;
  const indices = [1n, 5n, 20n].map((more) => ({
    kind: 'index' as const,
    index: { n: own.n + more * own.d, d: own.d },
  }));
  const { min, max } = rubric.indexBounds;
  const isOpen = (wanted: Exact): boolean =>
    (min === undefined || compare(wanted, min) > 0) && (max === undefined || compare(wanted, max) <= 0);
  return [...better, ...ties, ...indices.filter((target) => isOpen(target.index))];
}

/** The cheapest outcome that reaches a target, then the one with the fewest leaves. */
function cheapest(outcomes: readonly Outcome[], target: Target, group: GroupBoard): Outcome | undefined {
  return outcomes
    .filter(({ unit }) => isReached(target, unit, group))
    .toSorted((a, b) => fractions.compare(a.cost, b.cost) || a.count - b.count)[0];
}

/** Some leaves that the unit has a value of its own for, as many as can be tried. */
function chooseLeaves(draw: Draw, whole: Case, unit: Unit, basis: string): readonly Planned[] {
  let combinations = 1;
  const leaves = leavesOf(rubricOf(whole, unit.group)).filter(({ source }) => source !== 'survey');
  return draw.some(leaves, Math.min(leaves.length, 4)).flatMap((leaf): readonly Planned[] => {
    const row = unit.rows.find(({ of }) => of === leaf.id);
    const now = row?.stages[basis] ?? '';
    if (row === undefined || now === '' || isExempt(now) || row.override !== undefined) return [];
    const tariff = drawTariff(draw, leaf);
    const options = optionsOf(leaf, row, tariff);
    if (options.length === 0 || combinations * (options.length + 1) > MOST_COMBINATIONS) return [];
    combinations *= options.length + 1;
    return [{ leaf, now, options, tariff }];
  });
}

/** Whether the plan's leaves give single points alone, so that trying single values is complete. */
function isDiscrete({ candidates }: Plan): boolean {
  return candidates.every(({ ways }) => ways.every(({ low, high }) => compare(low, high) === 0));
}

describe('plans against trying everything', () => {
  it('cost what the cheapest combination does, and are never dearer', () => {
    const seen = {
      named: 0,
      equal: 0,
      unreached: 0,
      sampled: 0,
      leaf: 0,
      domain: 0,
      total: 0,
      rank: 0,
      grade: 0,
      index: 0,
    };
    const check = (draw: Draw): void => {
      const whole = drawCase(draw);
      const files = writeProject(whole, { shape: 'long', dialect: 'data', headers: 'en', order: 0 });
      const { assessment } = loadProject(memorySource(files), '.', { focus: new Set(whole.units.map(({ id }) => id)) });
      if (assessment === undefined) return;
      const board = score(assessment);
      for (const unit of whole.units.slice(0, 2)) {
        const basis = stagesOf(rubricOf(whole, unit.group)).at(-1) as string;
        const { group, standing } = findStanding(board, unit.id);
        if (standing.index === undefined || standing.missing.length > 0) continue;
        const leaves = chooseLeaves(draw, whole, unit, basis);
        const prices = new Map(leaves.map(({ leaf, tariff }) => [leaf.id, priceOf(tariff)]));
        const outcomes = tryAll(whole, unit, leaves, basis);
        for (const target of targetsOf(group, standing)) {
          const plan = planFor(assessment, board, unit.id, target, { mark: '.', prices });
          const best = cheapest(outcomes, target, group);
          const [choice] = plan.choices;
          const told = { target, rubric: rubricOf(whole, unit.group), unit, leaves, prices, best };
          const why = () =>
            JSON.stringify(told, (_, value) => {
              if (value instanceof Map) return [...value];
              return typeof value === 'bigint' ? `${value}` : value;
            });
          expect(plan.isProved).toBe(true);
          if (best !== undefined) expect(choice, why()).toBeDefined();
          if (best !== undefined && choice !== undefined) {
            const order = compare(choice.cost, parseFraction(fractions.fractionText(best.cost)) as Exact);
            expect(order, `${toFractionText(choice.cost)} ${why()}`).toBeLessThanOrEqual(0);
            if (order === 0) expect(choice.improvements.length, why()).toBeLessThanOrEqual(best.count);
          }
          if (!isDiscrete(plan)) {
            seen.sampled++;
            continue;
          }
          expect(choice === undefined, why()).toBe(best === undefined);
          if (best === undefined || choice === undefined) seen.unreached++;
          else {
            expect(toFractionText(choice.cost), why()).toBe(fractions.fractionText(best.cost).replace(/\/1$/, ''));
            expect(choice.improvements.length, why()).toBe(best.count);
            seen.equal++;
            if (leaves.some(({ tariff }) => 'names' in tariff)) seen.named++;
            seen[group.rubric.rounding.at]++;
            seen[target.kind]++;
          }
        }
      }
    };
    fc.assert(
      fc.property(
        fc.gen().map((generate) => drawFrom(generate)),
        check,
      ),
      { numRuns: 110, seed: 1750, endOnFailure: true },
    );
    // The draws must reach everywhere: each place of rounding, each kind of target, and what cannot be reached.
    expect(Object.values(seen).filter((count) => count < 5)).toEqual([]);
  });
});
