/** Laws of the YAML files: their grammar, their keys and the kinds of their values. */
import type { Fault } from '../model/diagnostic.ts';
import type { Words } from '../model/words.ts';

export const yamlSyntax: Fault<{ detail: string }> = {
  code: 'yaml-syntax',
  severity: 'error',
  title: {
    en: 'A rubric or project file is well-formed YAML.',
    vi: 'Tệp bộ tiêu chí, dự án phải đúng cú pháp YAML.',
  },
  message: {
    en: ({ detail }) => `This is not well-formed YAML: ${detail}.`,
    vi: ({ detail }) => `YAML sai cú pháp: ${detail}.`,
  },
  hint: {
    en: () => 'check the indentation, the colons and the quotes around this place.',
    vi: () => 'kiểm tra thụt dòng, dấu hai chấm và dấu ngoặc quanh chỗ này.',
  },
};

export const yamlFeature: Fault<{ feature: string }> = {
  code: 'yaml-feature',
  severity: 'error',
  title: {
    en: 'YAML is used plainly: no anchors, aliases, merge keys, tags or several documents.',
    vi: 'YAML dùng ở dạng đơn giản: không anchor, alias, merge key, tag hay nhiều tài liệu.',
  },
  message: {
    en: ({ feature }) => `${feature} is not used in parindex files.`,
    vi: ({ feature }) => `Tệp của parindex không dùng ${feature}.`,
  },
  hint: {
    en: () => 'write the value out in full.',
    vi: () => 'viết đầy đủ giá trị.',
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

export const yamlFaults = {
  yamlSyntax,
  yamlFeature,
  repeatedKey,
  unknownKey,
  missingKey,
  wrongValue,
  bareNumber,
};
