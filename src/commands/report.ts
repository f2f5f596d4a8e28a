/** `report`: the ranking as it is published: a page, the annex of a decision, a summary, a drawing. */
import { digestFiles } from '../digests.ts';
import { type FormatName, loadFormat } from '../formats/index.ts';
import { joined } from '../model/encoded.ts';
import { type Exact, exact, parseDecimal, sign } from '../model/exact.ts';
import type { Publication } from '../model/page.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import type { ChartName } from '../reports/page/options.ts';
import { makeReport } from '../reports/report.ts';
import { isBasis, score } from '../score/index.ts';
import { type Command, EXIT, INPUT_OPTIONS, MANIFEST_OPTION, PATHS, type Request, UsageError } from './command.ts';
import { loadInput, proveChoice } from './input.ts';
import { formatOf, present, tell } from './present.ts';
import { loadPrevious } from './previous.ts';
import { publishedBoard, publishedDigests, publishedFaults } from './published-names.ts';

export const command: Command = {
  args: [PATHS],
  options: [
    ...INPUT_OPTIONS,
    { flags: '--group <id>', description: { en: 'only this group', vi: 'chỉ nhóm này' } },
    {
      flags: '--previous <path>',
      description: {
        en: 'an earlier ranking to show movement against: a project folder, or what rank --format json saved',
        vi: 'kết quả kỳ trước để so thứ hạng: thư mục dự án, hoặc tệp do rank --format json ghi',
      },
    },
    {
      flags: '--margin <points>',
      description: {
        en: 'index points from a grade line or the next rank that count as a close call (0.5 if absent)',
        vi: 'số điểm chỉ số cách ngưỡng xếp loại hoặc thứ hạng kế tiếp được coi là sát ngưỡng (mặc định 0,5)',
      },
    },
    {
      flags: '--date <date>',
      description: { en: 'the date to print; none if absent', vi: 'ngày ghi trên báo cáo; không ghi nếu không nêu' },
    },
    {
      flags: '--decision <number>',
      description: {
        en: 'docx: number of the decision that the annex belongs to, with --letterhead of the report itself; left blank if absent',
        vi: 'docx: số quyết định mà phụ lục kèm theo; có --letterhead thì là số của báo cáo; để trống nếu không nêu',
      },
    },
    {
      flags: '--letterhead <agency>',
      description: {
        en: 'docx: a report of its own in place of an annex, under the name of who issues it; a body above before a semicolon',
        vi: 'docx: báo cáo độc lập thay cho phụ lục, ghi tên cơ quan ban hành; cơ quan chủ quản ghi trước, cách bằng dấu chấm phẩy',
      },
    },
    {
      flags: '--order <order>',
      description: {
        en: 'docx: the order of the rows: by rank, or official, that of the units file; rank if absent',
        vi: 'docx: thứ tự các dòng: rank theo hạng, official theo tệp đơn vị; mặc định rank',
      },
      choices: ['rank', 'official'],
    },
    {
      flags: '--portrait',
      description: {
        en: 'docx: pages upright; else they lie across where a table has more than 7 columns',
        vi: 'docx: trang dọc; nếu không, trang nằm ngang khi bảng có quá 7 cột',
      },
    },
    {
      flags: '--domains',
      description: { en: 'docx: a second annex with the domains', vi: 'docx: thêm phụ lục kết quả theo lĩnh vực' },
    },
    {
      flags: '--chart <name>',
      description: {
        en: 'one drawing alone, as svg or png; bump needs --previous',
        vi: 'chỉ một biểu đồ, dạng svg hoặc png; bump cần --previous',
      },
      choices: ['bars', 'heatmap', 'bump', 'grades'],
    },
    {
      flags: '--draft',
      description: {
        en: 'report the complete units although others have faults, and say who was left out',
        vi: 'báo cáo các đơn vị đủ số liệu dù đơn vị khác còn lỗi, và nêu đơn vị bị để lại',
      },
    },
    MANIFEST_OPTION,
  ],
  formats: ['html', 'docx', 'markdown', 'svg', 'png'],
  examples: [
    'parindex report cchc -o report.html',
    'parindex report cchc --lang vi --decision 199/QĐ-UBND --date 21/01/2020 -o phu-luc.docx',
    'parindex report cchc --letterhead "UBND tỉnh Khánh Hòa; Sở Nội vụ" --order official -o bao-cao.docx',
    'parindex report cchc --format markdown',
    'parindex report cchc --chart bars -o bars.svg',
  ],
  async run(request) {
    const asked = withFormats(request);
    const format = formatOf(asked);
    if (format === 'png') await provePng();
    proveDocxOptions(request, format);
    const margin = marginOf(request.options['margin']);
    // Every warning and note is printed in it, whatever --max-faults says of the messages.
    const how = { draft: request.options['draft'] === true, keepsWarnings: true } as const;
    const input = loadInput(request, request.args, how);
    const { assessment, diagnostics, inputs, rubrics, lang } = input;
    const messages = await tell(diagnostics, request, input);
    if (assessment === undefined) return { exit: EXIT.refused, messages };
    const { basis, chart } = request.options;
    const board = publishedBoard(input, score(assessment, typeof basis === 'string' ? basis : undefined));
    const group = groupOf(request, board);
    const earlier = await loadPrevious(request, input);
    if (earlier !== undefined && 'refused' in earlier)
      return { exit: EXIT.refused, messages: joined([messages, earlier.refused]) };
    const { source, version } = request.surroundings;
    const read = [...inputs, ...(earlier?.inputs ?? [])];
    const report = makeReport(board, {
      lang,
      toolVersion: version,
      files: publishedDigests(input, digestFiles(source, read)),
      diagnostics: publishedFaults(input, diagnostics),
      margin,
      ...(group === undefined ? {} : { group }),
      ...(earlier === undefined ? {} : { previous: earlier }),
      ...(isBasis(assessment, 'self') ? { self: score(assessment, 'self') } : {}),
      ...textOption(request, 'date'),
      ...textOption(request, 'decision'),
      ...textOption(request, 'letterhead'),
      order: request.options['order'] === 'official' ? 'official' : 'rank',
      portrait: request.options['portrait'] === true,
      domains: request.options['domains'] === true,
      ...(typeof chart === 'string' ? { chart: chart as ChartName } : {}),
    });
    proveChart(report, chart);
    return present(report, asked, input, { exit: EXIT.done, messages, inputs: read, rubrics });
  },
};

const DEFAULT_MARGIN = exact(1n, 2n);

/** With --chart a drawing and nothing else, without it everything else. */
function withFormats(request: Request): Request {
  const { chart, format } = request.options;
  const drawing = (name: string): boolean => name === 'svg' || name === 'png';
  if (chart === undefined && typeof format === 'string' && drawing(format)) {
    throw new UsageError({
      en: `${format} is a drawing: say which with --chart bars|heatmap|bump|grades.`,
      vi: `${format} là hình vẽ: hãy nêu biểu đồ bằng --chart bars|heatmap|bump|grades.`,
    });
  }
  if (chart !== undefined && typeof format === 'string' && !drawing(format)) {
    throw new UsageError({
      en: `--chart gives svg or png, not ${format}.`,
      vi: `--chart cho ra svg hoặc png, không phải ${format}.`,
    });
  }
  return { ...request, formats: request.formats.filter((name) => drawing(name) === (chart !== undefined)) };
}

/** What only the document has would be lost without a word in any other format. */
const DOCX_OPTIONS = ['decision', 'letterhead', 'order', 'portrait', 'domains'] as const;

function proveDocxOptions({ options }: Request, format: FormatName): void {
  const lost = format === 'docx' ? undefined : DOCX_OPTIONS.find((name) => options[name] !== undefined);
  if (lost !== undefined) {
    throw new UsageError({
      en: `--${lost} is for docx, not for ${format}: add --format docx, or name a file that ends in .docx with -o.`,
      vi: `--${lost} chỉ dùng cho docx, không dùng cho ${format}: thêm --format docx, hoặc nêu tệp có đuôi .docx bằng -o.`,
    });
  }
  const { letterhead } = options;
  if (typeof letterhead !== 'string' || letterhead.split(';').every((name) => name.trim() !== '')) return;
  throw new UsageError({
    en: '--letterhead asks for the name of who issues the report, such as "UBND tỉnh Khánh Hòa; Sở Nội vụ".',
    vi: '--letterhead cần tên cơ quan ban hành báo cáo, ví dụ "UBND tỉnh Khánh Hòa; Sở Nội vụ".',
  });
}

/** PNG needs two optional packages. */
async function provePng(): Promise<void> {
  try {
    await loadFormat('png');
  } catch {
    const packages = '@resvg/resvg-js @expo-google-fonts/be-vietnam-pro';
    throw new UsageError({
      en: `png needs optional packages that are not installed: npm install ${packages}; svg needs nothing.`,
      vi: `png cần các gói tùy chọn chưa được cài: npm install ${packages}; svg không cần gì thêm.`,
    });
  }
}

/** The group asked for; a drawing is of one group. */
function groupOf({ options }: Request, board: Scoreboard): string | undefined {
  const { group, chart } = options;
  const ids = board.groups.map(({ id }) => id);
  if (typeof group === 'string') return proveChoice(group, ids, { en: 'group', vi: 'nhóm' });
  if (chart === undefined || ids.length < 2) return undefined;
  throw new UsageError({
    en: `A drawing shows one group; name it with --group ${ids.join('|')}.`,
    vi: `Biểu đồ vẽ một nhóm; hãy nêu bằng --group ${ids.join('|')}.`,
  });
}

function proveChart({ chart }: Publication, asked: string | boolean | undefined): void {
  if (asked === undefined || chart !== undefined) return;
  throw new UsageError(
    asked === 'bump'
      ? {
          en: 'bump shows movement: name an earlier ranking of these units with --previous.',
          vi: 'bump vẽ thay đổi thứ hạng: hãy nêu kết quả kỳ trước của các đơn vị này bằng --previous.',
        }
      : {
          en: `There is nothing to draw for ${asked}: the rubric has no grades.`,
          vi: `Không có gì để vẽ cho ${asked}: bộ tiêu chí không xếp loại.`,
        },
  );
}

function marginOf(asked: string | boolean | undefined): Exact {
  if (typeof asked !== 'string') return DEFAULT_MARGIN;
  const margin = parseDecimal(asked) ?? parseDecimal(asked, ',');
  if (margin !== undefined && sign(margin) >= 0) return margin;
  throw new UsageError({
    en: `--margin asks for index points such as 0.5, not "${asked}".`,
    vi: `--margin cần số điểm chỉ số như 0,5, không phải "${asked}".`,
  });
}

function textOption<Name extends 'date' | 'decision' | 'letterhead'>(
  { options }: Request,
  name: Name,
): { readonly [N in Name]?: string } {
  const value = options[name];
  return (typeof value === 'string' ? { [name]: value } : {}) as { readonly [N in Name]?: string };
}
