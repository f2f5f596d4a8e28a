/** Laws of parindex.yaml and of the units file. */
import type { Fault } from '../model/diagnostic.ts';
import type { Garbling } from '../model/garbled.ts';
import type { Words } from '../model/words.ts';
import { GARBLED } from './suspicions.ts';

/** Why a path is not read: it leaves the project by its name or by a link, or what it names is no regular file. */
export type PathFault = 'outside' | 'absolute' | 'url' | 'special';

const PATH_FAULTS: Readonly<Record<PathFault, Words>> = {
  outside: { en: 'leads out of the project folder', vi: 'dẫn ra ngoài thư mục dự án' },
  absolute: { en: 'is an absolute path', vi: 'là đường dẫn tuyệt đối' },
  url: { en: 'is an address, not a path', vi: 'là địa chỉ mạng, không phải đường dẫn' },
  special: { en: 'is a device or a pipe, not a regular file', vi: 'là thiết bị hoặc ống dẫn, không phải tệp thường' },
};

export const badPath: Fault<{
  path: string;
  why: PathFault;
}> = {
  code: 'bad-path',
  severity: 'error',
  title: {
    en: 'A path is relative and stays inside the project folder.',
    vi: 'Đường dẫn là tương đối và nằm trong thư mục dự án.',
  },
  message: {
    en: ({ path, why }) => `"${path}" ${PATH_FAULTS[why].en}.`,
    vi: ({ path, why }) => `"${path}" ${PATH_FAULTS[why].vi}.`,
  },
  hint: {
    en: () => 'put the file into the project folder and name it from there.',
    vi: () => 'đặt tệp vào thư mục dự án và ghi đường dẫn tính từ đó.',
  },
};

export interface MissingFacts {
  readonly path: string;
  readonly isFolder?: true;
  /** What is there, by a name that is much the same. */
  readonly nearest?: string;
  /** It is the same name, but that its letters are composed otherwise. */
  readonly isComposed?: true;
}

export const missingFile: Fault<MissingFacts> = {
  code: 'missing-file',
  severity: 'error',
  title: {
    en: 'A file that the project names is there.',
    vi: 'Tệp mà dự án nêu tên phải có.',
  },
  message: {
    en: ({ path, isFolder }) =>
      isFolder ? `"${path}" is a folder, not a file.` : `There is no file or folder "${path}".`,
    vi: ({ path, isFolder }) =>
      isFolder ? `"${path}" là thư mục, không phải tệp.` : `Không có tệp hay thư mục "${path}".`,
  },
  hint: {
    en: ({ nearest, isComposed }) =>
      isComposed
        ? 'a file is there whose name only looks the same, its letters being composed otherwise (NFC, NFD): rename it.'
        : nearest
          ? `did you mean "${nearest}"?`
          : 'correct the name, or put the file there (parindex init writes a working sample).',
    vi: ({ nearest, isComposed }) =>
      isComposed
        ? 'có tệp mang tên trông giống hệt nhưng chữ có dấu được ghép khác (NFC, NFD): đổi tên tệp.'
        : nearest
          ? `có phải là "${nearest}"?`
          : 'sửa tên, hoặc đặt tệp vào đó (parindex init tạo dự án mẫu chạy được).',
  },
};

export const ignoredFile: Fault<{ path: string }> = {
  code: 'ignored-file',
  severity: 'warning',
  title: {
    en: 'The entries folder holds CSV files only.',
    vi: 'Thư mục số liệu chỉ chứa tệp CSV.',
  },
  message: {
    en: ({ path }) => `"${path}" is neither a CSV nor an XLSX file and was not read.`,
    vi: ({ path }) => `"${path}" không phải tệp CSV hay XLSX nên không được đọc.`,
  },
  hint: {
    en: () => 'save it as CSV, or move it out of the folder.',
    vi: () => 'lưu thành CSV, hoặc chuyển ra khỏi thư mục.',
  },
};

export const badUnitId: Fault<{ shown: string }> = {
  code: 'bad-unit-id',
  severity: 'error',
  title: {
    en: "A unit's id is made of small letters, digits, - and _.",
    vi: 'Mã đơn vị gồm chữ thường không dấu, chữ số, - và _.',
  },
  message: {
    en: ({ shown }) => `"${shown}" cannot be the id of a unit.`,
    vi: ({ shown }) => `"${shown}" không thể là mã đơn vị.`,
  },
  hint: {
    en: () => 'write an id such as khanh-vinh; the full name has its own column.',
    vi: () => 'viết mã như khanh-vinh; tên đầy đủ có cột riêng.',
  },
};

export const hiddenInName: Fault<{ shown: string }> = {
  code: 'hidden-in-name',
  severity: 'error',
  title: {
    en: 'A name holds no character that cannot be seen.',
    vi: 'Tên không chứa ký tự không nhìn thấy được.',
  },
  message: {
    en: ({ shown }) => `The name "${shown}" holds a character that cannot be seen.`,
    vi: ({ shown }) => `Tên "${shown}" chứa ký tự không nhìn thấy được.`,
  },
  hint: {
    en: () => 'type the name again; the character came in by copying.',
    vi: () => 'gõ lại tên; ký tự này lọt vào khi sao chép.',
  },
};

export const garbledName: Fault<{ shown: string; garbled: Garbling }> = {
  code: 'garbled-name',
  severity: 'warning',
  title: {
    en: 'A name is written in Unicode, no letter of it spoilt.',
    vi: 'Tên viết bằng Unicode, không chữ nào bị hỏng.',
  },
  message: {
    en: ({ shown }) => `The name "${shown}" seems to be spoilt and would be printed like this.`,
    vi: ({ shown }) => `Tên "${shown}" có vẻ bị hỏng chữ và sẽ được in ra như vậy.`,
  },
  hint: {
    en: ({ garbled }) => GARBLED[garbled].en,
    vi: ({ garbled }) => GARBLED[garbled].vi,
  },
};

export const repeatedUnit: Fault<{
  what: 'id' | 'name';
  shown: string;
  line: string;
}> = {
  code: 'repeated-unit',
  severity: 'error',
  title: {
    en: 'A unit is declared once, and no two units have the same name.',
    vi: 'Mỗi đơn vị khai báo một lần, không có hai đơn vị trùng tên.',
  },
  message: {
    en: ({ what, shown, line }) => `The ${what} "${shown}" is already that of the unit on line ${line}.`,
    vi: ({ what, shown, line }) => `${what === 'id' ? 'Mã' : 'Tên'} "${shown}" đã là của đơn vị ở dòng ${line}.`,
  },
  hint: {
    en: () => 'remove or rename one of the two.',
    vi: () => 'bỏ hoặc đổi tên một trong hai.',
  },
};

export const blankCell: Fault<{ name: string }> = {
  code: 'blank-cell',
  severity: 'error',
  title: {
    en: 'A cell that says whose row it is is filled on every row.',
    vi: 'Ô cho biết dòng thuộc về ai phải được điền ở mọi dòng.',
  },
  message: {
    en: ({ name }) => `The cell of "${name}" is empty.`,
    vi: ({ name }) => `Ô của cột "${name}" để trống.`,
  },
  hint: {
    en: () => 'fill it in on this row; cells that were merged in a spreadsheet keep only the first.',
    vi: () => 'điền vào dòng này; ô bị gộp trong bảng tính chỉ giữ lại ô đầu.',
  },
};

export const unknownGroup: Fault<{ shown: string; nearest?: string }> = {
  code: 'unknown-group',
  severity: 'error',
  title: {
    en: 'A group is one that the project declares.',
    vi: 'Nhóm phải là nhóm mà dự án khai báo.',
  },
  message: {
    en: ({ shown }) => `There is no group "${shown}" in parindex.yaml.`,
    vi: ({ shown }) => `parindex.yaml không có nhóm "${shown}".`,
  },
  hint: {
    en: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'add it under "groups:", or correct it here.'),
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'thêm vào "groups:", hoặc sửa ở đây.'),
  },
};

export const badUnranked: Fault<{ shown: string }> = {
  code: 'bad-unranked',
  severity: 'error',
  title: {
    en: 'The column unranked says yes or no.',
    vi: 'Cột không xếp hạng ghi có hoặc không.',
  },
  message: {
    en: ({ shown }) => `"${shown}" is neither yes nor no.`,
    vi: ({ shown }) => `"${shown}" không phải có, cũng không phải không.`,
  },
  hint: {
    en: () => 'write yes for a unit that is listed apart; leave the cell empty otherwise.',
    vi: () => 'ghi "có" cho đơn vị không xếp hạng chung; nếu không thì để trống.',
  },
};

export const noUnits: Fault<Record<never, never>> = {
  code: 'no-units',
  severity: 'error',
  title: { en: 'There is at least one unit.', vi: 'Có ít nhất một đơn vị.' },
  message: {
    en: () => 'No unit is declared.',
    vi: () => 'Chưa khai báo đơn vị nào.',
  },
  hint: {
    en: () => 'declare each unit on a line: id,name,group.',
    vi: () => 'khai báo mỗi đơn vị một dòng: id,name,group.',
  },
};

export const groupWithoutRubric: Fault<{ group: string }> = {
  code: 'group-without-rubric',
  severity: 'error',
  title: {
    en: 'Each group is scored by one rubric.',
    vi: 'Mỗi nhóm được chấm theo một bộ tiêu chí.',
  },
  message: {
    en: ({ group }) => `No rubric applies to the group "${group}".`,
    vi: ({ group }) => `Không có bộ tiêu chí nào áp dụng cho nhóm "${group}".`,
  },
  hint: {
    en: ({ group }) => `add "${group}" to the "applies_to" of a rubric, or correct the group here.`,
    vi: ({ group }) => `thêm "${group}" vào "applies_to" của một bộ tiêu chí, hoặc sửa nhóm ở đây.`,
  },
};

export const groupWithTwoRubrics: Fault<{
  group: string;
  first: string;
  second: string;
}> = {
  code: 'group-with-two-rubrics',
  severity: 'error',
  title: {
    en: 'No group is scored by two rubrics.',
    vi: 'Không nhóm nào được chấm theo hai bộ tiêu chí.',
  },
  message: {
    en: ({ group, first, second }) => `Both "${first}" and "${second}" apply to the group "${group}".`,
    vi: ({ group, first, second }) => `Cả "${first}" và "${second}" đều áp dụng cho nhóm "${group}".`,
  },
  hint: {
    en: () => 'give each rubric its own groups in "applies_to".',
    vi: () => 'ghi nhóm riêng cho từng bộ tiêu chí trong "applies_to".',
  },
};

export const repeatedRubric: Fault<{ id: string; first: string }> = {
  code: 'repeated-rubric',
  severity: 'error',
  title: {
    en: 'No two rubrics have the same id.',
    vi: 'Không có hai bộ tiêu chí trùng mã.',
  },
  message: {
    en: ({ id, first }) => `The id "${id}" is already that of ${first}.`,
    vi: ({ id, first }) => `Mã "${id}" đã là của ${first}.`,
  },
  hint: {
    en: () => 'give each rubric its own id.',
    vi: () => 'đặt cho mỗi bộ tiêu chí một mã riêng.',
  },
};

export const projectFaults = {
  badPath,
  missingFile,
  ignoredFile,
  badUnitId,
  hiddenInName,
  garbledName,
  repeatedUnit,
  blankCell,
  unknownGroup,
  badUnranked,
  noUnits,
  groupWithoutRubric,
  groupWithTwoRubrics,
  repeatedRubric,
};
