/** Which files are spreadsheets, and the names of their cells. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import type { SheetText } from './sheet-text.ts';

/** Whether a file is a spreadsheet by its name; what it really is, its bytes say. */
export function isWorkbook(path: string): boolean {
  return /\.(?:xlsx|xlsm|xlsb|xls|ods)$/i.test(path);
}

/** The same diagnostics, those of spreadsheets with the name of the sheet and the cell. */
export function withCells(
  diagnostics: readonly Diagnostic[],
  sheets: ReadonlyMap<string, SheetText>,
): readonly Diagnostic[] {
  if (sheets.size === 0) return diagnostics;
  const named = (place: Place): Place => {
    const found = sheets.get(place.file);
    if (found === undefined || place.line === 0 || place.cell !== undefined) return place;
    const letters = found.letters[Math.max(0, place.column - 1)] ?? 'A';
    return { ...place, sheet: found.sheet, cell: `${letters}${place.line}` };
  };
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    place: named(diagnostic.place),
    related: diagnostic.related.map((other) => ({ ...other, place: named(other.place) })),
  }));
}
