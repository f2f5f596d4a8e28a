/** `template`: forms to fill in, a file for each unit in a new folder; read again by `rank` and `check` as they are. */
import { renderWorkbook } from '../formats/workbook.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { joined } from '../model/encoded.ts';
import type { Rubric } from '../model/rubric.ts';
import { printable, printableLines } from '../model/visible.ts';
import type { Language, Words } from '../model/words.ts';
import { entriesText, reportForm } from '../reports/form.ts';
import type { FormOptions } from '../reports/form-options.ts';
import { fillOf } from '../rules/fill.ts';
import { tellRule } from '../rules/index.ts';
import { type Command, EXIT, LIMIT_OPTION, type Request } from './command.ts';

import { type Input, isRubricFile, loadInput, loadRubrics, proveChoice } from './input.ts';
import { fileNames, proveFolder } from './new-folder.ts';
import { tell } from './present.ts';

export const command: Command = {
  args: [
    {
      name: '[path]',
      description: {
        en: 'a project folder (the present one if absent): a form for each unit; or a rubric file: a form for any unit',
        vi: 'thư mục dự án (mặc định thư mục hiện tại): mỗi đơn vị một biểu mẫu; hoặc tệp bộ tiêu chí: một biểu mẫu chung',
      },
    },
  ],
  options: [
    {
      flags: '--stage <stage>',
      description: {
        en: 'only the cells of this stage (self: what the units report); every column if absent',
        vi: 'chỉ các ô của vòng này (self: phần đơn vị tự đánh giá); mặc định mọi cột',
      },
    },
    {
      flags: '-f, --format <format>',
      description: {
        en: 'xlsx: a workbook with lists and locked cells (the default); csv: the bare rows',
        vi: 'xlsx: bảng tính có danh sách chọn và khóa ô (mặc định); csv: chỉ các dòng trống',
      },
      choices: ['xlsx', 'csv'],
    },
    {
      flags: '-o, --output <folder>',
      description: {
        en: 'the new folder, written whole or not at all',
        vi: 'thư mục mới, ghi trọn vẹn hoặc không ghi',
      },
    },
    LIMIT_OPTION,
  ],
  examples: [
    'parindex template cchc -o bieu-mau --lang vi',
    'parindex template cchc --stage self -o forms',
    'parindex template cchc/rubric.yaml --format csv -o form',
  ],
  writesFolder: () => true,
  async run(request) {
    const { args, options } = request;
    const [path = '.'] = args;
    const folder = proveFolder(request, WHERE);
    const input = isRubricFile(request, path)
      ? loadRubrics(request, path)
      : loadInput(request, [path], { withoutEntries: true });
    const messages = await tell(input.diagnostics, request, input);
    if (hasErrors(input.diagnostics)) return { exit: EXIT.refused, messages };
    const { lang } = input;
    const forms = formsOf(input);
    const how = howOf(request, input);
    const files = new Map<string, Uint8Array>();
    for (const { name, rubric, unit } of forms) {
      if (options['format'] === 'csv') files.set(`${name}.csv`, encoded(entriesText(rubric, how), input.dialect));
      else files.set(`${name}.xlsx`, await renderWorkbook(reportForm(rubric, unit, how)));
    }
    const said = options['quiet'] ? '' : printableLines(`${WRITTEN[lang](files.size, printable(folder))}\n`);
    return { exit: EXIT.done, files, folder, messages: joined([messages, said]) };
  },
};

interface FormFile {
  readonly name: string;
  readonly rubric: Rubric;
  /** Absent: a form for any unit. */
  readonly unit?: { readonly id: string; readonly name: string };
}

/** One a unit; where there are no units, one a rubric. */
function formsOf({ assessment, rubrics }: Input): readonly FormFile[] {
  const units = (assessment?.sheets ?? []).flatMap(({ rubric, units: own }) => own.map((unit) => ({ rubric, unit })));
  const ids = assessment === undefined ? rubrics.map(({ id }) => id) : units.map(({ unit }) => unit.id);
  const names = fileNames(ids);
  if (assessment === undefined) return rubrics.map((rubric) => ({ name: names.get(rubric.id) as string, rubric }));
  return units.map(({ rubric, unit }) => ({ name: names.get(unit.id) as string, rubric, unit }));
}

function howOf({ options }: Request, { lang, project, rubrics }: Input): FormOptions {
  const { stage } = options;
  if (typeof stage === 'string') {
    for (const { stages } of rubrics) proveChoice(stage, stages, { en: 'stage', vi: 'vòng' });
  }
  return {
    ...{ lang, tell: tellRule, fill: fillOf },
    ...(typeof stage === 'string' ? { stage } : {}),
    ...(project?.year === undefined ? {} : { year: project.year }),
    ...(project?.title === undefined ? {} : { title: project.title }),
  };
}

/** Rows as a CSV file of the project's dialect; ids and names of columns hold nothing that asks for quotes. */
function encoded(rows: readonly (readonly string[])[], { delimiter }: Dialect): Uint8Array {
  const text = rows.map((row) => `${row.join(delimiter)}\n`).join('');
  return new TextEncoder().encode(text);
}

const WHERE: Words = {
  en: 'A file is written for each unit: name a new folder, for example --output forms',
  vi: 'Mỗi đơn vị được ghi một tệp: hãy nêu một thư mục mới, ví dụ --output bieu-mau',
};

const WRITTEN: Record<Language, (count: number, folder: string) => string> = {
  en: (count, folder) =>
    `${count} ${count === 1 ? 'form was' : 'forms were'} written into ${folder}. Put them among the entries when they are filled in.`,
  vi: (count, folder) => `Đã ghi ${count} biểu mẫu vào ${folder}. Khi điền xong, đặt các tệp vào thư mục số liệu.`,
};
