/** Words of an explanation (diễn giải điểm), in both languages. Numbers come in the reader's decimal mark. */
import type { Told, Words } from '../../model/words.ts';

export const explanationTitle: Told<{ readonly of: string; readonly year: number | undefined }> = {
  en: ({ of, year }) => `Explanation: ${of}${year === undefined ? '' : `, ${year}`}`,
  vi: ({ of, year }) => `Diễn giải điểm: ${of}${year === undefined ? '' : `, năm ${year}`}`,
};

export const explanationWords = {
  way: { en: 'From the points to the rank', vi: 'Từ điểm đến thứ hạng' },
  domains: { en: 'By domain', vi: 'Theo lĩnh vực' },
  losses: { en: 'Points lost, the largest first', vi: 'Điểm mất, nhiều nhất trước' },
  leaves: { en: 'Every criterion, down to its cell', vi: 'Từng tiêu chí, đến từng ô số liệu' },
  adjustments: { en: 'Bonus and penalty', vi: 'Điểm thưởng, điểm trừ' },
  reason: { en: 'Criterion, and how it got its points', vi: 'Tiêu chí và cách tính điểm' },
  cells: { en: 'What was reported', vi: 'Số liệu đã ghi' },
  steps: { en: 'Step by step', vi: 'Từng bước' },
  column: { en: 'Column', vi: 'Cột' },
  value: { en: 'Value', vi: 'Kết quả' },
  place: { en: 'Place (file:line:field)', vi: 'Vị trí (tệp:dòng:ô)' },
  counts: { en: 'Counts', vi: 'Được tính' },
  yes: { en: 'yes', vi: 'có' },
  nothing: { en: 'Nothing is reported.', vi: 'Chưa có số liệu.' },
  noLoss: { en: 'No point was lost.', vi: 'Không mất điểm nào.' },
} as const satisfies Record<string, Words>;

/** Where the row is that has nothing in its cells. */
export const nothingAt: Told<{ readonly place: string }> = {
  en: ({ place }) => `Nothing is reported at ${place}.`,
  vi: ({ place }) => `Chưa có số liệu ở ${place}.`,
};

export const pointsStep: Told<{ readonly terms: string; readonly equals: string }> = {
  en: ({ terms, equals }) => `Points: the domains give ${terms} ${equals}.`,
  vi: ({ terms, equals }) => `Điểm: các lĩnh vực được ${terms} ${equals}.`,
};

interface Kind {
  readonly kind: 'bonus' | 'penalty';
  readonly sum: string;
  readonly cap: string;
  readonly counted: string;
}

const KINDS = { bonus: { en: 'Bonus', vi: 'Điểm thưởng' }, penalty: { en: 'Penalty', vi: 'Điểm trừ' } } as const;

/** `cap` is empty where none is set. */
export const kindStep: Told<Kind> = {
  en: ({ kind, sum, cap, counted }) =>
    `${KINDS[kind].en}: ${sum} given${cap === '' ? '' : `, at most ${cap} together`}: ${kind === 'bonus' ? '+' : '−'}${counted}.`,
  vi: ({ kind, sum, cap, counted }) =>
    `${KINDS[kind].vi}: ${sum} điểm${cap === '' ? '' : `, tổng không quá ${cap}`}: ${kind === 'bonus' ? '+' : '−'}${counted}.`,
};

export const totalStep: Told<{ readonly terms: string; readonly equals: string }> = {
  en: ({ terms, equals }) => `Together: ${terms} ${equals}.`,
  vi: ({ terms, equals }) => `Cộng: ${terms} ${equals}.`,
};

export const exemptStep: Told<{
  readonly list: string;
  readonly scale: string;
  readonly less: string;
  readonly max: string;
}> = {
  en: ({ list, scale, less, max }) =>
    `Exempt, out of the points and of the maximum: ${list}. The maximum is ${scale} − ${less} = ${max}.`,
  vi: ({ list, scale, less, max }) =>
    `Không đánh giá, bỏ khỏi cả điểm đạt và điểm tối đa: ${list}. Điểm tối đa còn ${scale} − ${less} = ${max}.`,
};

export const missingStep: Told<{ readonly list: string }> = {
  en: ({ list }) => `Nothing counted for ${list}: 0 points of the full maximum, as the rubric says (missing: zero).`,
  vi: ({ list }) => `Chưa có số liệu được tính ở ${list}: 0 điểm trên toàn bộ điểm tối đa, theo bộ tiêu chí.`,
};

interface Rounding {
  readonly before: string;
  readonly after: string;
  readonly decimals: number;
}

export const roundedAtTotal: Told<Rounding> = {
  en: ({ before, after, decimals }) =>
    `Rounding: once, half up, at the total, to ${decimals} decimals: ${before} → ${after}.`,
  vi: ({ before, after, decimals }) =>
    `Làm tròn: một lần, ở tổng điểm, đến ${decimals} chữ số thập phân (từ 5 làm tròn lên): ${before} → ${after}.`,
};

export const roundedBelow: Told<{ readonly at: 'leaf' | 'domain'; readonly decimals: number }> = {
  en: ({ at, decimals }) =>
    `Rounding: once, half up, to ${decimals} decimals, at ${at === 'leaf' ? 'each criterion that is marked' : 'each domain'}; the sum is of the rounded figures.`,
  vi: ({ at, decimals }) =>
    `Làm tròn: một lần, đến ${decimals} chữ số thập phân (từ 5 làm tròn lên), ở ${at === 'leaf' ? 'từng tiêu chí chấm điểm' : 'từng lĩnh vực'}; tổng điểm cộng từ các số đã làm tròn.`,
};

/** `shown` is empty where the ratio is the shown figure already. */
export const indexStep: Told<{
  readonly points: string;
  readonly max: string;
  readonly equals: string;
  readonly shown: string;
}> = {
  en: ({ points, max, equals, shown }) =>
    `Index: ${points} ÷ ${max} × 100 ${equals}${shown === '' ? '' : `, shown as ${shown}`}.`,
  vi: ({ points, max, equals, shown }) =>
    `Chỉ số: ${points} ÷ ${max} × 100 ${equals}${shown === '' ? '' : `, ghi là ${shown}`}.`,
};

export const boundsStep: Told<{ readonly ratio: string; readonly index: string }> = {
  en: ({ ratio, index }) => `The rubric bounds the index: ${ratio} counts as ${index}.`,
  vi: ({ ratio, index }) => `Bộ tiêu chí giới hạn chỉ số: ${ratio} tính là ${index}.`,
};

/** `line` and `next` are comparisons such as `92.08 ≥ 85`; empty where there is no such line. */
export const gradeStep: Told<{
  readonly grade: string;
  readonly line: string;
  readonly better: string;
  readonly next: string;
  readonly short: string;
  /** Whether a gate lowers it afterwards. */
  readonly isLowered: boolean;
}> = {
  en: ({ grade, line, better, next, short, isLowered }) =>
    `Grade${isLowered ? ' by the index alone' : ''}: ${grade}${line === '' ? '' : `, since ${line}`}${next === '' ? '' : `; not ${better}, since ${next}: ${short} short`}.`,
  vi: ({ grade, line, better, next, short, isLowered }) =>
    `Xếp loại${isLowered ? ' nếu chỉ xét chỉ số' : ''}: ${grade}${line === '' ? '' : `, vì ${line}`}${next === '' ? '' : `; chưa đạt ${better}, vì ${next}: thiếu ${short}`}.`,
};

interface GateFacts {
  /** The level of its nodes where the gate looks at several, else the one node: `domain 3`. */
  readonly what: string;
  readonly isAny: boolean;
  readonly below: string;
  readonly cap: string;
  /** The node with the lowest index, and how it compares: `domain 7`, `77.29 ≥ 50`. */
  readonly node: string;
  readonly comparison: string;
}

const gateLaw: Told<GateFacts> = {
  en: ({ what, isAny, below, cap }) => `Gate: ${isAny ? `any ${what}` : what} under ${below} caps the grade at ${cap}`,
  vi: ({ what, isAny, below, cap }) =>
    `Điều kiện khống chế: ${isAny ? `có ${what}` : what} dưới ${below} thì xếp loại cao nhất là ${cap}`,
};

export const gateOpen: Told<GateFacts> = {
  en: (facts) =>
    `${gateLaw.en(facts)}; ${facts.isAny ? 'the lowest is ' : ''}${facts.node}: ${facts.comparison}, so it does not.`,
  vi: (facts) =>
    `${gateLaw.vi(facts)}; ${facts.isAny ? 'thấp nhất là ' : ''}${facts.node}: ${facts.comparison}, không bị khống chế.`,
};

export const gateShut: Told<GateFacts & { readonly lowers: boolean }> = {
  en: (facts) =>
    `${gateLaw.en(facts)}; ${facts.node}: ${facts.comparison}, so it does${facts.lowers ? '' : ', which changes nothing here'}.`,
  vi: (facts) =>
    `${gateLaw.vi(facts)}; ${facts.node}: ${facts.comparison}, nên bị khống chế${facts.lowers ? '' : ' (ở đây không thay đổi gì)'}.`,
};

export const finalGrade: Told<{ readonly grade: string }> = {
  en: ({ grade }) => `Grade: ${grade}.`,
  vi: ({ grade }) => `Xếp loại: ${grade}.`,
};

interface Met {
  readonly unit: string;
  readonly rank: number;
  readonly by: string;
}

export const aboveStep: Told<Met> = {
  en: ({ unit, rank, by }) => `Next above: ${unit} (rank ${rank}), ${by}.`,
  vi: ({ unit, rank, by }) => `Xếp ngay trên: ${unit} (hạng ${rank}), ${by}.`,
};

export const belowStep: Told<Met> = {
  en: ({ unit, rank, by }) => `Next below: ${unit} (rank ${rank}), ${by}.`,
  vi: ({ unit, rank, by }) => `Xếp ngay dưới: ${unit} (hạng ${rank}), ${by}.`,
};

export const equalStep: Told<{ readonly units: string; readonly rank: number }> = {
  en: ({ units, rank }) => `Rank ${rank} is shared with ${units}: equal in everything that the rubric compares.`,
  vi: ({ units, rank }) => `Đồng hạng ${rank} với ${units}: bằng nhau ở mọi điểm mà bộ tiêu chí so sánh.`,
};

export const firstStep: Words = { en: 'Nobody stands above.', vi: 'Không có đơn vị nào xếp trên.' };
export const lastStep: Words = { en: 'Nobody stands below.', vi: 'Không có đơn vị nào xếp dưới.' };

/** `4.74 ahead`, seen from this unit. */
export const byIndex: Told<{ readonly gap: string; readonly isAhead: boolean; readonly sum: string }> = {
  en: ({ gap, isAhead, sum }) => `${isAhead ? 'ahead of it' : 'behind it'} by ${gap} (${sum})`,
  vi: ({ gap, isAhead, sum }) => `${isAhead ? 'hơn' : 'kém'} ${gap} (${sum})`,
};

/** `node` such as `domain 3`; figures as texts, or the words for an exempt one. */
export const byBreak: Told<{ readonly node: string; readonly own: string; readonly other: string }> = {
  en: ({ node, own, other }) => `equal index; the tie was broken by ${node}: ${own} here, ${other} there`,
  vi: ({ node, own, other }) => `bằng chỉ số; phân định bằng ${node}: ${own} so với ${other}`,
};

/** What the criteria of a domain add to. */
export const domainSum: Told<{ readonly terms: string; readonly equals: string; readonly max: string }> = {
  en: ({ terms, equals, max }) => `${terms} ${equals} of ${max} points.`,
  vi: ({ terms, equals, max }) => `${terms} ${equals} trên ${max} điểm.`,
};

export const byNothing: Words = { en: 'equal in everything', vi: 'bằng nhau về mọi mặt' };

export const nodeNames = {
  domain: { en: 'domain', vi: 'lĩnh vực' },
  criterion: { en: 'criterion', vi: 'tiêu chí' },
  part: { en: 'part', vi: 'tiêu chí thành phần' },
} as const satisfies Record<string, Words>;

export const otherLosses: Told<{ readonly count: number }> = {
  en: ({ count }) => `${count} others`,
  vi: ({ count }) => `${count} tiêu chí khác`,
};

export const decimalsNote: Told<{ readonly decimals: number }> = {
  en: ({ decimals }) =>
    `Points are shown with ${decimals} decimals, so that they can be added up again; = is exact, ≈ is rounded for showing.`,
  vi: ({ decimals }) =>
    `Điểm được ghi với ${decimals} chữ số thập phân để cộng lại được; dấu = là chính xác, dấu ≈ là làm tròn khi ghi.`,
};

/** Said once above the tree; the places in it go on from there. */
export const folderNote: Told<{ readonly folder: string }> = {
  en: ({ folder }) => `Cells are named by file:line:field; the files are in ${folder}`,
  vi: ({ folder }) => `Mỗi ô số liệu ghi theo tệp:dòng:ô; các tệp nằm trong ${folder}`,
};

export const emptyNode: Told<{ readonly node: string }> = {
  en: ({ node }) => `No criterion under ${node} applies: it is out of the points and of the maximum.`,
  vi: ({ node }) => `Không tiêu chí nào thuộc ${node} được đánh giá: bỏ khỏi cả điểm đạt và điểm tối đa.`,
};
