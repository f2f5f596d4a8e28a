/**
 * A case as the texts of a project folder: parindex.yaml, rubrics, units.csv and entries in any shape and dialect.
 */
import {
  type Case,
  leavesOf,
  type Row,
  type Rubric,
  type Rule,
  rubricOf,
  type Source,
  stagesOf,
  type Unit,
} from './case.ts';
import { quoted, rubricText } from './write-rubric.ts';

export interface Writing {
  /** One file a unit; all units in one file; or one file a rubric with a line a unit and columns `<id>:<column>`. */
  readonly shape: 'per-unit' | 'long' | 'wide';
  /** `data`: `,` and a dot; `excel-vi`: `;` and a comma. */
  readonly dialect: 'data' | 'excel-vi';
  readonly headers: 'en' | 'vi';
  /** 0: rows of the entries as in the case; any other whole number: a shuffle of them (and of the wide columns). */
  readonly order: number;
}

const vietnamese: Readonly<Record<string, string>> = {
  unit: 'đơn vị',
  criterion: 'tiêu chí',
  self: 'tự đánh giá',
  appraised: 'thẩm định',
  survey: 'điều tra xã hội học',
  previous: 'năm trước',
  override: 'điểm quyết định',
  evidence: 'tài liệu kiểm chứng',
  note: 'ghi chú',
};

/** What a column of the entries belongs to: the rule its values are read by, and where a wide table puts them. */
interface Place {
  readonly id: string;
  readonly rule: Rule;
  readonly own: string;
}

/** Relative path -> text, with LF line ends. units.csv keeps the order of the case, whatever `order` is. */
export function writeProject(whole: Case, writing: Writing): Map<string, string> {
  const [first] = whole.rubrics;
  const single = first !== undefined && whole.rubrics.length === 1;
  return new Map([
    ['parindex.yaml', projectText(whole, writing)],
    ...whole.rubrics.map((rubric) => [single ? 'rubric.yaml' : `${rubric.id}.yaml`, rubricText(rubric)] as const),
    ['units.csv', unitsText(whole, writing)],
    ...entryFiles(whole, writing),
  ]);
}

function projectText(whole: Case, writing: Writing): string {
  const rubrics = whole.rubrics.map((rubric) => `${rubric.id}.yaml`);
  const groups = [...new Set(whole.units.map((unit) => unit.group))];
  const lines = [
    `year: ${whole.year}`,
    `csv: ${writing.dialect}`,
    rubrics.length === 1 ? 'rubric: rubric.yaml' : `rubrics: [${rubrics.join(', ')}]`,
    'groups:',
    ...groups.map((group) => `  ${quoted(group)}: ${quoted(`Khối ${group}`)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function unitsText(whole: Case, writing: Writing): string {
  const isVietnamese = writing.headers === 'vi';
  const header = isVietnamese ? ['mã', 'tên', 'nhóm', 'không xếp hạng'] : ['id', 'name', 'group', 'unranked'];
  const yes = isVietnamese ? 'có' : 'yes';
  const lines = whole.units.map((unit) => [unit.id, unit.name, unit.group, unit.unranked ? yes : '']);
  return tableText([header, ...lines], writing);
}

function entryFiles(whole: Case, writing: Writing): readonly (readonly [string, string])[] {
  switch (writing.shape) {
    case 'per-unit':
      return whole.units.map((unit) => [`entries/${unit.id}.csv`, narrowText(whole, [unit], false, writing)]);
    case 'long':
      return [['entries/all.csv', narrowText(whole, whole.units, true, writing)]];
    case 'wide':
      return whole.rubrics.flatMap((rubric) => {
        const units = whole.units.filter((unit) => rubricOf(whole, unit.group) === rubric);
        return units.length === 0 ? [] : [[`entries/wide-${rubric.id}.csv`, wideText(rubric, units, writing)] as const];
      });
  }
}

/** One row a leaf, with a column for the unit where the file holds several. */
function narrowText(whole: Case, units: readonly Unit[], withUnit: boolean, writing: Writing): string {
  const stages = stagesOf(rubricOf(whole, units[0]?.group ?? ''));
  const optional = ['survey', 'previous', 'override', 'evidence', 'note'];
  const used = optional.filter((column) => units.some((unit) => unit.rows.some((row) => cellOf(row, column) !== '')));
  const columns = [...stages, ...used];
  const lines = units.flatMap((unit) => {
    const places = placesOf(rubricOf(whole, unit.group));
    return unit.rows.map((row) => {
      const cells = columns.map((column) => cellText(row, column, placeOf(places, row.of), writing));
      return [...(withUnit ? [unit.id] : []), row.of, ...cells];
    });
  });
  const header = [...(withUnit ? ['unit'] : []), 'criterion', ...columns].map((name) => headerOf(name, writing));
  return tableText([header, ...shuffled(lines, writing.order)], writing);
}

/** One line a unit, one column a leaf, and further columns for whatever else any unit has on that leaf. */
function wideText(rubric: Rubric, units: readonly Unit[], writing: Writing): string {
  const others = [...stagesOf(rubric), 'survey', 'previous', 'override', 'evidence', 'note'];
  const columns = placesOf(rubric).flatMap((place) => {
    const isUsed = (column: string) =>
      units.some((unit) => unit.rows.some((row) => row.of === place.id && cellOf(row, column) !== ''));
    const further = others.filter((column) => column !== place.own && isUsed(column));
    return [place.own, ...further].map((column) => ({ place, column }));
  });
  const ordered = shuffled(columns, writing.order);
  const header = ordered.map(({ place, column }) =>
    column === place.own ? place.id : `${place.id}:${headerOf(column, writing)}`,
  );
  const lines = units.map((unit) => [
    unit.id,
    ...ordered.map(({ place, column }) => {
      const row = unit.rows.find((candidate) => candidate.of === place.id);
      return row === undefined ? '' : cellText(row, column, place, writing);
    }),
  ]);
  return tableText([[headerOf('unit', writing), ...header], ...shuffled(lines, writing.order)], writing);
}

function placesOf(rubric: Rubric): readonly Place[] {
  // A rubric without the stage self has its units' own word under the appraisal.
  const self = stagesOf(rubric).includes('self') ? 'self' : 'appraised';
  const ownOf: Record<Source, string> = { appraised: 'appraised', survey: 'survey', self };
  return [
    ...leavesOf(rubric).map(({ id, rule, source }) => ({ id, rule, own: ownOf[source ?? 'appraised'] })),
    ...(rubric.adjustments ?? []).map(({ id, rule }) => ({ id, rule, own: 'appraised' })),
  ];
}

function placeOf(places: readonly Place[], id: string): Place {
  const found = places.find((place) => place.id === id);
  if (found === undefined) {
    throw new Error(`the rubric has no ${id}`);
  }
  return found;
}

function headerOf(column: string, writing: Writing): string {
  return writing.headers === 'vi' ? (vietnamese[column] ?? column) : column;
}

/** The text of a cell as the case has it; empty where there is none. */
function cellOf(row: Row, column: string): string {
  switch (column) {
    case 'survey':
      return row.survey ?? '';
    case 'previous':
      return row.previous ?? '';
    case 'override':
      return row.override ?? '';
    case 'evidence':
      return row.evidence ?? '';
    case 'note':
      return row.note ?? '';
    default:
      return row.stages[column] ?? '';
  }
}

/** The text of a cell in the dialect: only numbers change their mark, names and words stay. */
function cellText(row: Row, column: string, place: Place, writing: Writing): string {
  const text = cellOf(row, column);
  if (writing.dialect === 'data' || column === 'evidence' || column === 'note') {
    return text;
  }
  return column === 'override' ? withComma(text) : valueWithComma(text, place.rule);
}

function valueWithComma(text: string, rule: Rule): string {
  if (rule.type === 'levels' || rule.type === 'checklist') {
    return text;
  }
  if (rule.type !== 'best-of' || !text.includes('=')) {
    return withComma(text);
  }
  return text
    .split(' | ')
    .map((pair) => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const own = rule.alternatives.find(([candidate]) => candidate === name)?.[1];
      return `${name}=${own === undefined ? pair.slice(at + 1) : valueWithComma(pair.slice(at + 1), own)}`;
    })
    .join(' | ');
}

function withComma(text: string): string {
  return text.replaceAll('.', ',');
}

function tableText(lines: readonly (readonly string[])[], writing: Writing): string {
  const delimiter = writing.dialect === 'data' ? ',' : ';';
  const cell = (text: string) =>
    text.includes(delimiter) || text.includes('"') || text.includes('\n') ? `"${text.replaceAll('"', '""')}"` : text;
  return lines.map((line) => `${line.map(cell).join(delimiter)}\n`).join('');
}

/** A shuffle that is the same for the same seed; 0 leaves the list as it is. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  if (seed === 0) {
    return list;
  }
  // Lehmer's generator with the modulus 2^31 - 1; every product stays below 2^53.
  let state = 1 + (Math.abs(seed) % 2147483645);
  const keyed = list.map((item) => {
    state = (state * 48271) % 2147483647;
    return { item, key: state };
  });
  return keyed.toSorted((left, right) => left.key - right.key).map(({ item }) => item);
}
