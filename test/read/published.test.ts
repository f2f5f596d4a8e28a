/** Published tables to cells with roles: by recognised headers, by the mapping that is told, and what is refused. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { toText } from '../../src/model/exact.ts';
import { readPublished } from '../../src/read/published.ts';
import { parseRoles } from '../../src/read/published-roles.ts';
import { soundWords } from './sound-words.ts';

function see(text: string, mapping?: string, dialect: keyof typeof DIALECTS = 'data') {
  const told = mapping === undefined ? undefined : parseRoles(mapping, 't.csv');
  const { value, diagnostics } = readPublished(text, DIALECTS[dialect], 't.csv', told);
  soundWords(diagnostics);
  return {
    value,
    roles: value?.columns.map(({ role, at }) => `${at}:${role}`),
    figures: value?.rows.map(({ cells }) => cells.map((cell) => (cell.value ? toText(cell.value) : `'${cell.text}`))),
    faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column}`),
    facts: diagnostics.map(({ facts }) => facts as unknown),
  };
}

describe('a column', () => {
  it.each([
    ['name', 'unit'],
    ['Tên đơn vị', 'unit'],
    ['TỈNH', 'unit'],
    ['Khối', 'group'],
    ['STT', 'number'],
    ['stt_printed', 'number'],
    ['Xếp hạng', 'rank'],
    ['Vị thứ', 'rank'],
    ['Xếp loại', 'grade'],
    ['Tổng điểm', 'total'],
    ['score', 'total'],
    ['Điểm tối đa', 'max'],
    ['Chỉ số (%)', 'index'],
    ['Điểm thưởng', 'bonus'],
    ['Điểm trừ', 'penalty'],
    ['Số lượng', 'count'],
    ['Tỷ lệ (%)', 'share'],
    ['Năm trước', 'from'],
    ['Năm nay', 'to'],
    ['Tăng giảm', 'delta'],
    ['domain:1', 'part'],
    ['part:x', 'part'],
    ['index:1', 'component'],
    ['component:2', 'component'],
  ])('%s is of the role %s', (header, role) => {
    // A rank beside it makes any table one that can be looked at.
    const { value } = see(`${header},${role === 'rank' ? 'no' : 'rank'}\n1,1\n`);
    expect(value?.columns[0]).toMatchObject({ role, header, at: 0 });
  });

  it('has one role, and a single role one column: the first that has it', () => {
    const { roles, value } = see('name,đơn vị,rank,hạng,domain:1,domain:2\na,b,1,2,3,4\n');
    expect(roles).toEqual(['0:unit', '2:rank', '4:part', '5:part']);
    expect(value?.ignored).toEqual(['đơn vị', 'hạng']);
  });

  it('is of no role where the word stands behind another', () => {
    expect(see('chi part:1,phu index:2,rank\n1,2,3\n').roles).toEqual(['2:rank']);
  });

  it('keeps the id of what it is about', () => {
    const { value } = see('rank,domain: 1 ,index:2.1,name\n1,2,3,a\n');
    expect(value?.columns.map(({ key }) => key)).toEqual(['rank', '1', '2.1', 'name']);
  });

  it('of ids stands in for names where there are none', () => {
    expect(see('unit,rank\na,1\n').value?.columns[0]).toMatchObject({ role: 'unit', header: 'unit', key: '' });
    expect(see('unit,name,rank\na,A,1\n').roles).toEqual(['1:unit', '2:rank']);
  });

  it('shows as many decimals as its longest figure', () => {
    const { value } = see('name,rank,index,total,max\na,1,92.5,92.50,100\nb,2,90.125,90,100\n');
    expect(value?.columns.map(({ decimals }) => decimals)).toEqual([0, 0, 3, 2, 0]);
  });
});

describe('a figure', () => {
  it('is a number with its sign; a per cent sign is the unit of the column', () => {
    const text =
      'từ;năm trước;năm nay;tăng giảm;hạng\na;90,5;92,25;+1,75;1\nb;1.234,5;80 %;−10,5%;2\nc;1;2;–1;3\nd;1;2;-1;4\n';
    expect(see(text, undefined, 'excel-vi').figures).toEqual([
      ['90.5', '92.25', '1.75', '1'],
      ['1234.5', '80', '-10.5', '2'],
      ['1', '2', '-1', '3'],
      ['1', '2', '-1', '4'],
    ]);
  });

  it('may be absent: empty, or a dash', () => {
    expect(see('name,rank,index\na,,-\nb,–,—\n').figures).toEqual([
      ["'a", "'", "'-"],
      ["'b", "'–", "'—"],
    ]);
  });

  it('is refused where it is none, at its cell', () => {
    expect(see('name,rank,total\na,1,"1\n2"\n').faults).toEqual(['bad-figure 2:3']);
    const { faults, facts, value } = see('name,rank,total\na,1,x\nb,2,1.5.5\nc,3,1\n');
    expect(faults).toEqual(['bad-figure 2:3', 'bad-figure 3:3']);
    expect(facts[0]).toEqual({ shown: 'x', what: 'decimal' });
    expect(value).toBeUndefined();
  });

  it('keeps its text and its place', () => {
    const cell = see('name,rank\n a , 1 \n').value?.rows[0]?.cells[1];
    expect(cell).toEqual({
      text: '1',
      value: { n: 1n, d: 1n },
      place: { file: 't.csv', line: 2, column: 2, name: 'rank' },
    });
  });
});

describe('a row', () => {
  it('has the name of its unit, its group, and may be one of totals', () => {
    const { value } = see('name,group,rank\nA,x,1\nTổng cộng,,\n');
    expect(value?.rows.map(({ name, group, isTotal }) => [name, group, isTotal])).toEqual([
      ['A', 'x', false],
      ['Tổng cộng', '', true],
    ]);
  });

  it('is called by its grade where there are no units', () => {
    const { value } = see('grade,count\nTốt,5\n');
    expect(value?.rows[0]).toMatchObject({ name: 'Tốt', group: '' });
    expect(see('rank\n1\n').value?.rows[0]?.name).toBe('');
    expect(see('grade,group,count\nTốt,x,5\n').value?.rows[0]).toMatchObject({ name: 'Tốt', group: 'x' });
  });

  it('is a group where there are neither', () => {
    expect(see('Khối,rank\nx,1\n').value?.rows[0]).toMatchObject({ name: 'x', group: '' });
    expect(see('Khối,name,rank\nx,A,1\n').value?.rows[0]).toMatchObject({ name: 'A', group: 'x' });
  });
});

describe('a table', () => {
  it('has remarks before its header', () => {
    const { value } = see('# Nguồn: QĐ 1\nname,rank\na,1\n');
    expect(value).toMatchObject({ file: 't.csv', remarks: ['Nguồn: QĐ 1'] });
    expect(value?.rows[0]?.cells[0]?.place.line).toBe(3);
  });

  it.each([
    ['count', 'count'],
    ['share', 'share'],
    ['no', 'number'],
    ['rank', 'rank'],
    ['domain:1,total', 'part and total'],
    ['total,max,index', 'total, max and index'],
    ['grade,index', 'grade and index'],
    ['grade,total', 'grade and total'],
    ['previous,current,change', 'from, to and delta'],
  ])('of %s lets something be checked', (header) => {
    expect(see(`${header}\n`).faults).toEqual([]);
  });

  it.each(['name', 'domain:1', 'total,max', 'grade', 'previous,current', 'index,max', 'name,grade'])(
    'of %s does not',
    (header) => {
      const { faults, facts } = see(`${header}\n`);
      expect(faults).toEqual(['nothing-to-audit 1:0']);
      expect(facts).toEqual([{ known: header.split(',').join(', ') }]);
    },
  );

  it('of which nothing can be checked is told so, and nothing of its rows', () => {
    expect(see('total,max\nx,1\n').faults).toEqual(['nothing-to-audit 1:0']);
  });

  it('of units alone is enough beside a list of them', () => {
    const faults = (text: string) => readPublished(text, DIALECTS.data, 't.csv', undefined, true).diagnostics.length;
    expect([faults('name\nA\n'), faults('grade\nTốt\n')]).toEqual([0, 1]);
  });

  it('is refused with the faults of its text', () => {
    expect(see('name,rank\na\n')).toMatchObject({ value: undefined, faults: ['ragged-row 2:0'] });
  });
});

describe('a mapping', () => {
  const TABLE = 'Huyện,A,B,Cộng lại\nx,1,2,3\n';

  it('gives roles to columns by their headers, over the recognised ones', () => {
    expect(see(TABLE, 'unit=Huyện; part = A , B ;total=Cộng lại;').roles).toEqual([
      '0:unit',
      '1:part',
      '2:part',
      '3:total',
    ]);
    expect(see('name,rank,no\na,1,2\n', 'rank=no').roles).toEqual(['0:unit', '2:rank']);
  });

  it('is told what is wrong with it, with what was probably meant', () => {
    const { faults, facts } = see(TABLE, 'totl=A;part=C,B;unit;max=');
    expect(faults).toEqual(['bad-mapping 0:0', 'bad-mapping 0:0', 'bad-mapping 0:0', 'bad-mapping 0:0']);
    // What the table may be without it is not said.
    expect(see('Huyện,B\nx,1\n', 'totl=B').faults).toEqual(['bad-mapping 0:0']);
    expect(facts[0]).toMatchObject({ shown: 'totl', what: 'role', nearest: 'total' });
    expect(facts[3]).toEqual({ shown: 'C', what: 'column', known: 'Huyện, A, B, Cộng lại', nearest: 'A' });
    expect(facts[1]).toEqual({ shown: 'unit', what: 'shape', known: '' });
    expect(facts[2]).toEqual({ shown: 'max=', what: 'shape', known: '' });
  });
});
