/** What somebody probably did when a cell is not the number that was asked, in words that follow a colon. */
import type { Garbling } from '../model/garbled.ts';
import type { Told, Words } from '../model/words.ts';

/** What the words of a suspicion may name. */
export interface SuspicionFacts {
  /** The declared decimal mark. */
  readonly mark: string;
  /** The character at fault, as `U+2212`. */
  readonly character?: string;
}

/** Plain clauses without facts are kept as pairs of texts. */
function clause(en: string, vi: string): Told<SuspicionFacts> {
  return { en: () => en, vi: () => vi };
}

export const SUSPICIONS = {
  'other-mark': {
    en: ({ mark }) => `the declared decimal mark is "${mark}", and digits are not grouped`,
    vi: ({ mark }) => `dấu thập phân đã khai báo là "${mark}", và không ngăn cách hàng nghìn`,
  },
  'other-minus': {
    en: ({ character }) => `its minus sign is the character ${character}, not the plain "-"`,
    vi: ({ character }) => `dấu trừ là ký tự ${character}, không phải dấu "-" thường`,
  },
  'other-character': {
    en: ({ character }) => `it holds the character ${character}`,
    vi: ({ character }) => `trong ô có ký tự ${character}`,
  },
  'spreadsheet-error': clause('it is an error of a spreadsheet formula', 'đây là lỗi công thức của bảng tính'),
  formula: clause('it is a spreadsheet formula, not its result', 'đây là công thức của bảng tính, không phải kết quả'),
  date: clause('it looks like a date made by a spreadsheet', 'có vẻ bảng tính đã đổi thành ngày tháng'),
  exponent: clause('it is in exponent form', 'số viết ở dạng lũy thừa'),
  several: clause('several values stand in one cell', 'trong một ô có nhiều giá trị'),
  brackets: clause('a negative number is written with "-" before it', 'số âm phải viết với dấu "-" đứng trước'),
  plus: clause('a plus sign is not written', 'không viết dấu cộng'),
  blank: clause('a blank stands inside it', 'bên trong có khoảng trắng'),
  'too-long': clause(
    'it has more than 15 digits or more than 10 decimals',
    'có hơn 15 chữ số hoặc hơn 10 chữ số thập phân',
  ),
  'lone-mark': clause(
    'digits stand before and after the decimal mark',
    'trước và sau dấu thập phân đều phải có chữ số',
  ),
  percentage: clause(
    'a percentage stands where a plain number is asked',
    'ở đây cần số thường, không phải tỷ lệ phần trăm',
  ),
  fraction: clause('a fraction stands where a plain number is asked', 'ở đây cần số thường, không phải phân số'),
  'bare-number': clause(
    'a plain number does not say that it is a percentage',
    'số thường không cho biết đó là tỷ lệ phần trăm',
  ),
  'not-whole': clause('it is not a whole number', 'đây không phải là số nguyên'),
} as const satisfies Record<string, Told<SuspicionFacts>>;

export type Suspicion = keyof typeof SUSPICIONS;

/** What to do about a text that was spoilt on its way. */
export const GARBLED: Readonly<Record<Garbling, Words>> = {
  mojibake: {
    en: 'the text looks like UTF-8 that was read as another encoding: save the original again as "CSV UTF-8".',
    vi: 'chữ có vẻ là UTF-8 bị đọc sai bảng mã: lưu lại tệp gốc dạng "CSV UTF-8".',
  },
  tcvn3: {
    en: 'the text looks like TCVN3 (ABC fonts): declare "encoding: tcvn3" for the original file, or convert it to Unicode.',
    vi: 'chữ có vẻ là TCVN3 (phông ABC): khai báo "encoding: tcvn3" cho tệp gốc, hoặc chuyển sang Unicode.',
  },
  vni: {
    en: 'the text looks like VNI: convert it to Unicode.',
    vi: 'chữ có vẻ là VNI: chuyển sang Unicode.',
  },
  lost: {
    en: 'letters were lost on saving: save the original again as "CSV UTF-8".',
    vi: 'chữ có dấu đã mất khi lưu: lưu lại tệp gốc dạng "CSV UTF-8".',
  },
};
