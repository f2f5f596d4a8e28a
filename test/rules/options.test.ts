/** The scalars that options are made of: bare or quoted, exact, and each refusal in both languages. */
import { describe, expect, it } from 'vitest';
import { type Exact, toText } from '../../src/model/exact.ts';
import { numeralOf } from '../../src/model/numeral.ts';
import {
  type Bound,
  bound,
  decimal,
  id,
  positiveDecimal,
  share,
  shareOrDecimal,
  text,
  wholeNumberTo,
} from '../../src/rules/options.ts';
import { jsonSchemaOf } from '../../src/schema/json-schema.ts';
import * as z from '../../src/schema/zod.ts';

/** The value as a text, or what the refusal says. */
function see(schema: z.ZodType, value: unknown): string {
  const { data, error } = schema.safeParse(value);
  if (error) return `! ${error.issues.map(({ message }) => message).join(' ')}`;
  if (typeof data !== 'object') return String(data);
  return 'unit' in (data as object)
    ? `${toText((data as Bound).value)} ${(data as Bound).unit}`
    : toText(data as Exact);
}

/** As the YAML reader hands it over: a bare number as a numeral. */
const written = (value: string) => [numeralOf(value), value] as const;

describe('a scalar', () => {
  it.each<[string, z.ZodType, string, string]>([
    ['a decimal', decimal, '1.50', '1.5'],
    ['a decimal', decimal, '-1.5', '-1.5'],
    ['a positive decimal', positiveDecimal, '0.0000000001', '0.0000000001'],
    ['a share', share, '70%', '0.7'],
    ['a share', share, '0%', '0'],
    ['a share', share, '100%', '1'],
    ['a share or decimal', shareOrDecimal, '75%', '0.75'],
    ['a share or decimal', shareOrDecimal, '0.75', '0.75'],
    ['a share or decimal', shareOrDecimal, '1', '1'],
    ['a bound', bound, '70%', '0.7 share'],
    ['a bound', bound, '-70%', '-0.7 share'],
    ['a bound', bound, '70', '70 number'],
    ['a whole number', wholeNumberTo(12), '12', '12'],
    ['a whole number', wholeNumberTo(12), '0', '0'],
    ['a whole number', wholeNumberTo(12), '007', '7'],
    ['a large whole number', wholeNumberTo(999_999_999), '999999999', '999999999'],
  ])('%s is read, bare or quoted: %#', (_, schema, value, read) => {
    for (const form of written(value)) expect(see(schema, form)).toBe(read);
  });

  it.each<[string, z.ZodType, readonly string[], RegExp]>([
    ['a decimal', decimal, ['1,5', 'x', '', '50%', '1e3', '.5'], /^! a decimal number with a dot is asked/],
    ['a positive decimal', positiveDecimal, ['0', '0.00', '-1', 'x'], /^! a decimal number above 0/],
    ['a share', share, ['101%', '-1%', '0.7', '70', '%', 'x%', '100.0000000001%'], /^! a percentage from 0% to 100%/],
    ['a share or decimal', shareOrDecimal, ['1.01', '-0.1', '101%', '75', 'x'], /^! a percentage .* or a decimal/],
    ['a bound', bound, ['x', '%', '1,5', '70 %'], /^! a percentage or a decimal number/],
    [
      'a whole number',
      wholeNumberTo(12),
      ['13', '-1', '1.5', '1e1', '', '1234567890'],
      /^! a whole number from 0 to 12/,
    ],
  ])('%s is refused with what is asked: %#', (_, schema, values, refusal) => {
    for (const value of values) {
      for (const form of written(value)) expect(see(schema, form)).toMatch(refusal);
    }
    for (const other of [1.5, null, undefined, true, {}, []]) expect(see(schema, other)).toMatch(refusal);
  });

  it('that is whole is refused with its limit', () => {
    const issue = wholeNumberTo(7).safeParse('8').error?.issues[0] as unknown as { message: string; params: object };
    expect(issue.message).toBe('a whole number from 0 to 7 is asked here.');
    expect(issue.params).toEqual({ vi: 'ở đây cần một số nguyên từ 0 đến 7.' });
    expect(issue).toMatchObject({ code: 'custom' });
  });

  it('is refused in Vietnamese as well', () => {
    const issue = decimal.safeParse('x').error?.issues[0] as unknown as { params: { vi: string } };
    expect(issue.params.vi).toBe('ở đây cần một số thập phân với dấu chấm, ví dụ 1.5.');
  });
});

describe('an id', () => {
  it.each(['1', '1.10', 'TC-1', 'a_b', '0'])('may be %j', (value) => {
    expect(see(id, value)).toBe(value);
  });

  it.each(['', '.1', '-1', '_a', 'a b', 'é', 'a/b', '1.1 '])('is not %j', (value) => {
    expect(see(id, value)).toMatch(/^! an id begins with a letter or digit/);
  });

  it('is not a bare number, since 1.10 and 1.1 are one', () => {
    expect(see(id, numeralOf('1.10'))).toBe('! an id is a text; put it in quotes, such as "1.10".');
  });
});

describe('a text', () => {
  it('is not empty and no bare number', () => {
    expect(see(text, ' a ')).toBe(' a ');
    expect(see(text, ' \n')).toBe('! a text is asked here, not an empty one.');
    expect(see(text, numeralOf('1'))).toMatch(/^! a text is asked here; put it in quotes/);
  });
});

describe('the JSON Schema of a schema', () => {
  const schemaOf = (schema: z.ZodType): { properties?: object; required?: string[] } => jsonSchemaOf(schema);

  it('says of each scalar what an editor may see: a bare number, or the text of one', () => {
    const { properties, required } = schemaOf(
      z.strictObject({ a: decimal, b: share.optional(), c: positiveDecimal, d: bound }),
    );
    expect(required).toEqual(['a', 'c', 'd']);
    const number = '[0-9]{1,15}(\\.[0-9]{1,10})?';
    expect(properties).toMatchObject({
      a: { type: ['number', 'string'], pattern: `^-?${number}$`, description: 'A decimal number with a dot.' },
      b: { type: 'string', pattern: `^${number}%$` },
      c: { type: ['number', 'string'], pattern: `^${number}$`, exclusiveMinimum: 0 },
      d: { type: ['number', 'string'], pattern: `^-?${number}%?$` },
    });
    for (const property of Object.values(properties ?? {})) expect(property).not.toHaveProperty('json');
  });

  it('lists no required key where every one may be absent', () => {
    expect(schemaOf(z.strictObject({ a: decimal.optional() }))).not.toHaveProperty('required');
  });

  it('bounds a whole number and a share', () => {
    const { properties } = schemaOf(z.strictObject({ a: wholeNumberTo(7), b: shareOrDecimal, c: id, d: text }));
    expect(properties).toMatchObject({
      a: { type: 'integer', minimum: 0, maximum: 7, description: 'A whole number from 0 to 7.' },
      b: { minimum: 0, maximum: 1 },
      c: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' },
      d: { type: 'string', minLength: 1 },
    });
  });
});
