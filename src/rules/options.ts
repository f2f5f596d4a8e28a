/**
 * The pieces that options of rules and the rubric's schema are made of. The YAML reader hands bare numbers over as
 * the text that was written (model/numeral.ts), so that every number here is exact.
 */
import { compare, divide, type Exact, HUNDRED, ONE, parseDecimal, sign } from '../model/exact.ts';
import { isNumeral, writtenAs } from '../model/numeral.ts';
import type { Words } from '../model/words.ts';
import * as z from '../schema/zod.ts';

export type Unit = 'share' | 'number';

/** A bound of a value: `70%` is the share 7/10, `70` the number 70. */
export interface Bound {
  readonly value: Exact;
  readonly unit: Unit;
}

const DECIMAL = '[0-9]{1,15}(\\.[0-9]{1,10})?';

/** JSON Schema of a number that an editor may see bare or quoted; the pattern holds for the quoted one. */
export function numberOrText(pattern: string = `-?${DECIMAL}`): object {
  return { type: ['number', 'string'], pattern: `^${pattern}$` };
}

/** JSON Schema of what something costs. */
export function costJson(): object {
  return { ...numberOrText(DECIMAL), minimum: 0 };
}

/**
 * A schema of one scalar, bare or quoted. `read` gives undefined for a text it cannot mean; `words` then say, after
 * the value, what is asked.
 */
function scalar<T extends object | number>(read: (written: string) => T | undefined, words: Words, json: object) {
  return z
    .unknown()
    .transform((input, context): T => {
      const written = isNumeral(input) ? writtenAs(input) : input;
      const value = typeof written === 'string' ? read(written) : undefined;
      if (value !== undefined) return value;
      context.issues.push(complaint(words, input));
      return z.NEVER;
    })
    .meta({ json });
}

/** A custom zod issue in both languages, at a path below the present one. */
export function complaint(words: Words, input: unknown, path: readonly (string | number)[] = []) {
  const issue: z.core.$ZodRawIssue<z.core.$ZodIssueCustom> = {
    code: 'custom',
    message: words.en,
    params: { vi: words.vi },
    input,
    path: [...path],
  };
  return issue;
}

export const decimal = scalar(
  (written) => parseDecimal(written),
  {
    en: 'a decimal number with a dot is asked here, such as 1.5.',
    vi: 'ở đây cần một số thập phân với dấu chấm, ví dụ 1.5.',
  },
  numberOrText(),
).describe('A decimal number with a dot.');

export const costDecimal = scalar(
  (written) => within(parseDecimal(written), (value) => sign(value) >= 0),
  {
    en: 'a cost is a decimal number of 0 or more with a dot, such as 1.5.',
    vi: 'chi phí là số thập phân từ 0 trở lên với dấu chấm, ví dụ 1.5.',
  },
  costJson(),
).describe('A decimal number of 0 or more with a dot.');

export const positiveDecimal = scalar(
  (written) => within(parseDecimal(written), (value) => sign(value) > 0),
  {
    en: 'a decimal number above 0 with a dot is asked here, such as 0.5.',
    vi: 'ở đây cần một số thập phân lớn hơn 0 với dấu chấm, ví dụ 0.5.',
  },
  { ...numberOrText(DECIMAL), exclusiveMinimum: 0 },
).describe('A decimal number above 0 with a dot.');

/** Gives a fraction of 1. */
export const share = scalar(
  (written) => within(parsePercentage(written), isPart),
  {
    en: 'a percentage from 0% to 100% is asked here, such as 70%.',
    vi: 'ở đây cần một tỷ lệ từ 0% đến 100%, ví dụ 70%.',
  },
  { type: 'string', pattern: `^${DECIMAL}%$` },
).describe('A percentage from 0% to 100%.');

/** Gives a fraction of 1; `0.75` is as good as `75%`. */
export const shareOrDecimal = scalar(
  (written) => within(parsePercentage(written) ?? parseDecimal(written), isPart),
  {
    en: 'a percentage from 0% to 100% or a decimal from 0 to 1 is asked here, such as 75% or 0.75.',
    vi: 'ở đây cần một tỷ lệ từ 0% đến 100% hoặc số thập phân từ 0 đến 1, ví dụ 75% hoặc 0.75.',
  },
  { ...numberOrText(`${DECIMAL}%?`), minimum: 0, maximum: 1 },
).describe('A percentage from 0% to 100%, or a decimal from 0 to 1.');

export const bound = scalar<Bound>(
  (written) => {
    const unit = written.endsWith('%') ? 'share' : 'number';
    const value = unit === 'share' ? parsePercentage(written) : parseDecimal(written);
    return value === undefined ? undefined : { value, unit };
  },
  {
    en: 'a percentage or a decimal number with a dot is asked here, such as 70% or 70.',
    vi: 'ở đây cần một tỷ lệ hoặc một số thập phân với dấu chấm, ví dụ 70% hoặc 70.',
  },
  numberOrText(`-?${DECIMAL}%?`),
).describe('A percentage such as 70%, or a number such as 70.');

/** A whole number from 0 to `limit`, which is at most 999 999 999. */
export function wholeNumberTo(limit: number) {
  return scalar(
    (written) => {
      const value = /^[0-9]{1,9}$/.test(written) ? wholeOf(written) : undefined;
      return value !== undefined && value <= limit ? value : undefined;
    },
    {
      en: `a whole number from 0 to ${limit} is asked here.`,
      vi: `ở đây cần một số nguyên từ 0 đến ${limit}.`,
    },
    { type: 'integer', minimum: 0, maximum: limit },
  ).describe(`A whole number from 0 to ${limit}.`);
}

export const wholeNumber = wholeNumberTo(999_999_999);

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Compared as text. A bare number is no id: 1.10 and 1.1 are two ids and one number, so ids are quoted. */
export const id = z
  .string({ error: 'an id is a text; put it in quotes, such as "1.10".' })
  .refine((text) => ID.test(text), {
    error: 'an id begins with a letter or digit and holds only letters, digits, ".", "_" and "-".',
    params: { vi: 'mã bắt đầu bằng chữ hoặc số, và chỉ gồm chữ không dấu, số, ".", "_" và "-".' },
  })
  .describe('An id: letters, digits, ".", "_", "-"; always quoted if it looks like a number.')
  .meta({ json: { type: 'string', pattern: ID.source } });

export const text = z
  .string({ error: 'a text is asked here; put it in quotes if it looks like a number.' })
  .refine((value) => value.trim() !== '', {
    error: 'a text is asked here, not an empty one.',
    params: { vi: 'ở đây cần chữ, không để trống.' },
  })
  .describe('A text.')
  .meta({ json: { type: 'string', minLength: 1 } });

/** What a share over 100 % gets, in every rule that asks. */
export const over = z
  .enum(['refuse', 'cap'])
  .optional()
  .describe('What a share over 100 % gets: refusal (the default), or cap, which counts it as 100 %.');

function within(value: Exact | undefined, isMeant: (value: Exact) => boolean): Exact | undefined {
  return value !== undefined && isMeant(value) ? value : undefined;
}

function isPart(value: Exact): boolean {
  return sign(value) >= 0 && compare(value, ONE) <= 0;
}

function parsePercentage(written: string): Exact | undefined {
  const value = written.endsWith('%') ? parseDecimal(written.slice(0, -1)) : undefined;
  return value === undefined ? undefined : divide(value, HUNDRED);
}

/** At most nine digits as a number that counts. */
function wholeOf(digits: string): number {
  return [...digits].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0);
}
