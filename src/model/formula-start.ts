/**
 * Texts that a spreadsheet would take for a formula or a command (CWE-1236, OWASP ASVS 1.2.10), and the `'` in front
 * that keeps it from doing so. A `'` that was there before gets one more, so that reading takes back just what writing
 * added, whatever the text.
 */

/** The first characters of formulas, those of full width among them; perhaps behind `'`. */
const FIRST = "'*[=+\\-@\\t\\r\\n\\0＝＋－＠]";

const START = new RegExp(`^${FIRST}`);

/** The same inside a text, behind what parts cells where the file is opened with another delimiter or row by row. */
const WITHIN = /([,;\t\r\n])(?='*[=+\-@＝＋－＠])/g;

const GUARD = new RegExp(`^'(?=${FIRST})`);
const GUARD_WITHIN = /([,;\t\r\n])'(?='*[=+\-@＝＋－＠])/g;

/** The text with a `'` wherever a spreadsheet would begin a formula; itself where there is nothing of the kind. */
export function guarded(text: string): string {
  const letters = text.replace(WITHIN, "$1'");
  return START.test(letters) ? `'${letters}` : letters;
}

/** The text that `guarded` was given; every other one as it is. */
export function unguarded(text: string): string {
  return text.includes("'") ? text.replace(GUARD, '').replace(GUARD_WITHIN, '$1') : text;
}

/** A text that begins like a formula, and where it stands in the table. */
export interface FormulaStart {
  readonly text: string;
  /** Of the table, the header being row 1, as spreadsheets count. */
  readonly row: number;
  readonly column: string;
}

/** What was guarded in an output. */
export interface Guarded {
  readonly count: number;
  readonly first: FormulaStart;
  /** The file that the first stands in, where the output is a folder. */
  readonly file?: string;
}

/** What to do with such texts, and who is told of each. */
export interface FormulaPolicy {
  /** Left as they are, for machines. */
  readonly raw: boolean;
  readonly found: (start: FormulaStart) => void;
}
