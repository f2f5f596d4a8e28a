/** Roles of columns, told as a text or as a YAML file, with faults where they stand. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { readPublished } from '../../src/read/published.ts';
import { parseRoles, readRoles, type ToldRole } from '../../src/read/published-roles.ts';

const TABLE = 'tinh,tham_dinh,sipas,cong\nQuảng Ninh,57.66,9.56,67.22\n';

const pairs = (told: readonly ToldRole[] | undefined) => told?.map(({ role, header }) => [role, header]);

describe('roles of columns', () => {
  it('are the same as a text and as a file, one header or several', () => {
    const text = parseRoles('part=tham_dinh,sipas;total=cong', 'table.csv');
    const file = readRoles('# Bảng của tỉnh\npart: [tham_dinh, sipas]\ntotal: cong\n', 'cot.yaml');
    expect([text.diagnostics, file.diagnostics]).toEqual([[], []]);
    expect(pairs(file.value)).toEqual([
      ['part', 'tham_dinh'],
      ['part', 'sipas'],
      ['total', 'cong'],
    ]);
    expect(pairs(text.value)).toEqual(pairs(file.value));
    const table = readPublished(TABLE, DIALECTS.data, 'table.csv', file);
    expect(table.value?.columns.map(({ header, role }) => [header, role])).toEqual([
      ['tinh', 'unit'],
      ['tham_dinh', 'part'],
      ['sipas', 'part'],
      ['cong', 'total'],
    ]);
  });

  it('are told apart by signs alone: blanks around them, and empty items, mean nothing', () => {
    const { value, diagnostics } = parseRoles(' part = a , b ;; total=c ; ', 'table.csv');
    expect([pairs(value), diagnostics]).toEqual([
      [
        ['part', 'a'],
        ['part', 'b'],
        ['total', 'c'],
      ],
      [],
    ]);
    const shown = (mapping: string) => parseRoles(mapping, 't').diagnostics.map(({ facts }) => facts);
    expect(shown(' part ; total= ')).toEqual([
      { shown: 'part', what: 'shape', known: '' },
      { shown: 'total=', what: 'shape', known: '' },
    ]);
    expect(shown('totall=c')).toMatchObject([{ shown: 'totall', what: 'role', nearest: 'total' }]);
  });

  it.each(['- a', 'word', '5', '"a"'])('in a file are a map, and %s is none', (text) => {
    const { value, diagnostics } = readRoles(`${text}\n`, 'cot.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ fault, place, facts }) => [fault.code, place.line, facts])).toEqual([
      ['bad-mapping', 1, { shown: 'YAML', what: 'shape', known: '' }],
    ]);
  });

  it('in a file stand each at its place, and what YAML warns of is told with them', () => {
    const { value, diagnostics } = readRoles('part: [a, "", 5]\ntotal: yes\nx: b\ngrade: {}\n', 'cot.yaml');
    expect(value?.map(({ role, header, place }) => [role, header, place.line, place.column])).toEqual([
      ['part', 'a', 1, 8],
      ['part', '5', 1, 15],
      ['total', 'yes', 2, 8],
    ]);
    expect(diagnostics.map(({ fault, place }) => [fault.code, place.line, place.column])).toEqual([
      ['ambiguous-word', 2, 8],
      ['bad-mapping', 1, 11],
      ['bad-mapping', 3, 1],
      ['bad-mapping', 4, 8],
    ]);
    expect(readRoles('a: [b\n', 'cot.yaml').diagnostics[0]?.fault.code).toBe('yaml-syntax');
  });

  it('names years by bare numbers, as they are written', () => {
    expect(pairs(readRoles('from: 2023\nto: 2024\ndelta: tang\n', 'cot.yaml').value)).toEqual([
      ['from', '2023'],
      ['to', '2024'],
      ['delta', 'tang'],
    ]);
  });

  it.each([
    ['tong: cong', 1, 1, 'tong', 'role'],
    ['part: [tham_dinh,\n  {a: b}]', 2, 3, 'part', 'shape'],
    ['total:', 1, 7, 'total', 'shape'],
    ['- part', 1, 1, 'YAML', 'shape'],
  ])('of %j are refused at line %s, column %s', (text, line, column, shown, what) => {
    const { diagnostics } = readRoles(`${text}\n`, 'cot.yaml');
    expect(diagnostics).toMatchObject([{ fault: { code: 'bad-mapping' }, place: { file: 'cot.yaml', line, column } }]);
    expect(diagnostics[0]?.facts).toMatchObject({ shown, what });
  });

  it('are refused in the file where the table has no such column', () => {
    const told = readRoles('part: [tham_dinh, sipass]\ntotal: cong\n', 'cot.yaml');
    const { diagnostics } = readPublished(TABLE, DIALECTS.data, 'table.csv', told);
    expect(diagnostics).toMatchObject([
      { fault: { code: 'bad-mapping' }, place: { file: 'cot.yaml', line: 1, column: 19 } },
    ]);
    expect(diagnostics[0]?.facts).toMatchObject({ shown: 'sipass', nearest: 'sipas' });
  });
});
