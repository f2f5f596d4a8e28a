/** Words of the ranking alone, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

interface Listing {
  readonly list: string;
}

export const rankingTitle: Told<{ readonly year: number | undefined }> = {
  en: ({ year }) => (year === undefined ? 'Ranking' : `Ranking of ${year}`),
  vi: ({ year }) => (year === undefined ? 'Kết quả xếp hạng' : `Kết quả xếp hạng năm ${year}`),
};

export const yearAndBasis: Told<{ readonly year: number | undefined; readonly basis: string }> = {
  en: ({ year, basis }) => `${year === undefined ? '' : `Year ${year}. `}Basis: ${basis}.`,
  vi: ({ year, basis }) => `${year === undefined ? '' : `Năm ${year}. `}Căn cứ tính điểm: ${basis}.`,
};

export const unofficialBasis: Told<{ readonly basis: string; readonly official: string }> = {
  en: ({ basis, official }) =>
    `NOT THE OFFICIAL RESULT: these are the ${basis} figures; the official result rests on the ${official} ones.`,
  vi: ({ basis, official }) =>
    `KHÔNG PHẢI KẾT QUẢ CHÍNH THỨC: bảng này tính theo số liệu ${basis}; kết quả chính thức tính theo số liệu ${official}.`,
};

export const draft: Told<{ readonly left: number; readonly all: number } & Listing> = {
  en: ({ left, all, list }) =>
    `DRAFT: ${left} of ${counted(all, 'unit', 'units')} left out because of faults: ${list}. ` +
    'Ranks may change when they come in.',
  vi: ({ left, all, list }) =>
    `DỰ THẢO: ${left} trên ${all} đơn vị chưa được xếp hạng vì số liệu còn lỗi: ${list}. ` +
    'Thứ hạng có thể thay đổi khi bổ sung các đơn vị này.',
};

export const unitWithFaults: Told<{ readonly name: string; readonly faults: number }> = {
  en: ({ name, faults }) => `${name} (${counted(faults, 'fault', 'faults')})`,
  vi: ({ name, faults }) => `${name} (${faults} lỗi)`,
};

export const pointsOf: Told<{ readonly max: string }> = {
  en: ({ max }) => `Points (of ${max})`,
  vi: ({ max }) => `Điểm (trên ${max})`,
};

export const rankingWords = {
  unranked: { en: 'Not ranked with the others', vi: 'Không xếp hạng chung' },
  withoutIndex: {
    en: 'Without an index: no criterion applies',
    vi: 'Không có chỉ số: mọi tiêu chí đều không đánh giá',
  },
  byDomain: { en: 'Points by domain', vi: 'Điểm theo lĩnh vực' },
  nobody: { en: 'No unit is ranked here.', vi: 'Không có đơn vị nào được xếp hạng.' },
} as const satisfies Record<string, Words>;

export const topOnly: Told<{ readonly top: number; readonly shown: number; readonly all: number }> = {
  en: ({ top, shown, all }) => `Shown: the first ${counted(top, 'rank', 'ranks')}, ${shown} of ${all} ranked units.`,
  vi: ({ top, shown, all }) => `Chỉ hiện ${top} hạng đầu: ${shown} trên ${all} đơn vị được xếp hạng.`,
};

export const andOthers: Told<{ readonly count: number }> = {
  en: ({ count }) => `and ${counted(count, 'other unit', 'other units')}`,
  vi: ({ count }) => `và ${count} đơn vị khác`,
};

export const overridden: Told<Listing> = {
  en: ({ list }) => `* Points set outright by the council (override): ${list}.`,
  vi: ({ list }) => `* Có điểm quyết định của hội đồng: ${list}.`,
};

export const missingAsZero: Told<Listing> = {
  en: ({ list }) => `† Nothing reported, counted as 0 points of the full maximum: ${list}.`,
  vi: ({ list }) => `† Chưa có số liệu, tính 0 điểm trên toàn bộ điểm tối đa: ${list}.`,
};

export const exempted: Told<Listing> = {
  en: ({ list }) => `° Exempt, out of the points and of the maximum: ${list}.`,
  vi: ({ list }) => `° Không đánh giá, không tính vào điểm và điểm tối đa: ${list}.`,
};

export const held: Words = {
  en: '‡ The grade is held below that of the index: the component index named is under the bound that the rubric sets.',
  vi: '‡ Xếp loại bị khống chế thấp hơn mức theo chỉ số: chỉ số thành phần nêu trong bảng dưới ngưỡng của bộ tiêu chí.',
};

export const tiesStyle: Told<{ readonly ties: 'competition' | 'dense'; readonly breaks: string }> = {
  en: ({ ties, breaks }) =>
    `= Units that share a rank are marked; the next rank is counted ${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}` +
    `${breaks === '' ? '' : `; they are also equal on ${breaks}`}.`,
  vi: ({ ties, breaks }) =>
    `= Đơn vị đồng hạng; thứ hạng tiếp theo đếm kiểu ${ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'}` +
    `${breaks === '' ? '' : `; các đơn vị này cũng bằng nhau về ${breaks}`}.`,
};

export const tiesBroken: Told<Listing & { readonly breaks: string }> = {
  en: ({ list, breaks }) => `Equal on the index, ranked by ${breaks}: ${list}.`,
  vi: ({ list, breaks }) => `Bằng chỉ số, xếp hạng theo ${breaks}: ${list}.`,
};

export const rankedOnFraction: Told<Listing> = {
  en: ({ list }) => `Shown alike but not equal: ranks are decided on the exact index, before rounding: ${list}.`,
  vi: ({ list }) => `Hiển thị như nhau nhưng không bằng nhau: thứ hạng xét theo chỉ số trước khi làm tròn: ${list}.`,
};

export const acceptedCase: Told<Record<'code' | 'units' | 'reason', string> & { readonly count: number }> = {
  en: ({ code, count, units, reason }) =>
    `Warnings accepted by the council: ${code}, ${count}${units === '' ? '' : ` (${units})`}: ${reason}`,
  vi: ({ code, count, units, reason }) =>
    `Cảnh báo đã được hội đồng chấp nhận: ${code}, ${count}${units === '' ? '' : ` (${units})`}: ${reason}`,
};

export const breakNode: Told<{ readonly level: 'domain' | 'criterion' | 'part'; readonly id: string }> = {
  en: ({ level, id }) => `${level} ${id}`,
  vi: ({ level, id }) =>
    `${level === 'domain' ? 'lĩnh vực' : level === 'criterion' ? 'tiêu chí' : 'tiêu chí thành phần'} ${id}`,
};

export const thenBy: Words = { en: ', then ', vi: ', rồi đến ' };

export const partsDiffer: Told<Listing> = {
  en: ({ list }) =>
    `The shown parts do not add to the shown total, because the parts are rounded for showing only: ${list}.`,
  vi: ({ list }) =>
    `Các phần hiển thị cộng lại không bằng tổng điểm hiển thị, vì các phần chỉ được làm tròn khi hiển thị: ${list}.`,
};

const placesEn = { leaf: 'at each marked criterion', domain: "at each domain's sum", total: 'at the total' } as const;
const placesVi = {
  leaf: 'ở từng tiêu chí chấm điểm',
  domain: 'ở tổng điểm từng lĩnh vực',
  total: 'ở tổng điểm',
} as const;

export const roundedAt: Told<{ readonly at: 'leaf' | 'domain' | 'total'; readonly decimals: number }> = {
  en: ({ at, decimals }) =>
    `Points are rounded once, half up, to ${counted(decimals, 'decimal', 'decimals')}, ${placesEn[at]}.`,
  vi: ({ at, decimals }) =>
    `Điểm làm tròn một lần ${placesVi[at]}, lấy ${decimals} chữ số thập phân (từ 5 làm tròn lên).`,
};

export const rubricLine: Told<{ readonly title: string; readonly issued: string; readonly digest: string }> = {
  en: ({ title, issued, digest }) => `Scored by: ${title}${issued} [sha256 ${digest}].`,
  vi: ({ title, issued, digest }) => `Chấm theo: ${title}${issued} [sha256 ${digest}].`,
};

export const issuedBy: Told<{ readonly decision: string; readonly date: string }> = {
  en: ({ decision, date }) => ` (${decision}, ${date})`,
  vi: ({ decision, date }) => ` (${decision}, ${date})`,
};

export const rowsCounted: Told<Record<'files' | 'read' | 'used' | 'blank' | 'refused', number>> = {
  en: ({ files, read, used, blank, refused }) =>
    `Rows: ${read} read = ${used} used + ${blank} blank + ${refused} refused, in ${counted(files, 'file', 'files')}.`,
  vi: ({ files, read, used, blank, refused }) =>
    `Số dòng: ${read} đã đọc = ${used} sử dụng + ${blank} trống + ${refused} bị từ chối, trong ${files} tệp.`,
};
