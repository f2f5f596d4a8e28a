/**
 * A form to fill in, for one unit or for any: the tree with its rules in words, cells to write into with lists and
 * checks, points so far, everything else locked; and two sheets that no menu shows, by which it is known when it comes
 * back. Only the columns of entries are read again (model/form.ts).
 */
import { SURVEY } from '../model/entry.ts';
import type { DecimalMark } from '../model/exact.ts';
import { type FormMeta, META_SHEET, writeMeta } from '../model/form.ts';
import type { Leaf, Rubric } from '../model/rubric.ts';
import type { Language } from '../model/words.ts';
import type { BookCell, BookSheet, Workbook } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';
import { formBody } from './form-body.ts';
import type { FormOptions } from './form-options.ts';
import { formColumn, formWords, instruction, unitLine } from './words/form.ts';

const WIDTHS: Readonly<Record<string, number>> = {
  id: 8,
  title: 36,
  max: 7,
  rule: 34,
  points: 10,
  evidence: 22,
  note: 22,
};
const VALUE_WIDTH = 13;

/** The form of one rubric for a unit; without one, for any. */
export function reportForm(rubric: Rubric, unit: { id: string; name: string } | undefined, how: FormOptions): Workbook {
  const { lang } = how;
  const columns = valuesOf(rubric, how);
  const read = ['criterion', ...columns, 'evidence', 'note'];
  const titleOf = (name: string): string => (name === 'criterion' ? formWords.id : formColumn(name))[lang];
  const shown = ['title', 'max', 'rule', 'points'] as const;
  const order = ['criterion', 'title', 'max', 'rule', ...columns, 'points', 'evidence', 'note'];
  const headers = order.map((name) =>
    (shown as readonly string[]).includes(name) ? formWords[name as (typeof shown)[number]][lang] : titleOf(name),
  );
  const about = {
    unit: unit === undefined ? formWords.anyUnit[lang] : `${unit.name} (${unit.id})`,
    year: how.year === undefined ? '' : `${how.year}`,
    rubric: rubric.title,
  };
  const top = [
    [bookText(how.title ?? rubric.title, 'title')],
    [bookText(unitLine[lang](about), 'note', 'strong')],
    [bookText(instruction[lang], 'note')],
  ].map(([cell]): BookCell[] => [{ ...(cell as ReturnType<typeof bookText>), across: true }]);
  const body = formBody(rubric, { order, columns, how, mark: markOf(lang), first: top.length + 2 });
  const meta: FormMeta = {
    ...{ rubric: rubric.id, sha256: rubric.sha256, unit: unit?.id ?? '', year: about.year, mark: markOf(lang) },
    columns: read.map((name) => [name, titleOf(name)]),
    shown: shown.map((name) => formWords[name][lang]),
    calculated: formWords.points[lang],
    parents: [...rubric.domains, ...rubric.criteria.filter(({ hasParts }) => hasParts)].map(({ id }) => id),
    optional: [
      ...rubric.adjustments.map(({ id }) => id),
      ...rubric.leaves.filter(({ source }) => source === SURVEY && !columns.includes(SURVEY)).map(({ id }) => id),
    ],
  };
  const sheet: BookSheet = {
    name: formWords.sheet[lang],
    visible: 'shown',
    widths: order.map((name) => WIDTHS[name === 'criterion' ? 'id' : name] ?? VALUE_WIDTH),
    rows: [...top, headers.map((header) => bookText(header, 'head')), ...body.rows],
    header: top.length,
    frozen: 2,
    locked: true,
    checks: body.checks,
  };
  const rows = writeMeta(meta).map((row) => row.map((cell) => bookText(cell)));
  const hidden: BookSheet = { name: META_SHEET, visible: 'never', widths: [20, 60], rows };
  return { title: how.title ?? rubric.title, sheets: [sheet, hidden, body.lists] };
}

/** The mark that numbers of a form have: that of its language. */
export function markOf(lang: Language): DecimalMark {
  return lang === 'vi' ? ',' : '.';
}

/** The value columns in order: those of the stage alone, or all that the rubric has. */
function valuesOf(rubric: Rubric, { stage, fill }: FormOptions): readonly string[] {
  const isChange = ({ rule, max }: Leaf) => fill(rule, max).holds === 'change';
  const previous = rubric.leaves.some(isChange) ? ['previous'] : [];
  if (stage !== undefined) return [...previous, stage];
  const survey = rubric.leaves.some(({ source }) => source === SURVEY) ? [SURVEY] : [];
  return [...previous, ...rubric.stages, ...survey, 'override'];
}

/** The same form as bare rows of an entries file: the header, then a row a leaf, to be filled in. */
export function entriesText(rubric: Rubric, how: FormOptions): readonly (readonly string[])[] {
  const header = ['criterion', ...valuesOf(rubric, how), 'evidence', 'note'];
  const rows = rubric.leaves.map(({ id }) => [id, ...header.slice(1).map(() => '')]);
  return [header, ...rows];
}
