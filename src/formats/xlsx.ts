/** The sheets of a report as an Excel workbook; a report without sheets of its own gives its flat table. */
import type { Flat } from '../model/document.ts';
import { printable } from '../model/visible.ts';
import type { BookCell, BookSheet } from '../model/workbook.ts';
import type { Format } from './format.ts';
import { renderWorkbook } from './workbook.ts';

const WIDEST = 50;
const NARROWEST = 8;

/** A sheet with the columns and rows of a flat table. */
function sheetOf({ columns, rows: given }: Flat): BookSheet {
  const rows = [...given];
  const widths = columns.map((title, at) =>
    Math.min(
      WIDEST,
      Math.max(
        NARROWEST,
        ...[title, ...rows.map((row) => row[at]?.text ?? '')].map((one) => printable(one).length + 2),
      ),
    ),
  );
  const body = rows.map((row) => row.map((cell): BookCell => cell));
  const head = columns.map((text): BookCell => ({ kind: 'text', text, role: 'head' }));
  return { name: 'data', visible: 'shown', widths, rows: [head, ...body], header: 0, filter: true };
}

export const format: Format = {
  render({ workbook, flat }) {
    return renderWorkbook(workbook ?? { title: 'parindex', sheets: [sheetOf(flat)] });
  },
};
