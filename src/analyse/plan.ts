/** The cheapest set of improvements that takes a unit to a grade, a rank or an index; the others stay as they are. */
import type { Assessment } from '../model/assessment.ts';
import {
  add,
  compare,
  type DecimalMark,
  divide,
  type Exact,
  greatest,
  HUNDRED,
  least,
  multiply,
  round,
  subtract,
  sum,
  ZERO,
} from '../model/exact.ts';
import type { Candidate, Demand, Plan, PlanChoice, Target, Way } from '../model/plan.ts';
import type { Sense } from '../model/rubric.ts';
import type { GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import { stageOf } from '../score/basis.ts';
import { percentOf, roundAt } from '../score/figure.ts';
import { rankedIndex } from './decide.ts';
import { findStanding, tellAll } from './explain.ts';
import { demandOfTotal, demandsOfGates, demandsToPass, openDemands } from './plan-demands.ts';
import { solve, type Taken } from './plan-solve.ts';
import { findWays, type Prices, sheetOf } from './plan-ways.ts';

/** So many equally good choices are listed. */
const MOST_CHOICES = 3;

/** What a target asks for: alternatives, each a list of demands that must all be met. */
interface Question {
  readonly sense: Sense;
  readonly line: Exact;
  readonly rival?: Standing;
  readonly alternatives: readonly (readonly Demand[])[];
}

/**
 * The plan of a unit with an index for a target it has not reached; a rubric that rounds at the domain has none.
 * The texts of its cells are those that the assessment kept (`focus` when loading).
 */
export function planFor(
  assessment: Assessment,
  board: Scoreboard,
  unit: string,
  target: Target,
  { mark, prices, nodes }: { readonly mark: DecimalMark; readonly prices: Prices; readonly nodes?: number },
): Plan {
  const { group, standing } = findStanding(board, unit);
  const { rubric } = group;
  const sheet = sheetOf(assessment.sheets, rubric);
  const seat = { sheet, row: standing.row, stage: stageOf(rubric, board.basis), files: assessment.files, mark };
  const { leaves } = tellAll(assessment, board, group, standing, mark);
  const { candidates, excluded } = findWays(leaves, seat, prices);
  const question = ask(target, group, standing);
  const answers = question.alternatives.map((demands) => answer(candidates, openDemands(demands), nodes));
  const best = answers
    .filter(({ choices }) => choices.length > 0)
    .toSorted((a, b) => compareChoices(a.choices[0] as RawChoice, b.choices[0] as RawChoice))[0];
  const equals = answers.filter(
    (each) => best && each.choices[0] && compareChoices(each.choices[0], best.choices[0] as RawChoice) === 0,
  );
  const choices = distinct(equals.flatMap((each) => each.choices)).slice(0, MOST_CHOICES);
  const unmet = best === undefined ? answers.at(-1)?.unmet : undefined;
  return {
    board,
    group,
    standing,
    target,
    sense: question.sense,
    line: question.line,
    ...(question.rival === undefined ? {} : { rival: question.rival }),
    demands: (best ?? answers.at(-1))?.demands ?? [],
    choices: choices.map((choice) => ({
      ...choice,
      index: indexAfter(standing, choice.gain),
      shown: shownAfter(group, standing, choice.gain),
    })),
    hasMore: equals.some(({ hasMore }) => hasMore) || choices.length < equals.flatMap((each) => each.choices).length,
    isProved: answers.every(({ isProved }) => isProved),
    best: indexAfter(standing, sum(candidates.map(mostOf))),
    ...(unmet === undefined ? {} : { unmet }),
    candidates,
    excluded,
    isCosted: prices !== undefined,
  };
}

/** The exact index after a gain, before bounds and rounding. */
function indexAfter({ total, max }: Standing, gain: Exact): Exact {
  return divide(multiply(add(total, gain), HUNDRED), max);
}

/** The index after a gain as the rubric shows it; bounds come last. */
function shownAfter({ rubric }: GroupBoard, { total, max }: Standing, gain: Exact): Exact {
  const ratio = percentOf(roundAt('total', add(total, gain), rubric), max);
  const { min, max: most } = rubric.indexBounds;
  const lifted = min === undefined ? ratio : greatest(ratio, min);
  return round(most === undefined ? lifted : least(lifted, most), rubric.rounding.decimals);
}

function mostOf({ ways, now }: Candidate): Exact {
  return subtract(ways.map(({ high }) => high).reduce(greatest, now), now);
}

function ask(target: Target, group: GroupBoard, standing: Standing): Question {
  const { rubric } = group;
  if (target.kind === 'rank') {
    const rival = rivalAt(target.rank, group, standing);
    const line = rankedIndex(group, rival) ?? ZERO;
    return { sense: rubric.rank.on, line, rival, alternatives: demandsToPass(rival, group, standing) };
  }
  const sense = rubric.grades?.on ?? 'rounded';
  if (target.kind === 'index') {
    const demand = demandOfTotal({ index: target.index, isBeyond: false }, 'rounded', group, standing);
    return { sense: 'rounded', line: target.index, alternatives: [[demand]] };
  }
  const line = rubric.grades?.bands[target.at]?.from ?? ZERO;
  const total = demandOfTotal({ index: line, isBeyond: false }, sense, group, standing);
  return { sense, line, alternatives: [[total, ...demandsOfGates(target.at, group, standing)]] };
}

/** The unit with which one would have the rank: with fewer, or fewer classes, above it. */
function rivalAt(rank: number, { standings, rubric }: GroupBoard, { unit }: Standing): Standing {
  const others = standings.filter((each) => each.rank !== undefined && each.unit !== unit);
  if (rubric.rank.ties === 'competition') return others[rank - 1] as Standing;
  const classes = others.filter((each, at) => at === 0 || others[at - 1]?.rank !== each.rank);
  return classes[rank - 1] as Standing;
}

type RawChoice = Omit<PlanChoice, 'index' | 'shown'>;

interface Answer {
  readonly demands: readonly Demand[];
  readonly choices: readonly RawChoice[];
  readonly hasMore: boolean;
  readonly isProved: boolean;
  readonly unmet?: Demand;
}

function answer(candidates: readonly Candidate[], demands: readonly Demand[], nodes: number | undefined): Answer {
  const unmet = demands.find(({ leaves, need }) => {
    const most = sum(candidates.filter(({ at }) => leaves.includes(at)).map(mostOf));
    return compare(most, need) < 0;
  });
  if (unmet !== undefined) return { demands, choices: [], hasMore: false, isProved: true, unmet };
  const { solutions, hasMore, isProved } = solve(candidates, demands, MOST_CHOICES, nodes);
  const choices = solutions.map((taken) => choiceOf(taken, candidates));
  return { demands, choices, hasMore, isProved };
}

function choiceOf(taken: readonly Taken[], candidates: readonly Candidate[]): RawChoice {
  const improvements = taken
    .map(({ candidate: position, way: at, gain }) => {
      const candidate = candidates[position] as Candidate;
      const way = candidate.ways[at] as Way;
      const to = add(candidate.now, gain);
      return { candidate, way, to, gain, cost: add(way.cost, multiply(way.rate, subtract(to, way.low))) };
    })
    .toSorted((a, b) => a.candidate.at - b.candidate.at);
  return {
    improvements,
    cost: sum(improvements.map(({ cost }) => cost)),
    gain: sum(improvements.map(({ gain }) => gain)),
  };
}

function compareChoices(a: RawChoice, b: RawChoice): number {
  return compare(a.cost, b.cost) || a.improvements.length - b.improvements.length;
}

/** Choices that differ in a leaf or in what it gains. */
function distinct(choices: readonly RawChoice[]): readonly RawChoice[] {
  const keys = choices.map(({ improvements }) =>
    improvements.map(({ candidate, to }) => `${candidate.at}:${to.n}/${to.d}`).join(' '),
  );
  return choices.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}
