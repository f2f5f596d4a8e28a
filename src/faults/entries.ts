/** Laws of the entries: a closed world of declared units and leaves, every cell there once. */
import type { Fault } from '../model/diagnostic.ts';
import { didYouMean, type GuessFacts, guessing } from './did-you-mean.ts';
import { TOTALS, type TotalKind } from './totals.ts';

export const unknownUnit: Fault<GuessFacts> = {
  code: 'unknown-unit',
  severity: 'error',
  title: {
    en: 'A row belongs to a declared unit.',
    vi: 'Dòng số liệu thuộc về một đơn vị đã khai báo.',
  },
  message: {
    en: ({ shown }) => `There is no unit "${shown}".`,
    vi: ({ shown }) => `Không có đơn vị "${shown}".`,
  },
  hint: guessing({
    en: 'declare it in the units file, or correct the id here.',
    vi: 'khai báo trong tệp đơn vị, hoặc sửa mã ở đây.',
  }),
};

export const totalRow: Fault<{ shown: string }> = {
  code: 'total-row',
  severity: 'error',
  title: {
    en: 'Entries hold no row of totals.',
    vi: 'Tệp số liệu không có dòng tổng cộng.',
  },
  message: {
    en: ({ shown }) => `"${shown}" looks like a row of totals; the tool adds up itself.`,
    vi: ({ shown }) => `"${shown}" có vẻ là dòng tổng cộng; công cụ tự cộng điểm.`,
  },
  hint: { en: () => 'remove the row.', vi: () => 'xóa dòng này.' },
};

export const unknownLeaf: Fault<{
  shown: string;
  nearest?: string;
  suspicion?: 'number' | 'date' | 'blanks';
  totals?: TotalKind;
}> = {
  code: 'unknown-leaf',
  severity: 'error',
  title: {
    en: 'A row belongs to a leaf of the rubric.',
    vi: 'Dòng số liệu thuộc về một mục chấm điểm của bộ tiêu chí.',
  },
  message: {
    en: ({ shown }) => `There is no criterion "${shown}" in the rubric of this unit.`,
    vi: ({ shown }) => `Bộ tiêu chí của đơn vị này không có tiêu chí "${shown}".`,
  },
  hint: {
    en: ({ shown, nearest, suspicion, totals }) =>
      suspicion === 'date'
        ? 'a spreadsheet has turned the id into a date: format the column as text and type the id again.'
        : suspicion === 'number'
          ? `a spreadsheet has turned the id "${nearest}" into a number: format the column as text.`
          : nearest
            ? didYouMean.en({ shown, nearest })
            : ((totals && TOTALS[totals].en) ?? 'correct the id; parindex rubric lists all of them.'),
    vi: ({ shown, nearest, suspicion, totals }) =>
      suspicion === 'date'
        ? 'bảng tính đã đổi mã thành ngày tháng: định dạng cột là văn bản và nhập lại mã.'
        : suspicion === 'number'
          ? `bảng tính đã đổi mã "${nearest}" thành số: định dạng cột là văn bản.`
          : nearest
            ? didYouMean.vi({ shown, nearest })
            : ((totals && TOTALS[totals].vi) ?? 'sửa mã; parindex rubric liệt kê tất cả các mã.'),
  },
};

export const notALeaf: Fault<{ id: string }> = {
  code: 'not-a-leaf',
  severity: 'error',
  title: {
    en: 'Only leaves are marked; domains and criteria with parts are added up.',
    vi: 'Chỉ chấm điểm ở mục cuối; lĩnh vực và tiêu chí có thành phần được cộng lên.',
  },
  message: {
    en: ({ id }) => `${id} has children of its own and takes no value.`,
    vi: ({ id }) => `${id} có mục con nên không nhập giá trị.`,
  },
  hint: {
    en: () => 'remove the row; its points come from the rows below it.',
    vi: () => 'xóa dòng; điểm của mục này lấy từ các mục con.',
  },
};

export const repeatedEntry: Fault<{
  unit: string;
  leaf: string;
  suspicion?: string;
}> = {
  code: 'repeated-entry',
  severity: 'error',
  title: {
    en: 'A unit has one row for a leaf.',
    vi: 'Mỗi đơn vị có một dòng cho mỗi mục chấm điểm.',
  },
  message: {
    en: ({ unit, leaf }) => `${unit} has a second row for ${leaf}.`,
    vi: ({ unit, leaf }) => `${unit} có dòng thứ hai cho ${leaf}.`,
  },
  hint: {
    en: ({ suspicion }) =>
      suspicion
        ? `a spreadsheet may have turned "${suspicion}" into this id: format the column as text.`
        : 'keep one of the two rows.',
    vi: ({ suspicion }) =>
      suspicion
        ? `có thể bảng tính đã đổi "${suspicion}" thành mã này: định dạng cột là văn bản.`
        : 'chỉ giữ một trong hai dòng.',
  },
};

export const exemptNotPermitted: Fault<{ leaf: string }> = {
  code: 'exempt-not-permitted',
  severity: 'error',
  title: {
    en: 'A leaf is exempt only where the rubric permits it.',
    vi: 'Chỉ được "không áp dụng" ở mục mà bộ tiêu chí cho phép.',
  },
  message: {
    en: ({ leaf }) => `The rubric does not permit n/a for ${leaf}.`,
    vi: ({ leaf }) => `Bộ tiêu chí không cho phép "không áp dụng" ở ${leaf}.`,
  },
  hint: {
    en: () => 'give a value, or add "exempt: allowed" to the leaf in the rubric.',
    vi: () => 'nhập giá trị, hoặc thêm "exempt: allowed" cho mục này trong bộ tiêu chí.',
  },
};

export const noteMissing: Fault<{ leaf: string; what: 'n/a' | 'override' }> = {
  code: 'note-missing',
  severity: 'error',
  title: {
    en: 'An exemption and an override come with a note that says why.',
    vi: 'Việc không áp dụng và điểm quyết định phải kèm ghi chú nêu lý do.',
  },
  message: {
    en: ({ leaf, what }) => `${what === 'n/a' ? 'The n/a' : 'The override'} of ${leaf} has no note.`,
    vi: ({ leaf, what }) => `${what === 'n/a' ? 'Ô "không áp dụng"' : 'Điểm quyết định'} của ${leaf} không có ghi chú.`,
  },
  hint: {
    en: () => 'say why in the column "note".',
    vi: () => 'nêu lý do ở cột "ghi chú".',
  },
};

export const badOverride: Fault<{
  leaf: string;
  shown: string;
  max: string;
  example: string;
}> = {
  code: 'bad-override',
  severity: 'error',
  title: {
    en: "An override is points from 0 to the leaf's maximum.",
    vi: 'Điểm quyết định từ 0 đến điểm tối đa của mục.',
  },
  message: {
    en: ({ leaf, shown, max }) => `The override "${shown}" of ${leaf} is not points from 0 to ${max}.`,
    vi: ({ leaf, shown, max }) => `Điểm quyết định "${shown}" của ${leaf} không phải điểm từ 0 đến ${max}.`,
  },
  hint: {
    en: ({ example }) => `write points like ${example}.`,
    vi: ({ example }) => `viết điểm như ${example}.`,
  },
};

export const overrideOnExempt: Fault<{ leaf: string }> = {
  code: 'override-on-exempt',
  severity: 'error',
  title: {
    en: 'A leaf is exempt or overridden, not both.',
    vi: 'Một mục không vừa "không áp dụng" vừa có điểm quyết định.',
  },
  message: {
    en: ({ leaf }) => `${leaf} is n/a and has an override too.`,
    vi: ({ leaf }) => `${leaf} vừa "không áp dụng" vừa có điểm quyết định.`,
  },
  hint: { en: () => 'remove one of the two.', vi: () => 'bỏ một trong hai.' },
};

export const wrongSource: Fault<{
  leaf: string;
  column: string;
  isSurvey: boolean;
}> = {
  code: 'wrong-source',
  severity: 'error',
  title: {
    en: 'A survey leaf has its value in "survey" alone; no other leaf has one there.',
    vi: 'Mục điều tra xã hội học chỉ có giá trị ở cột điều tra; mục khác không có giá trị ở cột đó.',
  },
  message: {
    en: ({ leaf, column, isSurvey }) =>
      isSurvey
        ? `${leaf} comes from the survey and takes no value in "${column}".`
        : `${leaf} does not come from the survey.`,
    vi: ({ leaf, column, isSurvey }) =>
      isSurvey
        ? `${leaf} lấy từ điều tra xã hội học, không nhập giá trị ở cột "${column}".`
        : `${leaf} không lấy từ điều tra xã hội học.`,
  },
  hint: {
    en: ({ isSurvey }) =>
      isSurvey ? 'move the value to the column "survey".' : 'move the value to the column of its stage.',
    vi: ({ isSurvey }) =>
      isSurvey ? 'chuyển giá trị sang cột "điều tra xã hội học".' : 'chuyển giá trị sang cột của vòng đánh giá.',
  },
};

export const unusedPrevious: Fault<{ leaf: string }> = {
  code: 'unused-previous',
  severity: 'warning',
  title: {
    en: "Last year's value is given only where a rule compares with it.",
    vi: 'Chỉ nhập giá trị năm trước ở mục có so sánh với năm trước.',
  },
  message: {
    en: ({ leaf }) => `The rule of ${leaf} does not look at the previous value.`,
    vi: ({ leaf }) => `Cách chấm của ${leaf} không dùng giá trị năm trước.`,
  },
  hint: { en: () => 'leave the cell empty.', vi: () => 'để trống ô này.' },
};

export const blanksAround: Fault<{ shown: string }> = {
  code: 'blanks-around',
  severity: 'warning',
  title: {
    en: 'A value has no blanks around it.',
    vi: 'Giá trị không có khoảng trắng ở hai đầu.',
  },
  message: {
    en: ({ shown }) => `Blanks around the value were left out: it was read as "${shown}".`,
    vi: ({ shown }) => `Đã bỏ khoảng trắng ở hai đầu: giá trị được đọc là "${shown}".`,
  },
  hint: { en: () => 'remove the blanks.', vi: () => 'xóa khoảng trắng.' },
};

export const missingValue: Fault<{
  leaf: string;
  column: string;
  asZero: boolean;
  /** The file has no such column at all. */
  noColumn?: true;
}> = {
  code: 'missing-value',
  severity: 'error',
  title: {
    en: 'An empty cell is missing, never 0.',
    vi: 'Ô trống là chưa có số liệu, không phải 0.',
  },
  message: {
    en: ({ leaf, column, asZero }) =>
      asZero
        ? `${leaf} has no value in "${column}": it counts as 0, as the rubric says.`
        : `${leaf} has no value in "${column}".`,
    vi: ({ leaf, column, asZero }) =>
      asZero
        ? `${leaf} chưa có giá trị ở cột "${column}": tính 0 điểm theo quy định của bộ tiêu chí.`
        : `${leaf} chưa có giá trị ở cột "${column}".`,
  },
  hint: {
    en: ({ column, noColumn }) =>
      noColumn
        ? `the file has no column "${column}": add it to the first line, and a value in each row.`
        : 'fill in the value; n/a needs the permission of the rubric and a note.',
    vi: ({ column, noColumn }) =>
      noColumn
        ? `tệp không có cột "${column}": thêm cột vào dòng đầu tiên và nhập giá trị ở mọi dòng.`
        : 'nhập giá trị; "không áp dụng" cần bộ tiêu chí cho phép và phải có ghi chú.',
  },
};

export const entryFaults = {
  missingValue,
  unknownUnit,
  totalRow,
  unknownLeaf,
  notALeaf,
  repeatedEntry,
  exemptNotPermitted,
  noteMissing,
  badOverride,
  overrideOnExempt,
  wrongSource,
  unusedPrevious,
  blanksAround,
};
