/** The rule best-of: several cases, each with its own rule; the one that gives most counts. */
import { notACase, repeatedItem, unknownCase } from '../faults/names.ts';
import { maxUnreachable } from '../faults/rules.ts';
import { IDENTITY, type Piece, pointsAt } from '../model/curve.ts';
import { add, compare, divide, type Exact, greatest, ONE, sign, subtract, ZERO } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import type { Scoring } from '../model/rubric.ts';
import type { Language, Words } from '../model/words.ts';
import * as z from '../schema/zod.ts';
import { factsOf } from './cell.ts';
import { alikeFlaws, named } from './names.ts';
import { complaint } from './options.ts';
import type { Reach } from './reach.ts';
import {
  type Asked,
  type AskedReach,
  type CellContext,
  defineRule,
  type Flaw,
  isRefusal,
  type LeafContext,
  MANY,
  type Refusal,
  type Rule,
  refuse,
} from './rule.ts';
import { type RuleTable, scoringSchema } from './scoring.ts';
import type { Speech } from './speech.ts';

type Alternatives = ReadonlyMap<string, Scoring>;

/** The rule over a table of single ones; given from above, so that no import goes in a circle. */
export function bestOf(singles: RuleTable): Rule<{ alternatives: Alternatives }> {
  const ruleOf = ({ type }: Scoring) => singles[type] as Rule<unknown>;
  const alternatives = named(scoringSchema(singles), 'case')
    .superRefine((cases, context) => {
      const words = { en: 'at least two cases are asked here.', vi: 'ở đây cần ít nhất hai trường hợp.' };
      if (cases.size === 1) context.addIssue(complaint(words, cases));
    })
    .describe('The cases by name, each with its own rule; at least two.');

  function flawsOf(cases: Alternatives, context: LeafContext): readonly Flaw[] {
    const all = [...cases].map(([name, scoring]) =>
      ruleOf(scoring)
        .flaws(scoring.options, context)
        .map((found) => ({ ...found, path: ['alternatives', name, ...found.path] })),
    );
    const isShort = (found: Flaw) => found.fault.code === maxUnreachable.code;
    // One case that reaches the maximum is enough.
    const reaches = all.some((found) => !found.some(isShort));
    return all.flat().filter((found) => !(reaches && isShort(found)));
  }

  const pointsOf = (value: Exact, scoring: Scoring, max: Exact): Exact =>
    pointsAt(ruleOf(scoring).curve(scoring.options, max, []), value) ?? ZERO;

  /** The points of one `name=value`. */
  function award(value: string, scoring: Scoring, context: CellContext): Exact | Refusal {
    const read = ruleOf(scoring).read(value, scoring.options, context);
    return isRefusal(read) ? read : pointsOf(read, scoring, context.max);
  }

  /** Why one case gives what it gives. */
  function becauseCase(cell: string, scoring: Scoring, asked: Asked<unknown>, say: Speech): string {
    const value = readCase(cell, scoring, asked);
    const points = pointsOf(value, scoring, asked.max);
    return ruleOf(scoring).because({ ...asked, cell, value, points, options: scoring.options }, say);
  }

  /** What one case could give beyond the best of the cell: from what the cell says of it, or from what gives least. */
  function reachOfCase(name: string, scoring: Scoring, asked: AskedReach<unknown>): readonly Reach[] {
    const rule = ruleOf(scoring);
    const own = asked.cell
      .split('|')
      .map(splitCase)
      .find(([each]) => each === name)?.[1];
    const start =
      own === undefined ? leastOf(rule, scoring, asked.max) : { cell: own, value: readCase(own, scoring, asked) };
    const points = pointsOf(start.value, scoring, asked.max);
    const ways = rule.reach?.({ ...asked, ...start, points, options: scoring.options }) ?? [];
    // What nobody reported gives something even where it is as bad as can be; what was reported gives no more than the best.
    const any: Words = { en: 'reported, whatever it is', vi: 'có báo cáo, kết quả nào cũng được' };
    return [{ low: points, high: points, tell: () => any }, ...ways].flatMap((way) => beyond(way, name, asked.points));
  }

  function readCase(cell: string, scoring: Scoring, asked: Asked<unknown>): Exact {
    return ruleOf(scoring).read(cell, scoring.options, contextOf(asked)) as Exact;
  }

  const tell = (language: Language) => (cases: Alternatives, max: Exact) =>
    [...cases]
      .map(([name, scoring]) => `${name} (${ruleOf(scoring).tell[language]({ options: scoring.options, max })})`)
      .join(' | ');

  return defineRule<{ alternatives: Alternatives }>({
    summary: { en: 'Several cases; the best counts.', vi: 'Tính trường hợp có điểm cao nhất.' },
    options: z.strictObject({ alternatives }),
    relative: false,
    holds: () => 'cases',
    fill: ({ alternatives }) => ({ names: new Map([...alternatives.keys()].map((name) => [name, undefined])) }),
    flaws: ({ alternatives }, context) => [
      ...flawsOf(alternatives, context),
      ...alikeFlaws(alternatives.keys(), context, (name) => ['alternatives', name]),
    ],
    read(cell, { alternatives }, context) {
      const seen = new Set<string>();
      let best = ZERO;
      for (const part of cell.split('|')) {
        const [name, value] = splitCase(part);
        const scoring = alternatives.get(name);
        const names = [...alternatives.keys()];
        if (name === '' || value === '') {
          return refuse(notACase, { ...factsOf(part.trim(), context), example: `${names[0]}=…` });
        }
        if (scoring === undefined) {
          const guess = nearest(name, names);
          const known = names.join(', ');
          return refuse(unknownCase, { ...factsOf(name, context), known, ...(guess ? { nearest: guess } : {}) });
        }
        if (seen.has(name)) return refuse(repeatedItem, factsOf(name, context));
        seen.add(name);
        const points = award(value, scoring, context);
        if (isRefusal(points)) return points;
        best = greatest(best, points);
      }
      return best;
    },
    curve: () => IDENTITY,
    tell: {
      en: ({ options, max }) => `the best of: ${tell('en')(options.alternatives, max)}`,
      vi: ({ options, max }) => `cao nhất trong: ${tell('vi')(options.alternatives, max)}`,
    },
    because(asked, say) {
      const { cell, options, max, points } = asked;
      const cases = cell.split('|').map((part) => {
        const [name, value] = splitCase(part);
        const scoring = options.alternatives.get(name) as Scoring;
        return `${name}: ${becauseCase(value, scoring, asked, say)}`;
      });
      if (cases.length === 1) return cases[0] as string;
      const best = say.pick({ en: 'the best counts', vi: 'tính trường hợp cao nhất' });
      return `${cases.join(' | ')}; ${best}: ${say.points(points, max)}`;
    },
    reach: (asked) => [...asked.options.alternatives].flatMap(([name, scoring]) => reachOfCase(name, scoring, asked)),
  });
}

/** The value of a case that gives least, as a start from which everything else is better; a list is empty. */
function leastOf(
  rule: Rule<unknown>,
  { options }: Scoring,
  max: Exact,
): { readonly cell: string; readonly value: Exact } {
  const curve = rule.curve(options, max, []);
  // Points rise or fall with a count all the way; names and lists begin with nothing.
  const values = rule.holds(options) === 'count' ? [ZERO, MANY] : [ZERO, ...curve.flatMap(valuesIn)];
  const known = values.flatMap((value) => {
    const points = pointsAt(curve, value);
    // Where no value can be read a curve may lead out of the range.
    return points === undefined || sign(points) < 0 || compare(points, max) > 0 ? [] : [{ value, points }];
  });
  const { value } = known.reduce((best, each) => (compare(each.points, best.points) < 0 ? each : best));
  return { cell: 'none', value };
}

/** The ends of a piece, and a value inside where they do not belong to it; none of a piece without ends. */
function valuesIn({ low, high }: Piece): readonly Exact[] {
  const from = low?.at ?? (high && subtract(high.at, ONE));
  const to = high?.at ?? (low && add(low.at, ONE));
  return from && to ? [from, to, divide(add(from, to), TWO)] : [];
}

const TWO: Exact = { n: 2n, d: 1n };

/** The cell was read before, so that it may be read as leniently as an adjustment's. */
function contextOf({ max, mark }: Asked<unknown>): CellContext {
  return { leaf: '', max, mark, previous: '', isAdjustment: true };
}

/** The part of a way that gives more than `points`, told with the case's name. */
function beyond({ low, high, tell }: Reach, name: string, points: Exact): readonly Reach[] {
  if (compare(high, points) <= 0) return [];
  const told = (value: Exact) => {
    const { en, vi } = tell(value);
    return { en: `${name}: ${en}`, vi: `${name}: ${vi}` };
  };
  return [{ low: greatest(low, points), high, tell: told }];
}

/** `name=value` in its two halves, without blanks; without a `=` there is no name. */
function splitCase(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
}
