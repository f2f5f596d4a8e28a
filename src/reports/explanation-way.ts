/** From the points to the rank: the steps, each a sentence that can be checked on a pocket calculator. */
import { compare, type Exact, equal, negate, round, sign, subtract, toText } from '../model/exact.ts';
import type { Decision, ExplainedKind, Explanation, GateCheck, Neighbour } from '../model/explanation.ts';
import { type NodeRef, nodeOf, type Rubric } from '../model/rubric.ts';
import type { Standing } from '../model/scoreboard.ts';
import type { Telling } from './explanation-story.ts';
import { distance, levelOf, NO_BREAK, shown, spoken } from './figures.ts';
import { approx, comparison, enoughDecimals, equalsText } from './sums.ts';
import {
  aboveStep,
  belowStep,
  boundsStep,
  byBreak,
  byIndex,
  byNothing,
  equalStep,
  exemptStep,
  finalGrade,
  firstStep,
  gateOpen,
  gateShut,
  gradeStep,
  indexStep,
  kindStep,
  lastStep,
  missingStep,
  nodeNames,
  pointsStep,
  roundedAtTotal,
  roundedBelow,
  totalStep,
} from './words/explanation.ts';
import { storyStates } from './words/story.ts';

/** How many decimals the page needs, so that leaves add to domains and domains to the total. */
export function decimalsOf({ domains, standing, kinds, group }: Explanation): number {
  const parts = [...domains.map(({ figure }) => figure.points), ...kinds.map(signed)];
  const leaves = domains.map(({ sum: total, criteria }) => ({
    parts: criteria.flatMap(({ stories }) => stories.flatMap(({ points }) => points ?? [])),
    total,
  }));
  return enoughDecimals([{ parts, total: standing.total }, ...leaves], group.rubric);
}

function signed({ kind, counted }: ExplainedKind): Exact {
  return kind === 'bonus' ? counted : negate(counted);
}

/** Every step, in order; the last ones about the grade and the rank. Each is a sentence. */
export function waySteps(explanation: Explanation, telling: Telling): readonly string[] {
  return [
    ...sumSteps(explanation, telling),
    ...basisSteps(explanation, telling),
    ...roundingSteps(explanation, telling),
    ...indexSteps(explanation, telling),
    ...gradeSteps(explanation, telling),
    ...rankSteps(explanation, telling),
  ];
}

function sumSteps({ domains, kinds, standing }: Explanation, { lang, decimals }: Telling): readonly string[] {
  const applicable = domains.filter(({ figure }) => figure.index !== undefined);
  const terms = applicable.map(({ figure }) => approx(figure.points, decimals, lang)).join(' + ');
  const base = subtract(standing.total, subtract(standing.bonus, standing.penalty));
  const lines = [pointsStep[lang]({ terms, equals: equalsText(base, decimals, lang) })];
  if (kinds.length === 0) return lines;
  const given = kinds.map(({ kind, sum, cap, counted }) =>
    kindStep[lang]({
      kind,
      sum: approx(sum, decimals, lang),
      cap: cap === undefined ? '' : spoken(toText(cap), lang),
      counted: approx(counted, decimals, lang),
    }),
  );
  const signs = kinds.map(({ kind, counted }) => `${kind === 'bonus' ? '+' : '−'} ${approx(counted, decimals, lang)}`);
  const together = [approx(base, decimals, lang), ...signs].join(' ');
  return [...lines, ...given, totalStep[lang]({ terms: together, equals: equalsText(standing.total, decimals, lang) })];
}

/** What is exempt and what is missing. */
function basisSteps({ standing, group, scale, domains }: Explanation, { lang }: Telling): readonly string[] {
  const { leaves } = group.rubric;
  const list = (positions: readonly number[]): string =>
    positions.map((at) => `${leaves[at]?.id} (${spoken(toText(leaves[at]?.max ?? scale), lang)})`).join(', ');
  const { exempt, missing, max } = standing;
  const unreported = domains
    .flatMap(({ criteria }) => criteria.flatMap(({ stories }) => stories))
    .filter(({ state }) => state === 'missing' || state === 'unappraised').length;
  return [
    ...(exempt.length === 0
      ? []
      : [
          exemptStep[lang]({
            list: list(exempt),
            scale: spoken(toText(scale), lang),
            less: spoken(toText(subtract(scale, max)), lang),
            max: spoken(toText(max), lang),
          }),
        ]),
    ...(unreported === 0 ? [] : [missingStep[lang]({ list: list(missing) })]),
  ];
}

function roundingSteps({ standing, group }: Explanation, { lang, decimals }: Telling): readonly string[] {
  const { rounding } = group.rubric;
  if (rounding.at !== 'total') return [roundedBelow[lang]({ at: rounding.at, decimals: rounding.decimals })];
  const before = approx(standing.total, decimals, lang);
  const after = spoken(shown(standing.points, group.rubric), lang);
  return [roundedAtTotal[lang]({ before, after, decimals: rounding.decimals })];
}

function indexSteps({ standing, group, ratio }: Explanation, { lang, decimals }: Telling): readonly string[] {
  const { index, points, total, max } = standing;
  if (ratio === undefined || index === undefined) return [];
  const { rubric } = group;
  const counted = rubric.rounding.at === 'total' ? points : total;
  const isShown = equal(ratio, index);
  const bounded = round(ratio, rubric.rounding.decimals);
  const lines = [
    indexStep[lang]({
      points: approx(counted, decimals, lang),
      max: spoken(toText(max), lang),
      equals: equalsText(ratio, decimals, lang),
      shown: isShown ? '' : spoken(shown(bounded, rubric), lang),
    }),
  ];
  if (equal(bounded, index)) return lines;
  const facts = { ratio: spoken(shown(bounded, rubric), lang), index: spoken(shown(index, rubric), lang) };
  return [...lines, boundsStep[lang](facts)];
}

function gradeSteps({ standing, group, gates }: Explanation, telling: Telling): readonly string[] {
  const { lang } = telling;
  const { rubric } = group;
  const { grades } = rubric;
  const { grade } = standing;
  const value = grades?.on === 'exact' ? standing.exact : standing.index;
  if (grades === undefined || grade === undefined || value === undefined) return [];
  const band = grades.bands[grade.byIndex];
  const better = grades.bands[grade.byIndex - 1];
  const compared = (bound: Exact): string => comparison(value, bound, rubric.rounding.decimals, lang);
  const byIndexStep = gradeStep[lang]({
    grade: band?.name ?? '',
    line: band?.from === undefined ? '' : compared(band.from),
    better: better?.name ?? '',
    next: better?.from === undefined ? '' : compared(better.from),
    isLowered: grade.at !== grade.byIndex,
    short: better?.from === undefined ? '' : spoken(distance(subtract(better.from, value), rubric), lang),
  });
  const checks = gates.flatMap((gate) => gateStep(gate, grade.byIndex, telling));
  return [
    byIndexStep,
    ...checks,
    ...(grade.at === grade.byIndex ? [] : [finalGrade[lang]({ grade: grades.bands[grade.at]?.name ?? '' })]),
  ];
}

function gateStep(gate: GateCheck, byIndexAt: number, { lang, rubric }: Telling): readonly string[] {
  const { lowest, below, cap, holds, isAny } = gate;
  const bands = rubric.grades?.bands ?? [];
  if (lowest === undefined) return [];
  const facts = {
    node: nodeName(lowest.node, rubric, lang),
    comparison: comparison(lowest.index, below, rubric.rounding.decimals, lang),
    below: `${spoken(toText(below), lang)}${NO_BREAK}%`,
    cap: bands[cap]?.name ?? '',
    isAny,
    what: isAny
      ? nodeNames[levelOf(nodeOf(rubric, lowest.node).id, rubric)][lang]
      : nodeName(lowest.node, rubric, lang),
  };
  return [holds ? gateShut[lang]({ ...facts, lowers: cap > byIndexAt }) : gateOpen[lang](facts)];
}

/** `domain 3`. */
export function nodeName(ref: NodeRef, rubric: Rubric, lang: Telling['lang']): string {
  const { id } = nodeOf(rubric, ref);
  return `${nodeNames[levelOf(id, rubric)][lang]}${NO_BREAK}${id}`;
}

function rankSteps({ standing, group, above, below, equals }: Explanation, telling: Telling): readonly string[] {
  const { lang } = telling;
  const { rank } = standing;
  if (rank === undefined) return [];
  const met = ({ standing: other, decision }: Neighbour) => ({
    unit: other.unit.name,
    rank: other.rank ?? 0,
    by: decisionText(decision, standing, other, telling),
  });
  const shared = equals.map(({ standing: other }) => other.unit.name).join(', ');
  const isAlone = group.standings.filter((each) => each.rank !== undefined).length === 1;
  return [
    above === undefined ? firstStep[lang] : aboveStep[lang](met(above)),
    ...(shared === '' ? [] : [equalStep[lang]({ units: shared, rank })]),
    ...(below === undefined ? (isAlone ? [] : [lastStep[lang]]) : [belowStep[lang](met(below))]),
  ];
}

/** `ahead of it by 4.74 (92.08 − 87.34)`. */
export function decisionText(decision: Decision, own: Standing, other: Standing, { lang, rubric }: Telling): string {
  if (decision.by === 'nothing') return byNothing[lang];
  if (decision.by === 'break') {
    const text = (index: Exact | undefined): string =>
      index === undefined ? storyStates.exempt[lang] : spoken(shown(index, rubric), lang);
    const node = nodeName(decision.node, rubric, lang);
    return byBreak[lang]({ node, own: text(decision.own), other: text(decision.other) });
  }
  const { gap } = decision;
  const size = sign(gap) < 0 ? negate(gap) : gap;
  const index = ({ index: value, exact }: Standing): Exact | undefined => (rubric.rank.on === 'exact' ? exact : value);
  const [mine, theirs] = [index(own), index(other)].map((value) =>
    value === undefined ? '' : approx(value, rubric.rounding.decimals + 2, lang),
  ) as [string, string];
  const isAhead = sign(gap) > 0;
  const sum = [isAhead ? mine : theirs, '−', isAhead ? theirs : mine].join(NO_BREAK);
  return byIndex[lang]({ gap: spoken(distance(size, rubric), lang), isAhead, sum });
}

/** Orders by size, the largest first. */
export function bySize(a: Exact, b: Exact): number {
  return compare(absolute(b), absolute(a));
}

function absolute(value: Exact): Exact {
  return sign(value) < 0 ? negate(value) : value;
}
