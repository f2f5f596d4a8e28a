/**
 * Whether what one rule has read another can award as well: a count stays a count when the points of each change,
 * a level keeps its name. What a rule has turned into points for good (points given, lists, cases) has no such value.
 */
import { type Exact, equal } from '../model/exact.ts';
import type { Scoring } from '../model/rubric.ts';
import { ruleOf } from './index.ts';

/** A value of the one rule as the other's; undefined where the other would refuse it. */
export type Carry = (value: Exact) => Exact | undefined;

/** Why nothing can be carried: points were given, the values are of another kind, or were turned into points. */
export type NoCarry = 'given' | 'kind' | 'items';

/** How values of a leaf go over to another rule. Levels go by their names, all else as it stands. */
export function carryBetween(from: Scoring, to: Scoring): Carry | NoCarry {
  if (from.type === 'given' || to.type === 'given') return 'given';
  const [held, asked] = [from, to].map((scoring) => ruleOf(scoring).holds(scoring.options));
  if (held !== asked) return 'kind';
  if (held === 'name') return byName(levelsOf(from), levelsOf(to));
  if (held === 'list' || held === 'cases') return isAlike(from.options, to.options) ? same : 'items';
  const [mine, yours] = [from, to].map(({ options }) => meaningOf(options));
  return held === 'answers' || held === 'change' ? (isAlike(mine, yours) ? same : 'kind') : same;
}

/** Whether two rules award the same points to every value, on leaves of the same maximum. */
export function isSameRule(a: Scoring, b: Scoring): boolean {
  return a.type === b.type && isAlike(a.options, b.options);
}

const same: Carry = (value) => value;

/** What makes a change, or a mean of answers, another figure than that of another rule. */
function meaningOf(options: unknown): unknown {
  const { measure = 'ratio', value = 'number', scale } = options as Readonly<Record<string, unknown>>;
  return { measure, value, scale: scale ?? null };
}

function levelsOf({ options }: Scoring): ReadonlyMap<string, Exact> {
  return (options as { levels: ReadonlyMap<string, Exact> }).levels;
}

/** Points are all that is kept of a level: where several names give the same, they must do so in the other rule too. */
function byName(from: ReadonlyMap<string, Exact>, to: ReadonlyMap<string, Exact>): Carry {
  return (value) => {
    const names = [...from].flatMap(([name, points]) => (equal(points, value) ? [name] : []));
    const [first, ...others] = names.map((name) => to.get(name));
    return first !== undefined && others.every((other) => other !== undefined && equal(other, first))
      ? first
      : undefined;
  };
}

/** Whether two options, as their schema read them, say the same. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, yours] = [entriesOf(a), entriesOf(b)];
  return (
    mine.length === yours.length &&
    mine.every(([key, value], at) => {
      const other = yours[at];
      return other !== undefined && key === other[0] && isAlike(value, other[1]);
    })
  );
}

function entriesOf(value: object): readonly (readonly [unknown, unknown])[] {
  return value instanceof Map ? [...value] : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
