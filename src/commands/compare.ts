/** `compare`: results of the same units side by side: years, saved rankings, tables of totals, or stages of one project. */
import { compareSnapshots } from '../analyse/compare.ts';
import { compareStages } from '../analyse/compare-stages.ts';
import { walkAcross } from '../analyse/crosswalk.ts';
import { findCalled, findTwin } from '../analyse/seats.ts';
import { nothingToCompare } from '../faults/published.ts';
import {
  type Crosswalk,
  hasLeaves,
  type Snapshot,
  type SnapshotGroup,
  type SnapshotRubric,
} from '../model/comparison.ts';
import { type Diagnostic, hasErrors, raise } from '../model/diagnostic.ts';
import { wholeFile } from '../model/place.ts';
import { reportComparison } from '../reports/comparison.ts';
import { reportStages } from '../reports/comparison-stages.ts';
import { type Command, EXIT, type Outcome, type Request, UsageError } from './command.ts';
import { tellFlaw } from './crosswalk-flaws.ts';
import { formatOf, present, tell } from './present.ts';
import { takeSnapshots, takeStages } from './snapshots.ts';

export const command: Command = {
  args: [
    {
      name: '<path...>',
      description: {
        en: 'oldest first: project folders, saved rankings (.json), tables of totals (.csv: unit,name,index,rank,grade[,group][,year])',
        vi: 'cũ trước, mới sau: thư mục dự án, bảng xếp hạng đã lưu (.json), bảng tổng hợp (.csv: mã, tên, chỉ số, hạng, xếp loại[, nhóm][, năm])',
      },
    },
  ],
  options: [
    {
      flags: '--csv <dialect>',
      description: {
        en: 'how tables of totals are written (data: comma and dot; excel-vi: semicolon and comma)',
        vi: 'dạng tệp của bảng tổng hợp (data: dấu phẩy, thập phân chấm; excel-vi: chấm phẩy, thập phân phẩy)',
      },
      choices: ['data', 'excel-vi'],
    },
    {
      flags: '--basis <stage>',
      description: {
        en: 'score projects on this stage (self: the self-assessment alone); a saved ranking must have it',
        vi: 'chấm các dự án theo vòng này (self: chỉ tự đánh giá); bảng xếp hạng đã lưu phải cùng vòng',
      },
    },
    {
      flags: '--stages <a,b>',
      description: {
        en: 'two stages of one project, such as self,appraised',
        vi: 'hai vòng đánh giá của một dự án, ví dụ self,appraised',
      },
    },
    {
      flags: '--expect',
      description: {
        en: 'end with exit code 4 where any index, rank, grade or unit differs',
        vi: 'kết thúc với mã 4 nếu có chỉ số, thứ hạng, xếp loại hay đơn vị khác nhau',
      },
    },
  ],
  formats: ['table', 'csv', 'json', 'markdown'],
  examples: [
    'parindex compare cchc-2018 cchc-2019',
    'parindex compare ranking-2018.json cchc-2019 --lang vi',
    'parindex compare cchc --stages self,appraised',
    'parindex compare ranking.json cchc --expect',
  ],
  async run(request) {
    const { options, args, surroundings } = request;
    formatOf(request);
    if (typeof options['stages'] === 'string' && options['basis'] !== undefined) throw bothAsked();
    if (typeof options['stages'] === 'string') return stages(request, options['stages']);
    const { snapshots, diagnostics: readFaults, beyond, inputs, dialect, lang: own } = takeSnapshots(request, args);
    const lang = surroundings.lang ?? own ?? 'en';
    const crossings = new Map<string, Crosswalk>();
    const found = hasErrors(readFaults) ? [] : steps(snapshots).flatMap((pair) => prove(pair, crossings));
    const diagnostics = [...readFaults, ...found];
    const messages = await tell(diagnostics, request, { lang, dialect, beyond });
    if (hasErrors(diagnostics)) return { exit: EXIT.refused, messages };
    proveSeveral(snapshots);
    proveBases(snapshots, options['basis']);
    const comparison = compareSnapshots(snapshots, (older, newer) => crossings.get(keyOf(older, newer)));
    const report = reportComparison(comparison, { lang, toolVersion: surroundings.version });
    const exit = options['expect'] === true && comparison.differs ? EXIT.difference : EXIT.done;
    return present(report, request, { lang }, { exit, messages, inputs });
  },
};

async function stages(request: Request, asked: string): Promise<Outcome> {
  const { options, args, surroundings } = request;
  const taken = takeStages(request, args, asked);
  const { diagnostics, beyond, dialect, inputs, title } = taken;
  const lang = surroundings.lang ?? taken.lang ?? 'en';
  const messages = await tell(diagnostics, request, { lang, dialect, beyond });
  if (taken.stages === undefined) return { exit: EXIT.refused, messages };
  const comparison = compareStages(...taken.stages, title);
  const report = reportStages(comparison, { lang, toolVersion: surroundings.version });
  const differs = comparison.groups.some(({ leaves }) => leaves.length > 0);
  const exit = options['expect'] === true && differs ? EXIT.difference : EXIT.done;
  return present(report, request, { lang }, { exit, messages, inputs });
}

function bothAsked(): UsageError {
  return new UsageError({
    en: '--stages names two bases itself; leave --basis out.',
    vi: '--stages đã nêu hai căn cứ tính điểm; hãy bỏ --basis.',
  });
}

function proveSeveral(snapshots: readonly Snapshot[]): void {
  if (snapshots.length > 1) return;
  throw new UsageError({
    en: 'Name at least two results to compare, oldest first (a table with a column "year" holds several).',
    vi: 'Hãy nêu ít nhất hai kết quả để so sánh, cũ trước mới sau (một bảng có cột "năm" chứa nhiều kết quả).',
  });
}

/** A result that is not on the basis asked for would be compared with something else. */
function proveBases(snapshots: readonly Snapshot[], asked: unknown): void {
  const other = typeof asked === 'string' ? snapshots.find(({ basis }) => basis !== asked) : undefined;
  if (other === undefined) return;
  throw new UsageError({
    en: `${other.file} is ${other.basis === undefined ? 'a table that says no basis' : `on the basis ${other.basis}`}; --basis ${asked} asks for results on that one.`,
    vi: `${other.file} ${other.basis === undefined ? 'là bảng không ghi căn cứ tính điểm' : `có căn cứ tính điểm là ${other.basis}`}; --basis ${asked} cần kết quả cùng căn cứ đó.`,
  });
}

type Step = readonly [Snapshot, Snapshot];

function steps(snapshots: readonly Snapshot[]): readonly Step[] {
  return snapshots.slice(1).map((newer, at) => [snapshots[at] as Snapshot, newer]);
}

function keyOf(older: SnapshotGroup, newer: SnapshotGroup): string {
  return [older, newer].map(({ rubric }) => `${rubric?.id}\n${rubric?.sha256}`).join('\n');
}

/** Proves that two results can be compared, and makes the crosswalks between their rubrics. */
function prove([older, newer]: Step, crossings: Map<string, Crosswalk>): readonly Diagnostic[] {
  const units = newer.groups.flatMap((group) => group.units);
  const isShared = units.some(
    (unit) =>
      findTwin(unit, newer, older) !== undefined || unit.successorOf.some((id) => findCalled(older, id) !== undefined),
  );
  if (!isShared) return [raise(nothingToCompare, wholeFile(newer.file), { older: older.label, newer: newer.label })];
  const pairs = newer.groups.flatMap((now) =>
    older.groups.flatMap((before) => (before.id === now.id || before.name === now.name ? [{ before, now }] : [])),
  );
  return pairs.flatMap(({ before, now }) => {
    const key = keyOf(before, now);
    const known = isKnown(before) && isKnown(now);
    if (!known || crossings.has(key) || before.rubric === undefined || now.rubric === undefined) return [];
    const { crosswalk, flaws } = walkAcross(before.rubric, now.rubric);
    if (crosswalk) crossings.set(key, crosswalk);
    return flaws.map((flaw) => tellFlaw(flaw, before.rubric as SnapshotRubric));
  });
}

function isKnown({ units, rubric }: SnapshotGroup): boolean {
  return (rubric?.leaves.length ?? 0) > 0 && units.some(hasLeaves);
}
