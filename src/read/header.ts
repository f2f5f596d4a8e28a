/** A header row -> which column stands where; shared by the units file and the entries. */
import { missingColumn, repeatedColumn, unknownColumn } from '../faults/csv.ts';
import { type Diagnostic, raise, see } from '../model/diagnostic.ts';
import { garblingOf } from '../model/garbled.ts';
import { nearest } from '../model/nearest.ts';
import { visible } from '../model/visible.ts';

export interface Header {
  /** Position of each column by its own name; a column that is not in the file is not in the map. */
  readonly at: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the columns of a header. `names` maps every spelling (lower case, NFC) to a column's own name.
 * `required` columns must be there. Errors: unknown-column, repeated-column, missing-column.
 */
export function readHeader(
  cells: readonly string[],
  names: ReadonlyMap<string, string>,
  required: readonly string[],
  place: { readonly file: string; readonly line: number },
): Header {
  const at = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  const unknown: Diagnostic[] = [];
  const own = [...new Set(names.values())];
  const known = own.join(', ');
  const knownVi = own.map((name) => otherSpelling(name, names)).join(', ');
  for (const [index, cell] of cells.entries()) {
    const here = { ...place, column: index + 1 };
    const shown = visible(cell);
    const name = names.get(cell.toLowerCase());
    const first = name === undefined ? undefined : at.get(name);
    if (name === undefined) {
      const guess = nearest(cell, [...names.keys()]);
      const garbled = garblingOf(cell);
      const facts = { shown, known, knownVi, ...(guess ? { nearest: guess } : {}), ...(garbled ? { garbled } : {}) };
      unknown.push(raise(unknownColumn, here, facts));
    } else if (first !== undefined) {
      const related = see('first', { ...place, column: first + 1 });
      diagnostics.push(raise(repeatedColumn, here, { shown, first: String(first + 1) }, { related }));
    } else at.set(name, index);
  }
  const missing = required.filter((name) => !at.has(name));
  // A first line without any known column is no header: the one message that helps is the missing header.
  const isHeader =
    at.size > 0 || missing.length === 0 || unknown.some(({ facts }) => 'nearest' in facts || 'garbled' in facts);
  if (isHeader) diagnostics.push(...unknown);
  const hint = isHeader ? {} : { known, knownVi };
  diagnostics.push(...missing.map((column) => raise(missingColumn, { ...place, column: 0 }, { column, ...hint })));
  return { at, diagnostics };
}

/** The first spelling of a column that is not its own name, which is Vietnamese; its own where there is no other. */
function otherSpelling(own: string, names: ReadonlyMap<string, string>): string {
  for (const [spelling, name] of names) if (name === own && spelling !== own) return spelling;
  return own;
}

/** Spellings of columns, English and Vietnamese, to their own names. */
export function spellings(table: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  return new Map(
    [...table].flatMap(([name, others]) => [name, ...others].map((spelling) => [spelling, name] as const)),
  );
}
