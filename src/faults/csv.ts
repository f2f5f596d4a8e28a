/** Laws that a CSV file breaks before its cells are looked at: quotes, rows and columns. */
import type { Fault } from '../model/diagnostic.ts';
import type { Garbling } from '../model/garbled.ts';
import { GARBLED } from './suspicions.ts';

export const emptyFile: Fault<Record<never, never>> = {
  code: 'empty-file',
  severity: 'error',
  title: {
    en: 'A file has at least its header.',
    vi: 'Tệp phải có ít nhất dòng tiêu đề.',
  },
  message: { en: () => 'The file is empty.', vi: () => 'Tệp rỗng.' },
  hint: {
    en: () => 'write the header line and the rows.',
    vi: () => 'ghi dòng tiêu đề và các dòng dữ liệu.',
  },
};

export const brokenQuote: Fault<{ kind: 'open' | 'stray' | 'after'; position: string }> = {
  code: 'broken-quote',
  severity: 'error',
  title: {
    en: 'A quoted cell begins and ends with a quote, and a quote inside it is doubled.',
    vi: 'Ô trong ngoặc kép bắt đầu và kết thúc bằng ngoặc kép; ngoặc kép bên trong phải viết đôi.',
  },
  message: {
    en: ({ kind, position }) =>
      ({
        open: `The quote that opens at character ${position} is never closed.`,
        stray: `The quote at character ${position} stands inside a cell that does not begin with one.`,
        after: `The quote at character ${position} closes its cell, and more text follows.`,
      })[kind],
    vi: ({ kind, position }) =>
      ({
        open: `Dấu ngoặc kép mở ở ký tự ${position} không được đóng.`,
        stray: `Dấu ngoặc kép ở ký tự ${position} nằm trong ô không bắt đầu bằng ngoặc kép.`,
        after: `Dấu ngoặc kép ở ký tự ${position} đóng ô mà phía sau còn chữ.`,
      })[kind],
  },
  hint: {
    en: () => 'put the whole cell in quotes and double each quote inside it: "he said ""yes""".',
    vi: () => 'đặt cả ô trong ngoặc kép và viết đôi mỗi ngoặc kép bên trong: "ông nói ""có""".',
  },
};

export const raggedRow: Fault<{ found: string; expected: string }> = {
  code: 'ragged-row',
  severity: 'error',
  title: {
    en: 'Each row has as many cells as the header.',
    vi: 'Mỗi dòng có số ô bằng dòng tiêu đề.',
  },
  message: {
    en: ({ found, expected }) => `The row has ${found} cells; the header has ${expected}.`,
    vi: ({ found, expected }) => `Dòng có ${found} ô; dòng tiêu đề có ${expected} ô.`,
  },
  hint: {
    en: () => 'look for a missing or an unquoted delimiter (a decimal comma in a comma file does this).',
    vi: () => 'tìm dấu phân cách thiếu hoặc thừa (dấu phẩy thập phân trong tệp dùng dấu phẩy gây lỗi này).',
  },
};

export const wrongDialect: Fault<{
  delimiter: string;
  looksLike: string;
  declare: string;
}> = {
  code: 'wrong-dialect',
  severity: 'error',
  title: {
    en: 'The delimiter and the decimal mark are declared, never guessed.',
    vi: 'Dấu phân cách và dấu thập phân được khai báo, không đoán.',
  },
  message: {
    en: ({ delimiter, looksLike }) => `The header has no "${delimiter}"; the file looks like "${looksLike}".`,
    vi: ({ delimiter, looksLike }) => `Dòng tiêu đề không có "${delimiter}"; tệp có vẻ dùng "${looksLike}".`,
  },
  hint: {
    en: ({ declare }) => `put "${declare}" in parindex.yaml (or use --csv), or save the file in the declared form.`,
    vi: ({ declare }) => `ghi "${declare}" trong parindex.yaml (hoặc dùng --csv), hoặc lưu tệp đúng dạng đã khai báo.`,
  },
};

export const unknownColumn: Fault<{
  shown: string;
  nearest?: string;
  known: string;
  /** The same in Vietnamese, where there are such names. */
  knownVi?: string;
  garbled?: Garbling;
}> = {
  code: 'unknown-column',
  severity: 'error',
  title: {
    en: 'Every column is one that the tool knows.',
    vi: 'Mọi cột đều là cột đã biết.',
  },
  message: {
    en: ({ shown }) => (shown.trim() === '' ? 'This column has no name.' : `There is no column "${shown}".`),
    vi: ({ shown }) => (shown.trim() === '' ? 'Cột này không có tên.' : `Không có cột nào tên "${shown}".`),
  },
  hint: {
    en: ({ shown, nearest, known, garbled }) =>
      garbled
        ? GARBLED[garbled].en
        : nearest
          ? `did you mean "${nearest}"?`
          : shown.trim() === ''
            ? 'name it, or remove the column.'
            : `the columns are: ${known}.`,
    vi: ({ shown, nearest, known, knownVi = known, garbled }) =>
      garbled
        ? GARBLED[garbled].vi
        : nearest
          ? `có phải là "${nearest}"?`
          : shown.trim() === ''
            ? 'đặt tên cho cột, hoặc bỏ cột.'
            : `các cột là: ${knownVi}.`,
  },
};

export const repeatedColumn: Fault<{ shown: string; first: string }> = {
  code: 'repeated-column',
  severity: 'error',
  title: {
    en: 'A column stands once in the header.',
    vi: 'Mỗi cột chỉ có một lần trong dòng tiêu đề.',
  },
  message: {
    en: ({ shown, first }) => `"${shown}" is column ${first} a second time.`,
    vi: ({ shown, first }) => `"${shown}" lặp lại cột số ${first}.`,
  },
  hint: {
    en: () => 'remove one of the two.',
    vi: () => 'bỏ một trong hai cột.',
  },
};

export const missingColumn: Fault<{ column: string; known?: string; knownVi?: string; isNameless?: true }> = {
  code: 'missing-column',
  severity: 'error',
  title: {
    en: 'A file has the columns it cannot do without.',
    vi: 'Tệp có đủ các cột bắt buộc.',
  },
  message: {
    en: ({ column }) => `The header has no column "${column}".`,
    vi: ({ column }) => `Dòng tiêu đề thiếu cột "${column}".`,
  },
  hint: {
    en: ({ known, isNameless }) =>
      known
        ? `no cell of this line names a column: put the header above it (${known}).`
        : isNameless
          ? 'no name of a file says whose the standard input is: add the column, or name the file itself.'
          : 'add the column to the first line.',
    vi: ({ known, knownVi = known, isNameless }) =>
      known
        ? `không ô nào ở dòng này là tên cột: thêm dòng tiêu đề phía trên (${knownVi}).`
        : isNameless
          ? 'đầu vào chuẩn không có tên tệp để biết là của đơn vị nào: thêm cột này, hoặc nêu chính tệp đó.'
          : 'thêm cột này vào dòng đầu tiên.',
  },
};

export const headerNotFirst: Fault<{ line: string }> = {
  code: 'header-not-first',
  severity: 'error',
  title: {
    en: 'The first line of a file is its header.',
    vi: 'Dòng đầu tiên của tệp là dòng tiêu đề.',
  },
  message: {
    en: ({ line }) => `This line names no column; line ${line} looks like the header.`,
    vi: ({ line }) => `Dòng này không có tên cột nào; dòng ${line} có vẻ là dòng tiêu đề.`,
  },
  hint: {
    en: ({ line }) => `remove the lines above line ${line}.`,
    vi: ({ line }) => `xóa các dòng phía trên dòng ${line}.`,
  },
};

export const repeatedHeader: Fault<{ first: string }> = {
  code: 'repeated-header',
  severity: 'error',
  title: {
    en: 'The header stands once.',
    vi: 'Dòng tiêu đề chỉ có một lần.',
  },
  message: {
    en: ({ first }) => `The header of line ${first} stands here again.`,
    vi: ({ first }) => `Dòng tiêu đề ở dòng ${first} lặp lại ở đây.`,
  },
  hint: {
    en: () => 'remove this line; two files were probably joined.',
    vi: () => 'xóa dòng này; có thể hai tệp đã bị nối vào nhau.',
  },
};

export const noLastLineEnd: Fault<Record<never, never>> = {
  code: 'no-last-line-end',
  severity: 'warning',
  title: {
    en: 'The last line has its line end, so that a file cut short is noticed.',
    vi: 'Dòng cuối có dấu xuống dòng, nhờ đó biết tệp không bị cắt cụt.',
  },
  message: {
    en: () => 'The last line has no line end: the file may have been cut short.',
    vi: () => 'Dòng cuối không có dấu xuống dòng: tệp có thể đã bị cắt cụt.',
  },
  hint: {
    en: () => 'compare the last line with the original; then save the file with a line end.',
    vi: () => 'đối chiếu dòng cuối với bản gốc, rồi lưu tệp có dấu xuống dòng ở cuối.',
  },
};

export const lineBreakInCell: Fault<{ name: string }> = {
  code: 'line-break-in-cell',
  severity: 'error',
  title: {
    en: 'A line break stands only in evidence and notes.',
    vi: 'Chỉ ô tài liệu kiểm chứng và ghi chú được xuống dòng.',
  },
  message: {
    en: ({ name }) => `The cell of "${name}" goes over more than one line.`,
    vi: ({ name }) => `Ô của cột "${name}" kéo dài nhiều dòng.`,
  },
  hint: {
    en: () => 'look for a quote that was never closed; otherwise write the cell on one line.',
    vi: () => 'tìm dấu ngoặc kép chưa đóng; nếu không, viết ô trên một dòng.',
  },
};

export const csvFaults = {
  emptyFile,
  brokenQuote,
  raggedRow,
  wrongDialect,
  unknownColumn,
  repeatedColumn,
  missingColumn,
  headerNotFirst,
  repeatedHeader,
  noLastLineEnd,
  lineBreakInCell,
};
