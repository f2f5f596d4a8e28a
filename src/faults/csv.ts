/** Laws that a file breaks before its content is looked at: bytes, characters, rows and columns. */
import type { Fault } from '../model/diagnostic.ts';

export const undecodable: Fault<{ encoding: string; byte: string }> = {
  code: 'undecodable',
  severity: 'error',
  title: {
    en: 'A file is read in its declared encoding, every byte of it.',
    vi: 'Tệp được đọc đúng bảng mã đã khai báo, không bỏ byte nào.',
  },
  message: {
    en: ({ encoding, byte }) => `Byte ${byte} is not ${encoding}.`,
    vi: ({ encoding, byte }) => `Byte ${byte} không thuộc bảng mã ${encoding}.`,
  },
  hint: {
    en: () => 'save the file as "CSV UTF-8", or declare its encoding in parindex.yaml.',
    vi: () => 'lưu tệp dạng "CSV UTF-8", hoặc khai báo bảng mã trong parindex.yaml.',
  },
};

export const notText: Fault<{ looksLike: string }> = {
  code: 'not-text',
  severity: 'error',
  title: {
    en: 'An input is a text file.',
    vi: 'Tệp đầu vào phải là tệp văn bản.',
  },
  message: {
    en: ({ looksLike }) => `This is not a CSV file: its first bytes are those of ${looksLike}.`,
    vi: ({ looksLike }) => `Đây không phải tệp CSV: các byte đầu là của ${looksLike}.`,
  },
  hint: {
    en: () => 'open it in its own program and save it as CSV.',
    vi: () => 'mở bằng chương trình gốc rồi lưu lại dạng CSV.',
  },
};

export const controlCharacter: Fault<{ character: string }> = {
  code: 'control-character',
  severity: 'error',
  title: {
    en: 'A text holds no control characters or direction marks.',
    vi: 'Văn bản không chứa ký tự điều khiển hay dấu đổi hướng chữ.',
  },
  message: {
    en: ({ character }) => `The character ${character} does not belong in a text file.`,
    vi: ({ character }) => `Ký tự ${character} không được có trong tệp văn bản.`,
  },
  hint: {
    en: () => 'remove the character; if there are many, the file is damaged: ask for it again.',
    vi: () => 'xóa ký tự này; nếu có nhiều, tệp đã hỏng: hãy xin lại tệp.',
  },
};

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

export const brokenQuote: Fault<{ kind: 'open' | 'stray' }> = {
  code: 'broken-quote',
  severity: 'error',
  title: {
    en: 'A quoted cell begins and ends with a quote, and a quote inside it is doubled.',
    vi: 'Ô trong ngoặc kép bắt đầu và kết thúc bằng ngoặc kép; ngoặc kép bên trong phải viết đôi.',
  },
  message: {
    en: ({ kind }) =>
      kind === 'open'
        ? 'The quote that opens in this row is never closed.'
        : 'A quote stands where none may stand in this row.',
    vi: ({ kind }) =>
      kind === 'open' ? 'Dấu ngoặc kép mở ở dòng này không được đóng.' : 'Dòng này có dấu ngoặc kép đặt sai chỗ.',
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
}> = {
  code: 'unknown-column',
  severity: 'error',
  title: {
    en: 'Every column is one that the tool knows.',
    vi: 'Mọi cột đều là cột đã biết.',
  },
  message: {
    en: ({ shown }) => `There is no column "${shown}".`,
    vi: ({ shown }) => `Không có cột nào tên "${shown}".`,
  },
  hint: {
    en: ({ nearest, known }) => (nearest ? `did you mean "${nearest}"?` : `the columns are: ${known}.`),
    vi: ({ nearest, known }) => (nearest ? `có phải là "${nearest}"?` : `các cột là: ${known}.`),
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

export const missingColumn: Fault<{ column: string; header?: string }> = {
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
    en: ({ header }) =>
      header ? `line ${header} looks like the header: remove the lines above it.` : 'add the column to the first line.',
    vi: ({ header }) =>
      header ? `dòng ${header} có vẻ là dòng tiêu đề: xóa các dòng phía trên.` : 'thêm cột này vào dòng đầu tiên.',
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
  undecodable,
  notText,
  controlCharacter,
  emptyFile,
  brokenQuote,
  raggedRow,
  wrongDialect,
  unknownColumn,
  repeatedColumn,
  missingColumn,
  lineBreakInCell,
};
