/** Laws of a sound rubric that concern its tree and policies; those of single rules are in faults/rules.ts. */
import type { Fault } from '../model/diagnostic.ts';

export const maxNotSum: Fault<{ id: string; max: string; sum: string; parts: string }> = {
  code: 'max-not-sum',
  severity: 'error',
  title: {
    en: "A parent's maximum is the sum of its children's.",
    vi: 'Điểm tối đa của mục cha bằng tổng điểm tối đa của các mục con.',
  },
  message: {
    en: ({ id, max, sum, parts }) => `The maximum of ${id} is ${max}; its children add up to ${parts} = ${sum}.`,
    vi: ({ id, max, sum, parts }) => `Điểm tối đa của ${id} là ${max}; các mục con cộng lại là ${parts} = ${sum}.`,
  },
  hint: {
    en: ({ sum }) => `correct a child's maximum, or write ${sum} here.`,
    vi: ({ sum }) => `sửa điểm tối đa của một mục con, hoặc ghi ${sum} ở đây.`,
  },
};

export const repeatedId: Fault<{ id: string }> = {
  code: 'repeated-id',
  severity: 'error',
  title: {
    en: 'An id names one node of the rubric.',
    vi: 'Mỗi mã chỉ đặt cho một mục của bộ tiêu chí.',
  },
  message: {
    en: ({ id }) => `The id "${id}" is already taken.`,
    vi: ({ id }) => `Mã "${id}" đã được dùng.`,
  },
  hint: {
    en: () => 'give each node its own id.',
    vi: () => 'đặt cho mỗi mục một mã riêng.',
  },
};

export const lookAlikeIds: Fault<{ id: string; other: string; safe: string }> = {
  code: 'look-alike-ids',
  severity: 'warning',
  title: {
    en: 'Ids stay apart when a spreadsheet takes them for numbers.',
    vi: 'Các mã vẫn khác nhau khi bảng tính coi chúng là số.',
  },
  message: {
    en: ({ id, other }) => `A spreadsheet would turn the id "${id}" into "${other}", which is another id here.`,
    vi: ({ id, other }) => `Bảng tính sẽ đổi mã "${id}" thành "${other}", là một mã khác ở đây.`,
  },
  hint: {
    en: ({ safe }) => `keep the column formatted as text, or use ids such as "${safe}".`,
    vi: ({ safe }) => `định dạng cột là văn bản, hoặc dùng mã như "${safe}".`,
  },
};

export const leafOrParent: Fault<{ id: string; both: boolean }> = {
  code: 'leaf-or-parent',
  severity: 'error',
  title: {
    en: 'A criterion has parts or a rule, never both and never neither.',
    vi: 'Một tiêu chí có tiêu chí thành phần hoặc có cách chấm điểm, không có cả hai và không thiếu cả hai.',
  },
  message: {
    en: ({ id, both }) =>
      both
        ? `${id} has parts and also a leaf's keys (rule, source, evidence or cost).`
        : `${id} has neither parts nor a rule.`,
    vi: ({ id, both }) =>
      both
        ? `${id} có parts mà cũng có khóa của mục chấm điểm (rule, source, evidence, cost).`
        : `${id} không có parts cũng không có rule.`,
  },
  hint: {
    en: ({ both }) => (both ? 'move the rule, source, evidence and cost to the parts.' : 'add "rule:" or "parts:".'),
    vi: ({ both }) => (both ? 'chuyển rule, source, evidence và cost xuống các parts.' : 'thêm "rule:" hoặc "parts:".'),
  },
};

export const badStages: Fault<{
  why: 'no-appraised' | 'self-not-first' | 'repeated' | 'reserved';
  name: string;
}> = {
  code: 'bad-stages',
  severity: 'error',
  title: {
    en: 'Stages hold "appraised" once, "self" first, and no name of another column.',
    vi: 'Các vòng có "appraised" một lần, "self" đứng đầu, và không trùng tên cột khác.',
  },
  message: {
    en: ({ why, name }) =>
      ({
        'no-appraised': 'The stages have no "appraised".',
        'self-not-first': 'The stage "self" is not the first.',
        repeated: `The stage "${name}" stands twice.`,
        reserved: `"${name}" is the name of another column.`,
      })[why],
    vi: ({ why, name }) =>
      ({
        'no-appraised': 'Các vòng thiếu "appraised".',
        'self-not-first': 'Vòng "self" không đứng đầu.',
        repeated: `Vòng "${name}" có hai lần.`,
        reserved: `"${name}" là tên của cột khác.`,
      })[why],
  },
  hint: {
    en: () => 'write for example: stages: [self, appraised, reviewed].',
    vi: () => 'viết ví dụ: stages: [self, appraised, reviewed].',
  },
};

export const gradesNotFalling: Fault<{
  grade: string;
  from: string;
  above: string;
}> = {
  code: 'grades-not-falling',
  severity: 'error',
  title: {
    en: 'Grade lines fall from the best grade to the last.',
    vi: 'Ngưỡng xếp loại giảm dần từ loại cao nhất.',
  },
  message: {
    en: ({ grade, from, above }) =>
      `"${grade}" begins at ${from}, which is not below the ${above} of the grade above it.`,
    vi: ({ grade, from, above }) => `"${grade}" bắt đầu từ ${from}, không thấp hơn ${above} của loại trên nó.`,
  },
  hint: {
    en: () => 'list the best grade first, each with a lower "from" than the one above.',
    vi: () => 'ghi loại cao nhất trước, mỗi loại sau có "from" thấp hơn.',
  },
};

export const gradeEnds: Fault<{ grade: string; last: boolean }> = {
  code: 'grade-ends',
  severity: 'error',
  title: {
    en: 'Every grade but the last has a line; the last takes the rest.',
    vi: 'Mọi loại trừ loại cuối đều có ngưỡng; loại cuối là phần còn lại.',
  },
  message: {
    en: ({ grade, last }) =>
      last
        ? `The last grade "${grade}" has a "from", so a lower index would have no grade.`
        : `The grade "${grade}" has no "from".`,
    vi: ({ grade, last }) =>
      last ? `Loại cuối "${grade}" có "from", nên chỉ số thấp hơn sẽ không có loại.` : `Loại "${grade}" thiếu "from".`,
  },
  hint: {
    en: ({ last }) => (last ? 'remove its "from", or add a lowest grade.' : 'add its lower end: from: 75.'),
    vi: ({ last }) => (last ? 'bỏ "from" của nó, hoặc thêm loại thấp nhất.' : 'thêm ngưỡng dưới: from: 75.'),
  },
};

export const repeatedGrade: Fault<{ grade: string }> = {
  code: 'repeated-grade',
  severity: 'error',
  title: { en: 'A grade stands once.', vi: 'Mỗi loại chỉ có một lần.' },
  message: {
    en: ({ grade }) => `The grade "${grade}" stands twice.`,
    vi: ({ grade }) => `Loại "${grade}" có hai lần.`,
  },
  hint: {
    en: () => 'give each grade its own id.',
    vi: () => 'đặt cho mỗi loại một mã riêng.',
  },
};

const KINDS_VI = { domain: 'lĩnh vực', criterion: 'tiêu chí', grade: 'loại' } as const;

export const unknownNode: Fault<{
  id: string;
  kind: keyof typeof KINDS_VI;
  nearest?: string;
}> = {
  code: 'unknown-node',
  severity: 'error',
  title: {
    en: 'A policy names nodes that are in the rubric.',
    vi: 'Quy định chỉ nêu các mục có trong bộ tiêu chí.',
  },
  message: {
    en: ({ id, kind }) => `There is no ${kind} "${id}" in the rubric.`,
    vi: ({ id, kind }) => `Bộ tiêu chí không có ${KINDS_VI[kind]} "${id}".`,
  },
  hint: {
    en: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'name an id that the rubric declares.'),
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'nêu một mã mà bộ tiêu chí khai báo.'),
  },
};

export const onePolicy: Fault<{ keys: string }> = {
  code: 'one-of-keys',
  severity: 'error',
  title: {
    en: 'A tie-break or gate names one thing.',
    vi: 'Mỗi tiêu chí phụ hoặc điều kiện chỉ nêu một đối tượng.',
  },
  message: {
    en: ({ keys }) => `Exactly one of ${keys} is asked here.`,
    vi: ({ keys }) => `Ở đây cần đúng một trong: ${keys}.`,
  },
  hint: {
    en: () => 'write one entry for each.',
    vi: () => 'viết mỗi đối tượng một mục.',
  },
};

export const boundsCrossed: Fault<{ min: string; max: string }> = {
  code: 'bounds-crossed',
  severity: 'error',
  title: {
    en: "The index's lower bound is below its upper bound.",
    vi: 'Chặn dưới của chỉ số thấp hơn chặn trên.',
  },
  message: {
    en: ({ min, max }) => `The lowest index ${min} is not below the highest ${max}.`,
    vi: ({ min, max }) => `Chỉ số thấp nhất ${min} không nhỏ hơn cao nhất ${max}.`,
  },
  hint: {
    en: () => 'write for example: index: { min: 0, max: 100 }.',
    vi: () => 'viết ví dụ: index: { min: 0, max: 100 }.',
  },
};

export const rubricFaults = {
  maxNotSum,
  repeatedId,
  lookAlikeIds,
  leafOrParent,
  badStages,
  gradesNotFalling,
  gradeEnds,
  repeatedGrade,
  unknownNode,
  onePolicy,
  boundsCrossed,
};
