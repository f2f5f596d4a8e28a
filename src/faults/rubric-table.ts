/** Laws of a rubric that is written as a table (CSV or a spreadsheet), and of one that is to become one. */
import type { Fault } from '../model/diagnostic.ts';
import type { Words } from '../model/words.ts';

export const unknownKind: Fault<{ shown: string; known: string; nearest?: string }> = {
  code: 'unknown-kind',
  severity: 'error',
  title: {
    en: 'Each row of a rubric table says what it is.',
    vi: 'Mỗi dòng của bảng bộ tiêu chí cho biết đó là gì.',
  },
  message: {
    en: ({ shown, known }) => `"${shown}" is no kind of row; there are ${known}.`,
    vi: ({ shown, known }) => `"${shown}" không phải loại dòng; các loại là ${known}.`,
  },
  hint: {
    en: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'write what the row is into its first column.'),
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'ghi loại của dòng vào cột đầu.'),
  },
};

export const rowWithoutParent: Fault<{ what: 'criterion' | 'part'; id: string }> = {
  code: 'row-without-parent',
  severity: 'error',
  title: {
    en: 'In a rubric table a criterion stands below its domain, a part below its criterion.',
    vi: 'Trong bảng bộ tiêu chí, tiêu chí đứng dưới lĩnh vực, tiêu chí thành phần đứng dưới tiêu chí.',
  },
  message: {
    en: ({ what, id }) => `The ${what} ${id} stands below no ${what === 'part' ? 'criterion' : 'domain'}.`,
    vi: ({ what, id }) =>
      what === 'part'
        ? `Tiêu chí thành phần ${id} không đứng dưới tiêu chí nào.`
        : `Tiêu chí ${id} không đứng dưới lĩnh vực nào.`,
  },
  hint: {
    en: ({ what }) => `put it below the row of its ${what === 'part' ? 'criterion' : 'domain'}.`,
    vi: ({ what }) => `chuyển dòng xuống dưới dòng ${what === 'part' ? 'tiêu chí' : 'lĩnh vực'} của nó.`,
  },
};

/** Why a text cannot stand in a cell. */
export type CellLimit = 'lines' | 'hidden' | 'blanks' | 'formula' | 'long';

const LIMITS: Readonly<Record<CellLimit, Words>> = {
  lines: { en: 'has several lines or a tab', vi: 'có nhiều dòng hoặc có phím Tab' },
  hidden: { en: 'holds a character that cannot be seen', vi: 'có ký tự không nhìn thấy được' },
  blanks: { en: 'begins or ends with a blank', vi: 'bắt đầu hoặc kết thúc bằng khoảng trắng' },
  formula: {
    en: 'begins like a formula, or goes on like one behind , or ;',
    vi: 'bắt đầu giống công thức, hoặc có phần giống công thức sau dấu , hay ;',
  },
  long: { en: 'is longer than 32,000 characters', vi: 'dài hơn 32.000 ký tự' },
};

export const notForACell: Fault<{ why: CellLimit; key: string }> = {
  code: 'not-for-a-cell',
  severity: 'error',
  title: {
    en: 'What becomes a table loses nothing: each text fits into a cell as it is.',
    vi: 'Chuyển thành bảng không được mất gì: mỗi nội dung nằm trọn trong một ô.',
  },
  message: {
    en: ({ why, key }) => `The text of "${key}" ${LIMITS[why].en}, and would not come back the same from a cell.`,
    vi: ({ why, key }) => `Nội dung của "${key}" ${LIMITS[why].vi}, nên đọc lại từ ô sẽ không còn như cũ.`,
  },
  hint: {
    en: ({ why }) => (why === 'formula' ? 'convert to .xlsx, where it stays a text.' : 'write it in one line.'),
    vi: ({ why }) => (why === 'formula' ? 'chuyển sang .xlsx, ở đó nội dung vẫn là chữ.' : 'viết gọn trong một dòng.'),
  },
};

export const rubricTableFaults = { unknownKind, rowWithoutParent, notForACell };
