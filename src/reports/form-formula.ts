/**
 * The formulas of a form, in the English names that files hold: which text counts, its value, its points, and what a
 * cell may take. They are for the eye of whoever fills it in; the tool reads the texts and calculates by itself.
 */
import type { Piece } from '../model/curve.ts';
import { type DecimalMark, type Exact, reduce, sign, toText, ZERO } from '../model/exact.ts';
import type { CellKind, Fill } from '../model/fill.ts';

/** A calculation with more branches than these would not be taken by every program. */
const MOST_BRANCHES = 40;

/**
 * Decimals to which a calculation with doubles is trusted: 2.075 that came out as 2.0749999999999997 is shown as 2.08,
 * as it is printed.
 */
const PLACES = 12;

/** Words that mean "does not apply", as `read` knows them. */
const EXEMPT = ['n/a', 'không áp dụng'];

/** What a spreadsheet program takes of a formula that checks a cell. */
const MOST_CHECK = 255;

/** A text in a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Whether a cell says that its leaf does not apply. */
function isExempt(cell: string): string {
  return `OR(${EXEMPT.map((word) => `${cell}=${quoted(word)}`).join(',')})`;
}

/** The text of the last of the cells that is filled; an empty text if none is. */
export function lastFilled(cells: readonly string[]): string {
  return cells.reduce((rest, cell) => `IF(${cell}<>"",${cell},${rest})`, '""');
}

/** A number's text as a number: with the form's own mark and without groups of digits, whatever the program speaks. */
export function numeric(text: string, mark: DecimalMark): string {
  return `_xlfn.NUMBERVALUE(${text},"${mark}"," ")`;
}

function exactText(value: Exact): string {
  const text = toText(reduce(value));
  return text.includes('/') || text.startsWith('-') ? `(${text})` : text;
}

function shareValue(cell: string, mark: DecimalMark, overNothing?: Exact): string {
  const slash = `FIND("/",${cell})`;
  const quotient = `${numeric(`LEFT(${cell},${slash}-1)`, mark)}/${numeric(`MID(${cell},${slash}+1,99)`, mark)}`;
  const value = `IF(ISNUMBER(${slash}),${quotient},${numeric(cell, mark)})`;
  return overNothing ? `IF(${cell}="0/0",${exactText(overNothing)},${value})` : value;
}

/** The value of a text that was chosen; `previous` is last year's cell. Undefined where it is not calculated here. */
export function valueFormula(fill: Fill, cell: string, previous: string, mark: DecimalMark): string | undefined {
  const names = [...(fill.names ?? [])];
  if (fill.curve === undefined || names.length > MOST_BRANCHES || fill.curve.length > MOST_BRANCHES) return undefined;
  const amount = (unit: string, of: string) => (unit === 'share' ? shareValue(of, mark) : numeric(of, mark));
  switch (fill.holds) {
    case 'number':
    case 'count':
      return numeric(cell, mark);
    case 'share':
      return shareValue(cell, mark, fill.overNothing);
    case 'name': {
      const known = names.map(([name]) => `${cell}=${quoted(name)}`);
      const points = names.map(([name, worth]) => `(${cell}=${quoted(name)})*${exactText(worth ?? ZERO)}`);
      return `IF(OR(${known.join(',')}),${points.join('+')},NA())`;
    }
    case 'list':
      return listValue(fill, names, cell);
    case 'answers': {
      const spread = `SUBSTITUTE(${cell},";",REPT(" ",99))`;
      const counts = names.map((_, at) => numeric(`TRIM(MID(${spread},${at * 99 + 1},99))`, mark));
      const weighted = counts.map((count, at) => `${count}*${exactText(names[at]?.[1] ?? ZERO)}`);
      return `(${weighted.join('+')})/(${counts.join('+')})`;
    }
    case 'change': {
      const { unit = 'number', measure = 'ratio' } = fill.change ?? {};
      const [now, before] = [amount(unit, cell), amount(unit, previous)];
      return measure === 'ratio' ? `${now}/${before}-1` : `${now}-${before}`;
    }
    case 'cases':
      return undefined;
  }
}

function listValue(
  { together, upTo }: Fill,
  names: readonly (readonly [string, Exact | undefined])[],
  cell: string,
): string {
  const list = `";"&SUBSTITUTE(${cell},"; ",";")&";"`;
  const met = names.map(([name]) => `ISNUMBER(FIND(${quoted(`;${name};`)},${list}))`);
  if (together) return `IF(AND(${met.join(',')}),${exactText(upTo ?? ZERO)},0)`;
  return met.map((is, at) => `IF(${is},${exactText(names[at]?.[1] ?? ZERO)},0)`).join('+');
}

/** Points of the value that stands in a cell: empty where nothing is written or the leaf does not apply. */
export function pointsFormula({ curve = [] }: Fill, text: string, value: string): string {
  const points = curve.reduceRight<string>(
    (rest, piece, at) => (at === curve.length - 1 ? onPiece(piece, value) : within(piece, value, rest)),
    'NA()',
  );
  return `IF(OR(${text}="",${isExempt(text)}),"",IFERROR(ROUND(${points},${PLACES}),"?"))`;
}

function within(piece: Piece, value: string, rest: string): string {
  const { high } = piece;
  if (high === undefined) return onPiece(piece, value);
  return `IF(${value}${high.included ? '<=' : '<'}${exactText(high.at)},${onPiece(piece, value)},${rest})`;
}

function onPiece({ slope, offset }: Piece, value: string): string {
  if (sign(slope) === 0) return `${exactText(offset)}+0*${value}`;
  const product = `${value}*${exactText(slope)}`;
  return sign(offset) === 0 ? product : `${product}+${exactText(offset)}`;
}

const ONE_NUMBER: readonly CellKind[] = ['number', 'count'];

/** A formula that is true of what a cell may hold; undefined where no short one can tell. */
export function checkFormula(fill: Fill, cell: string, mark: DecimalMark): string | undefined {
  const unit = fill.holds === 'change' ? (fill.change?.unit ?? 'number') : fill.holds;
  const isNumber = ONE_NUMBER.includes(unit);
  if (!isNumber && unit !== 'share') return undefined;
  const number = numeric(isNumber ? cell : `SUBSTITUTE(${cell},"/","")`, mark);
  const limit = fill.upTo && isNumber ? `,${number}<=${exactText(fill.upTo)}` : '';
  const shape = isNumber ? '' : `OR(RIGHT(${cell})="%",ISNUMBER(FIND("/",${cell}))),`;
  const formula = `OR(${isExempt(cell)},AND(${shape}ISNUMBER(${number})${limit}))`;
  return formula.length <= MOST_CHECK ? formula : undefined;
}
