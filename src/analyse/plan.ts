/** The cheapest set of improvements that takes a unit to a grade, a rank or an index; the others stay as they are. */
import type { Assessment } from '../model/assessment.ts';
import { add, compare, type DecimalMark, type Exact, greatest, multiply, subtract, sum, ZERO } from '../model/exact.ts';
import type { Candidate, Demand, Plan, PlanChoice, Target, Way } from '../model/plan.ts';
import type { Sense } from '../model/rubric.ts';
import type { GroupBoard, Scoreboard, Standing } from '../model/scoreboard.ts';
import { stageOf } from '../score/basis.ts';
import { rankedIndex } from './decide.ts';
import { findStanding, tellAll } from './explain.ts';
import { demandOfTotal, demandsOfGates, demandsToPass, openDemands } from './plan-demands.ts';
import type { Grain } from './plan-items.ts';
import { solve, type Taken } from './plan-solve.ts';
import { gainOf, grainOf, indexAfter } from './plan-total.ts';
import { costsOf, findWays, type Prices, sheetOf } from './plan-ways.ts';

/** So many equally good choices are listed. */
const MOST_CHOICES = 3;

/** What a target asks for: alternatives, each a list of demands that must all be met; none where bounds bar the way. */
interface Question {
  readonly sense: Sense;
  readonly line: Exact;
  readonly rival?: Standing;
  readonly alternatives: readonly (readonly Demand[])[];
}

/**
 * The plan of a unit with an index for a target it has not reached.
 * Prices are those of the rubric, and `prices` of its own over them.
 * The texts of its cells are those that the assessment kept (`focus` when loading).
 */
export function planFor(
  assessment: Assessment,
  board: Scoreboard,
  unit: string,
  target: Target,
  { mark, prices, steps }: { readonly mark: DecimalMark; readonly prices?: Prices; readonly steps?: number },
): Plan {
  const { group, standing } = findStanding(board, unit);
  const { rubric } = group;
  const sheet = sheetOf(assessment.sheets, rubric);
  const seat = { sheet, row: standing.row, stage: stageOf(rubric, board.basis), files: assessment.files, mark };
  const { leaves } = tellAll(assessment, board, group, standing, mark);
  const costs = costsOf(rubric, prices);
  const { candidates, excluded } = findWays(leaves, seat, costs?.prices);
  const question = ask(target, group, standing);
  const grain = grainOf(group, standing);
  const answers = question.alternatives.map((demands) => answer(candidates, openDemands(demands), grain, steps));
  const best = answers
    .filter(({ choices }) => choices.length > 0)
    .toSorted((a, b) => compareChoices(a.choices[0] as RawChoice, b.choices[0] as RawChoice))[0];
  const equals = answers.filter(
    (each) => best && each.choices[0] && compareChoices(each.choices[0], best.choices[0] as RawChoice) === 0,
  );
  const choices = distinct(equals.flatMap((each) => each.choices)).slice(0, MOST_CHOICES);
  const unmet = best === undefined ? answers.at(-1)?.unmet : undefined;
  const mostGains = new Map(candidates.map((candidate) => [candidate.at, mostOf(candidate)]));
  return {
    board,
    group,
    standing,
    target,
    sense: question.sense,
    line: question.line,
    ...(question.rival === undefined ? {} : { rival: question.rival }),
    demands: (best ?? answers.at(-1))?.demands ?? [],
    isBarred: answers.length === 0,
    choices: choices.map((choice) => {
      const gains = new Map(choice.improvements.map(({ candidate, gain }) => [candidate.at, gain]));
      return { ...choice, ...indexAfter(group, standing, grain, gains) };
    }),
    hasMore: equals.some(({ hasMore }) => hasMore) || choices.length < equals.flatMap((each) => each.choices).length,
    isListed: equals.every(({ isListed }) => isListed),
    isProved: answers.every(({ isProved }) => isProved),
    best: indexAfter(group, standing, grain, mostGains).index,
    ...(unmet === undefined ? {} : unmetOf(unmet, standing, grain, mostGains)),
    candidates,
    excluded,
    ...(costs === undefined ? {} : { costs }),
  };
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
    const demands = demandOfTotal({ index: target.index, isBeyond: false }, 'rounded', group, standing);
    return { sense: 'rounded', line: target.index, alternatives: demands === undefined ? [] : [demands] };
  }
  const line = rubric.grades?.bands[target.at]?.from ?? ZERO;
  const total = demandOfTotal({ index: line, isBeyond: false }, sense, group, standing);
  const gates = demandsOfGates(target.at, group, standing);
  return { sense, line, alternatives: total === undefined ? [] : [[...total, ...gates]] };
}

/** The unit with which one would have the rank: with fewer, or fewer classes, above it. */
function rivalAt(rank: number, { standings, rubric }: GroupBoard, { row }: Standing): Standing {
  const others = standings.filter((each) => each.rank !== undefined && each.row !== row);
  if (rubric.rank.ties === 'competition') return others[rank - 1] as Standing;
  const classes = others.filter((each, at) => at === 0 || others[at - 1]?.rank !== each.rank);
  return classes[rank - 1] as Standing;
}

type RawChoice = Omit<PlanChoice, 'index' | 'shown'>;

interface Answer {
  readonly demands: readonly Demand[];
  readonly choices: readonly RawChoice[];
  readonly hasMore: boolean;
  readonly isListed: boolean;
  readonly isProved: boolean;
  readonly unmet?: Demand;
}

function answer(
  candidates: readonly Candidate[],
  demands: readonly Demand[],
  grain: Grain | undefined,
  steps: number | undefined,
): Answer {
  const { solutions, hasMore, isListed, isProved, unmet } = solve(candidates, demands, grain, MOST_CHOICES, steps);
  const choices = solutions.map((taken) => choiceOf(taken, candidates));
  // A leaf of which not every way was looked at may hide a cheaper one.
  const isWhole = candidates.every(({ ways }) => ways.every((way) => way.isSample !== true));
  const found = unmet === undefined ? undefined : demands[unmet];
  return { demands, choices, hasMore, isListed, isProved: isProved && isWhole, ...(found ? { unmet: found } : {}) };
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

/** A demand that cannot be met, and what it gains with everything at its best. */
function unmetOf(
  unmet: Demand,
  standing: Standing,
  grain: Grain | undefined,
  gains: ReadonlyMap<number, Exact>,
): Pick<Plan, 'unmet' | 'unmetMost'> {
  const own = new Map([...gains].filter(([leaf]) => unmet.leaves.includes(leaf)));
  const isRounded = unmet.node === 'total' || unmet.node.level === 'domain';
  return { unmet, unmetMost: isRounded ? gainOf(standing, grain, own) : sum([...own.values()]) };
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
