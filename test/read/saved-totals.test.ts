/** Tables of totals to sides of a comparison. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { toText } from '../../src/model/exact.ts';
import { readTotals } from '../../src/read/saved-totals.ts';
import { soundWords } from './sound-words.ts';

function see(text: string, file = 'results/2018.csv', dialect: keyof typeof DIALECTS = 'data') {
  const { value, diagnostics } = readTotals(text, DIALECTS[dialect], file);
  soundWords(diagnostics);
  return {
    value,
    units: value?.flatMap(({ groups }) => groups.flatMap(({ units }) => units)),
    told: value?.map(({ label, groups }) => [
      label,
      ...groups.map(
        ({ id, units }) => `${id}: ${units.map((unit) => `${unit.id} ${unit.index && toText(unit.index)}`)}`,
      ),
    ]),
    faults: diagnostics.map(({ fault, place }) =>
      `${fault.code} ${place.line}:${place.column} ${place.name ?? ''}`.trim(),
    ),
    facts: diagnostics.map(({ facts }) => facts as unknown),
  };
}

describe('a row of totals', () => {
  it('is a unit with what is printed of it', () => {
    const { units, faults } = see(
      'unit,name,index,rank,grade,successor_of,note\nkhanh-vinh,Khánh Vĩnh,92.08,1,Tốt, a ; b;,x\ncam-ranh,,87.5,,,,\n',
    );
    expect(faults).toEqual([]);
    const adjusted = { n: 0n, d: 1n };
    expect(units).toEqual([
      {
        ...{ id: 'khanh-vinh', name: 'Khánh Vĩnh', ranked: true, rank: 1, index: { n: 9208n, d: 100n }, grade: 'Tốt' },
        ...{ domains: [], adjusted, successorOf: ['a', 'b'] },
      },
      {
        ...{ id: 'cam-ranh', name: 'cam-ranh', ranked: false, index: { n: 875n, d: 10n } },
        ...{ domains: [], adjusted, successorOf: [] },
      },
    ]);
  });

  it('may stand under Vietnamese headers with decimal commas and per cent signs', () => {
    const text = 'Mã đơn vị;Tên;Chỉ số (%);Xếp hạng;Xếp loại;Khối\na;A;92,08 %;12;Tốt;so\n';
    expect(see(text, 'x.csv', 'excel-vi').units?.[0]).toMatchObject({
      ...{ id: 'a', name: 'A', rank: 12, grade: 'Tốt', index: { n: 9208n, d: 100n } },
    });
  });

  it('has its index made of points and maximum where none is printed', () => {
    // 45/60 of a hundred are 75.
    expect(see('unit,points,max\na,45,60\nb,1,3\n').told).toEqual([['2018', 'all: a 75,b 100/3']]);
    expect(see('unit,index,points,max\na,80,45,60\nb,,45,60\nc,,45,\nd,,,60\n').told).toEqual([
      ['2018', 'all: a 80,b 75,c undefined,d undefined'],
    ]);
    expect(see('unit,points,max\nc,45,\n').units?.[0]).not.toHaveProperty('index');
  });

  it('has no blanks around what it says, and a per cent sign at the end alone', () => {
    expect(see('unit,index\n a , 92% \n').told).toEqual([['2018', 'all: a 92']]);
    expect(see('unit,index\na,9%2\n').faults).toEqual(['bad-figure 2:2 index']);
  });
});

describe('a table of totals', () => {
  it('is one side, called by its file, or one a year in their order', () => {
    expect(see('unit,index\na,1\n', 'a/b.c/2018.csv').value).toMatchObject([{ label: '2018', file: 'a/b.c/2018.csv' }]);
    expect(see('unit,index\na,1\n', 'so.huyen.csv').value).toMatchObject([{ label: 'so.huyen' }]);
    expect(see('unit,index\na,1\n', 'totals').value?.[0]).not.toHaveProperty('year');
    expect(see('unit,index\na,1\n', 'totals').value?.[0]?.label).toBe('totals');
    const { told, value } = see('năm,unit,index\n2019,a,2\n2018,a,1\n2019,b,3\n');
    expect(told).toEqual([
      ['2018', 'all: a 1'],
      ['2019', 'all: a 2,b 3'],
    ]);
    expect(value?.map(({ year }) => year)).toEqual([2018, 2019]);
  });

  it('has groups in the order of their first rows, each with the decimals of its longest index', () => {
    const { value } = see('unit,index,group\na,1.5,so\nb,2.125,huyen\nc,3,so\n');
    expect(value?.[0]?.groups.map(({ id, name, decimals, ties }) => [id, name, decimals, ties])).toEqual([
      ['so', 'so', 1, 'competition'],
      ['huyen', 'huyen', 3, 'competition'],
    ]);
    expect(see('unit,points,max\na,1,3\n').value?.[0]?.groups[0]).toMatchObject({ id: 'all', name: '', decimals: 2 });
  });

  it('has its remarks with each side', () => {
    expect(see('# QĐ 1\nyear,unit,index\n2018,a,1\n2019,a,2\n').value?.map(({ remarks }) => remarks)).toEqual([
      ['QĐ 1'],
      ['QĐ 1'],
    ]);
  });

  it('has an index, or what makes one', () => {
    expect(see('unit,rank\na,1\n').faults).toEqual(['no-index 1:0']);
    expect(see('unit,points\na,1\n').faults).toEqual(['no-index 1:0']);
    expect(see('unit,max\na,1\n').faults).toEqual(['no-index 1:0']);
    expect(see('name,index\na,1\n').faults).toEqual(['missing-column 1:0']);
    expect(see('unit,index,colour\na,1,red\n').faults).toEqual(['unknown-column 1:3']);
    // What is wrong with the header is told alone.
    expect(see('unit,colour\na,red\n').faults).toEqual(['unknown-column 1:2']);
    expect(see('unit,index,colour\na,x,red\n').faults).toEqual(['unknown-column 1:3']);
  });

  it('is refused with every figure that is none, at its cell', () => {
    const { faults, facts, value } = see(
      'unit,index,points,max,rank,year\na,x,1,2,1,2018\nb,1,-1,0,0,18\nc,1,1,2,1.5,20180\nd,1,1,2,1234567890,\n',
    );
    expect(faults).toEqual([
      'bad-figure 2:2 index',
      ...['bad-figure 3:5 rank', 'bad-figure 3:6 year', 'bad-figure 3:3 points', 'bad-figure 3:4 max'],
      ...['bad-figure 4:5 rank', 'bad-figure 4:6 year'],
      ...['bad-figure 5:5 rank', 'blank-cell 5:6 year'],
    ]);
    expect(facts.slice(0, 5)).toEqual([
      { shown: 'x', what: 'decimal' },
      { shown: '0', what: 'rank' },
      { shown: '18', what: 'year' },
      { shown: '-1', what: 'decimal' },
      { shown: '0', what: 'max' },
    ]);
    expect(value).toBeUndefined();
  });

  it('has each unit once a year, and no two of one name in a group', () => {
    const again = see('year,unit,name,index,group\n2018,a,Tân Lập,1,bac\n2018,a,Tân An,2,nam\n2019,a,Tân Lập,3,bac\n');
    expect(again).toMatchObject({ value: undefined, faults: ['repeated-unit 3:2 unit'] });
    expect(again.facts).toEqual([{ what: 'id', shown: 'a', line: '2' }]);
    const namesakes = see('unit,name,index,group\na,Tân Lập,1,bac\nb,Tân Lập,2,nam\nc,tân lập,3,bac\n');
    expect(namesakes.faults).toEqual(['repeated-unit 4:2 name']);
    expect(namesakes.facts).toEqual([{ what: 'name', shown: 'tân lập', line: '2' }]);
    expect(see('unit,index\na,1\na,2\na,3\n').facts).toMatchObject([{ line: '2' }, { line: '2' }]);
    expect(see('unit,index\nAn,1\nan,2\n').faults).toEqual(['repeated-unit 3:1 unit']);
    const [twice] = readTotals('unit,index\na,1\na,2\n', DIALECTS.data, 'x.csv').diagnostics;
    expect(twice?.related).toMatchObject([{ place: { file: 'x.csv', line: 2, column: 1 } }]);
    // The name is the id where there is no other: told once.
    expect(see('unit,index\na,1\na,2\n').faults).toEqual(['repeated-unit 3:1 unit']);
  });

  it('says on each row whose it is, and of which year', () => {
    expect(see('unit,index\na,1\n,2\n,3\n').faults).toEqual(['blank-cell 3:1 unit', 'blank-cell 4:1 unit']);
    expect(see('year,unit,index\n2018,a,1\n,b,2\n').faults).toEqual(['blank-cell 3:1 year']);
  });

  it('is refused with the faults of its text', () => {
    expect(see('unit,index\na\n')).toMatchObject({ value: undefined, faults: ['ragged-row 2:0'] });
  });
});
