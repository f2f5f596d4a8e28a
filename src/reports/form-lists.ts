/** The sheet of a form that no menu shows: lists that its cells offer, and the text and value that count in each row. */
import { LISTS_SHEET } from '../model/form.ts';
import { type BookCell, type BookSheet, columnLetters } from '../model/workbook.ts';
import { bookText } from './book-cells.ts';

/** Columns A and B of a row hold the text and the value of the form's row of the same number. */
const FIRST_LIST = 3;

export interface FormLists {
  /** The range of a list, made once for all cells that offer the same. */
  readonly rangeOf: (choices: readonly string[]) => string;
  /** The cell where the text that counts in a row stands. */
  readonly textOf: (row: number) => string;
  /** Puts the formulas of a row in, and gives the cells where their results stand. */
  readonly calculate: (row: number, text: string, value: string) => { readonly text: string; readonly value: string };
  readonly sheet: () => BookSheet;
}

/** An empty sheet of lists. */
export function createLists(): FormLists {
  const lists: (readonly string[])[] = [];
  const calculated = new Map<number, readonly [string, string]>();
  const cellOf = (row: number, column: string): string => `${LISTS_SHEET}!$${column}$${row}`;
  return {
    rangeOf(choices) {
      const known = lists.findIndex((list) => list.join('\n') === choices.join('\n'));
      const at = known === -1 ? lists.push(choices) - 1 : known;
      const letters = columnLetters(FIRST_LIST + at);
      return `${LISTS_SHEET}!$${letters}$1:$${letters}$${choices.length}`;
    },
    textOf: (row) => cellOf(row, 'A'),
    calculate(row, text, value) {
      calculated.set(row, [text, value]);
      return { text: cellOf(row, 'A'), value: cellOf(row, 'B') };
    },
    sheet() {
      const height = Math.max(1, ...calculated.keys(), ...lists.map((list) => list.length));
      const formula = (of: string | undefined): BookCell =>
        of === undefined ? bookText('') : { kind: 'formula', formula: of, decimals: 4, result: '' };
      const rows = Array.from({ length: height }, (_, at): readonly BookCell[] => [
        formula(calculated.get(at + 1)?.[0]),
        formula(calculated.get(at + 1)?.[1]),
        ...lists.map((list) => bookText(list[at] ?? '')),
      ]);
      return { name: LISTS_SHEET, visible: 'never', widths: [20, 12, ...lists.map(() => 20)], rows };
    },
  };
}
