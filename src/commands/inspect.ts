/** `inspect`: one file as the reader sees it, or why it cannot be read; no project, no rubric, any header. */
import { aboveLimit } from '../faults/text.ts';
import { createJsonRows } from '../formats/json-rows.ts';
import { namesBeside } from '../io.ts';
import { type Diagnostic, type Reading, raise } from '../model/diagnostic.ts';
import type { DiagnosticsData } from '../model/diagnostics-data.ts';
import type { Dialect } from '../model/dialect.ts';
import { createLedger } from '../model/fault-ledger.ts';
import type { LetGo } from '../model/fault-list.ts';
import type { InspectedRow, Inspection } from '../model/inspection.ts';
import { LIMITS } from '../model/limits.ts';
import { wholeFile } from '../model/place.ts';
import { inspectFile, type RowSink } from '../read/inspect.ts';
import { noFile } from '../read/no-file.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { reportInspection } from '../reports/inspection.ts';
import { inspectionData, refusalData } from '../reports/inspection-data.ts';
import {
  type Command,
  DIALECT_OPTIONS,
  EXIT,
  LIMIT_OPTION,
  MOST_FAULTS,
  type Outcome,
  type Request,
  UsageError,
} from './command.ts';
import { dialectOf, limitOf, limitsOf } from './input.ts';
import { formatOf, listed, present, tell } from './present.ts';

/** Rows that people are shown unless --rows says otherwise. */
const FIRST_ROWS = 10;

export const command: Command = {
  args: [
    {
      name: '<file>',
      description: {
        en: 'a CSV file or a spreadsheet (.xlsx), or - for standard input',
        vi: 'tệp CSV hoặc bảng tính (.xlsx), hoặc - để đọc từ đầu vào chuẩn',
      },
    },
  ],
  options: [
    ...DIALECT_OPTIONS,
    {
      flags: '--delimiter <mark>',
      description: {
        en: 'what stands between the cells, where no --csv names it: , ; | or \\t',
        vi: 'dấu ngăn cách các ô, khi không có --csv: , ; | hoặc \\t',
      },
    },
    LIMIT_OPTION,
    MOST_FAULTS,
    {
      flags: '--rows <n>',
      description: {
        en: `show the first n rows, 0: none; ${FIRST_ROWS} if absent. JSON has them all`,
        vi: `hiện n dòng đầu, 0: không hiện; mặc định ${FIRST_ROWS}. JSON có đủ mọi dòng`,
      },
    },
    { flags: '--json', description: { en: 'the same as --format json', vi: 'như --format json' } },
  ],
  formats: ['table', 'json'],
  examples: [
    'parindex inspect cchc/units.csv',
    'parindex inspect cchc/units.csv --json',
    'parindex inspect cchc/units.csv --rows 3 --lang vi',
  ],
  async run(asked) {
    const request = asked.options['json'] ? asJson(asked) : asked;
    const file = (request.args[0] ?? '').replaceAll('\\', '/');
    return formatOf(request) === 'json' ? inspectAsJson(request, file) : inspectAsPage(request, file);
  },
};

function asJson(request: Request): Request {
  const { format } = request.options;
  if (format === undefined || format === 'json') {
    return { ...request, options: { ...request.options, format: 'json' } };
  }
  throw new UsageError({
    en: `--json and --format ${format} cannot both be meant.`,
    vi: `--json và --format ${format} không thể dùng cùng lúc.`,
  });
}

async function inspectAsPage(request: Request, file: string): Promise<Outcome> {
  const { lang = 'en', version: toolVersion } = request.surroundings;
  const most = rowsOf(request);
  const first: InspectedRow[] = [];
  const sink = { header: () => {}, row: (row: InspectedRow) => first.length < most && first.push(row) };
  const { dialect, value, diagnostics, beyond } = inspect(request, file, sink);
  const messages = await tell(diagnostics, request, { lang, dialect, beyond });
  if (value === undefined) return { exit: EXIT.refused, messages };
  const report = reportInspection(value, first, { lang, toolVersion });
  return present(report, request, { lang }, { exit: EXIT.done, messages, inputs: [file] });
}

/** The rows go from the reader to bytes one by one; they count only where the whole file is sound. */
async function inspectAsJson(request: Request, file: string): Promise<Outcome> {
  const { lang = 'en', version: toolVersion, width } = request.surroundings;
  const rows = createJsonRows();
  const all = request.options['maxFaults'] === undefined ? { maxFaults: '0' } : {};
  const asked = { ...request, options: { ...request.options, ...all } };
  const { dialect, value, diagnostics, beyond } = inspect(asked, file, { header: () => {}, row: rows.add });
  if (value !== undefined) {
    const messages = await tell(diagnostics, request, { lang, dialect, beyond });
    const output = rows.close(inspectionData(value, toolVersion));
    return { exit: EXIT.done, output, messages, inputs: [file] };
  }
  const list = listed(diagnostics, asked, { dialect, beyond });
  const { data } = reportDiagnostics(list, { lang, width, toolVersion, refused: true });
  const refusal = refusalData(file, (data as DiagnosticsData).diagnostics, toolVersion);
  const report = { document: { blocks: [] }, flat: { columns: [], rows: [] }, data: refusal };
  return present(report, request, { lang }, { exit: EXIT.refused, inputs: [file] });
}

interface Inspected extends Reading<Inspection> {
  readonly dialect: Dialect;
  /** Faults that were only counted. */
  readonly beyond: readonly LetGo[];
}

function inspect(request: Request, file: string, sink: RowSink): Inspected {
  const dialect = dialectIn(request);
  const { source } = request.surroundings;
  const { limits = LIMITS } = limitsOf(request);
  const refuse = (diagnostic: Diagnostic) => ({ dialect, diagnostics: [diagnostic], beyond: [] });
  const kind = source.kind(file);
  if (kind !== 'file') return refuse(noFile(file, kind, namesBeside(source, file)));
  const size = source.size(file);
  if (size > limits.file) {
    const facts = { what: 'file', found: String(size), limit: String(limits.file) } as const;
    return refuse(raise(aboveLimit, wholeFile(file), facts));
  }
  const ledger = createLedger(limitOf(request));
  const reading = inspectFile(source.bytes(file), dialect, file, limits, sink, ledger);
  return { dialect, ...reading, beyond: [...ledger.counts.values()] };
}

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [',', ','],
  [';', ';'],
  ['|', '|'],
  ['\t', '\t'],
  ['\\t', '\t'],
]);

/** That of --csv, and over it --delimiter, --decimal and --encoding. */
function dialectIn({ options }: Request): Dialect {
  const { delimiter, decimal } = options;
  const short = dialectOf(options);
  const dialect = decimal === undefined ? short : { ...short, mark: decimal === 'comma' ? (',' as const) : '.' };
  if (typeof delimiter !== 'string') return dialect as Dialect;
  const known = DELIMITERS.get(delimiter);
  if (known !== undefined) return { ...dialect, delimiter: known } as Dialect;
  throw new UsageError({
    en: `--delimiter is one of , ; | \\t, not "${delimiter}".`,
    vi: `--delimiter là một trong , ; | \\t, không phải "${delimiter}".`,
  });
}

function rowsOf({ options: { rows } }: Request): number {
  if (typeof rows !== 'string') return FIRST_ROWS;
  if (/^[0-9]{1,9}$/.test(rows)) return Number(rows);
  throw new UsageError({
    en: `--rows asks for a whole number from 0, not "${rows}".`,
    vi: `--rows cần một số nguyên từ 0, không phải "${rows}".`,
  });
}
