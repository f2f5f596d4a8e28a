/** `explain <unit> [leaf]`: from a rank and a grade down to the cells; `--versus`: why one unit stands above another. */
import { explainUnit, findStanding } from '../analyse/explain.ts';
import { compareUnits } from '../analyse/versus.ts';
import type { Assessment } from '../model/assessment.ts';
import type { Report } from '../model/document.ts';
import type { GroupBoard, Scoreboard } from '../model/scoreboard.ts';
import { reportExplanation } from '../reports/explanation.ts';
import { reportVersus } from '../reports/explanation-versus.ts';
import { score } from '../score/index.ts';
import { proveNoFolder, proveUnit } from './asked-unit.ts';
import { type Command, EXIT, INPUT_OPTIONS, PATHS, type Request, UsageError } from './command.ts';
import { type Input, loadInput, proveChoice } from './input.ts';
import { formatOf, present, tell } from './present.ts';

export const command: Command = {
  args: [
    { name: '<unit>', description: { en: 'the id of the unit', vi: 'mã đơn vị' } },
    {
      name: '[leaf]',
      description: {
        en: 'the id of one criterion, part or domain, to explain it alone',
        vi: 'mã một tiêu chí, tiêu chí thành phần hay lĩnh vực, nếu chỉ diễn giải mục đó',
      },
    },
    PATHS,
  ],
  options: [
    {
      flags: '--versus <unit>',
      description: {
        en: 'why the unit stands above or below another of its group',
        vi: 'vì sao đơn vị xếp trên hay dưới một đơn vị khác cùng nhóm',
      },
    },
    ...INPUT_OPTIONS,
  ],
  formats: ['table', 'csv', 'json', 'markdown', 'html'],
  examples: [
    'parindex explain khanh-vinh cchc',
    'parindex explain khanh-vinh 3.4.1 cchc',
    'parindex explain khanh-son cchc --versus ninh-hoa --lang vi',
  ],
  async run(request) {
    const { unit, node, paths } = sortArguments(request);
    const other = request.options['versus'];
    if (request.args.length === 1) proveNoFolder(unit, request, 'explain');
    formatOf(request);
    const focus = new Set([unit, ...(typeof other === 'string' ? [other] : [])]);
    const input = loadInput(request, paths, { focus });
    const { assessment, diagnostics, inputs } = input;
    const messages = await tell(diagnostics, request, input);
    if (assessment === undefined) return { exit: EXIT.refused, messages };
    for (const asked of focus) proveUnit(asked, assessment);
    const basis = request.options['basis'];
    const board = score(assessment, typeof basis === 'string' ? basis : undefined);
    const report =
      typeof other === 'string'
        ? versus(input, assessment, board, [unit, other], node)
        : explanation(input, assessment, board, unit, node);
    return present(report, request, input, { exit: EXIT.done, messages, inputs });
  },
};

/** The word after the unit is a leaf, unless it can only be a path. */
function sortArguments({ args, options, surroundings }: Request) {
  const [unit = '', second, ...rest] = args;
  if (second === undefined) return { unit, paths: [] };
  const { source } = surroundings;
  const kind = source.kind(second);
  const isFile = kind === 'file';
  const isProject = kind === 'folder' && source.kind(`${second}/parindex.yaml`) === 'file';
  const isPath = /[\\/]|^-$|^\.+$|\.(?:ya?ml|csv|xlsx)$/i.test(second) || isProject;
  return isPath || (isFile && options['rubric'] !== undefined)
    ? { unit, paths: [second, ...rest] }
    : { unit, node: second, paths: rest };
}

function explanation(
  { lang, dialect }: Input,
  assessment: Assessment,
  board: Scoreboard,
  unit: string,
  node: string | undefined,
): Report {
  if (node !== undefined) proveNode(node, findStanding(board, unit).group);
  const found = explainUnit(assessment, board, unit, dialect.mark);
  return reportExplanation(found, { lang, ...(node === undefined ? {} : { node }) });
}

function proveNode(node: string, { rubric }: GroupBoard): void {
  const all = [...rubric.domains, ...rubric.criteria, ...rubric.leaves, ...rubric.adjustments];
  const ids = [...new Set(all.map(({ id }) => id))];
  proveChoice(node, ids, {
    en: `criterion in ${rubric.id} or project folder`,
    vi: `tiêu chí trong ${rubric.id} hay thư mục dự án`,
  });
}

function versus(
  { lang, dialect }: Input,
  assessment: Assessment,
  board: Scoreboard,
  [unit, other]: readonly [string, string],
  node: string | undefined,
): Report {
  const [one, two] = [findStanding(board, unit), findStanding(board, other)];
  if (node !== undefined) {
    throw new UsageError({
      en: `--versus compares two units as a whole; leave "${node}" out, or name a project folder that is there.`,
      vi: `--versus so sánh toàn bộ hai đơn vị; hãy bỏ "${node}", hoặc nêu một thư mục dự án có thật.`,
    });
  }
  if (unit === other) {
    throw new UsageError({
      en: `${unit} cannot be compared with itself; name another unit after --versus.`,
      vi: `Không thể so sánh ${unit} với chính nó; hãy nêu đơn vị khác sau --versus.`,
    });
  }
  if (one.group !== two.group) {
    throw new UsageError({
      en: `${unit} is in the group ${one.group.id} and ${other} in ${two.group.id}: groups are ranked apart, so neither stands above the other.`,
      vi: `${unit} thuộc nhóm ${one.group.id} còn ${other} thuộc ${two.group.id}: các nhóm xếp hạng riêng, không đơn vị nào xếp trên đơn vị kia.`,
    });
  }
  const without = [one.standing, two.standing].find(({ index }) => index === undefined);
  if (without !== undefined) {
    throw new UsageError({
      en: `${without.unit.id} has no index, since every criterion is exempt; there is nothing to compare.`,
      vi: `${without.unit.id} không có chỉ số vì mọi tiêu chí đều không đánh giá; không có gì để so sánh.`,
    });
  }
  const found = compareUnits(assessment, board, one.group, [one.standing, two.standing], dialect.mark);
  return reportVersus(found, { lang });
}
