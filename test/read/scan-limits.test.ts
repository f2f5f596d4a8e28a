/** The scanner against the csv reader where a file is as large as it may be, and one character or row larger. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { agree, type How, read } from './scan-world.ts';

const HEADER = 'unit,criterion,appraised,survey,previous,evidence';
const encode = (text: string) => new TextEncoder().encode(text);

/** Under limits that are the usual ones but for some. */
function under(more: Partial<Limits>): How {
  return { dialect: DIALECTS.data, limits: { ...LIMITS, ...more } };
}

/** The codes and facts that the csv reader gives; those of the scanner, where it takes the file, are the same. */
function faults(text: string, how: How): readonly string[] {
  const taken = agree(encode(text), how);
  const reading = read(encode(text), how)?.reading as { faults: { code: string; facts: { what?: string } }[] };
  const told = reading?.faults.map(({ code, facts }) => `${code} ${facts.what ?? ''}`.trim()) ?? ['no text'];
  if (told.length > 0) expect(taken).toBe(false);
  return told;
}

describe('a cell', () => {
  const row = (evidence: string) => `${HEADER}\ncam-lam,1.2,29/34,,,${evidence}\n`;

  it('may be as long as the limit, in letters of any length in bytes', () => {
    for (const letter of ['a', 'ế', '中', '👍']) {
      const most = 12 / letter.length;
      expect(faults(row(letter.repeat(most)), under({ cell: 12 }))).toEqual([]);
      expect(faults(row(letter.repeat(most + 1)), under({ cell: 12 }))).toEqual(['above-limit cell']);
    }
  });

  it('is measured without its quotes and as it is composed', () => {
    expect(faults(row(`"${'a'.repeat(12)}"`), under({ cell: 12 }))).toEqual([]);
    expect(faults(row(`"${'""'.repeat(12)}"`), under({ cell: 12 }))).toEqual([]);
    expect(faults(row('ế'.normalize('NFD').repeat(12)), under({ cell: 12 }))).toEqual([]);
    // A note of music in one character of four bytes is composed to three, of two units each.
    expect(faults(row('\u{1d160}'.repeat(2)), under({ cell: 12 }))).toEqual([]);
    expect(faults(row('\u{1d160}'.repeat(3)), under({ cell: 12 }))).toEqual(['above-limit cell']);
    const short = (notes: number) => `criterion,appraised,note\n1.2,1/2,${'\u{1d160}'.repeat(notes)}\n`;
    expect(faults(short(10), under({ cell: 60 }))).toEqual([]);
    expect(faults(short(11), under({ cell: 60 }))).toEqual(['above-limit cell']);
  });

  it('may be as long as the usual limit', () => {
    expect(faults(row('a'.repeat(65_536)), under({}))).toEqual([]);
    expect(faults(row('a'.repeat(65_537)), under({}))).toEqual(['above-limit cell']);
    // 64,000 bytes, 96,000 units: the row is short enough in bytes alone.
    expect(faults(row('\u{1d160}'.repeat(16_000)), under({}))).toEqual(['above-limit cell']);
    expect(agree(encode(row('a'.repeat(43_000))), under({}))).toBe(true);
  });
});

describe('a line', () => {
  it('may be as long as the limit, the header too', () => {
    const row = 'cam-lam,1.2,29/34,,,a';
    const text = `unit,criterion,appraised,survey,previous,note\n${row}${'b'.repeat(45 - row.length)}\n`;
    expect(faults(text, under({ line: 45 }))).toEqual([]);
    expect(faults(text.replace('ab', 'abb'), under({ line: 45 }))).toEqual(['no text']);
    expect(faults(text, under({ line: 44 }))).toEqual(['no text']);
    expect(faults(`${HEADER}\n${row}\n`, under({ line: HEADER.length - 1 }))).toEqual(['no text']);
  });

  it('is measured as it is composed', () => {
    // 25 characters and two notes of six units each.
    const text = `criterion,appraised,note\n1.2,29/34,aaaaaaaaaa,\u{1d160}\u{1d160}\n`.replace(
      ',note',
      ',note,evidence',
    );
    expect(text.split('\n')[1]?.normalize('NFC').length).toBe(33);
    expect(faults(text, under({ line: 33 }))).toEqual([]);
    expect(faults(text, under({ line: 32 }))).toEqual(['no text']);
  });
});

describe('a file', () => {
  const rows = ['1.2', '1.3', '1.10'].map((leaf) => `cam-lam,${leaf},${leaf === '1.2' ? '1/2' : '1'},,,x`);

  it('may have as many rows as the limit, blank ones among them', () => {
    expect(faults(`${HEADER}\n${rows.join('\n')}\n`, under({ rows: 3 }))).toEqual([]);
    expect(faults(`${HEADER}\n${rows.join('\n')}\n`, under({ rows: 2 }))).toEqual(['above-limit rows']);
    expect(faults(`${HEADER}\n${rows.slice(1).join('\n\n')}\n`, under({ rows: 3 }))).toEqual([]);
    expect(faults(`${HEADER}\n${rows.slice(1).join('\n\n')}\n`, under({ rows: 2 }))).toEqual(['above-limit rows']);
    expect(agree(encode(`${HEADER}\n${rows.join('\n')}\n`), under({ rows: 3 }))).toBe(true);
    // Blank rows behind the last one that counts are no rows too many.
    expect(faults(`${HEADER}\n${rows.join('\n')}\n\n\n`, under({ rows: 3 }))).toEqual([]);
  });

  it('may have as many columns as the limit', () => {
    expect(faults(`${HEADER}\n${rows[0]}\n`, under({ columns: 6 }))).toEqual([]);
    expect(faults(`${HEADER}\n${rows[0]}\n`, under({ columns: 5 }))).toEqual(['above-limit columns']);
    expect(agree(encode(`${HEADER}\n${rows[0]}\n`), under({ columns: 6 }))).toBe(true);
    const wide = ['unit', ...Array.from({ length: 2_000 }, (_, at) => `c${at}`)].join(',');
    expect(faults(`${wide}\n`, under({}))).toEqual(['above-limit columns']);
  });
});

describe('files of any size under small limits', () => {
  const limits = fc.record({
    cell: fc.integer({ min: 20, max: 80 }),
    line: fc.integer({ min: 20, max: 90 }),
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 2, max: 6 }),
  });
  const evidence = fc.string({ unit: fc.constantFrom('a', 'ế', 'e\u0302', '中', '\u{1d160}', '👍'), maxLength: 25 });
  const leaf = fc.constantFrom('1.2', '1.3', '1.10', '2.1', '');
  const lines = fc.array(fc.tuple(leaf, evidence, fc.boolean()), { maxLength: 6 });
  const header = fc.constantFrom('criterion,appraised,evidence', 'criterion,appraised,evidence,note,self');

  it('are read alike', () => {
    let taken = 0;
    let above = 0;
    fc.assert(
      fc.property(limits, lines, header, (drawn, rows, first) => {
        const more = ','.repeat(first.split(',').length - 3);
        const body = rows.map(([id, text, isQuoted]) => {
          if (id === '') return '';
          return `${id},${id === '1.2' ? '50%' : '1'},${isQuoted ? `"${text}"` : text}${more}`;
        });
        const bytes = encode(`${[first, ...body].join('\n')}\n`);
        const how = under(drawn);
        if (agree(bytes, how)) taken++;
        else if (JSON.stringify(read(bytes, how) ?? 'above-limit').includes('above-limit')) above++;
      }),
      { numRuns: 2_000, seed: 8 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(above).toBeGreaterThan(100);
  });
});
