/** Words of the page that shows what the reader sees in a file, in both languages. */
import type { Told, Words } from '../../model/words.ts';
import { counted } from '../words.ts';

export const inspectionWords = {
  trait: { en: 'What', vi: 'Đặc điểm' },
  value: { en: 'As it was read', vi: 'Đọc được' },
  size: { en: 'size', vi: 'dung lượng' },
  encoding: { en: 'encoding', vi: 'bảng mã' },
  delimiter: { en: 'between cells', vi: 'ngăn cách ô' },
  decimal: { en: 'decimal mark', vi: 'dấu thập phân' },
  quotes: { en: 'quotes', vi: 'ngoặc kép' },
  lineEnds: { en: 'line ends', vi: 'xuống dòng' },
  sheet: { en: 'sheet', vi: 'trang tính' },
  header: { en: 'header', vi: 'dòng tiêu đề' },
  rows: { en: 'rows', vi: 'số dòng' },
  line: { en: 'Line', vi: 'Dòng' },
  row: { en: 'Row', vi: 'Dòng' },
  withMark: { en: 'with byte order mark', vi: 'có dấu BOM' },
  withoutMark: { en: 'without byte order mark', vi: 'không có dấu BOM' },
  quoted: { en: 'some cells stand in quotes', vi: 'có ô đặt trong ngoặc kép' },
  unquoted: { en: 'no cell stands in quotes', vi: 'không ô nào đặt trong ngoặc kép' },
  noLineEnd: { en: 'none', vi: 'không có' },
  comma: { en: 'comma', vi: 'dấu phẩy' },
  dot: { en: 'dot', vi: 'dấu chấm' },
  semicolon: { en: 'semicolon', vi: 'dấu chấm phẩy' },
  tab: { en: 'tab', vi: 'dấu tab' },
  bar: { en: 'vertical bar', vi: 'gạch đứng' },
} as const satisfies Record<string, Words>;

export const bytesCounted: Told<{ readonly bytes: number }> = {
  en: ({ bytes }) => counted(bytes, 'byte', 'bytes'),
  vi: ({ bytes }) => `${bytes} byte`,
};

export const headerSaid: Told<{ readonly line: number; readonly columns: number }> = {
  en: ({ line, columns }) => `line ${line}, ${counted(columns, 'column', 'columns')}`,
  vi: ({ line, columns }) => `dòng ${line}, ${columns} cột`,
};

export const rowsSaid: Told<{ readonly rows: number; readonly blank: number }> = {
  en: ({ rows, blank }) => `${rows} with something in them, ${blank} blank`,
  vi: ({ rows, blank }) => `${rows} dòng có dữ liệu, ${blank} dòng trống`,
};

export const rowsShown: Told<{ readonly shown: number; readonly rows: number }> = {
  en: ({ shown, rows }) => `Shown: ${shown} of ${counted(rows, 'row', 'rows')} (--rows ${rows} shows all).`,
  vi: ({ shown, rows }) => `Đã hiện ${shown} trên ${rows} dòng (--rows ${rows} để hiện tất cả).`,
};

export const aboutCells: Words = {
  en: 'Characters that cannot be seen, and blanks around a cell, are written as \\u{…}.',
  vi: 'Ký tự không nhìn thấy và khoảng trắng ở đầu, cuối ô được ghi dạng \\u{…}.',
};
