/** From a report to what is written: the format that was asked for, loaded on demand. */
import { withExcerpts } from '../excerpts.ts';
import { type FormatName, formats, loadFormat } from '../formats/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/document.ts';
import { type FaultList, listFaults, standingOf } from '../model/fault-list.ts';
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

/**
 * The errors and warnings as text for stderr, warnings only unless --quiet, and none that the council has accepted.
 * Notes are for `check`. Empty where there is nothing to say.
 */
export async function tell(
  diagnostics: readonly Diagnostic[],
  request: Request,
  input: Pick<Input, 'lang' | 'dialect'>,
): Promise<string> {
  const unknown = diagnostics.filter((one) => one.accepted === undefined && one.severity !== 'note');
  const list = listed(unknown, request, input);
  if (list.total === 0) return '';
  const { lang } = input;
  const { width, errorColor: color, version: toolVersion } = request.surroundings;
  const report = reportDiagnostics(list, { lang, width, toolVersion, refused: isRefused(diagnostics, request) });
  const { format } = await import('../formats/terminal.ts');
  return format.render(report, { lang, decimal: '.', width, color }) as string;
}

/** The faults that the options ask for, those that are shown with their lines. */
export function listed(
  diagnostics: readonly Diagnostic[],
  request: Request,
  { dialect }: Pick<Input, 'dialect'>,
): FaultList {
  const { quiet, strict } = request.options;
  const told = quiet && !strict ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  const list = listFaults(told, limitOf(request));
  return { ...list, shown: withExcerpts(list.shown, request.surroundings.source, dialect) };
}

/** Whether what was found refuses the input: an error, or with --strict a warning that is not accepted. */
export function isRefused(diagnostics: readonly Diagnostic[], { options }: Request): boolean {
  return diagnostics.some((one) => one.severity === 'error' || (options['strict'] && standingOf(one) === 'warning'));
}

/** How many faults are shown unless --max-faults says otherwise. */
const MOST_SHOWN = 50;

function limitOf({ options }: Request): number {
  const asked = options['maxFaults'];
  if (typeof asked !== 'string') return MOST_SHOWN;
  if (/^[0-9]{1,9}$/.test(asked)) return Number(asked);
  throw new UsageError({
    en: `--max-faults asks for a whole number from 0, not "${asked}".`,
    vi: `--max-faults cần một số nguyên từ 0, không phải "${asked}".`,
  });
}
