/** The list of units of --list, which the rows and counts of a published table are held against. */
import type { Reading } from '../model/diagnostic.ts';
import { DIALECTS, type DialectName } from '../model/dialect.ts';
import type { UnitList } from '../model/published.ts';
import { readUnitList } from '../read/unit-list.ts';
import type { Request } from './command.ts';
import { takeText } from './text-file.ts';

/** No value where none was asked; written as the table is. Errors: missing-file, those of text and of the list. */
export function takeList(request: Request): Reading<UnitList> & { readonly inputs: readonly string[] } {
  const { list, csv } = request.options;
  if (typeof list !== 'string') return { diagnostics: [], inputs: [] };
  const dialect = DIALECTS[(csv ?? 'data') as DialectName];
  const file = list.replaceAll('\\', '/');
  const { value: text, diagnostics } = takeText(request, file, dialect.encoding);
  const read = text === undefined ? { diagnostics: [] } : readUnitList(text, dialect, file);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics], inputs: [file] };
}
