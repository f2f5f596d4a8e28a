/** Entries of tests, read from short texts into the columns of two units. */
import type { LeafColumns, Unit } from '../../src/model/assessment.ts';
import { EXEMPT, exactAt, stateOf } from '../../src/model/column.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { type DecimalMark, toText } from '../../src/model/exact.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { readEntries } from '../../src/read/entries.ts';
import { createWorld, type World } from '../../src/read/sheets.ts';
import { rubricOf } from './rubric-text.ts';
import { flagsOf } from './seen.ts';
import { soundWords } from './sound-words.ts';

const RUBRIC = rubricOf(
  'domains:',
  '  - id: "1"',
  '    title: Một',
  '    max: 9',
  '    criteria:',
  '      - { id: "1.1", title: a, max: 2, evidence: required, rule: { type: given, step: 0.5 } }',
  '      - { id: "1.2", title: b, max: 2, exempt: allowed, rule: { type: proportional } }',
  '      - { id: "1.3", title: c, max: 2, source: survey, rule: { type: survey } }',
  '      - { id: "1.4", title: d, max: 1, rule: { type: growth, full_at: 10% } }',
  '      - { id: "1.5", title: e, max: 1, source: self, rule: { type: given } }',
  '      - { id: "1.10", title: f, max: 1, rule: { type: levels, levels: { co: 1, khong: 0 } } }',
  'adjustments:',
  '  - { id: T1, title: Thưởng, kind: bonus, max: 1, rule: { type: given } }',
);

export function units(...ids: readonly string[]): readonly Unit[] {
  const place = { file: 'units.csv', line: 2, column: 1 };
  return ids.map((id) => ({ id, name: `Đơn vị ${id}`, group: 'so', ranked: true, note: '', place }));
}

interface Asked {
  readonly rubric?: Rubric;
  readonly basis?: string;
  readonly unit?: string;
  readonly focus?: readonly string[];
  readonly world?: World;
  readonly fileAt?: number;
  readonly dialect?: keyof typeof DIALECTS;
  readonly mark?: DecimalMark;
}

/** Reads one file of entries of the units a and b. */
export function see(text: string, asked: Asked = {}) {
  const { rubric = RUBRIC, basis, focus = [], fileAt = 0, dialect = 'data' } = asked;
  const world = asked.world ?? createWorld([[rubric, units('a', 'b')]], basis);
  const options = { world, dialect: DIALECTS[dialect], fileAt, fileNames: ['x.csv', 'y.csv'], focus: new Set(focus) };
  const { unit, mark } = asked;
  const own = { ...(unit === undefined ? {} : { unit }), ...(mark === undefined ? {} : { mark }) };
  const file = { text, file: options.fileNames[fileAt] as string, ...own };
  const { count, diagnostics } = readEntries(file, options);
  soundWords(diagnostics);
  const columns = (leaf: string) => world.builds[0]?.targets.get(leaf)?.columns as LeafColumns;
  return {
    ...{ world, count, columns },
    flags: (leaf: string) => flagsOf(columns(leaf)),
    faults: diagnostics.map(({ fault, place }) =>
      `${fault.code} ${place.line}:${place.column} ${place.name ?? ''}`.trim(),
    ),
    facts: diagnostics.map(({ facts }) => facts as unknown),
    messages: diagnostics.map(({ fault, facts }) => fault.message.en(facts)),
    severities: diagnostics.map(({ severity }) => severity),
    units: diagnostics.map(({ unit }) => unit),
    related: diagnostics.map(({ related }) =>
      related.map(({ place }) => `${place.file}:${place.line}:${place.column}`).join(),
    ),
    /** The values of a unit's leaf, one a column: a number, `n/a`, or nothing. */
    values: (leaf: string, row = 0) =>
      columns(leaf).values.map((column) => {
        const value = exactAt(column, row);
        return stateOf(column, row) === EXEMPT ? 'n/a' : value ? toText(value) : '';
      }),
  };
}

const ALL = ['criterion,self,appraised,survey,previous,override,evidence,note'];

/** One row of the unit a, under all columns. */
export function row(cells: string, asked: Asked = {}) {
  return see([...ALL, cells, ''].join('\n'), { unit: 'a', ...asked });
}
