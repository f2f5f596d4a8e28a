/** From a report to what is written: the format that was asked for, loaded on demand. */
import { withExcerpts } from '../excerpts.ts';
import { type FormatName, formats, loadFormat } from '../formats/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DIALECTS } from '../model/dialect.ts';
import type { Report } from '../model/document.ts';
import { type Encoded, encodedAs, joined } from '../model/encoded.ts';
import { type FaultList, listFaults, standingOf } from '../model/fault-list.ts';
import type { Language } from '../model/words.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { EXIT, type Outcome, type Request, UsageError } from './command.ts';
import { createFormulaStarts, type FormulaStarts } from './formula-starts.ts';
import { type Input, limitOf } from './input.ts';

/** The format of --format, else csv for --excel, else that of the ending of --output, else the usual one. */
export function formatOf(request: Request): FormatName {
  const { format, output, excel, rawCsv } = request.options;
  proveCsv(request);
  const name = typeof format === 'string' ? (format as FormatName) : excel || rawCsv ? 'csv' : formatOfEnding(request);
  if (!formats[name].binary || output !== undefined) return name;
  throw new UsageError({
    en: `${name} is no text: write it to a file with --output FILE (or --output - for standard output).`,
    vi: `${name} không phải là văn bản: ghi ra tệp bằng --output TỆP (hoặc --output - để ghi ra đầu ra chuẩn).`,
  });
}

/** Usage errors where --excel or --raw-csv is asked of what is no CSV. */
export function proveCsv(request: Request): void {
  if (request.options['excel']) proveExcel(request);
  if (request.options['rawCsv']) proveRaw(request);
}

/** --excel says how CSV is written, and nothing of any other format. */
function proveExcel(request: Request): void {
  const { decimal } = request.options;
  const named = formatNamed(request);
  if (decimal === 'dot' || (named !== undefined && named !== 'csv')) {
    throw new UsageError({
      en: `--excel is CSV with a decimal comma; it does not go with ${decimal === 'dot' ? '--decimal dot' : named}. For a workbook: -o FILE.xlsx`,
      vi: `--excel là CSV dùng dấu thập phân phẩy; không đi cùng ${decimal === 'dot' ? '--decimal dot' : named}. Để có bảng tính: -o TỆP.xlsx`,
    });
  }
}

/** The format that options or an ending name, in small letters; csv for the standard output. */
function formatNamed({ options: { format, output } }: Request): string | undefined {
  if (typeof format === 'string') return format;
  return output === '-' ? 'csv' : /\.(\w+)$/.exec(`${output ?? ''}`)?.[1]?.toLowerCase();
}

/** --raw-csv is for machines, and says nothing of any other format. */
function proveRaw(request: Request): void {
  const named = request.options['excel'] ? '--excel' : formatNamed(request);
  if (named === undefined || named === 'csv') return;
  throw new UsageError({
    en: `--raw-csv is CSV for machines; it does not go with ${named}.`,
    vi: `--raw-csv là CSV cho máy đọc; không đi cùng ${named}.`,
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

/** What a report is about, as far as its commands know it. */
type About = Pick<Input, 'lang'> & Partial<Pick<Input, 'dialect' | 'assessment'>>;

/** The outcome with the report as its output; refused, where --raw-csv was asked for and a text begins like a formula. */
export async function present(report: Report, request: Request, about: About, outcome: Outcome): Promise<Outcome> {
  const starts = createFormulaStarts(request.options['rawCsv'] === true);
  // A text that begins like a formula may refuse the output: then all of it must be there before anything is written.
  const inPassing = request.inPassing === true && request.options['rawCsv'] !== true;
  const output = await rendered(report, request, about.lang, starts, inPassing);
  const { output: named = '-' } = request.options;
  const faults = starts.faults(about.assessment, named === '-' ? 'csv' : `${named}`);
  return faults.length === 0
    ? { ...outcome, output, guarded: starts.guarded }
    : refuseRaw(faults, request, about, outcome);
}

/** Nothing is given; what was told before is still told. */
export async function refuseRaw(
  faults: readonly Diagnostic[],
  request: Request,
  { lang, dialect = DIALECTS.data }: About,
  { messages = encodedAs('') }: Pick<Outcome, 'messages'>,
): Promise<Outcome> {
  return { exit: EXIT.refused, messages: joined([messages, await tell(faults, request, { lang, dialect })]) };
}

/** The report in the format asked for. People's formats take the decimal mark of the language, csv a dot. */
export async function rendered(
  report: Report,
  request: Request,
  lang: Language,
  { policy: formulas }: FormulaStarts,
  inPassing = false,
): Promise<NonNullable<Outcome['output']>> {
  const name = formatOf(request);
  const { width, color } = request.surroundings;
  const format = await loadFormat(name);
  const excel = request.options['excel'] === true;
  const decimal = markOf(request, name, lang);
  return format.render(report, { lang, decimal, width, color, excel, formulas, inPassing });
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
  const gone = beyond.filter((one) => one.accepted === undefined && isNoNote(one));
  const list = listed(unknown, request, { dialect, beyond: gone });
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
