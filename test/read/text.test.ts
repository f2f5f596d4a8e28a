/** Bytes to text: what is read, what is refused, and in which words of which law. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { readText } from '../../src/read/text.ts';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function codesOf(bytes: Uint8Array, encoding = 'utf-8', kind: 'csv' | 'yaml' = 'csv'): readonly string[] {
  return readText(bytes, encoding, 'so-y-te.csv', { kind }).diagnostics.map(({ fault }) => fault.code);
}

function textOf(bytes: Uint8Array, encoding = 'utf-8'): string | undefined {
  return readText(bytes, encoding, 'so-y-te.csv').value;
}

function utf16(text: string, isLittle: boolean, isMarked: boolean): Uint8Array {
  const units = [...(isMarked ? '\ufeff' : ''), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

const TABLE = 'đơn vị,tiêu chí\nso-y-te,Đạt\n';

describe('encodings', () => {
  it('reads UTF-8 and takes one byte order mark away', () => {
    expect(textOf(bytesOf(TABLE))).toBe(TABLE);
    expect(textOf(bytesOf(`\ufeff${TABLE}`))).toBe(TABLE);
  });

  it('refuses a second byte order mark and one inside', () => {
    expect(codesOf(bytesOf(`\ufeff\ufeff${TABLE}`))).toEqual(['control-character']);
    expect(codesOf(bytesOf(`${TABLE}\ufeffso-noi-vu,Đạt\n`))).toEqual(['control-character']);
  });

  it.each([true, false])('reads UTF-16 by its byte order mark (little end first: %s)', (isLittle) => {
    expect(textOf(utf16(TABLE, isLittle, true))).toBe(TABLE);
  });

  it.each([true, false])('refuses UTF-16 without a mark by name (little end first: %s)', (isLittle) => {
    const { diagnostics } = readText(utf16(TABLE, isLittle, false), 'utf-8', 'so-y-te.csv');
    expect(diagnostics.map(({ fault, facts }) => fault.message.en(facts))).toEqual([
      'This is not a CSV file: it begins like text in UTF-16 without its byte order mark.',
    ]);
    expect(textOf(utf16(TABLE, isLittle, false), isLittle ? 'utf-16le' : 'utf-16be')).toBe(TABLE);
  });

  it('composes what is not, and nothing that has no letter from U+0300 on, whatever stands beside whatever', () => {
    expect(textOf(new TextEncoder().encode('e\u0301,\u1eb9\u0302,\u212b\n'))).toBe('é,ệ,Å\n');
    const letters = Array.from({ length: 0x300 - 0xa0 }, (_, at) => String.fromCharCode(0xa0 + at));
    const pairs = letters.flatMap((one) => letters.map((other) => `a${one}${other}`)).join('');
    expect(pairs.normalize('NFC') === pairs).toBe(true);
    expect(textOf(new TextEncoder().encode(pairs.slice(0, 90_000))) === pairs.slice(0, 90_000)).toBe(true);
  });

  // windows-1258 writes "ế" as ê (0xEA) and a combining acute (0xEC): NFC makes one letter of them.
  it('composes windows-1258, which is read only where it is declared', () => {
    const bytes = Uint8Array.of(0x54, 0x68, 0x75, 0xea, 0xec, 0x2c, 0x31, 0x0a);
    expect(textOf(bytes, 'windows-1258')).toBe('Thuế,1\n');
    expect(codesOf(bytes)).toEqual(['undecodable']);
  });

  // Khánh Hòa in TCVN3: á is 0xB8, ò is 0xDF (TCVN 5712:1993).
  it('reads TCVN3 only where it is declared, and names it where it is not', () => {
    const bytes = Uint8Array.of(...bytesOf('Kh'), 0xb8, ...bytesOf('nh H'), 0xdf, ...bytesOf('a,1\n'));
    expect(textOf(bytes, 'tcvn3')).toBe('Khánh Hòa,1\n');
    const [fault] = readText(bytes, 'utf-8', 'so-y-te.csv').diagnostics;
    expect(fault?.fault.hint.en(fault.facts)).toContain('tcvn3');
    expect(codesOf(Uint8Array.of(0x41, 0x85, 0x0a), 'tcvn3')).toEqual(['undecodable']);
  });

  it('names the line and the byte that cannot be read', () => {
    const bytes = Uint8Array.of(...bytesOf('criterion,self\n1.1,"Đạt"\n1.2,'), 0xe1, ...bytesOf('o\n'));
    const [found] = readText(bytes, 'utf-8', 'so-y-te.csv').diagnostics;
    expect(found?.place).toMatchObject({ line: 3, excerpt: { text: '1.2,\ufffdo', from: 4 } });
    expect(found?.fault.message.en(found.facts)).toContain('0xe1');
  });

  it('finds the byte at the end of a large file soon', () => {
    const bytes = new Uint8Array(20_000_000).fill(0x61);
    for (let at = 99; at < bytes.length; at += 100) bytes[at] = 0x0a;
    bytes[bytes.length - 2] = 0xff;
    const [found] = readText(bytes, 'utf-8', 'so-y-te.csv').diagnostics;
    expect(found?.place.line).toBe(200_000);
  });
});

describe('line ends', () => {
  it.each(['\n', '\r', '\r\n'])('takes %j for a line end', (end) => {
    expect(textOf(bytesOf(`a,b${end}1,2${end}`))).toBe('a,b\n1,2\n');
  });

  it('takes all three in one file', () => {
    expect(textOf(bytesOf('a\r\nb\rc\nd\r\n\r\n'))).toBe('a\nb\nc\nd\n\n');
  });
});

describe('characters', () => {
  it.each([
    ['NUL', 'a,b\n1,2\n\0\0\0\0', '\\u{0} (NUL; the file is damaged)'],
    ['Ctrl-Z', 'a,b\n1,2\n\u001a', '\\u{1a} (Ctrl-Z)'],
    ['a form feed', 'a,b\n1,\f2\n', '\\u{c} (form feed)'],
    ['U+0085', 'a,b\u00851,2\n', '\\u{85} (a line end of other systems)'],
    ['U+2028', 'a,b\u20281,2\n', '\\u{2028} (line separator)'],
    ['an escape', 'a,b\n1,\u001b[31m2\n', '\\u{1b} (escape)'],
    ['a backspace', 'a,b\n1,2\b3\n', '\\u{8}'],
    ['a direction override', 'a,b\n1,\u202e2\n', '\\u{202e}'],
    ['a direction mark', 'a,b\n1,\u200f2\n', '\\u{200f}'],
    ['a C1 control', 'a,b\n1,\u009b2\n', '\\u{9b}'],
  ])('refuses %s', (_, text, shown) => {
    const { value, diagnostics } = readText(bytesOf(text), 'utf-8', 'so-y-te.csv');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ fault, facts }) => fault.message.en(facts))[0]).toContain(`The character ${shown}`);
  });

  it('lets tabs, emoji and letters of any script through', () => {
    const text = 'a\tb\n中文\t👨‍👩‍👧\n';
    expect(textOf(bytesOf(text))).toBe(text);
  });
});

describe('files that are no text', () => {
  const start = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  it.each([
    ['xlsx', 'PK\u0003\u0004\u0014\0'],
    ['xls', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'],
    ['pdf', '%PDF-1.7'],
    ['gzip', '\u001f\u008b\u0008'],
    ['rtf', '{\\rtf1'],
    ['a web page', '\n <!DOCTYPE html><html>'],
    ['a table saved as a web page', '<table border=1>'],
    ['XML', '\u00ef\u00bb\u00bf<?xml version="1.0"?>'],
    ['JSON', '[{"unit":"so-y-te"}]'],
    ['JSON, indented', '{\n  "unit": 1\n}'],
    ['a picture', '\u0089PNG\r\n'],
    ['Parquet', 'PAR1\u0015'],
    ['UTF-32', '\u00ff\u00fe\0\0a\0\0\0'],
  ])('knows %s by its first bytes', (_, bytes) => {
    expect(codesOf(start(bytes))).toEqual(['not-text']);
  });

  it('does not quote what it refuses', () => {
    const { diagnostics } = readText(start('<html>SECRET'), 'utf-8', 'so-y-te.csv');
    const [{ fault, facts, place }] = diagnostics as [(typeof diagnostics)[0]];
    expect(JSON.stringify([fault.message.en(facts), fault.hint.en(facts), place])).not.toContain('SECRET');
  });

  it('takes JSON for YAML, which it is', () => {
    expect(codesOf(start('{"format": 1}'), 'utf-8', 'yaml')).toEqual([]);
    expect(codesOf(start('PK\u0003\u0004'), 'utf-8', 'yaml')).toEqual(['not-text']);
  });
});

describe('limits', () => {
  const refusal = (text: string, limits: Partial<typeof LIMITS>, kind: 'csv' | 'yaml' = 'csv') => {
    const { diagnostics } = readText(bytesOf(text), 'utf-8', 'a', { kind, limits: { ...LIMITS, ...limits } });
    return diagnostics.map(({ fault, facts, place }) => `${place.line} ${fault.message.en(facts)}`);
  };

  it('refuses a file, a line and a YAML file above their limits, each with its number', () => {
    expect(refusal('a,b\n1,2\n', { file: 7 })).toEqual(['0 The file has 8 bytes; the limit is 7.']);
    expect(refusal('a,b\n1,2345\n', { line: 5 })).toEqual(['2 The line has 6 characters; the limit is 5.']);
    expect(refusal('format: 1\n', { yaml: 9 }, 'yaml')).toEqual(['0 The file has 10 bytes; the limit is 9.']);
  });

  it('lets through what is as large as its limit', () => {
    expect(refusal('a,b\n1,2\n', { file: 8, line: 3 })).toEqual([]);
  });
});
