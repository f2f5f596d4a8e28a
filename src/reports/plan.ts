/** A plan: the cheapest improvements that take a unit to a target, or the proof that it cannot be reached. */
import { type Block, type Cell, type Flat, number, type Report, type Table, text } from '../model/document.ts';
import { type Exact, greatest, subtract, sum, toFixedText, toFractionText, toText } from '../model/exact.ts';
import type { Candidate, Demand, Excluded, Improvement, Plan, PlanChoice } from '../model/plan.ts';
import type { Language } from '../model/words.ts';
import { nodeName } from './explanation-way.ts';
import { shown, spoken } from './figures.ts';
import { planData } from './plan-data.ts';
import { approx, unbroken } from './sums.ts';
import {
  barred,
  choiceHeading,
  choiceLine,
  costsLine,
  excludedLine,
  excludedReasons,
  goalNames,
  needNode,
  needTotal,
  nowLine,
  planTitle,
  planWords,
  rivalLine,
  unmetText,
  unreachable,
} from './words/plan.ts';
import { yearAndBasis } from './words/ranking.ts';
import { columnName, words } from './words.ts';

/** What the page needs to say its figures. */
interface Telling {
  readonly lang: Language;
  readonly decimals: number;
}

/** The page; `flat` has a row an improvement of every choice. */
export function reportPlan(plan: Plan, options: { readonly lang: Language }): Report {
  const telling = { lang: options.lang, decimals: plan.group.rubric.rounding.decimals + 2 };
  const blocks = plan.choices.length > 0 ? choiceBlocks(plan, telling) : unreachableBlocks(plan, telling);
  return {
    document: {
      blocks: [...head(plan, telling), ...blocks, ...excludedBlocks(plan, telling), ...notes(plan, telling)],
    },
    flat: planFlat(plan),
    data: planData(plan),
  };
}

function paragraph(line: string, tone: 'plain' | 'muted' | 'strong' | 'warn' = 'plain'): Block {
  return { kind: 'paragraph', text: unbroken(line), tone };
}

function head(plan: Plan, telling: Telling): readonly Block[] {
  const { lang } = telling;
  const { board, standing, group, demands, rival } = plan;
  const { rubric } = group;
  const { index, grade, rank } = standing;
  const basis = columnName(board.basis)[lang];
  const now = {
    index: index === undefined ? '' : spoken(shown(index, rubric), lang),
    grade: grade === undefined ? '' : (rubric.grades?.bands[grade.at]?.name ?? ''),
    rank: rank === undefined ? '' : `${rank}`,
  };
  return [
    {
      kind: 'heading',
      level: 1,
      text: planTitle[lang]({ unit: standing.unit.name, goal: goalOf(plan, lang), year: board.year }),
    },
    paragraph(yearAndBasis[lang]({ year: board.year, basis }), 'muted'),
    paragraph(nowLine[lang](now)),
    ...(rival === undefined
      ? []
      : [paragraph(rivalLine[lang]({ unit: rival.unit.name, index: spoken(shown(plan.line, rubric), lang) }))]),
    ...demands.map((demand) => paragraph(needText(demand, plan, telling), 'strong')),
  ];
}

function goalOf({ target, group }: Plan, lang: Language): string {
  if (target.kind === 'grade') return goalNames.grade[lang](group.rubric.grades?.bands[target.at]?.name ?? '');
  if (target.kind === 'rank') return goalNames.rank[lang](`${target.rank}`);
  return goalNames.index[lang](spoken(toText(target.index), lang));
}

function needText({ node, need, isBeyond = false }: Demand, plan: Plan, { lang, decimals }: Telling): string {
  const amount = approx(need, decimals, lang);
  const { rubric } = plan.group;
  if (node !== 'total') return needNode[lang]({ need: amount, node: nodeName(node, rubric, lang), isBeyond });
  const line = spoken(toText(plan.line), lang);
  return needTotal[lang]({ need: amount, line, isRounded: plan.sense === 'rounded', isBeyond });
}

function choiceBlocks(plan: Plan, telling: Telling): readonly Block[] {
  const { lang } = telling;
  const { choices, hasMore, isListed, isProved, costs } = plan;
  const hasRange = choices.some(({ improvements }) => improvements.filter(isFree).length > 1);
  return [
    ...choices.flatMap((choice, at) => [
      {
        kind: 'heading',
        level: 2,
        text: choiceHeading[lang]({ number: at + 1, of: choices.length, leaves: choice.improvements.length }),
      } as const,
      paragraph(choiceText(choice, plan, telling)),
      choiceTable(choice, plan, telling),
    ]),
    ...(hasMore || !isListed ? [paragraph(planWords[hasMore ? 'more' : 'mayBeMore'][lang], 'muted')] : []),
    ...(hasRange && costs === undefined ? [paragraph(planWords.free[lang], 'muted')] : []),
    ...(isProved ? [] : [paragraph(planWords.cut[lang], 'warn')]),
    paragraph(costs === undefined ? planWords.inPoints[lang] : costsText(costs, lang), 'muted'),
  ];
}

/** Which costs were used. */
function costsText({ fromFile, fromRubric }: NonNullable<Plan['costs']>, lang: Language): string {
  return costsLine[lang]({ fromFile: fromFile.join(', '), fromRubric: fromRubric.join(', ') });
}

function isFree({ way: { low, high } }: Improvement): boolean {
  return low.n * high.d !== high.n * low.d;
}

function choiceText({ gain, cost, index, shown: after }: PlanChoice, plan: Plan, { lang, decimals }: Telling): string {
  return choiceLine[lang]({
    gain: approx(gain, decimals, lang),
    cost: plan.costs !== undefined ? approx(cost, decimals, lang) : '',
    index: approx(index, decimals, lang),
    shown: spoken(shown(after, plan.group.rubric), lang),
  });
}

function choiceTable({ improvements, gain, cost }: PlanChoice, plan: Plan, { lang, decimals }: Telling): Table {
  const figure = (value: Exact, isStrong = false): Cell =>
    number(toFixedText(value, decimals), isStrong ? 'strong' : 'plain');
  const costs = (value: Exact, isStrong = false): readonly Cell[] =>
    plan.costs !== undefined ? [figure(value, isStrong)] : [];
  return {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.criterion[lang], align: 'left', flexible: true },
      { title: planWords.now[lang], align: 'left', flexible: true },
      { title: planWords.goal[lang], align: 'left', flexible: true },
      { title: planWords.gain[lang], align: 'right' },
      ...(plan.costs !== undefined ? [{ title: planWords.cost[lang], align: 'right' } as const] : []),
    ],
    rows: [
      ...improvements.map((each): readonly Cell[] => [
        text(each.candidate.leaf.id),
        text(each.candidate.leaf.title),
        text(each.candidate.cell),
        text(unbroken(each.way.tell(each.to)[lang]), 'strong'),
        figure(each.gain),
        ...costs(each.cost),
      ]),
      [text(''), text(planWords.total[lang], 'strong'), text(''), text(''), figure(gain, true), ...costs(cost, true)],
    ],
  };
}

/** How much a candidate could gain. */
function mostOf({ now, ways }: Candidate): Exact {
  return subtract(ways.map(({ high }) => high).reduce(greatest, now), now);
}

function unreachableBlocks(plan: Plan, { lang, decimals }: Telling): readonly Block[] {
  const { unmet, unmetMost, candidates, best, group } = plan;
  const { max } = group.rubric.indexBounds;
  if (plan.isBarred && max !== undefined) {
    return [paragraph(barred[lang]({ most: spoken(toText(max), lang) }), 'warn')];
  }
  const inUnmet = candidates.filter(({ at }) => unmet?.leaves.includes(at) ?? true);
  const most = sum(inUnmet.map(mostOf));
  const node =
    unmet === undefined || unmet.node === 'total' ? planWords.theTotal[lang] : nodeName(unmet.node, group.rubric, lang);
  const what = unmetText[lang]({
    node,
    most: approx(unmetMost ?? most, decimals, lang),
    need: approx(unmet?.need ?? most, decimals, lang),
  });
  const table: Table = {
    kind: 'table',
    columns: [
      { title: words.id[lang], align: 'left' },
      { title: words.criterion[lang], align: 'left', flexible: true },
      { title: planWords.now[lang], align: 'left', flexible: true },
      { title: planWords.most[lang], align: 'right' },
    ],
    rows: [
      ...inUnmet.map((each): readonly Cell[] => [
        text(each.leaf.id),
        text(each.leaf.title),
        text(each.cell),
        number(toFixedText(mostOf(each), decimals)),
      ]),
      [text(''), text(planWords.total[lang], 'strong'), text(''), number(toFixedText(most, decimals), 'strong')],
    ],
  };
  return [
    paragraph(unreachable[lang]({ best: approx(best, decimals, lang), what }), 'warn'),
    { kind: 'heading', level: 2, text: planWords.candidates[lang] },
    table,
  ];
}

/** Leaves that lose points and yet take no part, by reason. */
function excludedBlocks({ excluded }: Plan, { lang, decimals }: Telling): readonly Block[] {
  const reasons = Object.keys(excludedReasons) as readonly Exclude<Excluded, 'full' | 'outside'>[];
  return reasons.flatMap((why) => {
    const found = excluded.filter((each) => each.why === why);
    if (found.length === 0) return [];
    const list = found.map(({ leaf, lost }) =>
      lost.n === 0n ? leaf.id : `${leaf.id} (${approx(lost, decimals, lang)})`,
    );
    return [
      paragraph(
        excludedLine[lang]({
          why: excludedReasons[why][lang],
          list: list.join(', '),
          isLosing: found.some(({ lost }) => lost.n > 0n),
        }),
        'muted',
      ),
    ];
  });
}

/** What the reader should know of how the total comes about. */
function notes({ group: { rubric } }: Plan, { lang }: Telling): readonly Block[] {
  return [
    ...(rubric.rounding.at === 'domain' ? [paragraph(planWords.byDomain[lang], 'muted')] : []),
    ...(rubric.adjustments.length > 0 ? [paragraph(planWords.adjustments[lang], 'muted')] : []),
  ];
}

function planFlat({ standing, choices }: Plan): Flat {
  return {
    columns: ['unit', 'choice', 'id', 'title', 'now', 'to_be_reached', 'points_now', 'points', 'gain', 'cost'],
    rows: choices.flatMap(({ improvements }, at) =>
      improvements.map((each): readonly Cell[] => [
        text(standing.unit.id),
        text(`${at + 1}`),
        text(each.candidate.leaf.id),
        text(each.candidate.leaf.title),
        text(each.candidate.cell),
        text(each.way.tell(each.to).en),
        number(toFractionText(each.candidate.now)),
        number(toFractionText(each.to)),
        number(toFractionText(each.gain)),
        number(toText(each.cost)),
      ]),
    ),
  };
}
