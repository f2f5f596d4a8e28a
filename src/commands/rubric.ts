/** `rubric`: print the rubrics of a project or file, check or convert one, or give its JSON Schema for editors. */
import { hasErrors } from '../model/diagnostic.ts';
import type { Report } from '../model/document.ts';
import { printable, printableLines } from '../model/visible.ts';
import { reportRubric } from '../reports/rubric.ts';
import { counted } from '../reports/words.ts';
import { tellRule } from '../rules/index.ts';
import {
  type Command,
  DIALECT_OPTIONS,
  EXIT,
  LIMIT_OPTION,
  type Outcome,
  type Request,
  UsageError,
} from './command.ts';
import { type Walked, walkFromPrevious } from './crosswalk-flaws.ts';
import { loadRubrics } from './input.ts';
import { formatOf, present, tell } from './present.ts';

const ACTIONS = ['show', 'check', 'convert', 'schema'] as const;

export const command: Command = {
  args: [
    {
      name: '[action]',
      description: {
        en: 'show (the default), check, convert: YAML to CSV or XLSX and back, or schema: the JSON Schema of rubric.yaml',
        vi: 'show (mặc định): in; check: kiểm tra; convert: chuyển giữa YAML, CSV và XLSX; schema: JSON Schema của rubric.yaml',
      },
    },
    {
      name: '[path]',
      description: { en: 'a project folder or a rubric file', vi: 'thư mục dự án hoặc tệp bộ tiêu chí' },
    },
  ],
  options: [
    {
      flags: '--previous <path>',
      description: {
        en: 'with check: the rubric before (project folder or file), against which every "from" is proved',
        vi: 'dùng với check: bộ tiêu chí trước (thư mục dự án hoặc tệp) để kiểm tra mọi mục "from"',
      },
    },
    ...DIALECT_OPTIONS,
    LIMIT_OPTION,
  ],
  formats: ['table', 'csv', 'json', 'markdown'],
  examples: [
    'parindex rubric show cchc',
    'parindex rubric check cchc/rubric.yaml',
    'parindex rubric check cchc-2019 --previous cchc-2018',
    'parindex rubric convert cchc/rubric.yaml -o rubric.xlsx --lang vi',
    'parindex rubric schema -o rubric.schema.json',
  ],
  async run(request) {
    const [first = 'show', second] = request.args;
    const isAction = (ACTIONS as readonly string[]).includes(first);
    if (!isAction && second !== undefined) {
      throw new UsageError({
        en: `There is no action "${first}"; there are ${ACTIONS.join(', ')}.`,
        vi: `Không có thao tác "${first}"; hiện có ${ACTIONS.join(', ')}.`,
      });
    }
    if (first === 'schema') return schema();
    if (first === 'convert') return (await import('./rubric-convert.ts')).convert(request, second ?? '.');
    return show(request, isAction ? (second ?? '.') : first, first === 'check');
  },
};

async function schema(): Promise<Outcome> {
  const { rubricJsonSchema } = await import('../read/json-schema.ts');
  const { jsonFile } = await import('../formats/json.ts');
  return { exit: EXIT.done, output: jsonFile(rubricJsonSchema()) };
}

async function show(request: Request, path: string, checkOnly: boolean): Promise<Outcome> {
  formatOf(request);
  const input = loadRubrics(request, path);
  const { rubrics, lang } = input;
  const walked = checkOnly ? walkFromPrevious(request, input) : undefined;
  const { diagnostics, inputs } = walked ?? input;
  const messages = await tell(diagnostics, request, input);
  if (hasErrors(diagnostics)) return { exit: EXIT.refused, messages, inputs };
  if (checkOnly) {
    const good = rubrics.map(({ file, leaves }) => SOUND[lang](printable(file), leaves.length)).join('');
    const continued = walked?.crosswalks.map((walk) => CONTINUED[lang](walk)).join('') ?? '';
    return { exit: EXIT.done, output: printableLines(good + continued), messages, inputs };
  }
  const reports = rubrics.map((rubric) => reportRubric(rubric, { lang, tell: tellRule }));
  return present(joined(reports), request, input, { exit: EXIT.done, messages, inputs });
}

const SOUND = {
  en: (file: string, leaves: number) => `${file} is sound: ${counted(leaves, 'leaf', 'leaves')}.\n`,
  vi: (file: string, leaves: number) => `${file} hợp lệ: ${leaves} tiêu chí chấm điểm.\n`,
};

const CONTINUED = {
  en: ({ older, newer, counts: { kept, added, dropped } }: Walked) =>
    `${newer} after ${older}: ${kept} continued, ${added} new, ${dropped} dropped.\n`,
  vi: ({ older, newer, counts: { kept, added, dropped } }: Walked) =>
    `${newer} so với ${older}: ${kept} tiêu chí tiếp tục, ${added} mới, ${dropped} bỏ.\n`,
};

/** Several rubrics on one page, in one table, and as a list. */
function joined(reports: readonly Report[]): Report {
  const [first] = reports;
  if (reports.length === 1 && first) return first;
  return {
    document: { blocks: reports.flatMap(({ document }) => document.blocks) },
    flat: { columns: first?.flat.columns ?? [], rows: reports.flatMap(({ flat }) => [...flat.rows]) },
    data: reports.map(({ data }) => data),
  };
}
