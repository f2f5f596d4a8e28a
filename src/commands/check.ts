/** `check`: every fault at once, and what was looked at where there is none; or the catalogue of all faults. */

import type { Assessment } from '../model/assessment.ts';
import type { Report } from '../model/document.ts';
import type { Language } from '../model/words.ts';
import { reportDiagnostics } from '../reports/diagnostics.ts';
import { lookedAt, successBlocks } from '../reports/success.ts';
import {
  type Command,
  EXIT,
  FAULT_OPTIONS,
  INPUT_OPTIONS,
  type Outcome,
  PATHS,
  type Request,
  UsageError,
} from './command.ts';
import { loadInput } from './input.ts';
import { formatOf, isRefused, listed, present } from './present.ts';
import { renamed } from './published-names.ts';

export const command: Command = {
  args: [PATHS],
  options: [
    ...INPUT_OPTIONS,
    ...FAULT_OPTIONS,
    {
      flags: '--edges',
      description: {
        en: 'where nothing is wrong: ranks and grades that hang on the way of rounding or on the last decimal',
        vi: 'khi không có lỗi: thứ hạng, xếp loại phụ thuộc cách làm tròn hoặc chữ số thập phân cuối',
      },
    },
    {
      flags: '--list',
      description: {
        en: 'print the catalogue of all faults, and read nothing',
        vi: 'in danh mục mọi lỗi, không đọc gì',
      },
    },
    {
      flags: '-w, --watch',
      description: {
        en: 'check again whenever a file that was read is saved, until Ctrl-C',
        vi: 'kiểm tra lại mỗi khi một tệp đã đọc được lưu, cho đến khi nhấn Ctrl-C',
      },
    },
  ],
  formats: ['text', 'table', 'csv', 'json', 'markdown', 'sarif', 'junit', 'github'],
  examples: [
    'parindex check',
    'parindex check cchc --lang vi',
    'parindex check cchc --strict --format github',
    'parindex check cchc -o faults.sarif',
    'parindex check cchc --watch',
    'parindex check cchc --edges',
    'parindex check --list',
  ],
  async run(request) {
    const format = formatOf(request);
    if (request.options['edges'] && !EDGED_FORMATS.includes(format)) throw new UsageError(NO_EDGES);
    return request.options['list'] ? list(request) : checkOnce(request);
  },
};

async function checkOnce(request: Request): Promise<Outcome> {
  const input = loadInput(request, request.args);
  const { assessment, diagnostics, inputs, lang } = input;
  const { version: toolVersion, width, cwd } = request.surroundings;
  const nameOf = namesFrom(cwd);
  const found = listed(diagnostics, request, input);
  const faults = { ...found, shown: found.shown.map((one) => renamed(one, nameOf)) };
  const refused = isRefused(diagnostics, request);
  const checked = assessment && !refused ? lookedAt(assessment, nameOf) : undefined;
  const report = reportDiagnostics(faults, { lang, width, toolVersion, refused, ...(checked ? { checked } : {}) });
  const success = checked ? successBlocks(checked, { lang, milder: faults.warnings + faults.accepted > 0 }) : [];
  const told = { ...report, document: { blocks: [...report.document.blocks, ...success] } };
  const isEdged = request.options['edges'] === true && checked !== undefined && assessment !== undefined;
  const page = isEdged ? await withEdges(told, assessment, request, lang) : told;
  return present(page, request, { lang }, { exit: refused ? EXIT.refused : EXIT.done, inputs });
}

const EDGED_FORMATS: readonly string[] = ['text', 'table', 'markdown', 'json'];

const NO_EDGES = {
  en: `--edges goes with ${EDGED_FORMATS.join(', ')}; the other formats are for faults alone.`,
  vi: `--edges dùng được với ${EDGED_FORMATS.join(', ')}; các dạng khác chỉ dành cho lỗi.`,
};

/** The page with the close calls under it, and the data with them in it. */
async function withEdges(report: Report, assessment: Assessment, request: Request, lang: Language): Promise<Report> {
  const [{ findEdges }, { score }, { closeCallBlocks, closeCallsData }] = await Promise.all([
    import('../analyse/edges.ts'),
    import('../score/index.ts'),
    import('../reports/close-calls.ts'),
  ]);
  const { basis } = request.options;
  const edges = findEdges(assessment, score(assessment, typeof basis === 'string' ? basis : undefined));
  return {
    ...report,
    document: { blocks: [...report.document.blocks, ...closeCallBlocks(edges, lang)] },
    data: { ...(report.data as object), edges: closeCallsData(edges) },
  };
}

/** Names files as they are seen from a folder: CI servers and editors look for them from where they started the tool. */
function namesFrom(cwd: string): (file: string) => string {
  const folder = `${cwd.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  return (file) => (file.startsWith(folder) ? file.slice(folder.length) : file);
}

async function list(request: Request): Promise<Outcome> {
  const [{ catalogue }, { reportCatalogue }] = await Promise.all([
    import('../checks/catalogue.ts'),
    import('../reports/catalogue.ts'),
  ]);
  const lang = request.surroundings.lang ?? 'en';
  return present(reportCatalogue(catalogue, lang), request, { lang }, { exit: EXIT.done });
}
