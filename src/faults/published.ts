/** Laws of results that were saved or published elsewhere: rankings as JSON, tables of totals, crosswalks between rubrics. */
import type { Fault } from '../model/diagnostic.ts';

export const notARanking: Fault<{ why: 'json' | 'key' | 'group'; shown: string }> = {
  code: 'not-a-ranking',
  severity: 'error',
  title: {
    en: 'A saved ranking is the JSON that rank writes (parindex/ranking/1).',
    vi: 'Bảng xếp hạng đã lưu là tệp JSON do lệnh rank ghi (parindex/ranking/1).',
  },
  message: {
    en: ({ why, shown }) =>
      `This is no saved ranking: ${{ json: 'it is not JSON', key: `"${shown}" is missing or is not what it should be`, group: `the units of "${shown}" do not fit its rubric` }[why]}.`,
    vi: ({ why, shown }) =>
      `Đây không phải bảng xếp hạng đã lưu: ${{ json: 'tệp không phải JSON', key: `"${shown}" thiếu hoặc không đúng`, group: `đơn vị của nhóm "${shown}" không khớp bộ tiêu chí` }[why]}.`,
  },
  hint: {
    en: () => 'save one with: parindex rank --format json --leaves -o ranking.json',
    vi: () => 'lưu bằng lệnh: parindex rank --format json --leaves -o ranking.json',
  },
};

export const noIndex: Fault<Record<never, never>> = {
  code: 'no-index',
  severity: 'error',
  title: {
    en: 'What is compared has an index, or points with their maximum: points of different scales say nothing.',
    vi: 'Số liệu so sánh phải có chỉ số, hoặc điểm kèm điểm tối đa: điểm khác thang thì không so được.',
  },
  message: {
    en: () => 'The table has neither an index nor points with their maximum.',
    vi: () => 'Bảng không có chỉ số, cũng không có điểm kèm điểm tối đa.',
  },
  hint: {
    en: () => 'add a column "index" in per cent, or "max" beside "points".',
    vi: () => 'thêm cột "chỉ số" tính bằng %, hoặc "điểm tối đa" bên cạnh "điểm".',
  },
};

export const badFigure: Fault<{ shown: string; what: 'decimal' | 'rank' | 'year' | 'max' }> = {
  code: 'bad-figure',
  severity: 'error',
  title: {
    en: 'A figure of a published table is a number in the declared way of writing.',
    vi: 'Số liệu trong bảng đã công bố là số viết đúng cách đã khai báo.',
  },
  message: {
    en: ({ shown, what }) =>
      `"${shown}" is no ${{ decimal: 'number', rank: 'rank (a whole number from 1)', year: 'year', max: 'maximum above 0' }[what]}.`,
    vi: ({ shown, what }) =>
      `"${shown}" không phải là ${{ decimal: 'số', rank: 'thứ hạng (số nguyên từ 1)', year: 'năm', max: 'điểm tối đa lớn hơn 0' }[what]}.`,
  },
  hint: {
    en: () => 'correct the cell; --csv excel-vi reads semicolons and decimal commas.',
    vi: () => 'sửa ô này; --csv excel-vi đọc tệp dùng dấu chấm phẩy và dấu phẩy thập phân.',
  },
};

export const nothingToCompare: Fault<{ older: string; newer: string }> = {
  code: 'nothing-to-compare',
  severity: 'error',
  title: {
    en: 'Results are compared that have units in common.',
    vi: 'Chỉ so sánh các kết quả có đơn vị chung.',
  },
  message: {
    en: ({ older, newer }) => `${newer} has no unit in common with ${older}.`,
    vi: ({ older, newer }) => `${newer} không có đơn vị nào chung với ${older}.`,
  },
  hint: {
    en: () => 'give units the same ids in both, or say whose place they took in "successor_of".',
    vi: () => 'dùng cùng mã đơn vị ở cả hai, hoặc ghi đơn vị cũ ở cột "kế thừa".',
  },
};

export const unknownOrigin: Fault<{ id: string; node: string; older: string; nearest?: string }> = {
  code: 'unknown-origin',
  severity: 'error',
  title: {
    en: 'What a criterion comes from is a criterion of the older rubric.',
    vi: 'Tiêu chí gốc phải có trong bộ tiêu chí cũ.',
  },
  message: {
    en: ({ id, node, older }) => `${node} comes from "${id}", which ${older} does not have.`,
    vi: ({ id, node, older }) => `${node} ghi gốc là "${id}", nhưng ${older} không có.`,
  },
  hint: {
    en: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'correct the id, or write from: [] if it is new.'),
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'sửa mã, hoặc ghi from: [] nếu là tiêu chí mới.'),
  },
};

export const repeatedOrigin: Fault<{ leaf: string; node: string }> = {
  code: 'repeated-origin',
  severity: 'error',
  title: {
    en: 'A crosswalk counts each criterion once.',
    vi: 'Bảng đối chiếu chỉ tính mỗi tiêu chí một lần.',
  },
  message: {
    en: ({ leaf, node }) => `With ${node} the crosswalk counts ${leaf} twice.`,
    vi: ({ leaf, node }) => `Tại ${node}, bảng đối chiếu tính ${leaf} hai lần.`,
  },
  hint: {
    en: () => 'name it once; if it was split, put "from" on the criterion above its parts.',
    vi: () => 'chỉ ghi một lần; nếu tiêu chí được tách, ghi "from" ở tiêu chí cha.',
  },
};

interface MappingFacts {
  readonly shown: string;
  readonly what: 'role' | 'column' | 'shape';
  readonly known: string;
  readonly nearest?: string;
}

export const badMapping: Fault<MappingFacts> = {
  code: 'bad-mapping',
  severity: 'error',
  title: {
    en: 'A mapping gives columns of the table their roles: part=a,b;total=c.',
    vi: 'Khai báo cột cho biết vai trò của từng cột trong bảng: part=a,b;total=c.',
  },
  message: {
    en: ({ shown, what }) =>
      `"${shown}" ${{ role: 'is no role of a column', column: 'is no column of the table', shape: 'is not written role=column' }[what]}.`,
    vi: ({ shown, what }) =>
      `"${shown}" ${{ role: 'không phải là vai trò của cột', column: 'không phải là cột của bảng', shape: 'không viết theo dạng vai-trò=cột' }[what]}.`,
  },
  hint: {
    en: ({ nearest, known }) =>
      nearest
        ? `did you mean "${nearest}"?`
        : known === ''
          ? 'write it like part=a,b;total=c.'
          : `there are: ${known}.`,
    vi: ({ nearest, known }) =>
      nearest ? `có phải là "${nearest}"?` : known === '' ? 'viết như part=a,b;total=c.' : `hiện có: ${known}.`,
  },
};

export const nothingToAudit: Fault<{ known: string }> = {
  code: 'nothing-to-audit',
  severity: 'error',
  title: {
    en: 'A table that is audited has columns that hang together.',
    vi: 'Bảng được kiểm tra phải có các cột liên quan với nhau.',
  },
  message: {
    en: ({ known }) => `Nothing can be held against anything: the columns are ${known}.`,
    vi: ({ known }) => `Không có gì để đối chiếu: các cột là ${known}.`,
  },
  hint: {
    en: () => 'name the columns with --columns, such as: --columns "part=a,b;total=c".',
    vi: () => 'khai báo các cột bằng --columns, ví dụ: --columns "part=a,b;total=c".',
  },
};

export const publishedFaults = {
  badMapping,
  nothingToAudit,
  notARanking,
  noIndex,
  badFigure,
  nothingToCompare,
  unknownOrigin,
  repeatedOrigin,
};
