/** Schemas held against YAML: every fault at its own place, in words that say what is asked there. */
import { describe, expect, it } from 'vitest';
import { readSchema } from '../../src/read/schema.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { decimal, id, text } from '../../src/rules/options.ts';
import * as z from '../../src/schema/zod.ts';

const member = z.strictObject({ id, weight: decimal.optional() });

const rule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('given'), step: decimal.optional() }),
  z.strictObject({ type: z.literal('levels'), names: z.record(z.string(), decimal) }),
]);

const schema = z.strictObject({
  year: decimal,
  title: text.optional(),
  kind: z.enum(['bonus', 'penalty']).optional(),
  isOpen: z.boolean().optional(),
  members: z.array(member).min(1).max(2).optional(),
  groups: z.record(id, text).optional(),
  byName: z.record(z.string(), member).optional(),
  csv: z.union([z.enum(['data', 'excel-vi']), z.strictObject({ mark: z.enum(['dot', 'comma']) })]).optional(),
  files: z.union([text, z.array(text).min(1)]).optional(),
  parts: z.union([text, member, z.array(z.union([text, member])).min(1)]).optional(),
  rule: rule.optional(),
  inner: z.strictObject({ rule: rule.optional(), groups: z.record(id, text).optional() }).optional(),
});

interface Seen {
  readonly value?: unknown;
  /** `code line:column message`. */
  readonly told: readonly string[];
  readonly vi: readonly string[];
  readonly hints: readonly string[];
}

function see(source: string): Seen {
  const yaml = readYaml(source, 'a.yaml').value;
  if (yaml === undefined) throw new Error('no YAML');
  const { value, diagnostics } = readSchema(schema, yaml);
  return {
    ...(value === undefined ? {} : { value }),
    told: diagnostics.map(
      ({ fault, place, facts }) => `${fault.code} ${place.line}:${place.column} ${fault.message.en(facts)}`,
    ),
    vi: diagnostics.map(({ fault, facts }) => fault.message.vi(facts)),
    hints: diagnostics.map(({ fault, facts }) => fault.hint.en(facts)),
  };
}

describe('a value', () => {
  it('that fits is given, and nothing is told', () => {
    const { value, told } = see('year: 2019\ngroups: { so: Sở }\nrule: { type: given }\n');
    expect(told).toEqual([]);
    expect(value).toMatchObject({ groups: { so: 'Sở' }, rule: { type: 'given' } });
  });

  it.each([
    ['title: {}', '{map} is not a text.', '{map} không phải chữ.'],
    ['title: [a]', '[list] is not a text.', '[list] không phải chữ.'],
    ['title:', '(empty) is not a text.', '(empty) không phải chữ.'],
    ['title: true', 'true is not a text.', 'true không phải chữ.'],
    ['members: a', '"a" is not a list.', '"a" không phải một danh sách.'],
    ['rule: a', '"a" is not a map of keys.', '"a" không phải một nhóm khóa.'],
    ['groups: [a]', '[list] is not a map of names.', '[list] không phải một nhóm tên.'],
    ['isOpen: "x"', '"x" is not true or false.', '"x" không phải true hoặc false.'],
  ])('of another kind is told: %s', (line, en, vi) => {
    const seen = see(`year: 1\n${line}\n`);
    const column = line.length > 'title:'.length ? line.indexOf(' ') + 2 : line.length + 1;
    expect(seen.told).toEqual([`wrong-value 2:${column} ${en}`]);
    expect(seen.vi).toEqual([vi]);
    expect(seen.value).toBeUndefined();
  });

  it('shows what cannot be seen in it', () => {
    expect(see('year: "1\u200b"\n').told[0]).toMatch(/^wrong-value 1:7 "1\\u\{200b\}": a decimal number/);
  });

  it('that its own kind refuses is told in the words of the kind, in both languages', () => {
    const { told, vi } = see('year: hai\ntitle: " "\n');
    expect(told).toEqual([
      'wrong-value 1:7 "hai": a decimal number with a dot is asked here, such as 1.5.',
      'wrong-value 2:8 " ": a text is asked here, not an empty one.',
    ]);
    expect(vi).toEqual([
      '"hai": ở đây cần một số thập phân với dấu chấm, ví dụ 1.5.',
      '" ": ở đây cần chữ, không để trống.',
    ]);
  });

  it('that is one of a few is held against them', () => {
    const { told, vi, hints } = see('year: 1\nkind: bonas\n');
    expect(told).toEqual(['wrong-value 2:7 "bonas" is none of "bonus", "penalty".']);
    expect(vi).toEqual(['"bonas" không thuộc các giá trị "bonus", "penalty".']);
    expect(hints).toEqual(['did you mean "bonus"?']);
    expect(see('year: 1\nkind: 5\n')).toMatchObject({
      told: ['wrong-value 2:7 5 is none of "bonus", "penalty".'],
      hints: ['correct the value; docs/rubric.md describes each key.'],
    });
  });

  it('that has too few parts or too many is told with the limit', () => {
    expect(see('year: 1\nmembers: []\n')).toMatchObject({
      told: ['wrong-value 2:10 At least 1 is asked here.'],
      vi: ['Ở đây cần ít nhất 1.'],
    });
    expect(see('year: 1\nmembers: [{ id: a }, { id: b }, { id: c }]\n')).toMatchObject({
      told: ['wrong-value 2:10 At most 2 is allowed here.'],
      vi: ['Ở đây nhiều nhất là 2.'],
    });
  });
});

describe('a bare number', () => {
  it('is told where a text is asked, with the quotes to put around it', () => {
    const { told, hints } = see('year: 1\nmembers: [{ id: 1.10 }]\n');
    expect(told).toEqual(['bare-number 2:17 1.10 is a bare number where a text is asked.']);
    expect(hints).toEqual(['quote it: "1.10".']);
  });

  it('is no map, whether of names or of keys', () => {
    expect(see('year: 1\ngroups: 5\n').told).toEqual(['wrong-value 2:9 5 is not a map of names.']);
    expect(see('year: 1\nrule: 5\n').told).toEqual(['wrong-value 2:7 5 is not a map of keys.']);
    expect(see('5\n').told).toEqual(['wrong-value 1:1 5 is not a map of keys.']);
  });

  it('is not what a map with a key "numeral" is', () => {
    expect(see('year: { numeral: "1" }\n').told[0]).toMatch(/^wrong-value 1:7 \{map\}: /);
  });
});

describe('a key', () => {
  it('that is missing is told at the map that lacks it', () => {
    expect(see('title: CCHC\n').told).toEqual(['missing-key 1:1 The key "year" is missing here.']);
    expect(see('year: 1\nmembers:\n  - id: a\n  - weight: 1\n').told).toEqual([
      'missing-key 4:5 The key "id" is missing here.',
    ]);
  });

  it('that is there without a value is not missing', () => {
    expect(see('year:\n').told[0]).toMatch(/^wrong-value 1:6 \(empty\): a decimal/);
  });

  it.each([
    ['at the top', 'year: 1\nyeer: 2\n', '2:1', 'did you mean "year"?'],
    ['in a list', 'year: 1\nmembers: [{ id: a, wieght: 1 }]\n', '2:20', 'did you mean "weight"?'],
    ['under a name', 'year: 1\nbyName: { a: { id: a, wieght: 1 } }\n', '2:23', 'did you mean "weight"?'],
    ['in what a key chose', 'year: 1\nrule: { type: given, stap: 1 }\n', '2:22', 'did you mean "step"?'],
    ['in a map among other kinds', 'year: 1\ncsv: { mark: dot, marc: dot }\n', '2:19', 'did you mean "mark"?'],
    ['in a list among other kinds', 'year: 1\nparts: [a, { id: a, wieght: 1 }]\n', '2:21', 'did you mean "weight"?'],
    ['in a map beside a list', 'year: 1\nparts: { id: a, wieght: 1 }\n', '2:17', 'did you mean "weight"?'],
    ['like none', 'year: 1\nmembers: [{ id: a, population: 1 }]\n', '2:20', 'the keys here are: id, weight.'],
    [
      'like none that the choice has',
      'year: 1\nrule: { type: levels, names: {}, weight: 1 }\n',
      '2:34',
      'the keys here are: type, names.',
    ],
  ])('that is unknown is told at the key, with the keys of its own map: %s', (_, source, place, hint) => {
    const { told, hints } = see(source);
    expect(told).toEqual([expect.stringMatching(`^unknown-key ${place} There is no key "`)]);
    expect(hints).toEqual([hint]);
  });

  it('of a map of names is told at the key, with what a name may be', () => {
    const { told, vi } = see('year: 1\ngroups: { so: Sở, "a b": Khác }\n');
    const en = 'an id begins with a letter or digit and holds only letters, digits, ".", "_" and "-".';
    expect(told).toEqual([`wrong-value 2:19 "a b": ${en}`]);
    expect(vi[0]).toMatch(/^"a b": mã bắt đầu bằng chữ hoặc số/);
    expect(see('year: 1\ninner: { groups: { "a b": Khác } }\n').told).toEqual([`wrong-value 2:20 "a b": ${en}`]);
  });
});

describe('a choice between kinds', () => {
  it('by a key is told with all choices and the nearest', () => {
    const { told, vi, hints } = see('year: 1\nrule: { type: level }\n');
    expect(told).toEqual(['wrong-value 2:15 There is no "type" "level"; there are given, levels.']);
    expect(vi).toEqual(['Không có "type" "level"; các giá trị là given, levels.']);
    expect(hints).toEqual(['did you mean "levels"?']);
    expect(see('year: 1\ninner: { rule: { type: level } }\n')).toMatchObject({
      told: ['wrong-value 2:24 There is no "type" "level"; there are given, levels.'],
      vi: ['Không có "type" "level"; các giá trị là given, levels.'],
    });
    expect(see('year: 1\nrule: { type: 5 }\n')).toMatchObject({
      told: ['wrong-value 2:15 There is no "type" 5; there are given, levels.'],
      hints: ['correct the value; docs/rubric.md describes each key.'],
    });
  });

  it('is told in the words of the kind that the value is of', () => {
    expect(see('year: 1\ncsv: excel\n').told).toEqual(['wrong-value 2:6 "excel" is none of "data", "excel-vi".']);
    expect(see('year: 1\ncsv: { mark: dor }\n').told).toEqual(['wrong-value 2:14 "dor" is none of "dot", "comma".']);
    expect(see('year: 1\ncsv: {}\n').told).toEqual(['missing-key 2:6 The key "mark" is missing here.']);
    expect(see('year: 1\nfiles: [a, 1]\n').told).toEqual([
      'bare-number 2:12 1 is a bare number where a text is asked.',
    ]);
  });

  it('is told in the words of the first kind where the value is of none', () => {
    expect(see('year: 1\nfiles: 2024\n').told).toEqual([
      'bare-number 2:8 2024 is a bare number where a text is asked.',
    ]);
    expect(see('year: 1\ncsv: 5\n').told).toEqual(['wrong-value 2:6 5 is none of "data", "excel-vi".']);
    expect(see('year: 1\nfiles: {}\n').told).toEqual(['wrong-value 2:8 {map} is not a text.']);
  });
});
