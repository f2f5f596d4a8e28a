/** `rank`, the main job: read, check, score, and show the ranked table of each group. */
import { acceptedCases } from '../model/acceptance.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Encoded, joined } from '../model/encoded.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import { printableLines } from '../model/visible.ts';
import type { Language } from '../model/words.ts';
import { reportRanking } from '../reports/ranking.ts';
import type { RankingOptions } from '../reports/ranking-view.ts';
import { tellRule } from '../rules/index.ts';
import { score } from '../score/index.ts';
import { type Command, EXIT, FAULT_OPTIONS, INPUT_OPTIONS, MANIFEST_OPTION, PATHS, UsageError } from './command.ts';
import { loadInput, proveChoice } from './input.ts';
import { formatOf, isRefused, present, tell } from './present.ts';
import { publishedBoard } from './published-names.ts';

export const command: Command = {
  args: [PATHS],
  options: [
    ...INPUT_OPTIONS,
    ...FAULT_OPTIONS,
    { flags: '--group <id>', description: { en: 'only this group', vi: 'chỉ nhóm này' } },
    { flags: '--domains', description: { en: 'a column for each domain', vi: 'thêm cột cho từng lĩnh vực' } },
    {
      flags: '--top <n>',
      description: { en: 'only ranks 1 to n of each group', vi: 'chỉ các hạng từ 1 đến n của mỗi nhóm' },
    },
    {
      flags: '--leaves',
      description: {
        en: 'with --format json: the points of every criterion too, so that next year can be compared',
        vi: 'khi dùng --format json: ghi cả điểm từng tiêu chí để năm sau so sánh được',
      },
    },
    {
      flags: '--draft',
      description: {
        en: 'rank the complete units although others have faults, and say who was left out',
        vi: 'xếp hạng các đơn vị đủ số liệu dù đơn vị khác còn lỗi, và nêu đơn vị bị để lại',
      },
    },
    MANIFEST_OPTION,
  ],
  formats: ['table', 'csv', 'json', 'markdown', 'html', 'xlsx'],
  examples: [
    'parindex rank',
    'parindex rank cchc --domains --lang vi',
    'parindex rank cchc --format csv -o ranking.csv',
    'parindex rank cchc -o ranking.csv --manifest',
    'parindex rank cchc -o ranking.xlsx --lang vi',
    'parindex rank --rubric rubric.yaml --csv excel-vi entries',
  ],
  async run(request) {
    const { options, surroundings } = request;
    const top = topOf(options['top']);
    formatOf(request);
    const input = loadInput(request, request.args, { draft: options['draft'] === true });
    const { assessment, diagnostics, inputs, rubrics, lang } = input;
    const messages = await tell(diagnostics, request, input);
    if (assessment === undefined)
      return { exit: EXIT.refused, messages: joined([messages, refused(diagnostics, lang)]) };
    if (options['strict'] && isRefused(diagnostics.filter(isWarning), request)) {
      return { exit: EXIT.refused, messages: joined([messages, printableLines(STRICT[lang])]) };
    }
    const group = options['group'];
    if (typeof group === 'string') {
      proveChoice(
        group,
        assessment.groups.map(({ id }) => id),
        { en: 'group', vi: 'nhóm' },
      );
    }
    const basis = options['basis'];
    const board = publishedBoard(input, score(assessment, typeof basis === 'string' ? basis : undefined));
    const format = formatOf(request);
    const edges = PEOPLES.includes(format) ? (await import('../analyse/edges.ts')).findEdges(assessment, board) : [];
    const how = {
      lang,
      edges,
      domains: options['domains'] === true,
      leaves: options['leaves'] === true,
      toolVersion: surroundings.version,
      accepted: acceptedCases(diagnostics, input.beyond),
      ...(top === undefined ? {} : { top }),
      ...(typeof group === 'string' ? { group } : {}),
    };
    const page = reportRanking(board, how);
    const report = format === 'xlsx' ? { ...page, workbook: await workbookOf(board, how) } : page;
    return present(report, request, input, { exit: EXIT.done, messages, inputs, rubrics });
  },
};

/** The formats that somebody reads from top to bottom, and that tell of close calls. */
const PEOPLES: readonly string[] = ['table', 'markdown', 'html'];

/** Loaded only when a workbook is asked for. */
async function workbookOf(board: Scoreboard, how: RankingOptions) {
  const { rankingWorkbook } = await import('../reports/ranking-workbook.ts');
  return rankingWorkbook(board, { ...how, tell: tellRule });
}

const REFUSED = {
  en: 'No ranking was made. Correct the errors',
  vi: 'Chưa xếp hạng. Hãy sửa các lỗi',
};

const DRAFT = {
  en: ', or rank the complete units with --draft',
  vi: ', hoặc xếp hạng các đơn vị đủ số liệu bằng --draft',
};

/** A draft is offered only where it can be made: where every error is that of one unit. */
function refused(diagnostics: readonly Diagnostic[], lang: Language): Encoded<'terminal'> {
  const helps = diagnostics.every(({ severity, unit }) => severity !== 'error' || unit !== undefined);
  return printableLines(`${REFUSED[lang]}${helps ? DRAFT[lang] : ''}.\n`);
}

const STRICT = {
  en: 'No ranking was made, since a warning refuses with --strict. Mend what it tells, or accept it with its reason under accept: in parindex.yaml.\n',
  vi: 'Chưa xếp hạng, vì --strict không cho qua cảnh báo. Hãy sửa, hoặc chấp nhận kèm lý do ở mục accept: trong parindex.yaml.\n',
};

function isWarning({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}

function topOf(asked: string | boolean | undefined): number | undefined {
  if (typeof asked !== 'string') return undefined;
  if (/^[1-9][0-9]{0,8}$/.test(asked)) return Number(asked);
  throw new UsageError({
    en: `--top asks for a whole number from 1, not "${asked}".`,
    vi: `--top cần một số nguyên từ 1, không phải "${asked}".`,
  });
}
