/** Cells that hold a number, a share or a count, for every rule; and what is probably wrong with one that does not. */
import { type NumberFacts, notACount, notANumber, notAShare, type ValueFacts } from '../faults/cells.ts';
import type { Suspicion } from '../faults/suspicions.ts';
import { aboveWhole, belowZero, zeroDenominator } from '../faults/values.ts';
import type { Fault } from '../model/diagnostic.ts';
import {
  compare,
  type DecimalMark,
  divide,
  type Exact,
  HUNDRED,
  ONE,
  parseDecimal,
  reduce,
  sign,
} from '../model/exact.ts';
import { visible } from '../model/visible.ts';
import type { Unit } from './options.ts';
import { type CellContext, isRefusal, type Refusal, refuse } from './rule.ts';

type Asked = 'number' | 'share' | 'count';

const FAULTS: Record<Asked, Fault<NumberFacts>> = { number: notANumber, share: notAShare, count: notACount };

const EXAMPLES: Record<Asked, Record<DecimalMark, readonly string[]>> = {
  number: { '.': ['1.5'], ',': ['1,5'] },
  share: { '.': ['85.29%', '29/34'], ',': ['85,29%', '29/34'] },
  count: { '.': ['3'], ',': ['3'] },
};

/** The facts every refusal of a cell has. */
export function factsOf(cell: string, context: CellContext): ValueFacts {
  return { shown: visible(cell), leaf: context.leaf };
}

/** A number of either sign. Errors: not-a-number. */
export function readNumber(cell: string, context: CellContext): Exact | Refusal {
  return parseDecimal(cell, context.mark) ?? misread(cell, 'number', context);
}

/** A number of 0 or more. Errors: not-a-number, below-zero. */
export function readPositive(cell: string, context: CellContext): Exact | Refusal {
  return atLeastZero(readNumber(cell, context), cell, context);
}

/** A whole number of 0 or more; `3.0` is 3. Errors: not-a-count, below-zero. */
export function readCount(cell: string, context: CellContext): Exact | Refusal {
  const value = parseDecimal(cell, context.mark);
  if (value === undefined) return misread(cell, 'count', context);
  if (value.n % value.d !== 0n) return misread(cell, 'count', context, 'not-whole');
  return atLeastZero({ n: value.n / value.d, d: 1n }, cell, context);
}

/**
 * A share of 0 or more as a fraction of 1: `85.29%` or `29/34`. It may exceed 1.
 * `zeroOverZero` is what 0/0 gives; without it, it is refused. Errors: not-a-share, below-zero, zero-denominator.
 */
export function readShare(cell: string, context: CellContext, zeroOverZero?: Exact): Exact | Refusal {
  if (cell.endsWith('%')) {
    const value = parseDecimal(cell.slice(0, -1), context.mark);
    if (value === undefined) return misread(cell, 'share', context);
    return atLeastZero(divide(value, HUNDRED), cell, context);
  }
  const slash = cell.indexOf('/');
  const above = slash < 0 ? undefined : parseDecimal(cell.slice(0, slash), context.mark);
  const below = slash < 0 ? undefined : parseDecimal(cell.slice(slash + 1), context.mark);
  if (above === undefined || below === undefined) return misread(cell, 'share', context);
  if (cell.includes('-')) return refuse(belowZero, factsOf(cell, context));
  if (sign(below) > 0) return reduce(divide(above, below));
  const known = sign(above) === 0 ? zeroOverZero : undefined;
  return known ?? refuse(zeroDenominator, factsOf(cell, context));
}

/** A value of the unit, of 0 or more. */
export function readUnit(cell: string, unit: Unit, context: CellContext): Exact | Refusal {
  return unit === 'share' ? readShare(cell, context) : readPositive(cell, context);
}

/** Lets a share through up to 1, or any if more counts as 1. Errors: above-whole. */
export function upToWhole(
  value: Exact | Refusal,
  over: 'refuse' | 'cap' | undefined,
  cell: string,
  context: CellContext,
): Exact | Refusal {
  if (isRefusal(value) || over === 'cap' || compare(value, ONE) <= 0) return value;
  return refuse(aboveWhole, factsOf(cell, context));
}

function atLeastZero(value: Exact | Refusal, cell: string, context: CellContext): Exact | Refusal {
  return isRefusal(value) || sign(value) >= 0 ? value : refuse(belowZero, factsOf(cell, context));
}

function misread(cell: string, asked: Asked, context: CellContext, known?: Suspicion): Refusal {
  const { mark } = context;
  const suspicion = known ?? suspect(cell, asked, mark);
  const character = (/[^\p{L}\p{M}\u0020-\u007e]/u.exec(cell) ?? /[^\u0020-\u007e]/u.exec(cell))?.[0];
  return refuse(FAULTS[asked], {
    ...factsOf(cell, context),
    ...{ mark, examples: EXAMPLES[asked][mark] },
    ...(character ? { character: nameOf(character) } : {}),
    ...(suspicion ? { suspicion } : {}),
  });
}

/** A character as `U+2212`. */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What gives a text away, first match first. No pattern here repeats what is itself repeated. */
const SIGNS: readonly (readonly [Suspicion, RegExp])[] = [
  ['spreadsheet-error', /^#[A-Z0-9/_!?]+$/i],
  ['formula', /^=/],
  ['date', /^[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}(?![0-9])/],
  ['date', /^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?![0-9])/],
  ['date', /^(?:[0-9]{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg)[a-z]*[- ]?[0-9]{0,4}$/i],
  ['date', /^[0-9]{1,4}-[0-9]{1,4}$/],
  ['exponent', /^[+-]?[0-9.,]+e[+-]?[0-9]+%?$/i],
  ['several', /[0-9a-z]\s*;/i],
  ['other-minus', /^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]\s?[0-9]/],
  ['other-character', /[^\p{L}\p{M}\u0000-\u007e]|[\uff21-\uff5a]/u],
  ['brackets', /^\([0-9.,% ]+\)$|^[0-9.,]+%?-$/],
  ['plus', /^\+[0-9.,]+%?$/],
  ['blank', /^[-0-9.,/%]+ [-0-9.,/% ]*$/],
  ['other-mark', /^-?[0-9][0-9.,'_]*%?$/],
];

/** What is probably wrong with a cell that is not what was asked. */
function suspect(cell: string, asked: Asked, mark: DecimalMark): Suspicion | undefined {
  const isShare = /^-?[0-9]+(?:[.,][0-9]+)?%$/.test(cell);
  const isFraction = /^[0-9]+(?:[.,][0-9]+)?\/[0-9]+(?:[.,][0-9]+)?$/.test(cell);
  if (asked !== 'share' && isShare) return 'percentage';
  if (asked !== 'share' && isFraction) return 'fraction';
  if (asked === 'share' && parseDecimal(cell, mark)) return 'bare-number';
  if (isFraction) return cell.includes(mark === '.' ? ',' : '.') ? 'other-mark' : 'too-long';
  const [whole = '', decimals, ...more] = cell.replace(/^-|%$/g, '').split(mark);
  if (/^[0-9]*$/.test(whole + (decimals ?? '')) && whole + (decimals ?? '') !== '' && more.length === 0) {
    return whole === '' || decimals === '' ? 'lone-mark' : 'too-long';
  }
  return SIGNS.find(([, pattern]) => pattern.test(cell))?.[0];
}
