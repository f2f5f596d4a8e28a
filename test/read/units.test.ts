/** The units file to units: each column, each fault at its cell. */
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../src/model/assessment.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { readUnits } from '../../src/read/units.ts';
import { soundWords } from './sound-words.ts';

function see(text: string, groups: readonly string[] = [], more: Partial<Limits> = {}) {
  const { units, count, diagnostics } = readUnits(text, DIALECTS.data, 'units.csv', groups, { ...LIMITS, ...more });
  soundWords(diagnostics);
  return {
    units,
    count,
    ids: units.map(({ id }) => id),
    faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column} ${place.name ?? ''}`),
    facts: diagnostics.map(({ facts }) => facts as unknown),
    related: diagnostics.map(({ related }) => related.map(({ place }) => `${place.line}:${place.column}`).join()),
  };
}

/** What a unit says of itself, as plain data. */
function spelledOut({ id, name, group, ranked, note, successorOf, place, groupPlace }: Unit): Unit {
  const rest = { ...(successorOf ? { successorOf } : {}), ...(groupPlace ? { groupPlace } : {}) };
  return { id, name, group, ranked, note, place, ...rest };
}

const HEADER = 'id,name,group,unranked,note,successor_of';

describe('a unit', () => {
  it('is a row, in the order of the file', () => {
    const { units, count, faults } = see(
      `${HEADER}\nkhanh-vinh, Khánh Vĩnh ,huyen,,,\nso-y-te,Sở Y tế,so,x, mới lập ,so-cu; so_1;\n`,
    );
    expect(faults).toEqual([]);
    expect(count).toEqual({ file: 'units.csv', read: 2, used: 2, blank: 0, refused: 0 });
    const place = { file: 'units.csv', line: 2, column: 1, name: 'id' };
    expect(units.map(({ namePlace }) => namePlace)).toEqual(
      [2, 3].map((line) => ({ file: 'units.csv', line, column: 2, name: 'name' })),
    );
    expect(units.map(spelledOut)).toEqual([
      {
        ...{ id: 'khanh-vinh', name: 'Khánh Vĩnh', group: 'huyen', ranked: true, note: '', place },
        groupPlace: { file: 'units.csv', line: 2, column: 3, name: 'group' },
      },
      {
        ...{ id: 'so-y-te', name: 'Sở Y tế', group: 'so', ranked: false, note: 'mới lập' },
        ...{ successorOf: ['so-cu', 'so_1'], place: { ...place, line: 3 } },
        groupPlace: { file: 'units.csv', line: 3, column: 3, name: 'group' },
      },
    ]);
  });

  it('may be told under Vietnamese headers, in any order and case', () => {
    const { units, faults } = see(
      'Khối,Tên đơn vị,Mã,Không xếp hạng,Ghi chú,Kế thừa\nhuyen,Khánh Vĩnh,khanh-vinh,có,x,a\n',
    );
    expect(faults).toEqual([]);
    expect(units.at(0)).toMatchObject({
      id: 'khanh-vinh',
      name: 'Khánh Vĩnh',
      group: 'huyen',
      ranked: false,
      note: 'x',
    });
    expect(units.at(0)?.successorOf).toEqual(['a']);
    expect(see('mã,tên,nhóm\na,A,x\n').ids).toEqual(['a']);
  });

  it('needs no more than id, name and group', () => {
    expect(see('id,name,group\na,A,x\n').units.at(0)).toMatchObject({ ranked: true, note: '' });
    expect(see('name,note\nA,x\n').faults).toEqual(['missing-column 1:0 ', 'missing-column 1:0 ']);
  });

  it.each(['a', '0', '_x', 'so-y-te', 'so_1', '1-2'])('may have the id %s', (id) => {
    expect(see(`id,name,group\n${id},A,x\n`)).toMatchObject({ ids: [id], faults: [] });
  });

  it.each(['So', '-a', 'sở', 'a b', 'a.b', ' a', 'a/b', '../a', 'é'])('may not have the id %j', (id) => {
    expect(see(`id,name,group\n${id},A,x\n`)).toMatchObject({ ids: [], faults: ['bad-unit-id 2:1 id'] });
  });

  it('has all three, and blanks are none', () => {
    const { faults, facts, ids } = see('id,name,group\n,A,x\nb, ,x\nc,C,\nd, ,\ne,,x\nf,F, \n');
    expect(faults).toEqual([
      ...['blank-cell 2:1 id', 'blank-cell 3:2 name', 'blank-cell 4:3 group'],
      ...['blank-cell 5:2 name', 'blank-cell 5:3 group', 'blank-cell 6:2 name', 'blank-cell 7:3 group'],
    ]);
    expect(facts.slice(0, 3)).toEqual([{ name: 'id' }, { name: 'name' }, { name: 'group' }]);
    expect(ids).toEqual([]);
    // A blank id is blank, and not a bad one besides.
    expect(see('id,name,group\n ,A,x\n').faults).toEqual(['blank-cell 2:1 id']);
  });

  it.each([
    ...([['x', false] as const, ['X', false] as const, ['yes', false] as const, ['CÓ', false] as const] as const),
    ...([['', true] as const, ['no', true] as const, ['không', true] as const, [' x ', false] as const] as const),
    ...([[' ', true] as const, [' no ', true] as const] as const),
  ])('with %j under unranked is ranked: %s', (cell, ranked) => {
    expect(see(`id,name,group,unranked\na,A,x,${cell}\n`).units.map((unit) => unit.ranked)).toEqual([ranked]);
  });

  it.each(['true', '1', 'y', 'xx', 'khong'])('is not left half said to be unranked by %j', (cell) => {
    const { faults, facts, ids } = see(`id,name,group,unranked\na,A,x,${cell}\n`);
    expect(faults).toEqual(['bad-unranked 2:4 unranked']);
    expect(facts).toEqual([{ shown: cell }]);
    expect(ids).toEqual([]);
  });

  it('is in a group that the project declares, if it declares any', () => {
    const text = 'id,name,group\na,A,huyen\nb,B,huyem\nc,C,qqq\n';
    expect(see(text).faults).toEqual([]);
    const { faults, facts, ids } = see(text, ['so', 'huyen']);
    expect(faults).toEqual(['unknown-group 3:3 group', 'unknown-group 4:3 group']);
    expect(facts).toEqual([{ shown: 'huyem', nearest: 'huyen' }, { shown: 'qqq' }]);
    expect(ids).toEqual(['a']);
    // Blank, it is told to be so, and not to be unknown as well.
    expect(see('id,name,group\na,A,\n', ['so']).faults).toEqual(['blank-cell 2:3 group']);
  });

  it('names those whose place it took by ids, each told once', () => {
    const { faults, facts } = see(`${HEADER}\na,A,x,,,b;Sở;Ấ\n`);
    expect(faults).toEqual(['bad-unit-id 2:6 successor_of']);
    expect(facts).toEqual([{ shown: 'Sở' }]);
    expect(see(`${HEADER}\na,A,x,,,;; \n`).units.at(0)).toHaveProperty('successorOf', undefined);
  });
});

describe('two units', () => {
  it('never share an id', () => {
    const { faults, facts, related, ids } = see('id,name,group\na,A,x\nb,B,x\na,C,y\na,D,y\n');
    expect(faults).toEqual(['repeated-unit 4:1 id', 'repeated-unit 5:1 id']);
    expect(facts).toEqual([
      { what: 'id', shown: 'a', line: '2' },
      { what: 'id', shown: 'a', line: '2' },
    ]);
    expect(related).toEqual(['2:1', '2:1']);
    expect(ids).toEqual(['a', 'b']);
  });

  it('never share a name within a group, as a reader sees it', () => {
    const { faults, facts, related } = see('id,name,group\na,Hoà Bình,x\nb,HÒA  BÌNH,x\nc,Hoà Bình,y\n');
    expect(faults).toEqual(['repeated-unit 3:2 name']);
    expect(facts).toEqual([{ what: 'name', shown: 'HÒA  BÌNH', line: '2' }]);
    expect(related).toEqual(['2:2']);
  });

  it('are not told to share an id or a name that is blank', () => {
    expect(see('id,name,group\n,,x\n,,x\n').faults.filter((fault) => fault.startsWith('repeated'))).toEqual([]);
  });
});

describe('a name', () => {
  it('is one line without anything that nobody sees', () => {
    expect(see('id,name,group\na,"A\nB",x\n')).toMatchObject({
      ...{ faults: ['line-break-in-cell 2:2 name'], facts: [{ name: 'name' }], ids: [] },
    });
    expect(see('id,name,group\na,A\u200bB,x\n')).toMatchObject({
      ...{ faults: ['hidden-in-name 2:2 name'], facts: [{ shown: 'A\\u{200b}B' }], ids: [] },
    });
  });

  it('that seems to be spoilt is warned of', () => {
    const { faults, facts, ids } = see('id,name,group\na,Kh?nh,x\n');
    expect(faults).toEqual(['garbled-name 2:2 name']);
    expect(facts).toEqual([{ shown: 'Kh?nh', garbled: 'lost' }]);
    expect(ids).toEqual(['a']);
  });

  it('has no more characters than the limit', () => {
    expect(see(`id,name,group\na,${'x'.repeat(200)},x\n`).faults).toEqual([]);
    const { faults, facts } = see(`id,name,group\na,${'x'.repeat(201)},x\n`);
    expect(faults).toEqual(['above-limit 2:2 name']);
    expect(facts).toEqual([{ what: 'name', found: '201', limit: '200' }]);
    expect(see('id,name,group\na,abcd,x\n', [], { name: 3 }).faults).toEqual(['above-limit 2:2 name']);
    const ids = see('id,name,group\nabc,A,x\nabcd,B,x\n', [], { name: 3 });
    expect(ids.faults).toEqual(['above-limit 3:1 id']);
    expect(ids.facts).toEqual([{ what: 'name', found: '4', limit: '3' }]);
  });
});

describe('a units file', () => {
  it('has at least one unit', () => {
    expect(see('id,name,group\n').faults).toEqual(['no-units 0:0 ']);
    expect(see('id,name,group\nA,A,x\n').faults).toEqual(['bad-unit-id 2:1 id']);
  });

  it('is looked for below a title, and faults of the table are told with its own', () => {
    expect(see('DANH SÁCH,,\nid,name,group\na,A,x\n').faults).toEqual(['header-not-first 1:0 ']);
    expect(see('id,name,group\na,A\nb,B,x').faults).toEqual(['ragged-row 2:0 ', 'no-last-line-end 3:0 ']);
  });

  it('may have rows of totals twice: they repeat nobody', () => {
    const rows = 'id,name,group\na,A,g\n,Tổng,g\n, Tổng ,g\nTổng cộng,,g\nx,Tổng,g\n';
    expect(see(rows).faults).toEqual([
      ...['total-row 3:2 name', 'total-row 4:2 name', 'total-row 5:1 id', 'total-row 6:2 name'],
    ]);
  });

  it('keeps to the limits', () => {
    expect(see('id,name,group\na,A,x\nb,B,x\n', [], { rows: 1 }).faults).toEqual(['above-limit 3:0 ']);
  });
});
