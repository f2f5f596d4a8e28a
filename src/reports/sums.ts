/** Figures on the way to a result: with enough decimals that a reader can add them up again, and honest about `=`. */
import { compare, type Exact, equal, round, sum, toFixedText, toText } from '../model/exact.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Language } from '../model/words.ts';
import { NO_BREAK, spoken } from './figures.ts';

/** Figures on the way have at least so many decimals more than the result. */
const MORE = 2;

/** More than these would help nobody. */
const MOST_MORE = 10;

/** Parts and the figure that their exact sum is shown as. */
export interface Addition {
  readonly parts: readonly Exact[];
  readonly total: Exact;
}

/**
 * The fewest decimals, from two more than the rubric's, with which the shown parts of every addition add to a sum
 * that rounds to the shown total.
 */
export function enoughDecimals(additions: readonly Addition[], { rounding }: Rubric): number {
  const least = rounding.decimals + MORE;
  const adds = (decimals: number): boolean =>
    additions.every(({ parts, total }) => {
      const shown = sum(parts.map((part) => round(part, decimals)));
      return equal(round(shown, rounding.decimals), round(total, rounding.decimals));
    });
  for (let decimals = least; decimals <= least + MOST_MORE; decimals++) if (adds(decimals)) return decimals;
  return least;
}

/** A figure without zeros at its end: `1.5`, or `1.9775` where it had to be rounded. */
export function approx(value: Exact, decimals: number, lang: Language): string {
  return spoken(isWhole(value, decimals) ? toText(value) : toFixedText(value, decimals), lang);
}

/** `= 1.5`, or `≈ 1.9775`. */
export function equalsText(value: Exact, decimals: number, lang: Language): string {
  return `${isWhole(value, decimals) ? '=' : '≈'}${NO_BREAK}${approx(value, decimals, lang)}`;
}

function isWhole(value: Exact, decimals: number): boolean {
  return equal(round(value, decimals), value);
}

/** Whether `a` is at least `b`, as a comparison that can be read: `92.08 ≥ 85`. */
export function comparison(a: Exact, b: Exact, decimals: number, lang: Language): string {
  const sign = compare(a, b) >= 0 ? '≥' : '<';
  return [approxBeyond(a, b, decimals, lang), sign, approx(b, decimals, lang)].join(NO_BREAK);
}

/** With as many decimals as it takes not to be shown equal to a figure that it differs from. */
function approxBeyond(value: Exact, other: Exact, decimals: number, lang: Language): string {
  let more = decimals;
  while (more < decimals + MOST_MORE && !equal(value, other) && equal(round(value, more), other)) more++;
  return approx(value, more, lang);
}

/** The sentence of a rule, whose numbers have a dot, with the reader's mark in numbers that stand alone. */
export function inMark(text: string, lang: Language): string {
  return lang === 'vi' ? text.replace(/(?<![\p{L}\p{N}._/-])(\d+)\.(\d+)(?![\p{L}\p{N}._/-])/gu, '$1,$2') : text;
}

/** A sum whose lines are not broken before `%` or after a sign. */
export function unbroken(text: string): string {
  return text.replace(/ (?=%)/g, NO_BREAK).replace(/([=≈→]) (?=[\d(−-])/g, `$1${NO_BREAK}`);
}
