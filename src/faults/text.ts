/** Laws that a file breaks before it is a text of rows or keys: bytes, characters, sizes. */
import type { Fault } from '../model/diagnostic.ts';
import type { LimitName } from '../model/limits.ts';
import type { Told, Words } from '../model/words.ts';

export const undecodable: Fault<{ encoding: string; byte: string; looksLike?: string; isYaml?: boolean }> = {
  code: 'undecodable',
  severity: 'error',
  title: {
    en: 'A file is read in its declared encoding, every byte of it.',
    vi: 'Tệp được đọc đúng bảng mã đã khai báo, không bỏ byte nào.',
  },
  message: {
    en: ({ encoding, byte, looksLike }) =>
      `Byte ${byte} is not ${encoding}${looksLike ? `; the file looks like ${looksLike}` : ''}.`,
    vi: ({ encoding, byte, looksLike }) =>
      `Byte ${byte} không thuộc bảng mã ${encoding}${looksLike ? `; tệp có vẻ là ${looksLike}` : ''}.`,
  },
  hint: {
    en: ({ looksLike, isYaml }) =>
      isYaml
        ? 'save the file as UTF-8.'
        : `save the file as "CSV UTF-8", or declare its encoding${looksLike ? ` (${looksLike})` : ''}: "encoding:" in parindex.yaml, or --encoding.`,
    vi: ({ looksLike, isYaml }) =>
      isYaml
        ? 'lưu tệp dạng UTF-8.'
        : `lưu tệp dạng "CSV UTF-8", hoặc khai báo bảng mã${looksLike ? ` (${looksLike})` : ''}: "encoding:" trong parindex.yaml, hoặc --encoding.`,
  },
};

export const notText: Fault<{ kind: 'csv' | 'yaml' | 'json'; looksLike: Words }> = {
  code: 'not-text',
  severity: 'error',
  title: {
    en: 'An input is a text file of its kind.',
    vi: 'Tệp đầu vào phải là tệp văn bản đúng loại.',
  },
  message: {
    en: ({ kind, looksLike }) => `This is not a ${kind.toUpperCase()} file: it begins like ${looksLike.en}.`,
    vi: ({ kind, looksLike }) => `Đây không phải tệp ${kind.toUpperCase()}: phần đầu giống ${looksLike.vi}.`,
  },
  hint: {
    en: ({ kind }) =>
      kind === 'csv' ? 'open it in its own program and save it as "CSV UTF-8".' : 'name the YAML file itself.',
    vi: ({ kind }) =>
      kind === 'csv' ? 'mở bằng chương trình gốc rồi lưu lại dạng "CSV UTF-8".' : 'nêu đúng tệp YAML.',
  },
};

export const controlCharacter: Fault<{ character: string; name?: Words; count: string }> = {
  code: 'control-character',
  severity: 'error',
  title: {
    en: 'A text holds no control characters, second byte order marks or direction marks.',
    vi: 'Văn bản không chứa ký tự điều khiển, dấu BOM thứ hai hay dấu đổi hướng chữ.',
  },
  message: {
    en: ({ character, name, count }) =>
      `The character ${character}${name ? ` (${name.en})` : ''} does not belong in a text file${count === '1' ? '' : `; ${count} such characters are in it`}.`,
    vi: ({ character, name, count }) =>
      `Ký tự ${character}${name ? ` (${name.vi})` : ''} không được có trong tệp văn bản${count === '1' ? '' : `; tệp có ${count} ký tự như vậy`}.`,
  },
  hint: {
    en: () => 'remove the character; if there are many, the file is damaged: ask for it again.',
    vi: () => 'xóa ký tự này; nếu có nhiều, tệp đã hỏng: hãy xin lại tệp.',
  },
};

export const aboveLimit: Fault<{ what: LimitName; found: string; limit: string }> = {
  code: 'above-limit',
  severity: 'error',
  title: {
    en: 'Nothing is larger than the limits, which can be raised.',
    vi: 'Không gì vượt quá giới hạn; có thể nâng giới hạn.',
  },
  message: {
    en: ({ what, found, limit }) => `${LIMIT_WORDS[what].en(found)}; the limit is ${limit}.`,
    vi: ({ what, found, limit }) => `${LIMIT_WORDS[what].vi(found)}; giới hạn là ${limit}.`,
  },
  hint: {
    en: ({ what, found }) => `see whether this is meant; if it is, raise the limit: --limit ${what}=${found}.`,
    vi: ({ what, found }) => `xem có đúng như vậy không; nếu đúng, nâng giới hạn: --limit ${what}=${found}.`,
  },
};

const LIMIT_WORDS: Readonly<Record<LimitName, Told<string>>> = {
  file: { en: (n) => `The file has ${n} bytes`, vi: (n) => `Tệp có ${n} byte` },
  line: { en: (n) => `The line has ${n} characters`, vi: (n) => `Dòng có ${n} ký tự` },
  cell: { en: (n) => `The cell has ${n} characters`, vi: (n) => `Ô có ${n} ký tự` },
  rows: { en: (n) => `The file has at least ${n} rows`, vi: (n) => `Tệp có ít nhất ${n} dòng` },
  columns: { en: (n) => `The header has ${n} columns`, vi: (n) => `Dòng tiêu đề có ${n} cột` },
  files: { en: (n) => `The folder has ${n} CSV files`, vi: (n) => `Thư mục có ${n} tệp CSV` },
  yaml: { en: (n) => `The file has ${n} bytes`, vi: (n) => `Tệp có ${n} byte` },
  depth: {
    en: (n) => `Maps and lists stand ${n} deep in one another`,
    vi: (n) => `Nhóm khóa và danh sách lồng nhau ${n} tầng`,
  },
  name: { en: (n) => `The name has ${n} characters`, vi: (n) => `Tên có ${n} ký tự` },
};

export const textFaults = { undecodable, notText, controlCharacter, aboveLimit };
