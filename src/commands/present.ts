/** From a report to what is written: the format that was asked for, loaded on demand. */
import { withExcerpts } from '../excerpts.ts';
import { FORMAT_NAMES, type FormatName, loadFormat } from '../formats/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { type Request, UsageError } from './command.ts';
import type { Input } from './input.ts';

const ENDINGS: Readonly<Record<string, FormatName>> = { csv: 'csv', json: 'json', md: 'markdown', txt: 'table' };

/** The format of --format, else that of the ending of --output, else a table. */
export function formatOf({ options }: Request): FormatName {
  const { format, output } = options;
  if (typeof format === 'string') return format as FormatName;
  if (typeof output !== 'string' || output === '-') return 'table';
  const ending = /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? '';
  const found = ENDINGS[ending];
  if (found) return found;
  throw new UsageError({
    en: `The ending of ${output} names no format; add --format ${FORMAT_NAMES.join('|')}.`,
    vi: `Đuôi của ${output} không cho biết dạng; thêm --format ${FORMAT_NAMES.join('|')}.`,
  });
}

/** The report in the format asked for. People's formats take the decimal mark of the language, csv a dot. */
export async function present(report: Report, request: Request, lang: Language): Promise<string | Uint8Array> {
  const name = formatOf(request);
  const { width, color } = request.surroundings;
  const format = await loadFormat(name);
  return format.render(report, { lang, decimal: markOf(request, name, lang), width, color });
}

function markOf({ options }: Request, format: FormatName, lang: Language): '.' | ',' {
  if (options['decimal'] === 'comma') return ',';
  if (options['decimal'] === 'dot' || format === 'csv' || format === 'json') return '.';
  return lang === 'vi' ? ',' : '.';
}

/** The faults as text for stderr; warnings and notes only unless --quiet. Empty where there is nothing to say. */
export async function tell(diagnostics: readonly Diagnostic[], request: Request, input: Input): Promise<string> {
  const told = request.options['quiet'] ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (told.length === 0) return '';
  const { lang, dialect } = input;
  const { source, width, errorColor: color } = request.surroundings;
  const report = reportDiagnostics(withExcerpts(told, source, dialect), { lang });
  const { format } = await import('../formats/terminal.ts');
  return format.render(report, { lang, decimal: '.', width, color }) as string;
}
