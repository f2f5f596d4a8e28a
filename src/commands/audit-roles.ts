/** What the columns of a published table say: the text of --columns, or the YAML file that it names. */
import type { Reading } from '../model/diagnostic.ts';
import { parseRoles, readRoles, type ToldRole } from '../read/published-roles.ts';
import type { Request } from './command.ts';
import { takeText } from './text-file.ts';

/** Nothing where none was asked. Errors: bad-mapping, missing-file, those of text and YAML. */
export function takeRoles(
  request: Request,
  table: string,
): Reading<readonly ToldRole[]> & { readonly inputs: readonly string[] } {
  const asked = request.options['columns'];
  if (typeof asked !== 'string') return { diagnostics: [], inputs: [] };
  if (asked.includes('=') || !/\.ya?ml$/i.test(asked)) return { ...parseRoles(asked, table), inputs: [] };
  const file = asked.replaceAll('\\', '/');
  const { value: text, diagnostics } = takeText(request, file);
  const read = text === undefined ? { diagnostics: [] } : readRoles(text, file);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics], inputs: [file] };
}
