import { describe, expect, it } from 'vitest';
import { codePoint, hasHidden, printable, printableLines, visible, visibleLines } from '../../src/model/visible.ts';

describe('a text made visible', () => {
  it.each([
    ['Khánh Vĩnh', 'Khánh Vĩnh'],
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\tb\n', 'a\\u{9}b\\u{a}'],
    ['\u0000', '\\u{0}'],
    ['\u007f\u0085', '\\u{7f}\\u{85}'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['\u200b1.1', '\\u{200b}1.1'],
    ['\ufeffid', '\\u{feff}id'],
    ['\u00ad', '\\u{ad}'],
    ['\u2066\u2069', '\\u{2066}\\u{2069}'],
    ['\ud83d', '\\u{d83d}'],
    ['\udc4d', '\\u{dc4d}'],
    ['👍', '👍'],
    ['1\u00a0000', '1\u00a0000'],
    ['e\u0301', 'e\u0301'],
  ])('%j is %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('is cut to 60 characters, or as many as are asked for', () => {
    expect(visible('a'.repeat(60))).toBe('a'.repeat(60));
    expect(visible('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
    expect(visible('abcdef', 3)).toBe('ab…');
  });

  it('writes out a character that was cut in two', () => {
    expect(visible('a👍b', 3)).toBe('a\\u{d83d}…');
  });

  it('names a character by its code', () => {
    expect(codePoint('A')).toBe('\\u{41}');
    expect(codePoint('👍')).toBe('\\u{1f44d}');
  });
});

describe('a text of several lines', () => {
  it.each([
    ['Khá\ttốt\r\nĐạt', 'Khá\ttốt\r\nĐạt'],
    ['a\u200bb\n\u001b\tc\r', 'a\\u{200b}b\n\\u{1b}\tc\r'],
    ['Khá', 'Khá'],
  ])('keeps its breaks and tabs in a cell: %j is %j', (text, shown) => {
    expect(visibleLines(text)).toBe(shown);
  });

  it('is one line of a terminal, a blank for each run of breaks and tabs', () => {
    expect(printable('a\r\n\tb\u001bc\nd')).toBe('a b\\u{1b}c d');
  });

  it('is as many lines of a terminal, a blank for each run of tabs', () => {
    expect(printableLines('a\t\tb\n\u001bc\n\td')).toBe('a b\n\\u{1b}c\n d');
  });
});

describe('a text with a character that no reader sees', () => {
  it.each(['\u200b1.1', 'a\u00adb', 'x\ufeff', 'a\tb', 'a\u202eb', '\ud83d'])('%j has one', (text) => {
    expect(hasHidden(text)).toBe(true);
    // And again: looking for it leaves nothing behind.
    expect(hasHidden(text)).toBe(true);
  });

  it.each(['', 'Khánh Vĩnh', 'e\u0301', '1\u00a0000', '👍', '–'])('%j has none', (text) => {
    expect(hasHidden(text)).toBe(false);
  });
});
