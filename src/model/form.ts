/** The marks by which a form to fill in is known when it comes back: its hidden sheets and what they say. */
import type { DecimalMark } from './exact.ts';

export const FORM_SCHEMA = 'parindex/form/1';

/** Sheets that no menu shows: what the form is, and the lists and calculations that its cells use. */
export const META_SHEET = '_meta';
export const LISTS_SHEET = '_lists';

/** What a form says of itself, in the order of its hidden sheet. */
export interface FormMeta {
  readonly rubric: string;
  readonly sha256: string;
  /** Empty where the form is for any unit: the file's name then says whose it is. */
  readonly unit: string;
  /** Empty where the project names no year. */
  readonly year: string;
  /** The mark that its numbers are written with, whatever the project's CSV files have. */
  readonly mark: DecimalMark;
  /** Columns of an entries file, each with the title that its column has in the form. */
  readonly columns: readonly (readonly [string, string])[];
  /** Titles of the columns that are only for reading. */
  readonly shown: readonly string[];
  /** The one of them whose cells are calculated by the form. */
  readonly calculated: string;
  /** Ids of rows that are no entries: domains, and criteria with parts. */
  readonly parents: readonly string[];
  /** Ids of rows that are no entries while they are empty: adjustments. */
  readonly optional: readonly string[];
}

/** The rows of the hidden sheet. */
export function writeMeta(meta: FormMeta): readonly (readonly [string, string])[] {
  return [
    ['schema', FORM_SCHEMA],
    ['rubric', meta.rubric],
    ['sha256', meta.sha256],
    ['unit', meta.unit],
    ['year', meta.year],
    ['mark', meta.mark],
    ...meta.columns.map(([column, title]) => [`column:${column}`, title] as const),
    ...meta.shown.map((title) => ['shown', title] as const),
    ['calculated', meta.calculated],
    ['parents', meta.parents.join(';')],
    ['optional', meta.optional.join(';')],
  ];
}

/** The same read back; undefined where it is not a form of this schema. */
export function readMeta(rows: readonly (readonly [string, string])[]): FormMeta | undefined {
  const found = new Map(rows);
  const text = (key: string): string => found.get(key) ?? '';
  const [rubric, sha256, unit, year] = [text('rubric'), text('sha256'), text('unit'), text('year')];
  const mark = text('mark');
  if (text('schema') !== FORM_SCHEMA || rubric === '' || sha256 === '' || (mark !== '.' && mark !== ',')) {
    return undefined;
  }
  const list = (key: string): readonly string[] =>
    text(key)
      .split(';')
      .filter((id) => id !== '');
  const columns = rows.flatMap(([key, title]) =>
    key.startsWith('column:') ? [[key.slice('column:'.length), title] as const] : [],
  );
  const shown = rows.flatMap(([key, title]) => (key === 'shown' ? [title] : []));
  return {
    ...{ rubric, sha256, unit, year, mark, columns, shown },
    calculated: text('calculated'),
    parents: list('parents'),
    optional: list('optional'),
  };
}
