/** The law that --raw-csv asks for. */
import type { Fault } from '../model/diagnostic.ts';

export const formulaStart: Fault<{ shown: string; row: string; column: string }> = {
  code: 'formula-start',
  severity: 'error',
  title: {
    en: 'With --raw-csv no text begins like a spreadsheet formula, or goes on like one behind , or ;.',
    vi: 'Khi dùng --raw-csv, không nội dung nào bắt đầu giống công thức bảng tính, hoặc có phần giống công thức sau dấu , hay ;.',
  },
  message: {
    en: ({ shown, row, column }) =>
      `"${shown}" would stand in row ${row}, column ${column} of the csv, where a spreadsheet takes it for a formula.`,
    vi: ({ shown, row, column }) =>
      `"${shown}" sẽ nằm ở dòng ${row}, cột ${column} của tệp csv, nơi bảng tính hiểu là công thức.`,
  },
  hint: {
    en: () => "leave out --raw-csv: a ' is then put before it, and taken off again when parindex reads the file.",
    vi: () => "bỏ --raw-csv: khi đó nội dung được thêm ' ở trước, và parindex bỏ dấu này khi đọc lại tệp.",
  },
};
