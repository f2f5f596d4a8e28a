/** The marks by which a form to fill in is known when it comes back: its hidden sheets and what they say. */

export const FORM_SCHEMA = 'parindex/form/1';

/** Sheets that no menu shows: what the form is, and the lists that its cells offer. */
export const META_SHEET = '_meta';
export const LISTS_SHEET = '_lists';

/** What a form says of itself, in the order of its hidden sheet. */
export interface FormMeta {
  readonly rubric: string;
  readonly sha256: string;
  readonly unit: string;
  /** Empty where the project names no year. */
  readonly year: string;
  /** Columns of an entries file, each with the title that its column has in the form. */
  readonly columns: readonly (readonly [string, string])[];
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
    ...meta.columns.map(([column, title]) => [`column:${column}`, title] as const),
    ['parents', meta.parents.join(';')],
    ['optional', meta.optional.join(';')],
  ];
}

/** The same read back; undefined where it is not a form of this schema. */
export function readMeta(rows: readonly (readonly [string, string])[]): FormMeta | undefined {
  const found = new Map(rows);
  const [rubric, sha256, unit] = ['rubric', 'sha256', 'unit'].map((key) => found.get(key));
  if (found.get('schema') !== FORM_SCHEMA || !rubric || !sha256 || !unit) return undefined;
  const list = (key: string): readonly string[] => (found.get(key) ?? '').split(';').filter((id) => id !== '');
  const columns = rows.flatMap(([key, title]) =>
    key.startsWith('column:') ? [[key.slice('column:'.length), title] as const] : [],
  );
  const year = found.get('year') ?? '';
  return { rubric, sha256, unit, year, columns, parents: list('parents'), optional: list('optional') };
}
