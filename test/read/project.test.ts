/** parindex.yaml: what is there where nothing is said, what each key says, and which paths may be named. */
import { describe, expect, it } from 'vitest';
import { readProject } from '../../src/read/project.ts';
import { soundWords } from './sound-words.ts';

function see(text: string) {
  const { value, diagnostics } = readProject(text, 'parindex.yaml');
  soundWords(diagnostics);
  return {
    value,
    faults: diagnostics.map(({ fault, place }) => `${fault.code} ${place.line}:${place.column}`),
    facts: diagnostics.map(({ facts }) => facts as unknown as Record<string, unknown>),
  };
}

function projectOf(text: string) {
  const { value, faults } = see(text);
  expect(faults).toEqual([]);
  if (value === undefined) throw new Error('nothing was read');
  return value;
}

describe('a project', () => {
  it('needs nothing but its year', () => {
    const place = { file: 'parindex.yaml', line: 1, column: 1 };
    const { rubrics, units, entries, ...project } = projectOf('year: 2024\n');
    expect(project).toStrictEqual({
      year: 2024,
      dialect: { delimiter: ',', mark: '.', encoding: 'utf-8' },
      groups: new Map(),
      accept: [],
      frozen: [],
    });
    expect([...rubrics, units, ...entries]).toMatchObject([
      { path: 'rubric.yaml', place },
      { path: 'units.csv', place },
      { path: 'entries', place },
    ]);
  });

  it('says what it is, and of whom', () => {
    expect(
      projectOf('year: 2019\ntitle: CCHC\nnote: Thử.\nlanguage: vi\ngroups: { huyen: Cấp huyện }\n'),
    ).toMatchObject({
      ...{ year: 2019, title: 'CCHC', note: 'Thử.', language: 'vi' },
      groups: new Map([['huyen', 'Cấp huyện']]),
    });
  });

  it('names one rubric or several, and one place of entries or several, each with its place in the file', () => {
    const one = projectOf('year: 2024\nrubric: so.yaml\nunits: don-vi.csv\nentries: nam-2024\n');
    expect(one.rubrics).toMatchObject([{ path: 'so.yaml', place: { line: 2, column: 9 } }]);
    expect(one.units).toMatchObject({ path: 'don-vi.csv', place: { line: 3, column: 8 } });
    expect(one.entries).toMatchObject([{ path: 'nam-2024', place: { line: 4, column: 10 } }]);
    const several = projectOf('year: 2024\nrubrics: [so.yaml, huyen.yaml]\nentries: [a.csv, b.csv]\n');
    expect(several.rubrics).toMatchObject([
      { path: 'so.yaml', place: { line: 2, column: 11 } },
      { path: 'huyen.yaml', place: { line: 2, column: 20 } },
    ]);
    expect(several.entries).toMatchObject([
      { path: 'a.csv', place: { line: 3, column: 11 } },
      { path: 'b.csv', place: { line: 3, column: 18 } },
    ]);
  });

  it('says what its files must have, each with its place', () => {
    const digest = 'a0'.repeat(32);
    const { units, entries } = projectOf(
      `year: 2024\nunits: { path: don-vi.csv, rows: 9 }\nentries:\n  - a.csv\n  - { path: b.csv, sha256: "${digest}" }\n`,
    );
    const at = (line: number, column: number) => expect.objectContaining({ file: 'parindex.yaml', line, column });
    expect(units).toStrictEqual({ path: 'don-vi.csv', place: at(2, 16), rows: { value: 9, place: at(2, 34) } });
    expect(entries).toStrictEqual([
      { path: 'a.csv', place: at(4, 5) },
      { path: 'b.csv', place: at(5, 13), sha256: { value: digest, place: at(5, 28) } },
    ]);
    expect(see('year: 2024\nentries: { path: ../b.csv, rows: 1 }\n').faults).toEqual(['bad-path 2:18']);
  });

  it('names the rubric that is frozen, with the place of its digest', () => {
    const digest = 'a0'.repeat(32);
    const one = projectOf(`freeze: "${digest}"\nyear: 2024\n`);
    expect(one.frozen).toMatchObject([{ path: 'rubric.yaml', sha256: digest, place: { line: 1, column: 9 } }]);
    const named = projectOf(`year: 2024\nfreeze:\n  rubric.yaml: "${digest}"\n`);
    expect(named.frozen).toMatchObject([{ path: 'rubric.yaml', sha256: digest, place: { line: 3, column: 16 } }]);
  });

  it.each([
    ['data', { delimiter: ',', mark: '.', encoding: 'utf-8' }],
    ['excel-vi', { delimiter: ';', mark: ',', encoding: 'utf-8' }],
    ['{ delimiter: "|", decimal: dot }', { delimiter: '|', mark: '.', encoding: 'utf-8' }],
    ['{ delimiter: "\\t", decimal: comma, encoding: utf-8 }', { delimiter: '\t', mark: ',', encoding: 'utf-8' }],
  ])('declares its files: csv: %s', (csv, dialect) => {
    expect(projectOf(`year: 2024\ncsv: ${csv}\n`).dialect).toEqual(dialect);
  });

  it('lets warnings stand, each for as much as it names', () => {
    const { accept } = projectOf(
      'year: 2024\naccept:\n  - { code: blanks-around, reason: Đã xem. }\n' +
        '  - { code: all-at-max, unit: cam-lam, leaf: "1.1", file: entries/cam-lam.csv, reason: Đúng vậy. }\n',
    );
    expect(accept).toStrictEqual([
      { code: 'blanks-around', reason: 'Đã xem.', place: expect.objectContaining({ line: 3, column: 13 }) },
      {
        ...{ code: 'all-at-max', unit: 'cam-lam', leaf: '1.1', file: 'entries/cam-lam.csv', reason: 'Đúng vậy.' },
        place: expect.objectContaining({ line: 4, column: 13 }),
      },
    ]);
  });

  it('is refused with everything that is wrong in it', () => {
    expect(see('year: 2024\nrubric: 1\nlanguage: fr\nunit: a.csv\n').faults.toSorted()).toEqual([
      'bare-number 2:9',
      'unknown-key 4:1',
      'wrong-value 3:11',
    ]);
    expect(see('title: CCHC\n').faults).toEqual(['missing-key 1:1']);
    expect(see('year: [\n').value).toBeUndefined();
  });

  it('keeps the warnings of its text', () => {
    const { value, faults } = see('year: 2024\ntitle: yes\n');
    expect(value?.title).toBe('yes');
    expect(faults).toEqual(['ambiguous-word 2:8']);
    // Beside an error of a key as well.
    expect(see('title: yes\n').faults).toEqual(['ambiguous-word 1:8', 'missing-key 1:1']);
  });
});

describe('a path', () => {
  it.each([
    'a.csv',
    './a.csv',
    'sub/a.csv',
    'sub\\a.csv',
    'sub/../a.csv',
    'sub/./../a.csv',
    'a//b/../../c.csv',
    '..a/b.csv',
    'a:b.csv/http://x',
  ])('may stay inside: %s', (path) => {
    // "a:" is a drive of Windows.
    expect(see(`year: 2024\nunits: '${path.replace('a:b', 'ab:c')}'\n`).faults).toEqual([]);
  });

  it.each([
    ['../a.csv', 'outside'],
    ['sub/../../a.csv', 'outside'],
    // Out and in again is out.
    ['../project/a.csv', 'outside'],
    ['./../a.csv', 'outside'],
    ['a//../../b.csv', 'outside'],
    ['..\\a.csv', 'outside'],
    ['/etc/passwd', 'absolute'],
    ['\\\\server\\share', 'absolute'],
    ['c:/a.csv', 'absolute'],
    ['C:\\a.csv', 'absolute'],
    ['http://a.vn/a.csv', 'url'],
    ['FILE:///etc/passwd', 'url'],
    ['s3+x://a', 'url'],
  ])('may not lead out: %s is %s', (path, why) => {
    const { value, faults, facts } = see(`year: 2024\nunits: '${path}'\n`);
    expect(value).toBeUndefined();
    expect(faults).toEqual(['bad-path 2:8']);
    expect(facts).toEqual([{ path, why }]);
  });

  it('is told for each of those that are wrong', () => {
    const text = 'year: 2024\nrubrics: [/a.yaml, b.yaml]\nunits: ../c.csv\nentries: [d, ../e]\n';
    expect(see(text).faults).toEqual(['bad-path 2:11', 'bad-path 3:8', 'bad-path 4:14']);
  });
});
