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
  /** `1.5`, with all decimals where they end; in the reader's decimal mark. */
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

/** How figures are said in a language. */
export function speech(lang: Language): Speech {
  const marked = (text: string): string => (lang === 'vi' ? text.replace('.', ',') : text);
  const near = (value: Exact, decimals: number): { text: string; isWhole: boolean } => {
    const rounded = round(value, decimals);
    const isWhole = equal(rounded, value);
    return { text: marked(isWhole ? toText(value) : toFixedText(value, decimals)), isWhole };
  };
  // An operand is written in full where its decimals end, so that the calculator gets what the tool had.
  const inFull = (value: Exact): string | undefined => {
    const text = toText(reduce(value));
    return text.includes('/') ? undefined : marked(text);
  };
  const number = (value: Exact): string => inFull(value) ?? near(value, DECIMALS).text;
  const nearPercent = (value: Exact) => {
    const hundredfold = multiply(value, HUNDRED);
    let decimals = PERCENT_DECIMALS;
    // 94.998 % must not be shown as 95.00 %, on the other side of a bound.
    while (decimals < MOST_DECIMALS && isNearWhole(hundredfold, decimals)) decimals++;
    return near(hundredfold, decimals);
  };
  const percent = (value: Exact): string => `${inFull(multiply(value, HUNDRED)) ?? nearPercent(value).text} %`;
  return {
    lang,
    pick: (words) => words[lang],
    number,
    equals: (value) => {
      const { text, isWhole } = near(value, DECIMALS);
      return `${isWhole ? '=' : '≈'} ${text}`;
    },
    percent,
    equalsPercent: (value) => {
      const { text, isWhole } = nearPercent(value);
      return `${isWhole ? '=' : '≈'} ${text} %`;
    },
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
  if (isOverNothing(cell)) return `${cell} ${say.pick({ en: 'counts as', vi: 'được tính là' })} ${say.percent(value)}`;
  return cell.includes('/') ? `${cell} ${say.equalsPercent(value)}` : say.percent(value);
}

/** A share as a factor on a calculator: the fraction as written, else the percentage. */
export function factorText(cell: string, value: Exact, say: Speech): string {
  return cell.includes('/') && !isOverNothing(cell) ? cell : say.percent(value);
}

/** Whether a fraction has a denominator of 0, so that the rubric has to say what it is. */
function isOverNothing(cell: string): boolean {
  return /\/0+(?:[.,]0+)?$/.test(cell);
}
