/** Files that are not the text they are called, by their first bytes; and what only resembles one. */
import { describe, expect, it } from 'vitest';
import { strangerOf } from '../../src/read/signatures.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const see = (text: string, kind: 'csv' | 'yaml' | 'json' = 'csv', encoding = 'utf-8') =>
  strangerOf(latin(text), kind, encoding)?.en;

describe('a file', () => {
  it.each([
    ['PK\x03\x04..', 'a spreadsheet or another zip file (.xlsx, .ods, .docx)'],
    ['PK\x05\x06..', 'a spreadsheet or another zip file (.xlsx, .ods, .docx)'],
    ['\xd0\xcf\x11\xe0', 'an old Excel or Word file (.xls, .doc)'],
    ['%PDF-1.7', 'a PDF'],
    ['\x1f\x8b\b', 'a gzip file'],
    ['7z\xbc\xaf\x27', 'a 7z file'],
    ['Rar!\x1a', 'a RAR file'],
    ['{\\rtf1', 'an RTF document'],
    ['\x89PNG\r\n', 'a picture'],
    ['\xff\xd8\xff\xe0', 'a picture'],
    ['GIF89a', 'a picture'],
    ['PAR1', 'a Parquet file'],
    ['SQLite format 3\0', 'an SQLite database'],
    ['\x7fELF', 'a program'],
    ['\xff\xfe\0\0a\0\0\0', 'text in UTF-32'],
    ['\0\0\xfe\xff\0\0\0a', 'text in UTF-32'],
    ['<!doctype html>', 'a web page'],
    ['\n <HTML>', 'a web page'],
    ['<head>', 'a web page'],
    ['<body>', 'a web page'],
    ['<table>', 'a web page'],
    ['<meta charset="utf-8">', 'a web page'],
    ['\xef\xbb\xbf<html>', 'a web page'],
    ['<?xml version="1.0"?>', 'an XML file'],
    [' \n<?XML ?>', 'an XML file'],
  ])('that begins with %j is %s, whatever it is read as', (text, what) => {
    for (const kind of ['csv', 'yaml', 'json'] as const) expect(see(text, kind)).toBe(what);
  });

  it.each(['{"a": 1}', ' { }', '{\n  "a"', '[["a"]]', '[{}]', '["a"]', '[ ]', '\xef\xbb\xbf{"a"'])(
    'that begins with %j is JSON, and so YAML, but no CSV',
    (text) => {
      expect(see(text)).toBe('a JSON file');
      expect([see(text, 'yaml'), see(text, 'json')]).toEqual([undefined, undefined]);
    },
  );

  it.each([
    '',
    'criterion,self',
    'a PK\x03\x04',
    'PK,1',
    'x<html>',
    'a,<?xml',
    '{a},b',
    '[1],b',
    'x{"a"',
    '<hr>',
    '\xef\xbb\xbfcriterion',
  ])('that begins with %j is nothing of the kind', (text) => {
    expect(see(text)).toBeUndefined();
  });
});

describe('UTF-16 without its mark', () => {
  const WHAT = 'text in UTF-16 without its byte order mark';

  it('is known by the zeros of its plain letters, on the one side or the other', () => {
    expect(see('a\0,\0b\0\n\0')).toBe(WHAT);
    expect(see('\0a\0,\0b\0\n')).toBe(WHAT);
    expect(see('a\0,\0b\0\n\0', 'yaml')).toBe(WHAT);
  });

  it('is not told where it is declared, or has its mark, or is too short to tell', () => {
    expect(see('a\0,\0b\0\n\0', 'csv', 'utf-16le')).toBeUndefined();
    expect(see('a\0,\0b\0\n\0', 'csv', 'utf-16be')).toBeUndefined();
    expect(see('\xff\xfea\0,\0')).toBeUndefined();
    expect(see('\xfe\xff\0a\0,')).toBeUndefined();
    expect(see('a\0b')).toBeUndefined();
    expect(see('a\0b\0')).toBe(WHAT);
  });

  it('needs a zero for more than every sixth byte, all on one side', () => {
    // Two of twelve bytes are a sixth, three of twelve more.
    expect(see('a\0b\0cdefghij')).toBeUndefined();
    expect(see('a\0b\0c\0efghij')).toBe(WHAT);
    expect(see('\0a\0bcdefghij')).toBeUndefined();
    expect(see('\0a\0b\0cefghij')).toBe(WHAT);
    expect(see('a\0b\0c\0\0fghij')).toBeUndefined();
    expect(see('\0a\0b\0cd\0ghij')).toBeUndefined();
  });

  it('is told by the head of a file', () => {
    expect(see(`${'a'.repeat(1024)}${'\0b'.repeat(2000)}`)).toBeUndefined();
    expect(see(`${'a\0'.repeat(512)}${'\0b'.repeat(2000)}`)).toBe(WHAT);
  });
});
