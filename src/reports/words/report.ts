/** Words of the report page alone, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const sectionTitles = {
  ranking: { en: 'Ranking', vi: 'Bảng xếp hạng' },
  grades: { en: 'Grades', vi: 'Xếp loại' },
  domains: { en: 'By domain', vi: 'Theo lĩnh vực' },
  movement: { en: 'Movement', vi: 'Thay đổi thứ hạng' },
  edges: { en: 'Close calls', vi: 'Trường hợp sát ngưỡng' },
  units: { en: 'Units in brief', vi: 'Từng đơn vị' },
  faults: { en: 'Warnings and notes', vi: 'Cảnh báo và ghi chú' },
  provenance: { en: 'Method and provenance', vi: 'Phương pháp và nguồn gốc số liệu' },
} as const satisfies Record<string, Words>;

export const reportWords = {
  domainKey: { en: 'The domains', vi: 'Các lĩnh vực' },
  count: { en: 'Units', vi: 'Số đơn vị' },
  share: { en: 'Share (%)', vi: 'Tỷ lệ (%)' },
  from: { en: 'From index', vi: 'Chỉ số từ' },
  average: { en: 'Average', vi: 'Giá trị trung bình' },
  heatKey: { en: 'Component index (%)', vi: 'Chỉ số thành phần (%)' },
  moved: { en: 'Movement', vi: 'Thay đổi' },
  rankBefore: { en: 'Rank before', vi: 'Hạng trước' },
  indexBefore: { en: 'Index before', vi: 'Chỉ số trước' },
  indexChange: { en: 'Change of index', vi: 'Chênh lệch chỉ số' },
  gradeBefore: { en: 'Grade before', vi: 'Xếp loại trước' },
  unchanged: { en: 'unchanged', vi: 'giữ nguyên' },
  fresh: { en: 'not ranked before', vi: 'trước chưa xếp hạng' },
  gone: { en: 'no longer ranked', vi: 'nay không xếp hạng' },
  line: { en: 'Grade line', vi: 'Ngưỡng xếp loại' },
  distance: { en: 'Distance', vi: 'Khoảng cách' },
  unrounded: { en: 'Before rounding', vi: 'Trước khi làm tròn' },
  above: { en: 'Above', vi: 'Đơn vị trên' },
  below: { en: 'Below', vi: 'Đơn vị dưới' },
  gap: { en: 'Gap', vi: 'Chênh lệch' },
  gapUnrounded: { en: 'Gap before rounding', vi: 'Chênh lệch trước khi làm tròn' },
  noLosses: { en: 'No points lost.', vi: 'Không mất điểm.' },
  noFaults: { en: 'No warnings.', vi: 'Không có cảnh báo.' },
  place: { en: 'Place', vi: 'Vị trí' },
  code: { en: 'Code', vi: 'Mã lỗi' },
  lostMost: { en: 'Most points lost on (points)', vi: 'Mất điểm nhiều nhất ở (điểm)' },
  remarks: { en: 'Remarks', vi: 'Ghi chú' },
  said: { en: 'What is the case', vi: 'Nội dung' },
  file: { en: 'File', vi: 'Tệp' },
  bytes: { en: 'Bytes', vi: 'Số byte' },
  filesCaption: { en: 'Every file that was read, with its SHA-256', vi: 'Mọi tệp đã đọc, kèm mã SHA-256' },
  bandsCaption: { en: 'Grades of the rubric', vi: 'Các mức xếp loại của bộ tiêu chí' },
} as const satisfies Record<string, Words>;

export const captions = {
  ranking: {
    en: ({ group }) => `Ranking: ${group}`,
    vi: ({ group }) => `Xếp hạng: ${group}`,
  },
  unranked: {
    en: ({ group }) => `Not ranked with the others: ${group}`,
    vi: ({ group }) => `Không xếp hạng chung: ${group}`,
  },
  grades: {
    en: ({ group }) => `Units by grade: ${group}`,
    vi: ({ group }) => `Số đơn vị theo xếp loại: ${group}`,
  },
  movement: {
    en: ({ group }) => `Rank and index, then and now: ${group}`,
    vi: ({ group }) => `Thứ hạng và chỉ số, trước và nay: ${group}`,
  },
  gradeEdges: {
    en: ({ group }) => `Near a grade line: ${group}`,
    vi: ({ group }) => `Sát ngưỡng xếp loại: ${group}`,
  },
  rankEdges: {
    en: ({ group }) => `Near the next rank: ${group}`,
    vi: ({ group }) => `Sát thứ hạng kế tiếp: ${group}`,
  },
  briefly: {
    en: ({ group }) => `Units in brief: ${group}`,
    vi: ({ group }) => `Từng đơn vị: ${group}`,
  },
  losses: {
    en: ({ group }) => `Largest losses of ${group}`,
    vi: ({ group }) => `Mất điểm nhiều nhất: ${group}`,
  },
} as const satisfies Record<string, Told<{ readonly group: string }>>;

export const placesMoved: Told<{ readonly places: number }> = {
  en: ({ places }) => (places > 0 ? `▲ ${places} up` : `▼ ${-places} down`),
  vi: ({ places }) => (places > 0 ? `▲ tăng ${places}` : `▼ giảm ${-places}`),
};

export const averageGrade: Told<{ readonly index: string; readonly count: number }> = {
  en: ({ index, count }) => `Average index of ${counted(count, 'ranked unit', 'ranked units')}: ${index}%.`,
  vi: ({ index, count }) => `Chỉ số trung bình của ${count} đơn vị được xếp hạng: ${index}%.`,
};

export const edgesIntro: Told<{ readonly margin: string; readonly on: 'rounded' | 'exact' }> = {
  en: ({ margin, on }) =>
    `Units within ${margin} index points of a grade line or of the next rank. ` +
    `The rubric decides on the ${on === 'exact' ? 'index before rounding' : 'index as it is shown'}; distances are exact.`,
  vi: ({ margin, on }) =>
    `Các đơn vị cách ngưỡng xếp loại hoặc thứ hạng kế tiếp không quá ${margin} điểm chỉ số. ` +
    `Bộ tiêu chí xét theo ${on === 'exact' ? 'chỉ số trước khi làm tròn' : 'chỉ số hiển thị'}; khoảng cách là số chính xác.`,
};

export const edgesLeftOut: Told<{ readonly most: number; readonly left: number }> = {
  en: ({ most, left }) => `Only the ${most} closest of each kind are listed; ${left} more are left out.`,
  vi: ({ most, left }) => `Chỉ liệt kê ${most} trường hợp sát nhất của mỗi loại; lược bớt ${left} trường hợp.`,
};

export const noEdges: Told<{ readonly margin: string; readonly group: string }> = {
  en: ({ margin, group }) => `${group}: no unit is within ${margin} index points of a line.`,
  vi: ({ margin, group }) => `${group}: không có đơn vị nào cách ngưỡng không quá ${margin} điểm chỉ số.`,
};

export const previousFrom: Told<{ readonly source: string; readonly sha256: string }> = {
  en: ({ source, sha256 }) => `Compared with ${source}${sha256 === '' ? '' : ` [sha256 ${sha256}]`}.`,
  vi: ({ source, sha256 }) => `So với ${source}${sha256 === '' ? '' : ` [sha256 ${sha256}]`}.`,
};

export const noPrevious: Words = {
  en: 'No ranked unit of this year was ranked in the earlier one.',
  vi: 'Không có đơn vị nào của kỳ này được xếp hạng ở kỳ trước.',
};

export const madeBy: Told<{ readonly tool: string; readonly date: string }> = {
  en: ({ tool, date }) =>
    `Made by ${tool}${date === '' ? '' : `, dated ${date}`}. The same input gives the same bytes.`,
  vi: ({ tool, date }) => `Lập bằng ${tool}${date === '' ? '' : `, ngày ${date}`}. Cùng số liệu cho ra cùng một tệp.`,
};

export const rubricDigest: Told<{ readonly title: string; readonly id: string; readonly digest: string }> = {
  en: ({ title, id, digest }) => `Rubric ${id}: ${title}. SHA-256 ${digest}.`,
  vi: ({ title, id, digest }) => `Bộ tiêu chí ${id}: ${title}. SHA-256 ${digest}.`,
};

export const gradedOn: Told<{ readonly on: 'rounded' | 'exact' }> = {
  en: ({ on }) =>
    on === 'exact'
      ? 'Grades are decided on the index before rounding.'
      : 'Grades are decided on the index as it is shown.',
  vi: ({ on }) =>
    on === 'exact' ? 'Xếp loại xét theo chỉ số trước khi làm tròn.' : 'Xếp loại xét theo chỉ số hiển thị.',
};

export const rankedOn: Told<{
  readonly on: 'rounded' | 'exact';
  readonly ties: 'competition' | 'dense';
  readonly breaks: string;
}> = {
  en: ({ on, ties, breaks }) =>
    `Ranks are decided on the index ${on === 'exact' ? 'before rounding' : 'as it is shown'}` +
    `${breaks === '' ? '' : `, then on ${breaks}`}; still equal units share a rank, the next counts ${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}.`,
  vi: ({ on, ties, breaks }) =>
    `Xếp hạng theo chỉ số ${on === 'exact' ? 'trước khi làm tròn' : 'hiển thị'}` +
    `${breaks === '' ? '' : `, rồi đến ${breaks}`}; nếu vẫn bằng nhau thì đồng hạng, hạng tiếp theo đếm kiểu ${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}.`,
};

export const underRule: Told<{ readonly bound: string }> = {
  en: ({ bound }) => `under ${bound}`,
  vi: ({ bound }) => `dưới ${bound}`,
};

/** Why a unit's figures need a second look, each with its ids. */
export const cardNotes = {
  overrides: {
    en: ({ list }) => `Points set outright by the council: ${list}.`,
    vi: ({ list }) => `Điểm quyết định của hội đồng: ${list}.`,
  },
  missing: {
    en: ({ list }) => `Nothing reported, counted as 0: ${list}.`,
    vi: ({ list }) => `Chưa có số liệu, tính 0 điểm: ${list}.`,
  },
  exempt: {
    en: ({ list }) => `Exempt: ${list}.`,
    vi: ({ list }) => `Không đánh giá: ${list}.`,
  },
} as const satisfies Record<string, Told<{ readonly list: string }>>;

export const inBrief = {
  top: { en: 'At the top', vi: 'Dẫn đầu' },
  movers: { en: 'Moved most', vi: 'Thay đổi nhiều nhất' },
} as const satisfies Record<string, Words>;

export const faultsInBrief: Told<{ readonly warnings: number; readonly notes: number }> = {
  en: ({ warnings, notes }) =>
    `No errors, ${counted(warnings, 'warning', 'warnings')}, ${counted(notes, 'note', 'notes')}.`,
  vi: ({ warnings, notes }) => `Không có lỗi, ${warnings} cảnh báo, ${notes} lưu ý.`,
};

export const gradesInBrief: Told<{ readonly list: string }> = {
  en: ({ list }) => `Grades: ${list}.`,
  vi: ({ list }) => `Xếp loại: ${list}.`,
};
