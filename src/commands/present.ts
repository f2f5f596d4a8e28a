/** From a report to what is written: the format that was asked for, loaded on demand. */
import { withExcerpts } from '../excerpts.ts';
import { type FormatName, formats, loadFormat } from '../formats/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { type Request, UsageError } from './command.ts';
import type { Input } from './input.ts';

/** The format of --format, else that of the ending of --output, else the usual one of the command. */
export function formatOf(request: Request): FormatName {
  const { format, output } = request.options;
  const name = typeof format === 'string' ? (format as FormatName) : formatOfEnding(request);
  if (!formats[name].binary || output !== undefined) return name;
  throw new UsageError({
    en: `${name} is no text: write it to a file with --output FILE (or --output - for standard output).`,
    vi: `${name} không phải là văn bản: ghi ra tệp bằng --output TỆP (hoặc --output - để ghi ra đầu ra chuẩn).`,
  });
}

function formatOfEnding(request: Request): FormatName {
  const { output } = request.options;
  const offered = request.formats;
  if (typeof output !== 'string' || output === '-') return offered[0] as FormatName;
  const ending = /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase();
  const found = offered.find((name) => formats[name].extension === ending);
  if (found) return found;
  throw new UsageError({
    en: `The ending of ${output} names no format; add --format ${offered.join('|')}.`,
    vi: `Đuôi của ${output} không cho biết dạng; thêm --format ${offered.join('|')}.`,
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
export async function tell(
  diagnostics: readonly Diagnostic[],
  request: Request,
  input: Pick<Input, 'lang' | 'dialect'>,
): Promise<string> {
  const told = request.options['quiet'] ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  if (told.length === 0) return '';
  const { lang, dialect } = input;
  const { source, width, errorColor: color } = request.surroundings;
  const report = reportDiagnostics(withExcerpts(told, source, dialect), { lang });
  const { format } = await import('../formats/terminal.ts');
  return format.render(report, { lang, decimal: '.', width, color }) as string;
}
