/** Words of the ranking's workbook: the names of its sheets and of its own columns, in both languages. */
import type { Told, Words } from '../../model/words.ts';

export const sheetWords = {
  ranking: { en: 'Ranking', vi: 'Xếp hạng' },
  domains: { en: 'Domains', vi: 'Lĩnh vực' },
  leaves: { en: 'Criteria', vi: 'Chi tiết' },
  rubric: { en: 'Rubric', vi: 'Bộ tiêu chí' },
  provenance: { en: 'Provenance', vi: 'Nguồn gốc' },
  group: { en: 'Group', vi: 'Nhóm' },
  ties: { en: 'Shared rank', vi: 'Đồng hạng' },
  remarks: { en: 'Remarks', vi: 'Ghi chú' },
  shared: { en: 'shared', vi: 'đồng hạng' },
  unranked: { en: 'not ranked with the others', vi: 'không xếp hạng chung' },
  withoutIndex: { en: 'no index: no criterion applies', vi: 'không có chỉ số: mọi tiêu chí đều không đánh giá' },
  exempt: { en: 'n/a', vi: 'không áp dụng' },
  missing: { en: 'missing', vi: 'chưa có số liệu' },
  outside: { en: 'not in this basis', vi: 'ngoài căn cứ tính' },
  maxRow: { en: 'Maximum', vi: 'Điểm tối đa' },
  indexOf: { en: 'Component index (%)', vi: 'Chỉ số thành phần (%)' },
  level: { en: 'Level', vi: 'Cấp' },
  tool: { en: 'Made by', vi: 'Công cụ' },
  year: { en: 'Year', vi: 'Năm' },
  basis: { en: 'Basis', vi: 'Căn cứ tính điểm' },
  title: { en: 'Title', vi: 'Tên' },
  issued: { en: 'Issued', vi: 'Ban hành' },
  rounding: { en: 'Rounding', vi: 'Làm tròn' },
  ranks: { en: 'Ranks', vi: 'Cách xếp hạng' },
  file: { en: 'File', vi: 'Tệp' },
} as const satisfies Record<string, Words>;

export const overriddenIn: Told<{ readonly list: string }> = {
  en: ({ list }) => `override: ${list}`,
  vi: ({ list }) => `điểm quyết định: ${list}`,
};

export const missingIn: Told<{ readonly list: string }> = {
  en: ({ list }) => `counted as 0, nothing reported: ${list}`,
  vi: ({ list }) => `chưa có số liệu, tính 0 điểm: ${list}`,
};

export const exemptIn: Told<{ readonly list: string }> = {
  en: ({ list }) => `exempt: ${list}`,
  vi: ({ list }) => `không đánh giá: ${list}`,
};

export const rowsOf: Told<Record<'read' | 'used' | 'blank' | 'refused', number>> = {
  en: ({ read, used, blank, refused }) => `${read} rows read = ${used} used + ${blank} blank + ${refused} refused`,
  vi: ({ read, used, blank, refused }) =>
    `${read} dòng đã đọc = ${used} sử dụng + ${blank} trống + ${refused} bị từ chối`,
};
