/** Words of an audit of a table, in both languages. */
import type { Check, DetailKind } from '../../model/published.ts';
import type { Told, Words } from '../../model/words.ts';

export const checkWords: Readonly<Record<Check, Words>> = {
  parts: { en: 'Parts against totals', vi: 'Các thành phần và tổng' },
  index: { en: 'Index against points and maximum', vi: 'Chỉ số và điểm, điểm tối đa' },
  shares: { en: 'Shares against 100', vi: 'Tổng tỷ lệ và 100' },
  share: { en: 'Shares against counts', vi: 'Tỷ lệ và số lượng' },
  counts: { en: 'Counts against their total', vi: 'Số lượng và tổng số' },
  sizes: { en: 'Sizes of groups against the rows', vi: 'Số đơn vị của nhóm và số dòng' },
  listed: { en: 'Counts against the list', vi: 'Số lượng và danh sách đơn vị' },
  units: { en: 'Units, each once and on the list', vi: 'Đơn vị, mỗi đơn vị một lần và có trong danh sách' },
  numbers: { en: 'Running numbers', vi: 'Số thứ tự' },
  order: { en: 'Ranks against scores', vi: 'Thứ hạng và điểm' },
  ties: { en: 'Counting after a tie', vi: 'Cách đếm khi đồng hạng' },
  grades: { en: 'Grades against bands', vi: 'Xếp loại và thang xếp loại' },
  lines: { en: 'Lines that fit the grades', vi: 'Mức điểm phù hợp với xếp loại' },
  delta: { en: 'Changes against the two years', vi: 'Mức tăng, giảm và số liệu hai năm' },
};

export const tableAuditWords = {
  check: { en: 'Check', vi: 'Nội dung kiểm tra' },
  confirmed: { en: 'Confirmed', vi: 'Khớp' },
  possible: { en: 'Possible', vi: 'Có thể đúng' },
  refuted: { en: 'Refuted', vi: 'Không khớp' },
  fits: { en: 'What fits', vi: 'Cách tính phù hợp' },
  roundingNote: {
    en: 'Each printed figure stands for all that round half up to it; shorter figures of a column have lost zeros at the end.',
    vi: 'Mỗi số ghi trong bảng đại diện cho mọi giá trị làm tròn thành số đó; số ít chữ số thập phân hơn trong cùng cột là số đã bỏ các số 0 ở cuối.',
  },
} as const satisfies Record<string, Words>;

/** Columns that belong together may all be there, and no row have figures in them. */
export const noChecks: Words = {
  en: 'Nothing could be checked: no row has all the figures that a check needs.',
  vi: 'Không kiểm tra được gì: không dòng nào có đủ số liệu để đối chiếu.',
};

export const ignoredLine: Told<{ readonly list: string }> = {
  en: ({ list }) => `Columns that were not looked at: ${list}.`,
  vi: ({ list }) => `Các cột không xem xét: ${list}.`,
};

type Facts = Readonly<Record<string, string>>;

const STYLES_EN: Readonly<Record<string, string>> = {
  competition: 'competition (1, 2, 2, 4)',
  dense: 'dense (1, 2, 2, 3)',
};

/** All that the sum can have been before its parts were rounded; nothing where they were not. */
function rangeEn(low = '', high = ''): string {
  return low === high ? '' : ` (before rounding: ${low} to ${high})`;
}

function rangeVi(low = '', high = ''): string {
  return low === high ? '' : ` (trước khi làm tròn: từ ${low} đến ${high})`;
}

/** What is behind a finding; figures come with the reader's decimal mark. `truth` and `printed` are among the facts. */
export const details: Readonly<Record<DetailKind, Told<Facts>>> = {
  sum: {
    en: ({ printed, made, low, high }) => `printed ${printed}; the parts add to ${made}${rangeEn(low, high)}.`,
    vi: ({ printed, made, low, high }) => `bảng ghi ${printed}; cộng các thành phần được ${made}${rangeVi(low, high)}.`,
  },
  whole: {
    en: ({ made, low, high }) => `the shares add to ${made}${rangeEn(low, high)}, not to 100.`,
    vi: ({ made, low, high }) => `cộng các tỷ lệ được ${made}${rangeVi(low, high)}, không phải 100.`,
  },
  ratio: {
    en: ({ printed, points, max, made }) => `printed ${printed}; ${points} of ${max} is ${made} %.`,
    vi: ({ printed, points, max, made }) => `bảng ghi ${printed}; ${points} trên ${max} là ${made} %.`,
  },
  difference: {
    en: ({ printed, from, to, truth, needed, copy }) =>
      `printed ${printed}; from ${from} to ${to} it is ${truth}` +
      `${copy ? ` (${from} also stands at ${copy}; ${printed} would need ${needed})` : ''}.`,
    vi: ({ printed, from, to, truth, needed, copy }) =>
      `bảng ghi ${printed}; từ ${from} đến ${to} là ${truth}` +
      `${copy ? ` (${from} cũng là số của ${copy}; mức ${printed} cần ${needed})` : ''}.`,
  },
  size: {
    en: ({ printed, rows }) => `a group of ${printed} is printed; the table has ${rows}.`,
    vi: ({ printed, rows }) => `bảng ghi nhóm có ${printed} đơn vị; bảng có ${rows} dòng.`,
  },
  'part-of-list': {
    en: ({ printed, rows }) =>
      `a group of ${printed} is printed, the table has ${rows}: it may show a part of the group.`,
    vi: ({ printed, rows }) =>
      `bảng ghi nhóm có ${printed} đơn vị, bảng có ${rows} dòng: có thể chỉ nêu một phần của nhóm.`,
  },
  beyond: {
    en: ({ printed, size }) => `rank ${printed} in a group of ${size}.`,
    vi: ({ printed, size }) => `hạng ${printed} trong nhóm chỉ có ${size} đơn vị.`,
  },
  listed: {
    en: ({ printed, truth, file }) => `printed ${printed}; ${file} lists ${truth}.`,
    vi: ({ printed, truth, file }) => `bảng ghi ${printed}; ${file} có ${truth} đơn vị.`,
  },
  unlisted: {
    en: ({ file }) => `this unit is not on the list ${file}.`,
    vi: ({ file }) => `đơn vị này không có trong danh sách ${file}.`,
  },
  absent: {
    en: ({ table }) => `this unit of the list is not in ${table}.`,
    vi: ({ table }) => `đơn vị này có trong danh sách nhưng không có trong ${table}.`,
  },
  repeated: {
    en: ({ line }) => `this unit stands on line ${line} already.`,
    vi: ({ line }) => `đơn vị này đã có ở dòng ${line}.`,
  },
  number: {
    en: ({ printed, truth }) => `numbered ${printed}, the row is number ${truth}.`,
    vi: ({ printed, truth }) => `ghi số thứ tự ${printed}, đúng ra là ${truth}.`,
  },
  order: {
    en: ({ printed, score, other, otherRank, otherScore }) =>
      `rank ${printed} with ${score}, below ${other}: rank ${otherRank} with ${otherScore}.`,
    vi: ({ printed, score, other, otherRank, otherScore }) =>
      `hạng ${printed} với ${score}, dưới ${other}: hạng ${otherRank} với ${otherScore}.`,
  },
  equal: {
    en: ({ printed, score, other, otherRank }) =>
      `rank ${printed} with ${score}, the same as ${other} on rank ${otherRank}: decided before rounding, or by a tie-break.`,
    vi: ({ printed, score, other, otherRank }) =>
      `hạng ${printed} với ${score}, bằng ${other} ở hạng ${otherRank}: xét trước khi làm tròn, hoặc theo tiêu chí phụ.`,
  },
  tied: {
    en: ({ printed, score, other, otherScore }) =>
      `shares rank ${printed} with ${other}, though ${score} is not ${otherScore}.`,
    vi: ({ printed, score, other, otherScore }) => `đồng hạng ${printed} với ${other}, dù ${score} khác ${otherScore}.`,
  },
  'no-rank': {
    en: ({ printed }) => `"${printed}" is no rank: ranks are whole numbers from 1.`,
    vi: ({ printed }) => `"${printed}" không phải là thứ hạng: thứ hạng là số nguyên từ 1.`,
  },
  style: {
    en: ({ fits = '', ties }) =>
      fits === 'untied' ? 'no tie: every way of counting fits.' : `${STYLES_EN[fits]} fits (ties: ${ties}).`,
    vi: ({ fits = '', ties }) =>
      fits === 'untied'
        ? 'không có đồng hạng: cách đếm nào cũng phù hợp.'
        : `phù hợp cách đếm ${fits === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'} (số lần đồng hạng: ${ties}).`,
  },
  'no-style': {
    en: ({ rank }) =>
      `neither 1, 2, 2, 4 nor 1, 2, 2, 3 fits: rank ${rank} stands too close below, and ranks are left out.`,
    vi: ({ rank }) => `không phù hợp cách đếm 1, 2, 2, 4 hay 1, 2, 2, 3: hạng ${rank} quá sát, và có hạng bị bỏ trống.`,
  },
  gap: {
    en: ({ rank, listed }) =>
      `neither 1, 2, 2, 4 nor 1, 2, 2, 3 fits: all ${listed} units are listed, and the count breaks at rank ${rank}.`,
    vi: ({ rank, listed }) =>
      `không phù hợp cách đếm 1, 2, 2, 4 hay 1, 2, 2, 3: bảng có đủ ${listed} đơn vị, thứ tự bị ngắt ở hạng ${rank}.`,
  },
  band: {
    en: ({ printed, score, band }) => `printed ${printed}; ${score} gives ${band}.`,
    vi: ({ printed, score, band }) => `bảng ghi ${printed}; ${score} là ${band}.`,
  },
  gate: {
    en: ({ printed, score, band, node, component, below, cap }) =>
      `printed ${printed}; ${score} gives ${band}, but component ${node} with ${component} is below ${below}, which allows ${cap} at best.`,
    vi: ({ printed, score, band, node, component, below, cap }) =>
      `bảng ghi ${printed}; ${score} là ${band}, nhưng thành phần ${node} đạt ${component}, dưới ${below}, nên cao nhất là ${cap}.`,
  },
  'maybe-gate': {
    en: ({ printed, score, band }) =>
      `printed ${printed}; ${score} gives ${band}, but a gate may hold it down: the component indices are not in the table.`,
    vi: ({ printed, score, band }) =>
      `bảng ghi ${printed}; ${score} là ${band}, nhưng có thể bị khống chế: bảng không có chỉ số thành phần.`,
  },
  'unknown-grade': {
    en: ({ printed, score, band }) => `there is no grade "${printed}"; ${score} gives ${band}.`,
    vi: ({ printed, score, band }) => `không có loại "${printed}"; ${score} là ${band}.`,
  },
  line: {
    en: ({ upper, lower, above, upTo, truth }) =>
      `${upper} begins above ${above} (the highest ${lower}) and at ${upTo} at the latest, for example at ${truth}.`,
    vi: ({ upper, lower, above, upTo, truth }) =>
      `mức dưới của loại ${upper} cao hơn ${above} (điểm cao nhất của loại ${lower}) và không quá ${upTo}, ví dụ ${truth}.`,
  },
  overlap: {
    en: ({ upper, lower, above, upTo, other }) =>
      `no line parts ${upper} from ${lower}: ${other} has ${above} and is only ${lower}, here ${upTo} is ${upper}; only a gate could explain it.`,
    vi: ({ upper, lower, above, upTo, other }) =>
      `không có mức nào tách loại ${upper} và ${lower}: ${other} đạt ${above} chỉ là ${lower}, ở đây ${upTo} là ${upper}; chỉ có thể do bị khống chế.`,
  },
};
