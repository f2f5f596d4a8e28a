/** Words of a plan and of a what-if, in both languages. Numbers come in the reader's decimal mark. */
import type { Excluded } from '../../model/plan.ts';
import type { Told, Words } from '../../model/words.ts';

export const planTitle: Told<{ readonly unit: string; readonly goal: string; readonly year: number | undefined }> = {
  en: ({ unit, goal, year }) => `Plan: ${unit} to ${goal}${year === undefined ? '' : `, by the data of ${year}`}`,
  vi: ({ unit, goal, year }) =>
    `Phương án: ${unit} đạt ${goal}${year === undefined ? '' : `, theo số liệu năm ${year}`}`,
};

export const goalNames = {
  grade: { en: (name: string) => `the grade ${name}`, vi: (name: string) => `loại ${name}` },
  rank: { en: (rank: string) => `rank ${rank}`, vi: (rank: string) => `hạng ${rank}` },
  index: { en: (index: string) => `the index ${index}`, vi: (index: string) => `chỉ số ${index}` },
} as const;

export const nowLine: Told<{ readonly index: string; readonly grade: string; readonly rank: string }> = {
  en: ({ index, grade, rank }) =>
    `Now: index ${index}${grade === '' ? '' : `, grade ${grade}`}${rank === '' ? '' : `, rank ${rank}`}.`,
  vi: ({ index, grade, rank }) =>
    `Hiện tại: chỉ số ${index}${grade === '' ? '' : `, loại ${grade}`}${rank === '' ? '' : `, hạng ${rank}`}.`,
};

/** `isRounded`: figures are compared as they are shown; `isBeyond`: the line has to be passed. */
export const needTotal: Told<{
  readonly need: string;
  readonly line: string;
  readonly isRounded: boolean;
  readonly isBeyond: boolean;
}> = {
  en: ({ need, line, isRounded, isBeyond }) =>
    isBeyond
      ? `Needed: more than ${need} ${pointsFor(need)} in all, for an index above ${line}.`
      : `Needed: ${need} more ${pointsFor(need)} in all, for an index of ${line}${isRounded ? ' (a figure half a step below is rounded up to it)' : ''}.`,
  vi: ({ need, line, isRounded, isBeyond }) =>
    isBeyond
      ? `Cần thêm: hơn ${need} điểm tổng cộng, để chỉ số trên ${line}.`
      : `Cần thêm: ${need} điểm tổng cộng, để chỉ số là ${line}${isRounded ? ' (kém nửa đơn vị làm tròn thì được làm tròn lên)' : ''}.`,
};

export const needNode: Told<{ readonly need: string; readonly node: string; readonly isBeyond: boolean }> = {
  en: ({ need, node, isBeyond }) =>
    isBeyond
      ? `Needed: more than ${need} ${pointsFor(need)} in ${node}.`
      : `Needed: ${need} more ${pointsFor(need)} in ${node}.`,
  vi: ({ need, node, isBeyond }) => `Cần thêm: ${isBeyond ? 'hơn ' : ''}${need} điểm ở ${node}.`,
};

/** One point, any other number of points. */
function pointsFor(amount: string): string {
  return amount === '1' ? 'point' : 'points';
}

export const rivalLine: Told<{ readonly unit: string; readonly index: string }> = {
  en: ({ unit, index }) => `There stands now: ${unit}, index ${index}. All other units are taken as they are.`,
  vi: ({ unit, index }) => `Đang ở vị trí đó: ${unit}, chỉ số ${index}. Các đơn vị khác giữ nguyên.`,
};

export const choiceHeading: Told<{ readonly number: number; readonly of: number; readonly leaves: number }> = {
  en: ({ number, of, leaves }) =>
    `${of === 1 ? 'The cheapest choice' : `Choice ${number} of ${of}, equally good`}: ${leaves} ${leaves === 1 ? 'criterion' : 'criteria'}`,
  vi: ({ number, of, leaves }) =>
    `${of === 1 ? 'Phương án ít tốn nhất' : `Phương án ${number} trên ${of}, tốt như nhau`}: ${leaves} tiêu chí`,
};

export const choiceLine: Told<{
  readonly gain: string;
  readonly cost: string;
  readonly index: string;
  readonly shown: string;
}> = {
  en: ({ gain, cost, index, shown }) =>
    `Gains ${gain} ${pointsFor(gain)}${cost === '' ? '' : ` for ${cost}`}; the index would be ${index}, shown as ${shown}.`,
  vi: ({ gain, cost, index, shown }) =>
    `Thêm ${gain} điểm${cost === '' ? '' : `, chi phí ${cost}`}; chỉ số sẽ là ${index}, ghi là ${shown}.`,
};

/** Ids in a row, empty where there are none; never both empty. */
export const costsLine: Told<{ readonly fromFile: string; readonly fromRubric: string }> = {
  en: ({ fromFile, fromRubric }) => {
    if (fromFile === '') return 'Costs are those of the rubric.';
    return fromRubric === ''
      ? 'Costs are those of --costs.'
      : `Costs are those of --costs for ${fromFile}, and those of the rubric for ${fromRubric}.`;
  },
  vi: ({ fromFile, fromRubric }) => {
    if (fromFile === '') return 'Chi phí lấy theo bộ tiêu chí.';
    return fromRubric === ''
      ? 'Chi phí lấy theo --costs.'
      : `Chi phí của ${fromFile} lấy theo --costs, của ${fromRubric} lấy theo bộ tiêu chí.`;
  },
};

/** The rubric lets no index beyond `most`. */
export const barred: Told<{ readonly most: string }> = {
  en: ({ most }) => `This cannot be reached: the rubric lets no index beyond ${most}, whatever is improved.`,
  vi: ({ most }) => `Không thể đạt: bộ tiêu chí không cho chỉ số vượt ${most}, dù cải thiện thế nào.`,
};

export const unreachable: Told<{ readonly best: string; readonly what: string }> = {
  en: ({ best, what }) =>
    `This cannot be reached: with every criterion below at its best, ${what}, and the index would be ${best}.`,
  vi: ({ best, what }) =>
    `Không thể đạt: khi mọi tiêu chí dưới đây đều đạt mức cao nhất, ${what}, và chỉ số sẽ là ${best}.`,
};

export const unmetText: Told<{ readonly node: string; readonly most: string; readonly need: string }> = {
  en: ({ node, most, need }) => `${node} gains ${most} ${pointsFor(most)} of the ${need} that it needs`,
  vi: ({ node, most, need }) => `${node} thêm được ${most} điểm trong ${need} điểm cần thêm`,
};

export const excludedReasons: Readonly<Record<Exclude<Excluded, 'full' | 'outside'>, Words>> = {
  survey: { en: 'decided by surveys', vi: 'do điều tra xã hội học' },
  relative: { en: 'depends on the other units', vi: 'phụ thuộc các đơn vị khác' },
  exempt: { en: 'exempt', vi: 'không đánh giá' },
  override: { en: 'points set by the council', vi: 'điểm quyết định của hội đồng' },
  missing: { en: 'nothing appraised yet', vi: 'chưa có kết quả thẩm định' },
  uncosted: { en: 'no cost given', vi: 'không có chi phí' },
};

export const excludedLine: Told<{ readonly why: string; readonly list: string; readonly isLosing: boolean }> = {
  en: ({ why, list, isLosing }) => `Left out, ${why}${isLosing ? ' (points lost there)' : ''}: ${list}.`,
  vi: ({ why, list, isLosing }) => `Không xét, ${why}${isLosing ? ' (điểm đang mất)' : ''}: ${list}.`,
};

export const planWords = {
  now: { en: 'Now', vi: 'Hiện tại' },
  goal: { en: 'To be reached', vi: 'Cần đạt' },
  gain: { en: 'Gain', vi: 'Thêm' },
  cost: { en: 'Cost', vi: 'Chi phí' },
  most: { en: 'At most', vi: 'Nhiều nhất' },
  candidates: { en: 'What could still be gained', vi: 'Điểm còn có thể thêm' },
  total: { en: 'Total', vi: 'Cộng' },
  theTotal: { en: 'the total', vi: 'tổng điểm' },
  inPoints: {
    en: 'Cheapest is: the fewest points beyond what is needed, then the fewest criteria; costs of your own: --costs.',
    vi: 'Ít tốn nhất là: ít điểm thừa nhất, rồi ít tiêu chí nhất; dùng chi phí riêng bằng --costs.',
  },
  free: {
    en: 'Points that criteria gain without a step can be shifted among them as long as the total stays.',
    vi: 'Điểm ở các tiêu chí tăng liên tục có thể chuyển cho nhau, miễn tổng không đổi.',
  },
  adjustments: {
    en: 'Bonus and penalty points are taken as they are.',
    vi: 'Điểm thưởng, điểm trừ giữ nguyên.',
  },
  byDomain: {
    en: 'Each domain is rounded before the total, so that this may rise by a little more or less than the points gained.',
    vi: 'Từng lĩnh vực được làm tròn trước khi cộng, nên tổng có thể tăng hơn hay kém số điểm thêm một chút.',
  },
  more: { en: 'There are more choices as good as these.', vi: 'Còn những phương án khác tốt như vậy.' },
  mayBeMore: {
    en: 'There may be more choices as good as these.',
    vi: 'Có thể còn phương án khác tốt như vậy.',
  },
  cut: {
    en: 'The search was cut short: this is the best choice found, and a cheaper one cannot be ruled out. --nodes lets the search go on.',
    vi: 'Việc tìm đã dừng sớm: đây là phương án tốt nhất tìm được, chưa loại trừ có phương án ít tốn hơn. Dùng --nodes để tìm tiếp.',
  },
} as const satisfies Record<string, Words>;
