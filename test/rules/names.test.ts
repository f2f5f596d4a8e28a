/** Names that a rubric declares: which can be one, and which are too alike. */
import { describe, expect, it } from 'vitest';
import { ONE } from '../../src/model/exact.ts';
import { numeralOf } from '../../src/model/numeral.ts';
import { alikeFlaws, named, nameFault } from '../../src/rules/names.ts';
import { decimal } from '../../src/rules/options.ts';

describe('a name', () => {
  it.each(['kịp thời', 'a', '1.5', 'a,b', 'a b', 'a:b', 'none', 'n/a b', '5'])('of a level may be %j', (name) => {
    expect(nameFault(name, 'level')).toBeUndefined();
  });

  it.each(['', ' a', 'a ', 'a;b', 'a|b', 'a=b', 'a\nb', 'a\rb', ' '])('is never %j', (name) => {
    expect(nameFault(name, 'level')?.en).toMatch(/^a name is not empty, has no blanks around it/);
    expect(nameFault(name, 'level')?.vi).toMatch(/^tên không để trống/);
  });

  it.each(['n/a', 'N/A', 'không áp dụng', 'Không Áp Dụng', 'không áp dụng'.normalize('NFD')])(
    'is never %j, which has its meaning',
    (name) => {
      for (const kind of ['level', 'item', 'case', 'answer'] as const) {
        expect(nameFault(name, kind)?.en).toBe('this word has its own meaning in a cell.');
      }
    },
  );

  it.each(['none', 'None', 'không có', 'KHÔNG CÓ'])('of an item is not %j, which is the empty list', (name) => {
    expect(nameFault(name, 'item')?.vi).toBe('từ này đã có nghĩa riêng trong ô.');
    expect(nameFault(name, 'case')).toBeUndefined();
  });

  it('of an answer is not digits alone, whose order a YAML map would lose', () => {
    expect(nameFault('5', 'answer')?.en).toMatch(/^an answer is not named by digits alone/);
    expect(nameFault('muc-5', 'answer')).toBeUndefined();
    expect(nameFault('5a', 'answer')).toBeUndefined();
    expect(nameFault('5', 'item')).toBeUndefined();
  });
});

describe('a map of names', () => {
  const schema = named(decimal, 'level');
  const told = (value: unknown) =>
    schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const one = numeralOf('1');

  it('keeps the order of the file, and composes the names', () => {
    const parsed = schema.parse({ trễ: one, ['kịp thời'.normalize('NFD')]: numeralOf('0.5') });
    expect([...parsed]).toEqual([
      ['trễ', ONE],
      ['kịp thời', { n: 5n, d: 10n }],
    ]);
  });

  it('has at least one', () => {
    expect(told({})).toEqual([': at least one name is asked here.']);
    expect(told({ a: one })).toBeUndefined();
  });

  it('tells each name that cannot be one at its own place', () => {
    expect(told({ a: one, 'b;c': one, 'n/a': one })?.map((each) => each.slice(0, 12))).toEqual([
      'b;c: a name ',
      'n/a: this wo',
    ]);
  });

  it('has no name twice, however it is composed', () => {
    expect(told({ ế: one, ['ế'.normalize('NFD')]: one, b: one })).toEqual([
      `${'ế'.normalize('NFD')}: this name stands twice.`,
    ]);
  });

  it('tells each value at its own place', () => {
    expect(told({ a: one, b: 'x' })).toEqual(['b: a decimal number with a dot is asked here, such as 1.5.']);
    expect(told('a')).toHaveLength(1);
  });
});

describe('names that a reader takes for one another', () => {
  const context = { leaf: '1.1', max: ONE, source: 'appraised' } as const;

  it('are told at the later of them, each with the first', () => {
    const flaws = alikeFlaws(['Hoà', 'Khá', 'HÒA', 'hòa'], context, (name, at) => ['levels', name, at]);
    expect(flaws.map(({ path }) => path)).toEqual([
      ['levels', 'HÒA', 2],
      ['levels', 'hòa', 3],
    ]);
    expect(flaws.map(({ facts }) => facts as unknown)).toEqual([
      { name: 'HÒA', other: 'Hoà', leaf: '1.1' },
      { name: 'hòa', other: 'Hoà', leaf: '1.1' },
    ]);
    expect(flaws.map(({ fault, isKey }) => [fault.code, isKey])).toEqual([
      ['alike-names', true],
      ['alike-names', true],
    ]);
  });

  it('are none where none is', () => {
    expect(alikeFlaws(['Má', 'Mà', 'Ma'], context, () => [])).toEqual([]);
  });
});
