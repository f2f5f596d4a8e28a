/** From a report to what is written: the format that was asked for, loaded on demand. */
import { withExcerpts } from '../excerpts.ts';
import { type FormatName, formats, loadFormat } from '../formats/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/document.ts';
import { type Encoded, encodedAs, type Face } from '../model/encoded.ts';
import { type FaultList, listFaults, standingOf } from '../model/fault-list.ts';
import type { Language } from '../model/words.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { type Request, UsageError } from './command.ts';
import { type Input, limitOf } from './input.ts';

/** The format of --format, else csv for --excel, else that of the ending of --output, else the usual one. */
export function formatOf(request: Request): FormatName {
  const { format, output, excel } = request.options;
  if (excel) proveExcel(request);
  const name = typeof format === 'string' ? (format as FormatName) : excel ? 'csv' : formatOfEnding(request);
  if (!formats[name].binary || output !== undefined) return name;
  throw new UsageError({
    en: `${name} is no text: write it to a file with --output FILE (or --output - for standard output).`,
    vi: `${name} không phải là văn bản: ghi ra tệp bằng --output TỆP (hoặc --output - để ghi ra đầu ra chuẩn).`,
  });
}

/** --excel says how CSV is written, and nothing of any other format. */
function proveExcel(request: Request): void {
  const { format, output, decimal } = request.options;
  const named = typeof format === 'string' ? format : output === '-' ? 'csv' : /\.(\w+)$/.exec(`${output ?? ''}`)?.[1];
  if (decimal === 'dot' || (named !== undefined && named.toLowerCase() !== 'csv')) {
    throw new UsageError({
      en: `--excel is CSV with a decimal comma; it does not go with ${decimal === 'dot' ? '--decimal dot' : named}. For a workbook: -o FILE.xlsx`,
      vi: `--excel là CSV dùng dấu thập phân phẩy; không đi cùng ${decimal === 'dot' ? '--decimal dot' : named}. Để có bảng tính: -o TỆP.xlsx`,
    });
  }
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
export async function present(report: Report, request: Request, lang: Language): Promise<Encoded<Face> | Uint8Array> {
  const name = formatOf(request);
  const { width, color } = request.surroundings;
  const format = await loadFormat(name);
  const excel = request.options['excel'] === true;
  return format.render(report, { lang, decimal: markOf(request, name, lang), width, color, excel });
}

function markOf({ options }: Request, format: FormatName, lang: Language): '.' | ',' {
  if (options['decimal'] === 'comma' || options['excel']) return ',';
  if (options['decimal'] === 'dot' || format === 'csv' || format === 'json') return '.';
  return lang === 'vi' ? ',' : '.';
}

/**
 * The errors and warnings as text for stderr, warnings only unless --quiet, and none that the council has accepted.
 * Notes are for `check`. Empty where there is nothing to say.
 */
export async function tell(
  diagnostics: readonly Diagnostic[],
  request: Request,
  { lang, dialect, beyond = [] }: Pick<Input, 'lang' | 'dialect'> & Partial<Pick<Input, 'beyond'>>,
): Promise<Encoded<'terminal'>> {
  const isNoNote = ({ severity }: Pick<Diagnostic, 'severity'>): boolean => severity !== 'note';
  const unknown = diagnostics.filter((one) => one.accepted === undefined && isNoNote(one));
  const list = listed(unknown, request, { dialect, beyond: beyond.filter(isNoNote) });
  if (list.total === 0) return encodedAs('');
  const { width, errorColor: color, version: toolVersion } = request.surroundings;
  const report = reportDiagnostics(list, { lang, width, toolVersion, refused: isRefused(diagnostics, request) });
  const { format } = await import('../formats/terminal.ts');
  return format.render(report, { lang, decimal: '.', width, color }) as Encoded<'terminal'>;
}

/** The faults that the options ask for, those that are shown with their lines. */
export function listed(
  diagnostics: readonly Diagnostic[],
  request: Request,
  { dialect, beyond = [] }: Pick<Input, 'dialect'> & Partial<Pick<Input, 'beyond'>>,
): FaultList {
  const { quiet, strict } = request.options;
  const isTold = ({ severity }: Pick<Diagnostic, 'severity'>): boolean => !quiet || !!strict || severity === 'error';
  const list = listFaults(diagnostics.filter(isTold), limitOf(request), beyond.filter(isTold));
  return { ...list, shown: withExcerpts(list.shown, request.surroundings.source, dialect) };
}

/** Whether what was found refuses the input: an error, or with --strict a warning that is not accepted. */
export function isRefused(diagnostics: readonly Diagnostic[], { options }: Request): boolean {
  return diagnostics.some((one) => one.severity === 'error' || (options['strict'] && standingOf(one) === 'warning'));
}
