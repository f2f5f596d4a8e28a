/** One row of a form: a leaf or an adjustment with its words, the cells to write into, and what each of them takes. */
import { SURVEY } from '../model/entry.ts';
import { type DecimalMark, type Exact, toText } from '../model/exact.ts';
import type { Fill } from '../model/fill.ts';
import type { Adjustment, Leaf } from '../model/rubric.ts';
import { type BookCell, cellName, type InputCheck } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';
import { checkFormula, lastFilled, numeric, pointsFormula, quoted, valueFormula } from './form-formula.ts';
import type { FormLists } from './form-lists.ts';
import type { FormOptions } from './form-options.ts';
import { asks, asksOverride, formColumn, formWords } from './words/form.ts';

/** What is the same for all rows of a form. */
export interface RowPlan {
  /** Names of the columns from the left. */
  readonly order: readonly string[];
  /** Those that hold values. */
  readonly columns: readonly string[];
  readonly how: FormOptions;
  readonly mark: DecimalMark;
  readonly lists: FormLists;
}

export interface RowMade {
  readonly cells: readonly BookCell[];
  readonly checks: readonly InputCheck[];
}

/** The row of a node, which will stand in the sheet's row `row`. */
export function formRow(node: Leaf | Adjustment, row: number, plan: RowPlan): RowMade {
  const { order, columns, how, mark } = plan;
  const fill = how.fill(node.rule, node.max);
  const isOpen = (name: string): boolean => takes(node, fill, name, columns);
  const known: Readonly<Record<string, BookCell>> = {
    criterion: bookText(node.id),
    title: bookText(node.title),
    max: { ...bookText(shownNumber(node.max, mark)), align: 'center' },
    rule: bookText(ruleText(node, columns, how, mark)),
    points: pointsCell(node, fill, row, plan),
  };
  const open: BookCell = { kind: 'input', holds: 'text' };
  const cells = order.map((name) => known[name] ?? (isOpen(name) ? open : bookText('', 'parent')));
  const checks = order.flatMap((name, at): readonly InputCheck[] =>
    columns.includes(name) && isOpen(name) ? [checkOf(name, node, fill, cellName(row, at + 1), plan)] : [],
  );
  return { cells, checks };
}

/** Whether a column is written into in the node's row. */
function takes(node: Leaf | Adjustment, fill: Fill, name: string, columns: readonly string[]): boolean {
  if (name === 'note' || name === 'evidence') return true;
  if (name === 'previous') return fill.holds === 'change';
  if (name === 'override') return true;
  const isSurvey = 'source' in node && node.source === SURVEY;
  return columns.includes(name) && isSurvey === (name === SURVEY);
}

/** The rule in words, and what else the row asks; a line each. */
function ruleText(node: Leaf | Adjustment, columns: readonly string[], how: FormOptions, mark: DecimalMark): string {
  const { lang } = how;
  const isSurvey = 'source' in node && node.source === SURVEY;
  return [
    'kind' in node ? formWords[node.kind][lang] : '',
    withMark(how.tell(node.rule, node.max)[lang], how.fill(node.rule, node.max), mark),
    isSurvey && !columns.includes(SURVEY) ? formWords.bySurvey[lang] : '',
    node.evidence ? formWords.evidenceAsked[lang] : '',
    'exemptible' in node && node.exemptible ? formWords.exemptible[lang] : '',
    node.note ?? '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Rules are told with a dot. A name with digits around a dot would be changed too, so that it is left all as it is. */
function withMark(told: string, { names }: Fill, mark: DecimalMark): string {
  const hasDot = [...(names?.keys() ?? [])].some((name) => /\d\.\d/.test(name));
  return mark === '.' || hasDot ? told : told.replace(/(?<![\w.-])(\d+)\.(\d+)(?![\w.-])/g, '$1,$2');
}

/** Points so far: of the override if there is one, else of the last stage that is filled. */
function pointsCell(
  node: Leaf | Adjustment,
  fill: Fill,
  row: number,
  { order, columns, mark, lists, how }: RowPlan,
): BookCell {
  const at = (name: string): string => cellName(row, order.indexOf(name) + 1);
  const from = (name: string): string => `'${formWords.sheet[how.lang]}'!${at(name)}`;
  const stages = columns.filter(
    (name) => name !== 'previous' && name !== 'override' && takes(node, fill, name, columns),
  );
  const later = stages.length === 0 ? '' : formWords.atRanking[how.lang];
  const value = stages.length === 0 ? undefined : valueFormula(fill, lists.textOf(row), from('previous'), mark);
  const calculated = value === undefined ? undefined : lists.calculate(row, lastFilled(stages.map(from)), value);
  const byRule = calculated === undefined ? quoted(later) : pointsFormula(fill, calculated.text, calculated.value);
  const formula = columns.includes('override')
    ? `IF(${at('override')}<>"",IFERROR(${numeric(at('override'), mark)},"?"),${byRule})`
    : byRule;
  return { kind: 'formula', formula, decimals: 2, result: calculated === undefined ? later : '' };
}

/** What a value's cell takes, and the words beside it. */
function checkOf(name: string, node: Leaf | Adjustment, fill: Fill, cell: string, plan: RowPlan): InputCheck {
  const { how, mark, lists } = plan;
  const { lang } = how;
  const title = `${node.id} ${formColumn(name)[lang]}`;
  if (name === 'override') {
    const prompt = asksOverride[lang]({ max: shownNumber(node.max, mark) });
    const formula = checkFormula({ holds: 'number', upTo: node.max }, cell, mark) as string;
    return { cell, title, prompt, refusal: prompt, takes: { kind: 'formula', formula } };
  }
  const kind = fill.holds === 'change' ? (fill.change?.unit ?? 'number') : fill.holds;
  const upTo = fill.upTo && kind === 'number' ? shownNumber(fill.upTo, mark) : '';
  const names = [...(fill.names?.keys() ?? [])];
  const prompt = asks[kind][lang]({ upTo, names });
  const about = { cell, title, prompt, refusal: prompt };
  if (fill.holds === 'name') {
    const exempt = 'exemptible' in node && node.exemptible ? [formWords.exempt[lang]] : [];
    return { ...about, takes: { kind: 'list', of: lists.rangeOf([...names, ...exempt]) } };
  }
  const formula = checkFormula(fill, cell, mark);
  return { ...about, takes: formula === undefined ? { kind: 'anything' } : { kind: 'formula', formula } };
}

/** A number of the rubric in the form's mark. */
export function shownNumber(value: Exact, mark: DecimalMark): string {
  return toText(value).replace('.', mark);
}
