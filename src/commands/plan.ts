/** `plan <unit>`: the cheapest improvements to a grade, a rank or an index; or the ranking with other values. */
import { findStanding } from '../analyse/explain.ts';
import { planFor } from '../analyse/plan.ts';
import { supposeValues } from '../analyse/what-if.ts';
import { toDouble } from '../model/column.ts';
import { parseDecimal, sign } from '../model/exact.ts';
import { nearest } from '../model/nearest.ts';
import type { Target } from '../model/plan.ts';
import type { GroupBoard, Standing } from '../model/scoreboard.ts';
import { reportPlan } from '../reports/plan.ts';
import { reportWhatIf } from '../reports/plan-what-if.ts';
import { score } from '../score/index.ts';
import { proveNoFolder, proveUnit } from './asked-unit.ts';
import { type Command, EXIT, INPUT_OPTIONS, PATHS, type Request, UsageError } from './command.ts';
import { loadInput, proveChoice } from './input.ts';
import { loadPrices } from './plan-costs.ts';
import { formatOf, present, tell } from './present.ts';
import { readSupposed, unitsNamed } from './supposed.ts';

export const command: Command = {
  args: [{ name: '<unit>', description: { en: 'the id of the unit', vi: 'mã đơn vị' } }, PATHS],
  options: [
    {
      flags: '--grade <grade>',
      description: { en: 'the grade to reach, by its id', vi: 'loại cần đạt, theo mã' },
    },
    { flags: '--rank <rank>', description: { en: 'the rank to reach', vi: 'thứ hạng cần đạt' } },
    { flags: '--index <index>', description: { en: 'the index to reach, such as 90', vi: 'chỉ số cần đạt, ví dụ 90' } },
    {
      flags: '--what-if <values>',
      description: {
        en: 'rank again as if the unit had these values, such as 1.1.1=kip-thoi,1.6=95%; those of another unit as unit:1.6=95%',
        vi: 'xếp hạng lại như thể đơn vị có các kết quả này, ví dụ 1.1.1=kip-thoi,1.6=95%; của đơn vị khác ghi đơn-vị:1.6=95%',
      },
    },
    {
      flags: '--costs <file>',
      description: {
        en: 'what criteria cost: a CSV file with criterion,cost[,per], per point or level',
        vi: 'chi phí của tiêu chí: tệp CSV có criterion,cost[,per], cho mỗi point (điểm) hay level (mức)',
      },
    },
    {
      flags: '--nodes <number>',
      description: {
        en: 'how many steps the search may take before it gives the best it has found (3000000)',
        vi: 'số bước tìm tối đa trước khi đưa ra phương án tốt nhất đã tìm được (3000000)',
      },
    },
    ...INPUT_OPTIONS,
  ],
  formats: ['table', 'csv', 'json', 'markdown', 'html'],
  examples: [
    'parindex plan van-ninh cchc --grade tot',
    'parindex plan khanh-son cchc --rank 1',
    'parindex plan cam-lam cchc --index 80 --lang vi',
    'parindex plan van-ninh cchc --what-if 1.1.1=kip-thoi,1.6=95%',
  ],
  async run(request) {
    const [unit = '', ...paths] = request.args;
    if (paths.length === 0) proveNoFolder(unit, request, 'plan');
    formatOf(request);
    proveOneQuestion(request);
    const supposed = request.options['whatIf'];
    const others = typeof supposed === 'string' ? unitsNamed(supposed) : [];
    const input = loadInput(request, paths, { focus: new Set([unit, ...others]) });
    const { assessment, diagnostics, inputs, lang, dialect } = input;
    const messages = await tell(diagnostics, request, input);
    if (assessment === undefined) return { exit: EXIT.refused, messages };
    proveUnit(unit, assessment);
    const { basis, costs } = request.options;
    const board = score(assessment, typeof basis === 'string' ? basis : undefined);
    const { group, standing } = findStanding(board, unit);
    if (typeof supposed === 'string') {
      const read = readSupposed(supposed, { assessment, group, unit, mark: dialect.mark });
      if (read.diagnostics.length > 0)
        return { exit: EXIT.usage, messages: await tell(read.diagnostics, request, input) };
      const report = reportWhatIf(supposeValues(assessment, board, read.values), { lang });
      return present(report, request, input, { exit: EXIT.done, messages, inputs });
    }
    provePlannable(standing);
    const steps = stepsOf(request);
    const target = targetOf(request, group, standing);
    const prices = typeof costs === 'string' ? loadPrices(request, costs, group.rubric, dialect) : undefined;
    const plan = planFor(assessment, board, unit, target, {
      mark: dialect.mark,
      ...(prices === undefined ? {} : { prices }),
      ...(steps === undefined ? {} : { steps }),
    });
    const read = typeof costs === 'string' ? [...inputs, costs] : inputs;
    return present(reportPlan(plan, { lang }), request, input, { exit: EXIT.done, messages, inputs: read });
  },
};

function stepsOf({ options }: Request): number | undefined {
  const asked = options['nodes'];
  if (asked === undefined) return undefined;
  const steps = /^[1-9][0-9]{0,8}$/.test(`${asked}`) ? toDouble(BigInt(`${asked}`)) : undefined;
  if (steps !== undefined) return steps;
  throw new UsageError({
    en: `--nodes ${asked}: ask for a whole number of steps from 1 to 999999999.`,
    vi: `--nodes ${asked}: hãy ghi số bước là số nguyên từ 1 đến 999999999.`,
  });
}

function proveOneQuestion({ options }: Request): void {
  const given = ['grade', 'rank', 'index', 'whatIf'].filter((name) => options[name] !== undefined);
  if (given.length === 1) return;
  throw new UsageError({
    en: 'Name one target: --grade, --rank or --index, or values with --what-if; for example: parindex plan van-ninh --grade tot',
    vi: 'Hãy nêu một mục tiêu: --grade, --rank hoặc --index, hoặc kết quả giả định bằng --what-if; ví dụ: parindex plan van-ninh --grade tot',
  });
}

function provePlannable({ unit, index }: Standing): void {
  if (index === undefined) {
    throw new UsageError({
      en: `${unit.id} has no index, since every criterion is exempt; there is nothing to plan.`,
      vi: `${unit.id} không có chỉ số vì mọi tiêu chí đều không đánh giá; không có gì để lập phương án.`,
    });
  }
}

function targetOf({ options }: Request, group: GroupBoard, standing: Standing): Target {
  const { grade, rank, index } = options;
  if (typeof grade === 'string') return gradeTarget(grade, group, standing);
  if (typeof rank === 'string') return rankTarget(rank, group, standing);
  const wanted = parseDecimal(String(index).replace(',', '.'));
  if (wanted === undefined || sign(wanted) < 0) {
    throw new UsageError({
      en: `--index ${index} is no index; ask for a number such as 90 or 87.5.`,
      vi: `--index ${index} không phải là chỉ số; hãy ghi một số như 90 hoặc 87.5.`,
    });
  }
  const { min, max } = group.rubric.indexBounds;
  const own = standing.index ?? wanted;
  if (own.n * wanted.d >= wanted.n * own.d || (min !== undefined && min.n * wanted.d >= wanted.n * min.d)) {
    throw alreadyThere(standing, { en: `the index ${index}`, vi: `chỉ số ${index}` });
  }
  if (max !== undefined && max.n * wanted.d < wanted.n * max.d) {
    throw new UsageError({
      en: `The rubric ${group.rubric.id} allows no index above its own bound; ask for less than ${index}.`,
      vi: `Bộ tiêu chí ${group.rubric.id} không cho chỉ số vượt giới hạn của nó; hãy ghi nhỏ hơn ${index}.`,
    });
  }
  return { kind: 'index', index: wanted };
}

function gradeTarget(grade: string, { rubric }: GroupBoard, standing: Standing): Target {
  const bands = rubric.grades?.bands ?? [];
  if (bands.length === 0) {
    throw new UsageError({
      en: `The rubric ${rubric.id} has no grades; ask for --rank or --index.`,
      vi: `Bộ tiêu chí ${rubric.id} không xếp loại; hãy dùng --rank hoặc --index.`,
    });
  }
  const ids = bands.map(({ id }) => id);
  const byName = bands.find(({ name }) => name === grade || nearest(grade, [name]) !== undefined)?.id;
  const id = ids.includes(grade) ? grade : (byName ?? proveChoice(grade, ids, { en: 'grade', vi: 'loại' }));
  const at = ids.indexOf(id);
  if (standing.grade !== undefined && standing.grade.at <= at) {
    const name = bands[standing.grade.at]?.name ?? '';
    throw alreadyThere(standing, { en: `the grade ${name}`, vi: `loại ${name}` });
  }
  return { kind: 'grade', at };
}

function rankTarget(asked: string, { standings, rubric, name }: GroupBoard, standing: Standing): Target {
  const ranked = standings.filter((each) => each.rank !== undefined);
  const last = ranked.at(-1)?.rank ?? 0;
  const found = /^[1-9][0-9]{0,5}$/.test(asked)
    ? ranked.map((_, at) => at + 1).find((rank) => `${rank}` === asked)
    : undefined;
  if (standing.rank === undefined) {
    throw new UsageError({
      en: `${standing.unit.id} is not ranked; ask for --grade or --index.`,
      vi: `${standing.unit.id} không xếp hạng; hãy dùng --grade hoặc --index.`,
    });
  }
  if (found === undefined || (rubric.rank.ties === 'dense' && found > last)) {
    throw new UsageError({
      en: `There is no rank ${asked} in ${name}; the ranks go from 1 to ${last}.`,
      vi: `Không có hạng ${asked} trong ${name}; các hạng từ 1 đến ${last}.`,
    });
  }
  if (standing.rank <= found)
    throw alreadyThere(standing, { en: `rank ${standing.rank}`, vi: `hạng ${standing.rank}` });
  return { kind: 'rank', rank: found };
}

function alreadyThere({ unit }: Standing, what: { en: string; vi: string }): UsageError {
  return new UsageError({
    en: `${unit.id} has ${what.en} already; ask for something better.`,
    vi: `${unit.id} đã đạt ${what.vi}; hãy nêu mục tiêu cao hơn.`,
  });
}
