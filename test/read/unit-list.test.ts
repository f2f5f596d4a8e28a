/** A list of units: its columns by any of their names, each unit once in its group, and what is no list. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { readUnitList } from '../../src/read/unit-list.ts';
import { soundWords } from './sound-words.ts';

function see(...lines: readonly string[]) {
  const { value, diagnostics } = readUnitList(`${lines.join('\n')}\n`, DIALECTS.data, 'units.csv');
  soundWords(diagnostics);
  return {
    ...(value === undefined
      ? {}
      : {
          units: value.units.map(({ id, name, group, grade, place }) => [
            [id, name, group, grade].join('|'),
            `${place.file} ${place.line}:${place.column} ${place.name}`,
          ]),
          has: [value.file, value.hasGroups, value.hasGrades],
        }),
    told: diagnostics.map(({ fault, place, facts, related }) => [
      `${fault.code} ${place.line}:${place.column}`,
      facts,
      related.map((other) => `${other.place.line}:${other.place.column} ${other.message.en}`),
    ]),
  };
}

describe('a list of units', () => {
  it('has ids, names, groups and grades, in any order, and what else stands there is let through', () => {
    expect(see('grade,note,name,id,group', 'Tốt,x, Sở Y tế ,SYT,so', ',,Sở Nội vụ,SNV,')).toEqual({
      units: [
        ['SYT|Sở Y tế|so|Tốt', 'units.csv 2:3 name'],
        ['SNV|Sở Nội vụ||', 'units.csv 3:3 name'],
      ],
      has: ['units.csv', true, true],
      told: [],
    });
  });

  it.each([
    ['id', 'name', 'group', 'grade'],
    ['unit', 'unit_name', 'Khối', 'grade name'],
    ['Mã', 'TÊN', 'Nhóm', 'Xếp loại'],
    ['mã_đơn_vị', 'Tên đơn vị', 'nhom', 'xep loai'],
    ['ma', 'Đơn vị', 'group', 'grade'],
  ])('knows the headers %s, %s, %s and %s', (...header) => {
    expect(see(header.join(','), 'a,b,c,d')).toMatchObject({ units: [['a|b|c|d', 'units.csv 2:2 name']], told: [] });
  });

  it('may have ids alone, which then are what a unit is told by', () => {
    expect(see('id', 'SYT', 'SNV')).toMatchObject({
      units: [
        ['SYT|SYT||', 'units.csv 2:1 id'],
        ['SNV|SNV||', 'units.csv 3:1 id'],
      ],
      has: ['units.csv', false, false],
    });
  });

  it('has each name once in its group, whatever the case, the marks’ way of writing and the blanks', () => {
    expect(see('name,group', 'Hoà Bình,so', 'Hoà Bình,huyen', 'hòa  bình,so')).toEqual({
      told: [
        ['repeated-unit 4:1', { what: 'name', shown: 'hòa  bình', line: '2' }, [expect.stringMatching(/^2:1 .*first/)]],
      ],
    });
    expect(see('id,grade', 'SYT,A', 'SYT,B').told).toMatchObject([
      ['repeated-unit 3:1', { what: 'id', shown: 'SYT', line: '2' }, [expect.stringMatching(/^2:1/)]],
    ]);
  });

  it('has a name in each row, or an id where it has no names', () => {
    expect(see('id,name', 'SYT,', 'SNV, ', 'STP,Sở Tư pháp').told).toEqual([
      ['blank-cell 2:2', { name: 'name' }, []],
      ['blank-cell 3:2', { name: 'name' }, []],
    ]);
    expect(see('grade,id', 'A, ').told).toEqual([['blank-cell 2:2', { name: 'id' }, []]]);
  });

  it('is none without ids and names', () => {
    expect(see('group,grade', 'so,A')).toEqual({
      told: [['missing-column 1:0', { column: 'name', known: 'id, name, group, grade' }, []]],
    });
  });

  it('may begin with remarks, and is refused for rows of another length', () => {
    expect(see('# Quyết định 1', 'name', 'Sở Y tế')).toMatchObject({ units: [['|Sở Y tế||', 'units.csv 3:1 name']] });
    expect(see('id,name', 'SYT').told).toMatchObject([['ragged-row 2:0', { found: '1', expected: '2' }, []]]);
  });

  it('is read without the guard that a spreadsheet needs before a sign', () => {
    expect(see('name', "'=Sở Y tế").units).toEqual([['|=Sở Y tế||', 'units.csv 2:1 name']]);
  });
});
