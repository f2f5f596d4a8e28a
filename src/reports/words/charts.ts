/** Words of the charts, in both languages: titles, and what a drawing shows told in a sentence. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const barsTitle: Told<{ readonly group: string }> = {
  en: ({ group }) => `Index by unit: ${group}`,
  vi: ({ group }) => `Chỉ số của từng đơn vị: ${group}`,
};

export const barsDescription: Told<{
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly highest: string;
  readonly lowest: string;
}> = {
  en: ({ count, first, last, highest, lowest }) =>
    `Bars of ${counted(count, 'unit', 'units')} in the order of their ranks, from ${first} with ${highest}% to ${last} with ${lowest}%.`,
  vi: ({ count, first, last, highest, lowest }) =>
    `Biểu đồ thanh của ${count} đơn vị theo thứ hạng, từ ${first} đạt ${highest}% đến ${last} đạt ${lowest}%.`,
};

/** Said in a drawing where the middle of a long list is left out. */
export const between: Told<{ readonly count: number }> = {
  en: ({ count }) => `… ${counted(count, 'unit', 'units')} between, not drawn …`,
  vi: ({ count }) => `… ${count} đơn vị ở giữa, không vẽ …`,
};

export const endsDrawn: Told<{ readonly half: number; readonly all: number }> = {
  en: ({ half, all }) => `Only the first ${half} and the last ${half} of ${all} are drawn.`,
  vi: ({ half, all }) => `Chỉ vẽ ${half} đơn vị đầu và ${half} đơn vị cuối trong ${all} đơn vị.`,
};

export const moversDrawn: Told<{ readonly shown: number; readonly all: number }> = {
  en: ({ shown, all }) => `Only the ${shown} that moved most of ${all} are drawn.`,
  vi: ({ shown, all }) => `Chỉ vẽ ${shown} đơn vị thay đổi nhiều nhất trong ${all} đơn vị.`,
};

export const gradesTitle: Told<{ readonly group: string }> = {
  en: ({ group }) => `Units by grade: ${group}`,
  vi: ({ group }) => `Số đơn vị theo xếp loại: ${group}`,
};

/** `Tốt 2, Khá 6`. */
export const gradesDescription: Told<{ readonly list: string }> = {
  en: ({ list }) => `Number of units by grade: ${list}.`,
  vi: ({ list }) => `Số đơn vị theo xếp loại: ${list}.`,
};

export const heatTitle: Told<{ readonly group: string }> = {
  en: ({ group }) => `Component index by domain: ${group}`,
  vi: ({ group }) => `Chỉ số thành phần theo lĩnh vực: ${group}`,
};

export const heatDescription: Told<{ readonly units: number; readonly domains: number }> = {
  en: ({ units, domains }) =>
    `Table of ${counted(units, 'unit', 'units')} and ${counted(domains, 'domain', 'domains')}; the higher the component index (%), the deeper the tint.`,
  vi: ({ units, domains }) =>
    `Bảng ${units} đơn vị và ${domains} lĩnh vực; chỉ số thành phần (%) càng cao thì màu càng đậm.`,
};

export const bumpTitle: Told<{ readonly group: string; readonly before: string; readonly now: string }> = {
  en: ({ group, before, now }) => `Ranks, ${before} and ${now}: ${group}`,
  vi: ({ group, before, now }) => `Thứ hạng ${before} và ${now}: ${group}`,
};

export const bumpDescription: Told<Record<'up' | 'down' | 'level' | 'fresh', number>> = {
  en: ({ up, down, level, fresh }) =>
    `Lines from the rank before to the rank now: ${up} up, ${down} down, ${level} unchanged${fresh === 0 ? '' : `, ${fresh} without a rank before`}.`,
  vi: ({ up, down, level, fresh }) =>
    `Đường nối thứ hạng trước với thứ hạng nay: ${up} tăng, ${down} giảm, ${level} giữ nguyên${fresh === 0 ? '' : `, ${fresh} chưa có hạng trước`}.`,
};

export const yearNamed: Told<{ readonly year: number | undefined; readonly which: 'before' | 'now' }> = {
  en: ({ year, which }) => (year === undefined ? (which === 'now' ? 'now' : 'before') : `${year}`),
  vi: ({ year, which }) => (year === undefined ? (which === 'now' ? 'kỳ này' : 'kỳ trước') : `năm ${year}`),
};

export const chartWords = {
  noGrade: { en: 'no grade', vi: 'không xếp loại' },
  lowest: { en: 'under', vi: 'dưới' },
  from: { en: 'from', vi: 'từ' },
} as const satisfies Record<string, Words>;
