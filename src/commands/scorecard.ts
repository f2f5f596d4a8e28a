/** `scorecard <unit>`: one unit's marks and totals; `--all`: a file for each unit, in a new folder. */
import { findScorecard } from '../analyse/scorecard.ts';
import { formats } from '../formats/index.ts';
import type { Assessment } from '../model/assessment.ts';
import { joined } from '../model/encoded.ts';
import { printable, printableLines } from '../model/visible.ts';
import type { Language, Words } from '../model/words.ts';
import { reportScorecard } from '../reports/scorecard.ts';
import { score } from '../score/index.ts';
import { proveNoFolder, proveUnit } from './asked-unit.ts';
import {
  type Command,
  EXIT,
  INPUT_OPTIONS,
  type Outcome,
  PATHS,
  piecesOf,
  type Request,
  UsageError,
} from './command.ts';
import { createFormulaStarts } from './formula-starts.ts';
import { loadInput } from './input.ts';
import { fileNames, proveFolder } from './new-folder.ts';
import { formatOf, present, refuseRaw, rendered, tell } from './present.ts';

export const command: Command = {
  args: [
    { name: '[unit]', description: { en: 'the id of the unit; none with --all', vi: 'mã đơn vị; bỏ khi dùng --all' } },
    PATHS,
  ],
  options: [
    {
      flags: '--all',
      description: {
        en: 'a file for each unit, in the new folder that --output names',
        vi: 'mỗi đơn vị một tệp, trong thư mục mới do --output nêu',
      },
    },
    ...INPUT_OPTIONS,
  ],
  formats: ['table', 'csv', 'json', 'markdown', 'html'],
  examples: [
    'parindex scorecard khanh-vinh cchc',
    'parindex scorecard khanh-vinh cchc --lang vi --format markdown',
    'parindex scorecard --all cchc --format html -o phieu-diem',
  ],
  writesFolder: ({ all: everyUnit }) => everyUnit === true,
  async run(request) {
    return request.options['all'] === true ? all(request) : one(request);
  },
};

async function one(request: Request): Promise<Outcome> {
  const [unit, ...paths] = request.args;
  if (unit === undefined) {
    throw new UsageError({
      en: 'Name a unit, for example: parindex scorecard khanh-vinh cchc; or --all for every unit.',
      vi: 'Hãy nêu đơn vị, ví dụ: parindex scorecard khanh-vinh cchc; hoặc --all cho mọi đơn vị.',
    });
  }
  if (paths.length === 0) proveNoFolder(unit, request, 'scorecard');
  formatOf(request);
  const input = loadInput(request, paths, { focus: new Set([unit]) });
  const { assessment, diagnostics, inputs, lang } = input;
  const messages = await tell(diagnostics, request, input);
  if (assessment === undefined) return { exit: EXIT.refused, messages };
  proveUnit(unit, assessment);
  const report = reportScorecard(findScorecard(assessment, boardOf(request, assessment), unit), { lang });
  return present(report, request, input, { exit: EXIT.done, messages, inputs });
}

function boardOf({ options }: Request, assessment: Assessment) {
  const basis = options['basis'];
  return score(assessment, typeof basis === 'string' ? basis : undefined);
}

function unitsOf({ sheets }: Assessment): readonly string[] {
  return sheets.flatMap((sheet) => sheet.units.map(({ id }) => id));
}

/** Every unit's scorecard; nothing is written unless all can be. */
async function all(request: Request): Promise<Outcome> {
  const folder = proveFolder(request, WHERE);
  // The folder has no ending that could name a format.
  const { output: _, ...options } = request.options;
  const asked = { ...request, options };
  const { extension } = formats[formatOf(asked)];
  const input = loadInput(request, request.args, { focus: { has: () => true } });
  const { assessment, diagnostics, lang } = input;
  const messages = await tell(diagnostics, request, input);
  if (assessment === undefined) return { exit: EXIT.refused, messages };
  const board = boardOf(request, assessment);
  const names = fileNames(unitsOf(assessment));
  const files = new Map<string, Uint8Array>();
  const starts = createFormulaStarts(options['rawCsv'] === true);
  let firstGuarded = '';
  for (const [unit, name] of names) {
    const report = reportScorecard(findScorecard(assessment, board, unit), { lang });
    const made = await rendered(report, asked, lang, starts);
    const file = `${name}.${extension}`;
    if (firstGuarded === '' && starts.guarded()) firstGuarded = file;
    files.set(file, Buffer.concat([...piecesOf(made)]));
  }
  const faults = starts.faults(assessment, folder);
  if (faults.length > 0) return refuseRaw(faults, request, input, { messages });
  const said = request.options['quiet'] ? '' : printableLines(`${WRITTEN[lang](files.size, printable(folder))}\n`);
  const guarded = starts.guarded();
  const told = guarded && { ...guarded, file: `${folder}/${firstGuarded}` };
  return { exit: EXIT.done, files, folder, messages: joined([messages, said]), guarded: () => told };
}

const WHERE: Words = {
  en: '--all writes a file for each unit: name a new folder, for example --output scorecards',
  vi: '--all ghi mỗi đơn vị một tệp: hãy nêu một thư mục mới, ví dụ --output phieu-diem',
};

const WRITTEN: Record<Language, (count: number, folder: string) => string> = {
  en: (count, folder) => `${count} scorecards were written into ${folder}.`,
  vi: (count, folder) => `Đã ghi ${count} phiếu điểm vào ${folder}.`,
};
