/** Bytes of any file of rows -> its rows as they stand, whatever their header says: the reader of every command, with nothing behind it. */
import { collect, type Diagnostic, hasErrors, type Reading } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import type { InspectedRow, Inspection, LineEnds, TextTraits } from '../model/inspection.ts';
import type { Limits } from '../model/limits.ts';
import { readCsv } from './csv.ts';
import { utf16ByMark } from './decode.ts';
import { isWorkbook } from './sheet-cells.ts';
import { readSheetText, type SheetText } from './sheet-text.ts';
import { readText } from './text.ts';

/** Takes the header, then each row that is not blank, in order. */
export interface RowSink {
  readonly header: (row: InspectedRow) => void;
  readonly row: (row: InspectedRow) => void;
}

/**
 * Reads a CSV file, or by its ending a spreadsheet, in a declared dialect. Any header is let through. The rows are
 * handed on while they are read: what was handed on counts only if the reading has a value.
 * `ledger` takes what is surely not shown. Errors: those of text, workbook and csv.
 */
export function inspectFile(
  bytes: Uint8Array,
  dialect: Dialect,
  file: string,
  limits: Limits,
  sink: RowSink,
  ledger?: Ledger,
): Reading<Inspection> {
  const diagnostics: Diagnostic[] = [];
  const sheet = isWorkbook(file) ? readSheetText(bytes, dialect, file) : undefined;
  if (sheet) collect(diagnostics, sheet.diagnostics);
  if (sheet && sheet.value === undefined) return { diagnostics };
  const source = sheet?.value ? new TextEncoder().encode(sheet.value.text) : bytes;
  const { value: text, diagnostics: textFaults } = readText(source, sheet ? 'utf-8' : dialect.encoding, file, {
    limits,
  });
  collect(diagnostics, textFaults);
  if (text === undefined) return { diagnostics };
  const { header, reading } = readRows(text, dialect, file, { limits, sink, ledger });
  collect(diagnostics, reading.diagnostics);
  if (hasErrors(diagnostics) || header === undefined) return { diagnostics };
  const { used: rows, blank } = reading.count;
  const kind = sheet?.value ? sheetOf(sheet.value) : { text: traitsOf(bytes, dialect.encoding, text) };
  return { value: { file, bytes: bytes.length, dialect, ...kind, header, rows, blank }, diagnostics };
}

interface Asked {
  readonly limits: Limits;
  readonly sink: RowSink;
  readonly ledger: Ledger | undefined;
}

function readRows(text: string, dialect: Dialect, file: string, { limits, sink, ledger }: Asked) {
  let header: InspectedRow | undefined;
  const reading = readCsv(
    text,
    dialect,
    file,
    {
      header: (cells, line) => {
        header = { line, cells };
        sink.header(header);
        return true;
      },
      row: (cells, line) => {
        sink.row({ line, cells });
        return 'used';
      },
    },
    limits,
    ledger,
  );
  return { header, reading };
}

function sheetOf({ sheet, letters }: SheetText): Pick<Inspection, 'sheet'> {
  return { sheet: { name: sheet, letters } };
}

function traitsOf(bytes: Uint8Array, declared: string, text: string): TextTraits {
  const marked = utf16ByMark(bytes);
  const hasMark = marked !== undefined || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf);
  const encoding = marked ?? declared;
  return { encoding, hasMark, lineEnds: lineEndsOf(bytes, encoding), quoted: text.includes('"') };
}

/** Counted in the bytes, since the text that is read has only one kind. */
function lineEndsOf(bytes: Uint8Array, encoding: string): LineEnds {
  const step = encoding.startsWith('utf-16') ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  const isAt = (at: number, code: number): boolean =>
    bytes[at + low] === code && (step === 1 || bytes[at + 1 - low] === 0);
  const ends = { lf: 0, crlf: 0, cr: 0 };
  for (let at = 0; at < bytes.length; at += step) {
    if (isAt(at, 0x0a)) ends.lf++;
    else if (isAt(at, 0x0d)) {
      if (isAt(at + step, 0x0a)) {
        ends.crlf++;
        at += step;
      } else ends.cr++;
    }
  }
  return ends;
}
