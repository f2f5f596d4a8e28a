/** What the parser of arguments says, in Vietnamese: commander writes its help and its refusals in English only. */
import type { Language } from '../model/words.ts';

/** Each refusal of commander 14, and how it is said; `$1` and `$2` are what it names. */
const REFUSALS: readonly (readonly [pattern: RegExp, vi: string])[] = [
  [/^error: unknown option '(.*)'/, "lỗi: không có tùy chọn '$1'"],
  [/^error: unknown command '(.*)'/, "lỗi: không có lệnh '$1'"],
  [/^error: missing required argument '(.*)'/, "lỗi: thiếu tham số '$1'"],
  [/^error: option '(.*)' argument missing/, "lỗi: tùy chọn '$1' thiếu giá trị"],
  [/^error: option '(.*)' argument '(.*)' is invalid\./, "lỗi: giá trị '$2' của tùy chọn '$1' không hợp lệ."],
  [
    /^error: too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    'lỗi: thừa tham số: cần $2, nhận được $3.',
  ],
  [/Allowed choices are (.*)\.$/m, 'Có thể chọn: $1.'],
  [/\(Did you mean one of (.*)\?\)/, '(Có phải là một trong: $1?)'],
  [/\(Did you mean (.*)\?\)/, '(Có phải là $1?)'],
];

/** A refusal of commander in the reader's language; in English as it is. */
export function sayRefusal(message: string, lang: Language): string {
  if (lang === 'en') return message;
  const named = message
    .replace(/(?<=^error: missing required argument ')[a-z]+/, (name) => sayTerm(name, lang))
    .replace(/(?<=^error: option '[^<']*)<[a-z=]+>/, (value) => sayTerm(value, lang));
  return REFUSALS.reduce((told, [pattern, vi]) => told.replace(pattern, vi), named);
}

/** Titles in commander's help. */
const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Các lệnh:',
};

/** A title of commander's help in the reader's language. */
export function sayTitle(title: string, lang: Language): string {
  return lang === 'vi' ? (HELP_TITLES[title] ?? title) : title;
}

/** `(choices: "a", "b")` after an option's description. */
export function sayChoices(description: string, lang: Language): string {
  return lang === 'vi' ? description.replace(/\(choices: ([^)]*)\)$/, '(chọn: $1)') : description;
}

/** What stands for a value in the terms of help: `<file>`, `[path...]`, `<name=number>`. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  ...{ options: 'tùy chọn', command: 'lệnh', action: 'thao tác', manifest: 'bản kê khai', shell: 'shell' },
  ...{ file: 'tệp', folder: 'thư mục', dir: 'thư mục', path: 'đường dẫn', mapping: 'cách gán cột', text: 'chữ' },
  ...{
    unit: 'đơn vị',
    leaf: 'tiêu chí',
    grade: 'loại',
    grades: 'các loại',
    rank: 'hạng',
    index: 'chỉ số',
    points: 'điểm',
  },
  ...{
    stage: 'vòng',
    start: 'mẫu',
    agency: 'cơ quan',
    order: 'thứ tự',
    year: 'năm',
    date: 'ngày',
    language: 'ngôn ngữ',
  },
  ...{
    id: 'mã',
    name: 'tên',
    n: 'số',
    number: 'số',
    values: 'các giá trị',
    format: 'dạng',
    mark: 'dấu',
    dialect: 'kiểu',
  },
};

/** A term of help in the reader's language: `--units <tệp>`; an argument's own name stands without brackets. */
export function sayTerm(term: string, lang: Language): string {
  if (lang === 'en') return term;
  const own = PLACEHOLDERS[term];
  if (own !== undefined) return own;
  return term.replace(/(?<=[<[=])[a-z]+/g, (name) => PLACEHOLDERS[name] ?? name);
}
