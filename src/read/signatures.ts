/** Files that are not the text they are called: told by their first bytes, or by what a page or a record begins with. */
import type { Words } from '../model/words.ts';

const ZIP: Words = {
  en: 'a spreadsheet or another zip file (.xlsx, .ods, .docx)',
  vi: 'bảng tính hoặc tệp nén zip (.xlsx, .ods, .docx)',
};

/** First bytes, one character a byte. */
const BYTES: readonly (readonly [string, Words])[] = [
  ['PK\u0003\u0004', ZIP],
  ['PK\u0005\u0006', ZIP],
  ['\u00d0\u00cf\u0011\u00e0', { en: 'an old Excel or Word file (.xls, .doc)', vi: 'tệp Excel, Word cũ (.xls, .doc)' }],
  ['%PDF', { en: 'a PDF', vi: 'tệp PDF' }],
  ['\u001f\u008b', { en: 'a gzip file', vi: 'tệp nén gzip' }],
  ['7z\u00bc\u00af', { en: 'a 7z file', vi: 'tệp nén 7z' }],
  ['Rar!', { en: 'a RAR file', vi: 'tệp nén RAR' }],
  ['{\\rtf', { en: 'an RTF document', vi: 'văn bản RTF' }],
  ['\u0089PNG', { en: 'a picture', vi: 'tệp ảnh' }],
  ['\u00ff\u00d8\u00ff', { en: 'a picture', vi: 'tệp ảnh' }],
  ['GIF8', { en: 'a picture', vi: 'tệp ảnh' }],
  ['PAR1', { en: 'a Parquet file', vi: 'tệp Parquet' }],
  ['SQLite format 3', { en: 'an SQLite database', vi: 'cơ sở dữ liệu SQLite' }],
  ['\u007fELF', { en: 'a program', vi: 'tệp chương trình' }],
  ['\u00ff\u00fe\u0000\u0000', { en: 'text in UTF-32', vi: 'văn bản mã UTF-32' }],
  ['\u0000\u0000\u00fe\u00ff', { en: 'text in UTF-32', vi: 'văn bản mã UTF-32' }],
];

const WEB: Words = { en: 'a web page', vi: 'trang web' };

const MARKUP: readonly (readonly [RegExp, Words])[] = [
  [/^\s*<(?:!doctype|html|head|body|table|meta)/i, WEB],
  [/^\s*<\?xml/i, { en: 'an XML file', vi: 'tệp XML' }],
];

/** A JSON file is well-formed YAML, so that only a CSV file cannot be one. */
const JSON_START: readonly (readonly [RegExp, Words])[] = [
  [/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/, { en: 'a JSON file', vi: 'tệp JSON' }],
];

const UTF16: Words = {
  en: 'text in UTF-16 without its byte order mark',
  vi: 'văn bản mã UTF-16 thiếu dấu BOM ở đầu',
};

/** What the bytes are if they are not a text of that kind; undefined where nothing speaks against it. */
export function strangerOf(bytes: Uint8Array, kind: 'csv' | 'yaml' | 'json', encoding: string): Words | undefined {
  // The head of a file is enough to know it; one character a byte.
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const known = BYTES.find(([start]) => head.startsWith(start))?.[1];
  if (known) return known;
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '');
  const markup = [...MARKUP, ...(kind === 'csv' ? JSON_START : [])].find(([pattern]) => pattern.test(start))?.[1];
  return markup ?? (!encoding.startsWith('utf-16') && isUtf16(head) ? UTF16 : undefined);
}

/** Every second byte of plain letters in UTF-16 is 0; such a text has a mark in front, or is refused. */
function isUtf16(head: string): boolean {
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/.test(head) || head.length < 4) return false;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === '\0') zeros[at % 2] = (zeros[at % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  // Vietnamese letters have other second bytes too, so that a third is enough on the one side.
  return (even === 0 && odd * 6 > head.length) || (odd === 0 && even * 6 > head.length);
}
