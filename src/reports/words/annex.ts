/** Words of the annex of a decision, in both languages; the Vietnamese ones as offices write them. */
import type { Told, Words } from '../../model/words.ts';

export const annexWords = {
  annex: { en: 'Annex', vi: 'Phụ lục' },
  number: { en: 'No.', vi: 'STT' },
  unit: { en: 'Unit', vi: 'Tên đơn vị' },
  self: { en: 'Self-assessed points', vi: 'Điểm tự đánh giá' },
  appraised: { en: 'Appraised points', vi: 'Điểm thẩm định' },
  survey: { en: 'Survey points', vi: 'Điểm ĐTXHH' },
  total: { en: 'Total points', vi: 'Tổng điểm' },
  index: { en: 'Index (%)', vi: 'Chỉ số (%)' },
  rank: { en: 'Rank', vi: 'Xếp hạng' },
  grade: { en: 'Grade', vi: 'Xếp loại' },
  average: { en: 'Average', vi: 'Giá trị trung bình' },
  byDomain: { en: 'Points and component index by domain', vi: 'Điểm và chỉ số thành phần theo lĩnh vực' },
  unranked: { en: 'Not ranked with the others', vi: 'Không xếp hạng chung' },
} as const satisfies Record<string, Words>;

/** The number of the decision and the date in words; blanks where they are empty, to be filled in by hand. */
export const attachedTo: Told<{ readonly decision: string; readonly date: string }> = {
  en: ({ decision, date }) => `(Attached to decision No. ${decision || '………'} of ${date || '………'})`,
  vi: ({ decision, date }) =>
    `(Kèm theo Quyết định số ${decision || '………'} ${date === '' ? 'ngày …… tháng …… năm ………' : date} của ………………)`,
};

export const dateInWords: Told<{ readonly day: string; readonly month: string; readonly year: string }> = {
  en: ({ day, month, year }) => `${day}/${month}/${year}`,
  vi: ({ day, month, year }) => `ngày ${day} tháng ${month} năm ${year}`,
};

export const otherDate: Told<{ readonly date: string }> = {
  en: ({ date }) => date,
  vi: ({ date }) => `ngày ${date}`,
};

/** Quốc hiệu, tiêu ngữ: the words and their capitals are those of Nghị định 30/2020/NĐ-CP, Phụ lục I. */
export const letterheadWords = {
  nation: { en: 'SOCIALIST REPUBLIC OF VIET NAM', vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  motto: { en: 'Independence - Freedom - Happiness', vi: 'Độc lập - Tự do - Hạnh phúc' },
} as const satisfies Record<string, Words>;

export const documentNumber: Told<{ readonly number: string }> = {
  en: ({ number }) => `No.: ${number || '………/………'}`,
  vi: ({ number }) => `Số: ${number || '………/………'}`,
};

export const placeAndDate: Told<{ readonly date: string }> = {
  en: ({ date }) => `………………, ${date || '………'}`,
  vi: ({ date }) => `………………, ${date || 'ngày …… tháng …… năm ………'}`,
};

export const domainPoints: Told<{ readonly id: string; readonly max: string }> = {
  en: ({ id, max }) => `${id} (${max})`,
  vi: ({ id, max }) => `${id} (${max})`,
};

export const annexNotes = {
  columns: {
    en: 'Appraised points are of the criteria that are not surveyed; survey points of those that are.',
    vi: 'Điểm thẩm định: điểm các tiêu chí không qua điều tra; điểm ĐTXHH: điểm các tiêu chí điều tra xã hội học.',
  },
  self: {
    en: 'Self-assessed points are the total by the figures of the units alone, without surveyed criteria.',
    vi: 'Điểm tự đánh giá: tổng điểm theo số liệu đơn vị tự chấm, không gồm tiêu chí điều tra xã hội học.',
  },
  average: {
    en: 'The average is of the figures shown, over the ranked units.',
    vi: 'Giá trị trung bình tính trên các số trong bảng của những đơn vị được xếp hạng.',
  },
  domains: {
    en: 'In each cell: points, then the component index in per cent in brackets; the maximum stands in the header.',
    vi: 'Mỗi ô: điểm, trong ngoặc là chỉ số thành phần (%); điểm tối đa ghi ở tiêu đề cột.',
  },
} as const satisfies Record<string, Words>;

export const partsDifferIn: Told<{ readonly list: string }> = {
  en: ({ list }) => `Parts are rounded for showing only and do not add to the shown total for: ${list}.`,
  vi: ({ list }) => `Các điểm thành phần chỉ được làm tròn khi hiển thị nên cộng lại không bằng tổng điểm: ${list}.`,
};
