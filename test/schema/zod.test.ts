/** What is taken without zod is what zod gives, over every rubric and project of the fixtures, sound and damaged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numeralOf } from '../../src/model/numeral.ts';
import { projectSchema } from '../../src/read/project.ts';
import { rubricSchema } from '../../src/read/rubric-schema.ts';
import { readYaml } from '../../src/read/yaml.ts';
import * as z from '../../src/schema/zod.ts';
import { ROOT } from '../surface.ts';

/** All of a value: kinds, order of keys, prototypes, fractions. */
const whole = (value: unknown) => inspect(value, { depth: null, maxArrayLength: null, maxStringLength: null });

/** A map as the YAML reader gives it. */
const map = (keys: object): unknown => Object.assign(Object.create(null), keys);

/** Whether the value was taken without zod; throws where zod gives another one, or none. */
function isTaken(schema: z.ZodType, value: unknown): boolean {
  const taken = z.take(schema, value);
  if (taken === undefined) return false;
  const { data, error } = z.zodOf(schema).safeParse(value);
  expect(error, whole(value)).toBeUndefined();
  expect(whole(taken.value)).toBe(whole(data));
  return true;
}

describe('a word', () => {
  const even = z.string().transform((text, context) => {
    if (text.length % 2 === 1) context.addIssue({ code: 'custom', message: 'odd' });
    return text.length;
  });
  const told = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('a'), one: z.string() }).describe('A.'),
    z.strictObject({ type: z.literal('b') }),
  ]);
  const long = z.array(z.string()).min(1).max(2).describe('One or two.');
  const twice = z.array(z.string()).superRefine((texts, context) => {
    if (new Set(texts).size < texts.length) context.addIssue({ code: 'custom', message: 'twice' });
  });

  it.each<[string, z.ZodType, readonly unknown[], readonly unknown[]]>([
    ['unknown', z.unknown(), [null, 1, 'x', []], []],
    ['string', z.string(), ['', 'x'], [null, undefined, numeralOf('1'), []]],
    ['boolean', z.boolean(), [true, false], [null, 'true']],
    ['literal', z.literal('a'), ['a'], ['b', null]],
    ['enum', z.enum(['a', 'b']), ['a', 'b'], ['c', null, undefined]],
    ['custom', z.custom((value) => value === 1), [1], [2, undefined]],
    ['refine', z.string().refine((text) => text === 'x'), ['x'], ['y', 1]],
    ['transform', even, ['', 'xy'], ['x', 1]],
    ['superRefine', twice, [[], ['x', 'y']], [['x', 'x'], 'x']],
    ['min and max', long, [['x'], ['x', 'y']], [[], ['x', 'y', 'z'], [1], 'x', map({})]],
    ['optional', z.string().optional(), ['x'], [null, 1]],
    ['union', z.union([even, z.array(even)]), ['xy', ['xy', '']], ['x', ['x'], null]],
    [
      'strictObject',
      z.strictObject({ a: z.string(), b: even.optional().describe('B.') }).meta({ title: 'O' }),
      [map({ a: 'x' }), map({ b: 'xy', a: 'x' })],
      [
        map({}),
        map({ b: 'xy' }),
        map({ a: 1 }),
        map({ a: 'x', c: 'x' }),
        map({ a: 'x', ['__proto__']: 'x' }),
        [],
        null,
      ],
    ],
    [
      'record',
      z.record(
        z.string().refine((key) => key !== 'no'),
        even,
      ),
      [map({}), map({ b: 'xy', a: '', 1: '' })],
      [map({ a: 'x' }), map({ no: '' }), [], null],
    ],
    [
      'discriminatedUnion',
      told,
      [map({ type: 'a', one: 'x' }), map({ type: 'b' })],
      [map({ type: 'a' }), map({ type: 'c' }), map({}), map({ type: 'b', one: 'x' }), null],
    ],
  ])('%s takes what is right and leaves the rest to zod', (_, schema, right, wrong) => {
    expect(right.map((value) => isTaken(schema, value))).toEqual(right.map(() => true));
    expect(wrong.map((value) => isTaken(schema, value))).toEqual(wrong.map(() => false));
    for (const value of wrong) expect(schema.safeParse(value).success).toBe(false);
    expect(schema.parse(right[0])).toEqual(z.zodOf(schema).parse(right[0]));
  });

  it('leaves to zod the key that objects keep for themselves', () => {
    expect(isTaken(z.record(z.string(), z.string()), map({ a: 'x', ['__proto__']: 'x' }))).toBe(false);
  });

  it('leaves a whole schema of zod to zod', () => {
    expect(z.take(z.zodOf(z.string()), 'x')).toBeUndefined();
  });
});

/** Every YAML text of the fixtures that grammar lets through, by its schema. */
const files = readdirSync(join(ROOT, 'fixtures'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);
const values = files.flatMap((file) => {
  const schema: z.ZodType = file.endsWith('parindex.yaml') ? projectSchema : rubricSchema;
  const { value } = readYaml(readFileSync(join(ROOT, 'fixtures', file), 'utf8'), file);
  return value === undefined ? [] : [{ file, schema, value: value.value }];
});

/** Every map in a value. */
function maps(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(maps);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

/** The same value anew, with the prototypes it has. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return map(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])));
}

const TEXTS = [
  '',
  ' ',
  'x',
  '1.10',
  '0',
  '-1',
  '70%',
  '101%',
  '1,5',
  '>= 70%',
  'given',
  'rounded',
  'none',
  'n/a',
  'a|b',
];
const other = fc.oneof(
  fc.constantFrom('x', numeralOf('5'), numeralOf('0.5'), '50%'),
  fc.constantFrom(...TEXTS, ...TEXTS.map(numeralOf), null, true, undefined),
  fc.constantFrom([], ['x'], ['x', 'x'], [numeralOf('1')]),
  fc.constantFrom(...[{}, { x: 'x' }, { x: numeralOf('1') }, { type: 'given' }].map(map)),
);
describe('a file', () => {
  const isSound = ({ schema, value }: (typeof values)[number]) => z.zodOf(schema).safeParse(value).success;
  const sound = values.filter(isSound);

  it('is taken without zod wherever zod would take it', () => {
    expect(sound.length).toBeGreaterThan(100);
    const left = sound.filter(({ schema, value }) => !isTaken(schema, value));
    expect(left.map(({ file }) => file)).toEqual([]);
  });

  it('is left to zod wherever zod refuses it', () => {
    const refused = values.filter((each) => !isSound(each));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ schema, value }) => isTaken(schema, value))).toEqual([]);
  });

  it('is the same to both after damage', () => {
    /** What stands under a key anywhere in the files; a new key, too. */
    const found = new Map<string, unknown[]>([['x', ['x']]]);
    for (const each of sound.flatMap(({ value }) => maps(value))) {
      for (const [key, inner] of Object.entries(each)) found.set(key, [...(found.get(key) ?? []), inner]);
    }
    const keys = [...found.keys(), '__proto__'];
    const damage = fc.record({ inMap: fc.nat(), key: fc.nat(), isNew: fc.boolean(), other, from: fc.option(fc.nat()) });
    let [taken, left] = [0, 0];
    fc.assert(
      fc.property(fc.constantFrom(...sound), fc.array(damage, { minLength: 1, maxLength: 3 }), (file, damages) => {
        const value = copyOf(file.value);
        for (const { inMap, key: keyAt, isNew, other, from } of damages) {
          const all = maps(value);
          const here = all[inMap % all.length] as Record<string, unknown>;
          const choice = isNew ? keys : Object.keys(here);
          const key = choice[keyAt % choice.length] ?? 'x';
          const donors = from === null ? [] : (found.get(key) ?? []);
          here[key] = copyOf(donors.length > 0 ? donors[(from ?? 0) % donors.length] : other);
          if (here[key] === undefined) delete here[key];
        }
        if (isTaken(file.schema, value)) taken++;
        else left++;
      }),
      { numRuns: 2000, seed: 4 },
    );
    expect(taken).toBeGreaterThan(300);
    expect(left).toBeGreaterThan(1000);
  });
});
