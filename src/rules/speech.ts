/**
 * How an explanation says its figures, in one language: a decimal that ends after `=`, one that had to be rounded
 * after `≈`, so that a reader with a pocket calculator knows which digits are whole.
 */
import { type Exact, equal, HUNDRED, multiply, ONE, reduce, round, toFixedText, toText } from '../model/exact.ts';
import type { Language, Words } from '../model/words.ts';
import type { Unit } from './options.ts';

/** Decimals of a figure on the way, and of a percentage on the way. */
const DECIMALS = 4;
const PERCENT_DECIMALS = 2;
const MOST_DECIMALS = 8;

export interface Speech {
  readonly lang: Language;
  readonly pick: (words: Words) => string;
  /** `1.5`, `1.7059` (rounded), in the reader's decimal mark. */
  readonly number: (value: Exact) => string;
  /** `= 1.5`, or `≈ 1.7059` where the decimals do not end so soon. */
  readonly equals: (value: Exact) => string;
  /** `85.29 %` of the share 29/34. */
  readonly percent: (value: Exact) => string;
  /** `= 70 %`, or `≈ 85.29 %`. */
  readonly equalsPercent: (value: Exact) => string;
  /** `70 %` of a share, `70` of a number, as the unit has it. */
  readonly amount: (value: Exact, unit: Unit) => string;
  /** `1 of 2 points`. */
  readonly points: (points: Exact, max: Exact) => string;
}

export function speech(lang: Language): Speech {
  const marked = (text: string): string => (lang === 'vi' ? text.replace('.', ',') : text);
  const near = (value: Exact, decimals: number): { text: string; isWhole: boolean } => {
    const rounded = round(value, decimals);
    const isWhole = equal(rounded, value);
    return { text: marked(isWhole ? toText(value) : toFixedText(value, decimals)), isWhole };
  };
  const number = (value: Exact): string => near(value, DECIMALS).text;
  const nearPercent = (value: Exact) => {
    const hundredfold = multiply(value, HUNDRED);
    let decimals = PERCENT_DECIMALS;
    // 94.998 % must not be shown as 95.00 %, on the other side of a bound.
    while (decimals < MOST_DECIMALS && isNearWhole(hundredfold, decimals)) decimals++;
    return near(hundredfold, decimals);
  };
  const percent = (value: Exact): string => `${nearPercent(value).text} %`;
  return {
    lang,
    pick: (words) => words[lang],
    number,
    equals: (value) => `${near(value, DECIMALS).isWhole ? '=' : '≈'} ${number(value)}`,
    percent,
    equalsPercent: (value) => `${nearPercent(value).isWhole ? '=' : '≈'} ${percent(value)}`,
    amount: (value, unit) => (unit === 'share' ? percent(value) : number(value)),
    points: (points, max) =>
      ({
        en: `${number(points)} of ${number(max)} ${equal(max, ONE) ? 'point' : 'points'}`,
        vi: `${number(points)} trên ${number(max)} điểm`,
      })[lang],
  };
}

/** Whether so many decimals would show a whole number where there is none. */
function isNearWhole(value: Exact, decimals: number): boolean {
  const rounded = round(value, decimals);
  return !equal(rounded, value) && equal(rounded, round(value, 0));
}

/** A share as its cell says it: `29/34 ≈ 85.29 %`, `98.9 %`; a number: `7`. */
export function shareText(cell: string, value: Exact, say: Speech): string {
  return cell.includes('/') ? `${cell} ${say.equalsPercent(value)}` : say.percent(value);
}

/** A share as a factor on a calculator: the fraction as written, else the percentage. */
export function factorText(cell: string, value: Exact, say: Speech): string {
  return cell.includes('/') ? cell : exactPercent(value, say);
}

/** A percentage with all of its decimals where they end: `66.6667 %`. */
export function exactPercent(value: Exact, say: Speech): string {
  const text = toText(reduce(multiply(value, HUNDRED)));
  return `${say.lang === 'vi' ? text.replace('.', ',') : text} %`;
}
