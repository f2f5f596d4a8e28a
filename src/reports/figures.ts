/** Figures as a page shows them: points, indices and margins as decimal texts, and as cells. */
import type { Cell, Tone } from '../model/document.ts';
import { number, text } from '../model/document.ts';
import { add, compare, type Exact, round, sign, toFixedText, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import { type NodeRef, nodeOf } from '../model/rubric.ts';
import type { GateHold, Standing } from '../model/scoreboard.ts';
import type { Language, Words } from '../model/words.ts';
import { heldBy } from './words.ts';

/** A figure that was shown with its own decimals would say the opposite of what is true; so many more are tried. */
const MORE_DECIMALS = 12;

/** A space at which no line is broken. */
export const NO_BREAK = '\u00a0';

/** Points or index with the rubric's decimals: `92.08`. */
export function shown(value: Exact, rubric: Rubric): string {
  return toFixedText(value, rubric.rounding.decimals);
}

/** A decimal text inside a sentence: with a comma in Vietnamese. In cells the format sees to the mark. */
export function spoken(decimal: string, lang: Language): string {
  return lang === 'vi' ? decimal.replace('.', ',') : decimal;
}

/** A number cell, or a muted dash where there is none. */
export function figure(value: Exact | undefined, rubric: Rubric, tone: Tone = 'plain'): Cell {
  return value === undefined ? dash() : number(shown(value, rubric), tone);
}

/** The muted dash of a cell where there is no figure. */
export function dash(): Cell {
  return text('–', 'muted');
}

/** A distance with the rubric's decimals, or with as many as it takes not to show 0 for something above 0. */
export function distance(value: Exact, rubric: Rubric): string {
  return withEnough(value, rubric, (rounded) => sign(rounded) !== 0 || sign(value) === 0);
}

/** `3: 45.00 < 50`, with as many decimals as it takes to be seen as less. */
function holdText(hold: GateHold, rubric: Rubric, lang: Language): string {
  const index = withEnough(hold.index, rubric, (rounded) => compare(rounded, hold.below) < 0);
  return `${hold.node}: ${spoken(index, lang)} < ${spoken(toText(hold.below), lang)}`.replaceAll(' ', NO_BREAK);
}

function withEnough(value: Exact, rubric: Rubric, isTrue: (rounded: Exact) => boolean): string {
  const least = rubric.rounding.decimals;
  // A number of so many places is shown as it is.
  if (value.places === least) return toFixedText(value, least);
  for (let decimals = least; decimals < least + MORE_DECIMALS; decimals++) {
    if (isTrue(round(value, decimals))) return toFixedText(value, decimals);
  }
  return toFixedText(value, least);
}

/** Whether a gate keeps the unit below the grade of its index. */
export function isHeld({ grade }: Pick<Standing, 'grade'>): boolean {
  return grade !== undefined && grade.at !== grade.byIndex && grade.holds.length > 0;
}

/** The gates that hold a grade: the node, its index and the bound; in full words or as `1: 45.00 < 50`. */
export function holdsText(standing: Standing, rubric: Rubric, lang: Language, inFull: boolean): string {
  const holds = standing.grade?.holds ?? [];
  return holds
    .map((hold) => {
      const comparison = holdText(hold, rubric, lang);
      return inFull ? heldBy[lang]({ level: levelOf(hold.node, rubric), comparison }) : comparison;
    })
    .join('; ');
}

/** Which level of the tree a node id is on. */
export function levelOf(id: string, rubric: Rubric): 'domain' | 'criterion' | 'part' {
  if (rubric.domains.some((domain) => domain.id === id)) return 'domain';
  return rubric.criteria.some((criterion) => criterion.id === id) ? 'criterion' : 'part';
}

/** The node that a policy names: its level and its id. */
export function named(ref: NodeRef, rubric: Rubric): { level: 'domain' | 'criterion' | 'part'; id: string } {
  const { id } = nodeOf(rubric, ref);
  return { level: levelOf(id, rubric), id };
}

/** Whether the shown points of the domains, with bonus and penalty, add to the shown total. */
export function partsAdd(standing: Standing, rubric: Rubric): boolean {
  const rounded = (value: Exact): Exact => round(value, rubric.rounding.decimals);
  const parts = standing.domains.map((domain) => rounded(domain.points));
  const penalty = rounded(standing.penalty);
  const shownSum = [...parts, rounded(standing.bonus), { n: -penalty.n, d: penalty.d }].reduce(add, { n: 0n, d: 1n });
  return compare(shownSum, rounded(standing.points)) === 0;
}

/** The first letter made a capital, for a header made of a term. */
export function capitalised(words: Words, lang: Language): string {
  const term = words[lang];
  return term.charAt(0).toUpperCase() + term.slice(1);
}
