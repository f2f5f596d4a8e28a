/** Laws of the YAML files: their grammar, their keys and the kinds of their values. */
import type { Fault } from '../model/diagnostic.ts';
import type { Words } from '../model/words.ts';

/** The faults of its grammar that people make, by the codes of the package `yaml`, in Vietnamese. */
const GRAMMAR_VI: Readonly<Record<string, string>> = {
  BAD_INDENT: 'thụt dòng không đều',
  TAB_AS_INDENT: 'thụt dòng bằng phím Tab; phải dùng khoảng trắng',
  MULTILINE_IMPLICIT_KEY: 'khóa kéo dài nhiều dòng, có thể thiếu dấu hai chấm hoặc dấu ngoặc đóng',
  MISSING_CHAR: 'thiếu một ký tự, thường là dấu hai chấm, dấu phẩy hoặc dấu ngoặc',
  BLOCK_AS_IMPLICIT_KEY: 'một nhóm khóa nằm sai chỗ, thường do có hai dấu hai chấm trên một dòng',
  BLOCK_IN_FLOW: 'nhiều dòng nằm trong dấu ngoặc',
  UNEXPECTED_TOKEN: 'có ký tự nằm sai chỗ',
  BAD_SCALAR_START: 'giá trị bắt đầu bằng ký tự phải đặt trong ngoặc kép',
  BAD_DQ_ESCAPE: 'dấu \\ trong ngoặc kép không hợp lệ',
  KEY_OVER_1024_CHARS: 'khóa dài quá 1024 ký tự',
};

export const yamlSyntax: Fault<{ detail: string; kind: string }> = {
  code: 'yaml-syntax',
  severity: 'error',
  title: {
    en: 'A rubric or project file is well-formed YAML.',
    vi: 'Tệp bộ tiêu chí, dự án phải đúng cú pháp YAML.',
  },
  message: {
    en: ({ detail }) => `This is not well-formed YAML: ${detail}.`,
    vi: ({ detail, kind }) => `YAML sai cú pháp: ${GRAMMAR_VI[kind] ?? detail}.`,
  },
  hint: {
    en: () => 'check the indentation, the colons and the quotes around this place.',
    vi: () => 'kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc quanh chỗ này.',
  },
};

/** What of YAML is not used, as the words name it. */
const FEATURES = {
  alias: { en: 'An alias (*)', vi: 'alias (*)' },
  anchor: { en: 'An anchor (&)', vi: 'anchor (&)' },
  tag: { en: 'A tag (!)', vi: 'tag (!)' },
  merge: { en: 'A merge key (<<)', vi: 'khóa gộp (<<)' },
  prototype: { en: 'The key __proto__', vi: 'khóa __proto__' },
  'key-not-text': { en: 'A key that is not a text', vi: 'khóa không phải là chữ' },
  document: { en: 'A second document', vi: 'tài liệu thứ hai' },
  directive: { en: 'A directive (%)', vi: 'chỉ thị (%)' },
} as const satisfies Record<string, Words>;

/** What to write instead; as for an alias where nothing else is said. */
const INSTEAD: Partial<Record<keyof typeof FEATURES, Words>> & { readonly alias: Words } = {
  alias: { en: 'write the value out in full.', vi: 'viết đầy đủ giá trị.' },
  prototype: { en: 'choose another name.', vi: 'chọn tên khác.' },
  'key-not-text': { en: 'write a word before the colon.', vi: 'viết một từ trước dấu hai chấm.' },
  document: { en: 'keep one document in a file, without "---" inside.', vi: 'mỗi tệp một tài liệu, bỏ dòng "---".' },
  directive: { en: 'remove the line, and the "---" below it.', vi: 'bỏ dòng này và dòng "---" bên dưới.' },
};

export const yamlFeature: Fault<{ feature: keyof typeof FEATURES }> = {
  code: 'yaml-feature',
  severity: 'error',
  title: {
    en: 'YAML is used plainly: no anchors, aliases, merge keys, tags or several documents.',
    vi: 'YAML dùng ở dạng đơn giản: không anchor, alias, merge key, tag hay nhiều tài liệu.',
  },
  message: {
    en: ({ feature }) => `${FEATURES[feature].en} is not used in parindex files.`,
    vi: ({ feature }) => `Tệp của parindex không dùng ${FEATURES[feature].vi}.`,
  },
  hint: {
    en: ({ feature }) => (INSTEAD[feature] ?? INSTEAD.alias).en,
    vi: ({ feature }) => (INSTEAD[feature] ?? INSTEAD.alias).vi,
  },
};

export const repeatedKey: Fault<{ key: string }> = {
  code: 'repeated-key',
  severity: 'error',
  title: { en: 'A key stands once.', vi: 'Mỗi khóa chỉ có một lần.' },
  message: {
    en: ({ key }) => `The key "${key}" stands twice.`,
    vi: ({ key }) => `Khóa "${key}" có hai lần.`,
  },
  hint: { en: () => 'keep one of the two.', vi: () => 'chỉ giữ một.' },
};

export const unknownKey: Fault<{
  key: string;
  nearest?: string;
  known?: string;
}> = {
  code: 'unknown-key',
  severity: 'error',
  title: {
    en: 'Every key is one that the tool knows.',
    vi: 'Mọi khóa đều là khóa đã biết.',
  },
  message: {
    en: ({ key }) => `There is no key "${key}" here.`,
    vi: ({ key }) => `Ở đây không có khóa "${key}".`,
  },
  hint: {
    en: ({ nearest, known }) =>
      nearest ? `did you mean "${nearest}"?` : known ? `the keys here are: ${known}.` : 'remove it.',
    vi: ({ nearest, known }) =>
      nearest ? `có phải là "${nearest}"?` : known ? `các khóa ở đây là: ${known}.` : 'bỏ khóa này.',
  },
};

export const missingKey: Fault<{ key: string }> = {
  code: 'missing-key',
  severity: 'error',
  title: {
    en: 'A key that cannot be done without is there.',
    vi: 'Khóa bắt buộc phải có.',
  },
  message: {
    en: ({ key }) => `The key "${key}" is missing here.`,
    vi: ({ key }) => `Ở đây thiếu khóa "${key}".`,
  },
  hint: {
    en: ({ key }) => `add "${key}: ...".`,
    vi: ({ key }) => `thêm "${key}: ...".`,
  },
};

export const wrongValue: Fault<{ what: Words; nearest?: string }> = {
  code: 'wrong-value',
  severity: 'error',
  title: {
    en: 'A value is of the kind that its key asks for.',
    vi: 'Giá trị đúng loại mà khóa yêu cầu.',
  },
  message: { en: ({ what }) => what.en, vi: ({ what }) => what.vi },
  hint: {
    en: ({ nearest }) =>
      nearest ? `did you mean "${nearest}"?` : 'correct the value; docs/rubric.md describes each key.',
    vi: ({ nearest }) => (nearest ? `có phải là "${nearest}"?` : 'sửa giá trị; docs/rubric.md mô tả từng khóa.'),
  },
};

export const bareNumber: Fault<{ shown: string }> = {
  code: 'bare-number',
  severity: 'error',
  title: {
    en: 'A text that looks like a number is quoted: 1.10 and 1.1 are two ids and one number.',
    vi: 'Chữ giống số phải đặt trong ngoặc kép: 1.10 và 1.1 là hai mã nhưng là một số.',
  },
  message: {
    en: ({ shown }) => `${shown} is a bare number where a text is asked.`,
    vi: ({ shown }) => `${shown} là số trần ở chỗ cần chữ.`,
  },
  hint: {
    en: ({ shown }) => `quote it: "${shown}".`,
    vi: ({ shown }) => `đặt trong ngoặc kép: "${shown}".`,
  },
};

export const ambiguousWord: Fault<{ shown: string }> = {
  code: 'ambiguous-word',
  severity: 'warning',
  title: {
    en: 'A word that other YAML readers take for true, false, a date or a number is quoted.',
    vi: 'Từ mà trình đọc YAML khác hiểu là đúng, sai, ngày tháng hay số phải đặt trong ngoặc kép.',
  },
  message: {
    en: ({ shown }) => `${shown} without quotes is a text here and something else to other YAML readers.`,
    vi: ({ shown }) => `${shown} không có ngoặc kép là chữ ở đây nhưng là thứ khác với trình đọc YAML khác.`,
  },
  hint: {
    en: ({ shown }) => `quote it: "${shown}".`,
    vi: ({ shown }) => `đặt trong ngoặc kép: "${shown}".`,
  },
};

export const yamlFaults = {
  yamlSyntax,
  yamlFeature,
  repeatedKey,
  unknownKey,
  missingKey,
  wrongValue,
  bareNumber,
  ambiguousWord,
};
