/** `rubric convert`: a rubric from YAML to a table that officials edit, and back; it loses nothing, or is refused. */
import { type CellLimit, notForACell } from '../faults/rubric-table.ts';
import { PROJECT_FILE } from '../load.ts';
import { type Diagnostic, hasErrors, raise } from '../model/diagnostic.ts';
import { DIALECTS, type Dialect } from '../model/dialect.ts';
import { encodedAs, joined, lettersOf } from '../model/encoded.ts';
import { type Exact, parseDecimal, toText } from '../model/exact.ts';
import { guarded } from '../model/formula-start.ts';
import { isNumeral, writtenAs } from '../model/numeral.ts';
import { hasHidden, printableLines } from '../model/visible.ts';
import type { Yaml } from '../read/yaml.ts';
import { type RubricTable, rubricTable } from '../reports/rubric-table.ts';
import { rubricYaml } from '../reports/rubric-yaml.ts';
import { EXIT, type Outcome, piecesOf, type Request, UsageError } from './command.ts';
import { loadRubricWritten } from './input.ts';
import { proveCsv, tell } from './present.ts';

type Target = 'yaml' | 'csv' | 'xlsx';

/** Converts the rubric file at `path` into what the ending of --output names. */
export async function convert(request: Request, path: string): Promise<Outcome> {
  const isFolder = request.surroundings.source.kind(path) === 'folder';
  if (isFolder || path.split(/[/\\]/).at(-1) === PROJECT_FILE) {
    throw new UsageError({
      en: `Name the rubric file to convert, not ${path}: parindex rubric convert rubric.yaml -o rubric.xlsx`,
      vi: `Hãy nêu tệp bộ tiêu chí cần chuyển, không phải ${path}: parindex rubric convert rubric.yaml -o rubric.xlsx`,
    });
  }
  const target = targetOf(request, path);
  const input = loadRubricWritten(request, path);
  const { written, lang, inputs, dialect } = input;
  const table = written && target !== 'yaml' ? rubricTable(written.value as Plain, lang) : undefined;
  const lost =
    table === undefined
      ? []
      : unfit(table, target).map(([at, why]) => raise(notForACell, (written as Yaml).place(at), why));
  const diagnostics: readonly Diagnostic[] = [...input.diagnostics, ...lost];
  const told = await tell(diagnostics, request, input);
  const messages =
    hasErrors(diagnostics) || !hasComments(request, path)
      ? told
      : joined([told, printableLines(`${COMMENTS[lang](path)}\n`)]);
  if (written === undefined || hasErrors(diagnostics)) return { exit: EXIT.refused, messages, inputs };
  const output =
    table === undefined
      ? encodedAs<'yaml'>(rubricYaml(written.value as Plain))
      : await encoded(table, target, request, dialect);
  await prove(output, written.value, target, csvDialect(request, dialect));
  return { exit: EXIT.done, output, messages, inputs };
}

const COMMENTS = {
  en: (file: string) => `Comments (#) of ${file} are no part of the rubric and are left out.`,
  vi: (file: string) => `Phần chú thích (#) của ${file} không thuộc bộ tiêu chí nên không được chuyển.`,
};

/** Whether a YAML file has remarks that nobody but its writer reads. */
function hasComments({ options, surroundings }: Request, path: string): boolean {
  if (options['quiet'] || !/\.ya?ml$/i.test(path)) return false;
  return /(?:^|\s)#(?:\s|$)/m.test(new TextDecoder().decode(surroundings.source.bytes(path.replaceAll('\\', '/'))));
}

type Plain = Readonly<Record<string, unknown>>;

/** By the ending of --output; on standard output YAML of a table, and CSV of YAML. */
function targetOf(request: Request, path: string): Target {
  proveCsv(request);
  const { options } = request;
  const { output, format } = options;
  if (options['excel'] || options['rawCsv'] || format === 'csv') return 'csv';
  if (typeof output !== 'string' || output === '-') return /\.ya?ml$/i.test(path) ? 'csv' : 'yaml';
  const ending = /\.(yaml|yml|csv|xlsx)$/i.exec(output)?.[1]?.toLowerCase();
  if (ending !== undefined) return ending === 'yml' ? 'yaml' : (ending as Target);
  throw new UsageError({
    en: `The ending of ${output} names no form of a rubric; there are .yaml, .csv and .xlsx.`,
    vi: `Đuôi của ${output} không cho biết dạng bộ tiêu chí; các dạng là .yaml, .csv và .xlsx.`,
  });
}

/** Excel takes 32,767 characters in a cell. */
const MOST = 32_000;

/** Texts that a cell would not give back as they are, and why. */
function unfit(
  { texts }: RubricTable,
  target: Target,
): readonly (readonly [readonly (string | number)[], { readonly why: CellLimit; readonly key: string }])[] {
  return texts.flatMap(({ path, text: written }) => {
    const text = lettersOf(written);
    const why: CellLimit | undefined = /[\n\t]/.test(text)
      ? 'lines'
      : hasHidden(text)
        ? 'hidden'
        : text !== text.trim()
          ? 'blanks'
          : text.length > MOST
            ? 'long'
            : target === 'csv' && guarded(text) !== text
              ? 'formula'
              : undefined;
    return why === undefined ? [] : [[path, { why, key: String(path.at(-1)) }] as const];
  });
}

function csvDialect({ options }: Request, dialect: Dialect): Dialect {
  return options['excel'] || options['decimal'] === 'comma' ? DIALECTS['excel-vi'] : dialect;
}

type Written = NonNullable<Outcome['output']>;

async function encoded(
  { flat, workbook }: RubricTable,
  target: Target,
  request: Request,
  dialect: Dialect,
): Promise<Written> {
  if (target === 'xlsx') return (await import('../formats/workbook.ts')).renderWorkbook(workbook);
  const { format } = await import('../formats/csv.ts');
  const decimal = csvDialect(request, dialect).mark;
  const excel = request.options['excel'] === true;
  const empty = { document: { blocks: [] }, data: null };
  return format.render({ ...empty, flat }, { lang: 'en', decimal, width: 80, color: 0, excel });
}

/** Reads what was made and holds it against what it was made from: whatever differs is a fault of the program. */
async function prove(output: Written, written: unknown, target: Target, dialect: Dialect): Promise<void> {
  const { readYaml } = await import('../read/yaml.ts');
  const { readRubricTable } = await import('../read/rubric-table.ts');
  const { readSheetText } = await import('../read/sheet-text.ts');
  const bytes = Buffer.concat([...piecesOf(output)]);
  const text =
    target === 'xlsx'
      ? readSheetText(bytes, DIALECTS.data, '').value?.text
      : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const own = target === 'xlsx' ? DIALECTS.data : dialect;
  const again = target === 'yaml' ? readYaml(text ?? '', '') : readRubricTable(text ?? '', own, '');
  if (again.value === undefined || canonical(again.value.value) !== canonical(written)) {
    throw new Error(`the rubric would not be read again from ${target} as it is`);
  }
}

/** A value with its keys in one order and its numbers in one form. */
function canonical(value: unknown, key = ''): string {
  const text = isNumeral(value)
    ? writtenAs(value)
    : (key === 'max' || key === 'cost') && typeof value === 'string'
      ? value
      : undefined;
  const figure: Exact | undefined = text === undefined ? undefined : parseDecimal(text);
  if (figure) return toText(figure);
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((each) => `${JSON.stringify(each)}:${canonical((value as Plain)[each], each)}`).join()}}`;
}
