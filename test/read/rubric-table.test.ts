/** A rubric written as a table: the value that the YAML file would have, where each part of it stands, and each refusal. */
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/model/dialect.ts';
import { readRubricTable } from '../../src/read/rubric-table.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { soundWords } from './sound-words.ts';

function see(text: string, dialect: Dialect = DIALECTS.data) {
  const { value, diagnostics, count } = readRubricTable(text, dialect, 'r.csv');
  soundWords(diagnostics);
  return {
    yaml: value,
    value: value?.value,
    count: [count.read, count.used, count.blank, count.refused],
    told: diagnostics.map(({ fault, place, facts, related = [] }) => {
      const others = related.map((other) => ` (${other.place.line}:${other.place.column})`).join('');
      return `${fault.code} ${place.line}:${place.column} ${fault.message.en(facts)}${others}`;
    }),
    hints: diagnostics.map(({ fault, facts }) => fault.hint.en(facts)),
  };
}

const HEAD = 'kind,id,title,max,rule,source,evidence,exempt,from,note';
const table = (...rows: readonly string[]) => see([HEAD, ...rows, ''].join('\n'));

const WHOLE = [
  'rubric,so,Bộ thử,,,,,,,Ghi',
  'setting,format,,,1,,,,,',
  'setting,applies_to,,,"so, huyen",,,,,',
  'setting,rounding,,,"at: total, decimals: 2",,,,,',
  'domain,1,Một,3,,,,,,',
  'criterion,1.1,A,2,type: given,appraised,required,allowed,a; b,',
  'criterion,1.2,B,1,,,,,[],',
  'part,1.2.1,C,0.5,type: given,,,,,',
  'part,1.2.2,D,0.5,type: given,,,,,',
  'domain,2,Hai,1,,,,,,',
  'criterion,2.1,E,1,type: given,,,,,',
  'bonus,T1,F,2,"type: per-item, points: 0.5",,,,,',
  'penalty,P1,G,1,type: given,,,,,',
];

describe('a rubric table', () => {
  it('has its header first, with columns that are known', () => {
    expect(see(`BỘ TIÊU CHÍ,,,\nKIND,id,title,max\nrubric,so,A,\n`).told).toEqual([
      expect.stringMatching(/^header-not-first 1:0 /),
    ]);
    expect(see('kind,id,colour\nrubric,so,A\n').told).toEqual([expect.stringMatching(/^unknown-column 1:3 /)]);
  });

  it('keeps a list of one as a list, and two values as two', () => {
    const of = (setting: string) => table('rubric,so,Bộ thử,,,,,,,', setting).value as Record<string, unknown>;
    expect(of('setting,applies_to,,,so,,,,,')['applies_to']).toEqual(['so']);
    expect(of('setting,missing,,,zero,,,,,')['missing']).toBe('zero');
    expect(of('setting,missing,,,"zero, x",,,,,')['missing']).toEqual(['zero', 'x']);
  });

  it('has numbers for its maxima', () => {
    expect(table('domain,1,Một,a: 1,,,,,,').told).toEqual([expect.stringMatching(/^not-a-number 2:4 /)]);
  });

  it('has the value that the same rubric has in YAML', () => {
    const yaml = `id: so
title: Bộ thử
note: Ghi
format: 1
applies_to: [so, huyen]
rounding: { at: total, decimals: 2 }
domains:
  - id: "1"
    title: Một
    max: 3
    criteria:
      - { id: "1.1", title: A, max: 2, rule: { type: given }, source: appraised, evidence: required, exempt: allowed, from: [a, b] }
      - id: "1.2"
        title: B
        max: 1
        from: []
        parts:
          - { id: 1.2.1, title: C, max: 0.5, rule: { type: given } }
          - { id: 1.2.2, title: D, max: 0.5, rule: { type: given } }
  - id: "2"
    title: Hai
    max: 1
    criteria: [{ id: "2.1", title: E, max: 1, rule: { type: given } }]
adjustments:
  - { id: T1, title: F, max: 2, rule: { type: per-item, points: 0.5 }, kind: bonus }
  - { id: P1, title: G, max: 1, rule: { type: given }, kind: penalty }
`;
    const { value, told, count } = table(...WHOLE);
    expect(told).toEqual([]);
    expect(count).toEqual([13, 13, 0, 0]);
    expect(JSON.parse(JSON.stringify(value))).toEqual(
      JSON.parse(JSON.stringify(readYaml(yaml, 'r.yaml').value?.value)),
    );
  });

  it('knows the cell of each part of it', () => {
    const { yaml } = table(...WHOLE);
    const place = (...path: readonly (string | number)[]) => {
      const found = yaml?.place(path);
      return `${found?.line}:${found?.column} ${found?.name}`;
    };
    expect(place('title')).toBe('2:3 title');
    expect(place('rounding')).toBe('5:5 rule');
    expect(place('rounding', 'decimals')).toBe('5:5 rule');
    expect(place('domains', 0)).toBe('6:2 id');
    expect(place('domains', 0, 'criteria', 1, 'parts', 1, 'max')).toBe('10:4 max');
    expect(place('domains', 0, 'criteria', 1, 'parts', 1, 'source')).toBe('10:2 id');
    expect(place('domains', 1, 'criteria', 0, 'rule', 'type')).toBe('12:5 rule');
    expect(place('adjustments', 1, 'kind')).toBe('14:1 kind');
    expect(yaml?.keyPlace(['adjustments', 1])).toMatchObject({ line: 14, column: 2 });
    expect(yaml?.at(['domains', 0, 'criteria', 1, 'parts', 1, 'id'])).toBe('1.2.2');
    expect(yaml?.at(['domains', 7, 'criteria'])).toBeUndefined();
    expect(yaml?.at(['title', 'length', 'x'])).toBeUndefined();
  });

  it('stands by its rubric row, or by the first line where there is none', () => {
    const { yaml } = see('kind,id\nsetting,format\ndomain,1\n');
    expect(yaml?.place(['title'])).toEqual({ file: 'r.csv', line: 1, column: 0 });
    expect(table(...WHOLE).yaml?.place(['stages'])).toMatchObject({ line: 2, column: 2 });
  });

  it('takes its words in Vietnamese, in any case, with blanks around a kind', () => {
    const { value, told } = see(
      'Loại;MÃ;tên;Điểm tối đa;cách chấm điểm\nBộ tiêu chí;so;Thử;;\n lĩnh vực ;1;Một;0,5;\nTiêu chí;1.1;A;0,5;type: given\nĐIỂM TRỪ;P;B;1;type: given\n',
      DIALECTS['excel-vi'],
    );
    expect(told).toEqual([]);
    expect(JSON.parse(JSON.stringify(value))).toMatchObject({
      ...{ id: 'so', title: 'Thử' },
      domains: [{ id: '1', criteria: [{ id: '1.1' }] }],
      adjustments: [{ id: 'P', kind: 'penalty' }],
    });
  });
});

describe('a rubric table is refused', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'where a row is of no kind',
      ['domian,1,,,,,,,,'],
      [
        'unknown-kind 2:1 "domian" is no kind of row; there are rubric, setting, domain, criterion, part, bonus, penalty.',
      ],
    ],
    [
      'where a criterion stands below no domain',
      ['criterion,1.1,,,,,,,,'],
      ['row-without-parent 2:2 The criterion 1.1 stands below no domain.'],
    ],
    [
      'where a part stands below no criterion, also after those of another domain',
      ['part,1,,,,,,,,', 'domain,1,,,,,,,,', 'criterion,1.1,,,,,,,,', 'domain,2,,,,,,,,', 'part,2.1,,,,,,,,'],
      [
        'row-without-parent 2:2 The part 1 stands below no criterion.',
        'row-without-parent 6:2 The part 2.1 stands below no criterion.',
      ],
    ],
    ['where a maximum is no number', ['domain,1,,x,,,,,,'], ['not-a-number 2:4 "x" is not a number for 1.']],
    [
      'where a maximum has the other mark',
      ['domain,1,,"0,5",,,,,,'],
      ['not-a-number 2:4 "0,5" is not a number for 1: the declared decimal mark is ".", and digits are not grouped.'],
    ],
    [
      'where a number of a rule has a decimal comma',
      ['domain,1,,,,,,,,', 'criterion,1.1,,,"type: per-item, points: 0,25",,,,,'],
      [
        'not-a-number 3:5 "0,25" is not a number for 1.1: the declared decimal mark is ".", and digits are not grouped.',
      ],
    ],
    ['where a rule is no YAML', ['domain,1,,,,,,,,', 'criterion,1.1,,,"type: }",,,,,'], ['yaml-syntax 3:5']],
    ['where a setting is unknown', ['setting,formats,,,1,,,,,'], ['unknown-key 2:2 There is no key "formats" here.']],
    [
      'where a setting has more than its value',
      ['setting,format,x,1,1,,,,,y'],
      ['unknown-key 2:3', 'unknown-key 2:4', 'unknown-key 2:10'],
    ],
    [
      'where a setting or the rubric stands twice',
      ['setting,format,,,1,,,,,', 'setting,format,,,1,,,,,', 'rubric,so,,,,,,,,', 'rubric,so,,,,,,,,'],
      ['repeated-key 3:2 (2:2)', 'repeated-key 5:1 (4:1)'],
    ],
  ])('%s', (_, rows, expected) => {
    const { value, told, count } = table(...rows);
    expect(value).toBeUndefined();
    expect(told).toHaveLength(expected.length);
    for (const [at, text] of expected.entries()) {
      const [start = '', related = ''] = text.split(/(?= \([0-9]+:[0-9]+\)$)/);
      expect(told[at]?.startsWith(start) && told[at]?.endsWith(related), `${told[at]}`).toBe(true);
    }
    expect(count[3]).toBeGreaterThan(0);
    expect((count[1] as number) + (count[3] as number)).toBe(rows.length);
  });

  it('with a guess at what was meant', () => {
    expect(table('domian,1,,,,,,,,').hints).toEqual(['did you mean "domain"?']);
    expect(table('xyzzy,1,,,,,,,,').hints).toEqual(['write what the row is into its first column.']);
    expect(table('setting,formats,,,1,,,,,').hints[0]).toBe('did you mean "format"?');
    expect(table('setting,quux,,,1,,,,,').hints[0]).toContain(
      '$schema, format, issued, applies_to, stages, rounding, rank, missing, index, grades, adjustment_caps',
    );
    expect(table('setting,quux,,,1,,,,,').hints[0]).not.toContain('did you mean');
    expect(table('domain,1,,x,,,,,,').hints[0]).toContain('1.5');
  });

  it('where its header lacks what every row needs', () => {
    expect(see('kind,title\ndomain,A\n').told.map((text) => text.split(' ')[0])).toEqual(['missing-column']);
    expect(see('kind,id,titel\ndomain,1,A\n').told.map((text) => text.split(' ')[0])).toEqual(['unknown-column']);
  });
});
