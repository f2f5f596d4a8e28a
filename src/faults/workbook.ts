/** Laws of a spreadsheet file: what a workbook must be before its cells are read like those of a CSV file. */
import type { Fault } from '../model/diagnostic.ts';
import type { Words } from '../model/words.ts';

/** Why a file is no workbook that can be read. */
export type WorkbookFlaw =
  | 'damaged'
  | 'too-large'
  | 'too-many-parts'
  | 'repeated-part'
  | 'doctype'
  | 'encrypted'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'macro'
  | 'far-cell'
  | 'no-sheet';

const FLAWS: Readonly<Record<WorkbookFlaw, Words>> = {
  damaged: { en: 'the file is damaged or is no .xlsx file', vi: 'tệp hỏng hoặc không phải tệp .xlsx' },
  'too-large': {
    en: 'unpacked it would be larger than 256 MB, or 100 times the file',
    vi: 'khi giải nén, nội dung lớn hơn 256 MB hoặc gấp 100 lần tệp',
  },
  'too-many-parts': { en: 'it has more than 10,000 parts', vi: 'tệp có hơn 10.000 phần' },
  'repeated-part': { en: 'two of its parts have one name', vi: 'hai phần của tệp trùng tên' },
  doctype: {
    en: 'it holds a DOCTYPE, which no spreadsheet writes',
    vi: 'tệp chứa DOCTYPE, không phần mềm bảng tính nào ghi',
  },
  encrypted: { en: 'it is protected by a password', vi: 'tệp được bảo vệ bằng mật khẩu' },
  xls: { en: 'it is an old .xls (or .doc) file', vi: 'đây là tệp .xls (hoặc .doc) cũ' },
  xlsb: { en: 'it is a binary .xlsb file', vi: 'đây là tệp nhị phân .xlsb' },
  ods: { en: 'it is an OpenDocument file (.ods)', vi: 'đây là tệp OpenDocument (.ods)' },
  macro: { en: 'it holds macros', vi: 'tệp chứa macro' },
  'far-cell': { en: 'a cell lies beyond column 2,000', vi: 'có ô nằm sau cột thứ 2.000' },
  'no-sheet': { en: 'it has no sheet that can be seen', vi: 'tệp không có trang tính nào hiển thị' },
};

export const badWorkbook: Fault<{ why: WorkbookFlaw }> = {
  code: 'bad-workbook',
  severity: 'error',
  title: {
    en: 'A spreadsheet is a whole .xlsx file without password, macros or tricks.',
    vi: 'Bảng tính là tệp .xlsx nguyên vẹn, không có mật khẩu, macro hay thủ thuật.',
  },
  message: {
    en: ({ why }) => `The workbook cannot be read: ${FLAWS[why].en}.`,
    vi: ({ why }) => `Không đọc được bảng tính: ${FLAWS[why].vi}.`,
  },
  hint: {
    en: () => 'open it in its own program and save it as "Excel Workbook (.xlsx)" without a password.',
    vi: () => 'mở bằng phần mềm bảng tính và lưu lại dạng "Excel Workbook (.xlsx)", không đặt mật khẩu.',
  },
};

/** What a cell holds that is neither a text nor a plain number. */
export type CellFlaw = 'formula' | 'error' | 'date' | 'boolean' | 'long-number' | 'struck' | 'calculated';

const CELLS: Readonly<Record<CellFlaw, Words>> = {
  formula: { en: 'holds a formula', vi: 'chứa công thức' },
  error: { en: 'holds a spreadsheet error', vi: 'chứa giá trị lỗi của bảng tính' },
  date: { en: 'holds a date or a time', vi: 'chứa ngày tháng hoặc giờ' },
  boolean: { en: 'holds TRUE or FALSE', vi: 'chứa TRUE hoặc FALSE' },
  'long-number': { en: 'holds a number of more than 15 digits', vi: 'chứa số có hơn 15 chữ số' },
  struck: { en: 'holds struck-through text', vi: 'chứa chữ bị gạch ngang' },
  calculated: { en: 'was written over a calculation of the form', vi: 'bị ghi đè lên công thức của biểu mẫu' },
};

const REPAIRS: Readonly<Record<CellFlaw, Words>> = {
  formula: {
    en: 'copy the cell and paste it as values ("Paste special: values").',
    vi: 'sao chép ô rồi dán dạng giá trị ("Paste special: values").',
  },
  error: { en: 'write the value, or leave the cell empty.', vi: 'ghi giá trị, hoặc để trống ô.' },
  date: {
    en: 'format the cell as Text and write it again: the program took a number, a fraction or an id for a date.',
    vi: 'định dạng ô là Text rồi nhập lại: phần mềm đã hiểu số, phân số hoặc mã thành ngày tháng.',
  },
  boolean: { en: 'format the cell as Text and write the word.', vi: 'định dạng ô là Text rồi ghi bằng chữ.' },
  'long-number': {
    en: 'write the number as it was reported; this one looks like the remains of a calculation.',
    vi: 'ghi đúng số đã báo cáo; số này có vẻ là phần dư của một phép tính.',
  },
  struck: {
    en: 'delete the struck-through text, or write it plainly.',
    vi: 'xóa phần bị gạch ngang, hoặc ghi lại bình thường.',
  },
  calculated: {
    en: 'undo it, or copy the values into a fresh form: points are calculated, only values are written.',
    vi: 'hoàn tác, hoặc chép số liệu sang biểu mẫu mới: điểm do công thức tính, chỉ ghi số liệu.',
  },
};

export const badCell: Fault<{ what: CellFlaw; shown: string }> = {
  code: 'bad-cell',
  severity: 'error',
  title: {
    en: 'A cell of a spreadsheet holds a text or a plain number.',
    vi: 'Ô của bảng tính chứa chữ hoặc số thuần.',
  },
  message: {
    en: ({ what, shown }) => `The cell ${CELLS[what].en}${shown === '' ? '' : `, stored as ${shown}`}.`,
    vi: ({ what, shown }) => `Ô ${CELLS[what].vi}${shown === '' ? '' : `, lưu là ${shown}`}.`,
  },
  hint: { en: ({ what }) => REPAIRS[what].en, vi: ({ what }) => REPAIRS[what].vi },
};

export const numberId: Fault<{ shown: string }> = {
  code: 'number-id',
  severity: 'error',
  title: {
    en: 'Ids and headers in a spreadsheet are text cells, since 1.10 as a number is 1.1.',
    vi: 'Mã và tiêu đề trong bảng tính là ô dạng Text, vì 1.10 dạng số là 1.1.',
  },
  message: {
    en: ({ shown }) => `The id ${shown} is a number cell; 1.10 and 1.1 would be one number.`,
    vi: ({ shown }) => `Mã ${shown} là ô dạng số; 1.10 và 1.1 sẽ là một số.`,
  },
  hint: {
    en: () => 'format the column as Text and write the ids again, each as it stands in the rubric.',
    vi: () => 'định dạng cột là Text rồi nhập lại mã đúng như trong bộ tiêu chí.',
  },
};

export const hiddenContent: Fault<{ what: 'row' | 'column' | 'sheet'; name: string }> = {
  code: 'hidden-content',
  severity: 'error',
  title: {
    en: 'Nothing that is read is hidden: somebody may have hidden a unit.',
    vi: 'Không phần nào được đọc bị ẩn: có thể ai đó đã ẩn một đơn vị.',
  },
  message: {
    en: ({ what, name }) =>
      `${{ row: 'Row', column: 'Column', sheet: 'The sheet' }[what]} ${name} is hidden, and holds something.`,
    vi: ({ what, name }) =>
      `${{ row: 'Dòng', column: 'Cột', sheet: 'Trang tính' }[what]} ${name} bị ẩn mà vẫn có nội dung.`,
  },
  hint: {
    en: ({ what }) => `show the ${what}, or delete it.`,
    vi: () => 'hiện lại phần bị ẩn, hoặc xóa đi.',
  },
};

export const mergedCells: Fault<{ range: string }> = {
  code: 'merged-cells',
  severity: 'error',
  title: { en: 'Each cell stands for itself.', vi: 'Mỗi ô có giá trị riêng, không trộn ô.' },
  message: {
    en: ({ range }) => `The cells ${range} are merged: only the first has a value.`,
    vi: ({ range }) => `Các ô ${range} bị trộn: chỉ ô đầu có giá trị.`,
  },
  hint: {
    en: () => 'unmerge them and write the value into every row.',
    vi: () => 'bỏ trộn ô và ghi giá trị vào từng dòng.',
  },
};

export const moreSheets: Fault<{ read: string; others: string }> = {
  code: 'more-sheets',
  severity: 'warning',
  title: { en: 'A workbook holds one sheet with data.', vi: 'Bảng tính chỉ có một trang chứa số liệu.' },
  message: {
    en: ({ read, others }) => `Only the first sheet "${read}" was read, not ${others}.`,
    vi: ({ read, others }) => `Chỉ đọc trang tính đầu "${read}", không đọc ${others}.`,
  },
  hint: {
    en: () => 'put the data on the first sheet and delete the others, or save each as its own file.',
    vi: () => 'đưa số liệu vào trang đầu và xóa các trang khác, hoặc lưu mỗi trang thành một tệp.',
  },
};

export const filteredSheet: Fault<{ sheet: string }> = {
  code: 'filtered-sheet',
  severity: 'warning',
  title: { en: 'A filter hides no rows from a reader.', vi: 'Bộ lọc không che dòng nào của số liệu.' },
  message: {
    en: ({ sheet }) => `A filter is set on the sheet "${sheet}"; all rows were read.`,
    vi: ({ sheet }) => `Trang tính "${sheet}" đang đặt bộ lọc; mọi dòng đều được đọc.`,
  },
  hint: { en: () => 'clear the filter and save.', vi: () => 'bỏ bộ lọc rồi lưu lại.' },
};

export const wrongForm: Fault<{ what: 'rubric' | 'digest' | 'year' | 'unit'; found: string; expected: string }> = {
  code: 'wrong-form',
  severity: 'error',
  title: {
    en: 'A form is filled in for the unit, the year and the rubric that it was made for.',
    vi: 'Biểu mẫu được điền đúng đơn vị, đúng năm và đúng bộ tiêu chí đã lập.',
  },
  message: {
    en: ({ what, found, expected }) =>
      what === 'unit'
        ? `The form is that of the unit ${found}, in the file of ${expected}.`
        : what === 'year'
          ? `The form is for the year ${found}; the project is of ${expected}.`
          : what === 'rubric'
            ? `The form is for the rubric ${found}; the rubric here is ${expected}.`
            : `The form was made from another version of the rubric: its digest is ${found}, that of the rubric here ${expected}.`,
    vi: ({ what, found, expected }) =>
      what === 'unit'
        ? `Biểu mẫu của đơn vị ${found}, nằm trong tệp của ${expected}.`
        : what === 'year'
          ? `Biểu mẫu của năm ${found}; dự án là năm ${expected}.`
          : what === 'rubric'
            ? `Biểu mẫu của bộ tiêu chí ${found}; bộ tiêu chí ở đây là ${expected}.`
            : `Biểu mẫu lập từ phiên bản khác của bộ tiêu chí: mã băm là ${found}, của bộ tiêu chí ở đây là ${expected}.`,
  },
  hint: {
    en: ({ what }) =>
      what === 'unit' ? 'give the file the name of its unit.' : 'have the form of this year and this rubric filled in.',
    vi: ({ what }) =>
      what === 'unit'
        ? 'đặt tên tệp theo mã đơn vị của biểu mẫu.'
        : 'dùng biểu mẫu đúng năm và đúng bộ tiêu chí rồi điền lại.',
  },
};

/** In the order in which a workbook is read. */
export const workbookFaults = {
  badWorkbook,
  hiddenContent,
  moreSheets,
  filteredSheet,
  badCell,
  numberId,
  mergedCells,
  wrongForm,
};
