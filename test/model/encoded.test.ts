/** An encoded text; that a forgotten encoder does not compile is held by forgotten-encoder.ts. */
import { describe, expect, it } from 'vitest';
import { escapeMarkup, html } from '../../src/formats/html/escape.ts';
import { type Encoded, encodedAs, joined } from '../../src/model/encoded.ts';
import { printable, printableLines } from '../../src/model/visible.ts';
import { padTo, wrap } from '../../src/model/width.ts';

const name = '<b>\u001b[31mSở Y tế</b>';
const shown: Encoded<'terminal'> = printable(name);

describe('an encoded text', () => {
  it('is made by the encoder of its face', () => {
    expect(shown).toBe('<b>\\u{1b}[31mSở Y tế</b>');
    expect(escapeMarkup(name)).toBe('&lt;b&gt;\\u{1b}[31mSở Y tế&lt;/b&gt;');
  });

  it('stands in a template of its face, which keeps its own words and line breaks', () => {
    const cells = ['a', '<'].map(escapeMarkup);
    const row: Encoded<'html'> = html`<tr>\n${joined(cells.map((cell) => html`<td>${cell}</td>`))}${3}${''}</tr>`;
    expect(row).toBe('<tr>\n<td>a</td><td>&lt;</td>3</tr>');
  });

  it('stays encoded where it is filled up or wrapped', () => {
    const line: Encoded<'terminal'> = padTo(shown, 30, 'left');
    const lines: readonly Encoded<'terminal'>[] = wrap(encodedAs<'terminal'>('Sở Y tế'), 4);
    expect([line.length, lines]).toEqual([30, ['Sở Y', 'tế']]);
  });

  it('keeps its line breaks where several lines are said, and nothing else', () => {
    expect(printableLines('a\u001b\r\nb\t\u202ec')).toBe('a\\u{1b}\nb \\u{202e}c'.replace('\n', ' \n'));
    expect(printable('a\n::error::x')).toBe('a ::error::x');
  });
});
