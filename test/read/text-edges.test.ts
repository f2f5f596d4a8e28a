/** Where the fault of a text stands, and what is shown of its line. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { forbiddenIn, lineAt, position, readText, type TextForm } from '../../src/read/text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The one fault of these bytes: its code, place, facts. */
function fault(bytes: Uint8Array, form: TextForm = {}, encoding = 'utf-8') {
  const { diagnostics, value } = readText(bytes, encoding, 'a.csv', form);
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  const [told] = diagnostics;
  return { code: told?.fault.code, place: told?.place, facts: told?.facts };
}

describe('a character that no file may hold', () => {
  it('is told with its line, shown as it stands there', () => {
    const text = 'unit,self\nSYT,1\u001b,2\nSNV\u001b,3\n';
    const excerpt = { text: 'SYT,1\u001b,2', from: 5, length: 1 };
    expect(fault(bytesOf(text))).toEqual({
      code: 'control-character',
      place: { file: 'a.csv', line: 2, column: 0, excerpt },
      facts: { character: '\\u{1b}', name: { en: 'escape', vi: 'escape' }, count: '2' },
    });
    expect(fault(bytesOf(text), { kind: 'yaml' }).place).toEqual({ file: 'a.csv', line: 2, column: 6, excerpt });
    expect(fault(bytesOf(text), { kind: 'json' }).place?.column).toBe(0);
  });

  it('is counted however often it comes, and each kind with it', () => {
    expect(forbiddenIn('a')).toBeUndefined();
    expect(forbiddenIn('a\u0001b\u0002c\u0001')).toEqual({ character: '\\u{1}', count: '3' });
    expect(forbiddenIn('\uffff')).toEqual({ character: '\\u{ffff}', count: '1' });
    // Letters beyond the first plane are whole characters, and none of these.
    expect(forbiddenIn('\u{1F600}\t\n')).toBeUndefined();
  });
});

describe('a byte that is no text', () => {
  const broken = (before: string, after: string) => Uint8Array.of(...bytesOf(before), 0xff, ...bytesOf(after));

  it('is told with the line that it stands in', () => {
    expect(fault(broken('unit,self\nSYT,', ',2 \nSNV,3\n'))).toMatchObject({
      code: 'undecodable',
      place: { file: 'a.csv', line: 2, column: 0, excerpt: { text: 'SYT,\ufffd,2', from: 4, length: 1 } },
      facts: { encoding: 'utf-8', byte: '0xff' },
    });
    expect(fault(broken('', '')).place).toMatchObject({ line: 1, excerpt: { text: '\ufffd', from: 0 } });
    expect(fault(broken('a\nb\n  c', '')).place).toMatchObject({ line: 3, excerpt: { text: '  c\ufffd', from: 3 } });
  });

  it('has its line counted by each end of a line, old and new', () => {
    expect(fault(broken('a\r\nb\rc\nd', '\n')).place?.line).toBe(4);
  });

  it('in a file of YAML is told without another encoding, since it has none', () => {
    const tcvn3 = Uint8Array.of(...bytesOf('Kh'), 0xb8, ...bytesOf('nh H'), 0xdf, ...bytesOf('a,1\n'));
    expect(fault(tcvn3).facts).toEqual({ encoding: 'utf-8', byte: '0xb8', looksLike: 'tcvn3' });
    expect(fault(tcvn3, { kind: 'yaml' }).facts).toEqual({ encoding: 'utf-8', byte: '0xb8', isYaml: true });
    expect(fault(tcvn3, { kind: 'json' }).facts).toEqual({ encoding: 'utf-8', byte: '0xb8' });
  });

  it('below 16 is shown with two digits, and UTF-16 without its line', () => {
    const half = Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00, 0x05, 0xd8, 0x42, 0x00, 0x0a, 0x00);
    const { code, place, facts } = fault(half);
    expect([code, place]).toEqual(['undecodable', { file: 'a.csv', line: 2, column: 0 }]);
    expect(facts).toEqual({ encoding: 'utf-16le', byte: '0x05' });
  });
});

describe('a line', () => {
  it('may be as long as the limit, the last one too', () => {
    const limits = { ...LIMITS, line: 4 };
    expect(readText(bytesOf('abcd\nabcd'), 'utf-8', 'a.csv', { limits }).value).toBe('abcd\nabcd');
    const long = { what: 'line', found: '5', limit: '4' };
    expect(fault(bytesOf('abc\nabcde\na'), { limits })).toEqual({
      code: 'above-limit',
      place: { file: 'a.csv', line: 2, column: 0 },
      facts: long,
    });
    expect(fault(bytesOf('a\nb\nabcde'), { limits })).toMatchObject({ place: { line: 3 }, facts: long });
    expect(readText(bytesOf('a\rb\r\nc'), 'utf-8', 'a.csv').value).toBe('a\nb\nc');
  });

  it('is counted from 1, and so is the place in it', () => {
    const text = 'ab\n\ncd';
    expect([0, 1, 2, 3, 4, 5, 6].map((at) => position(text, at))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 1, column: 3 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 3, column: 2 },
      { line: 3, column: 3 },
    ]);
  });

  it('is the whole of it, whichever letter was asked for', () => {
    const text = 'ab\n\ncd\nef';
    expect([0, 1, 2, 3, 4, 6, 7, 8].map((at) => lineAt(text, at))).toEqual([
      'ab',
      'ab',
      'ab',
      '',
      'cd',
      'cd',
      'ef',
      'ef',
    ]);
  });
});
