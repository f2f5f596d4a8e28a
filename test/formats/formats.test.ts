/** One page through every text format; each golden file was read by a person. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormatContext } from '../../src/formats/format.ts';
import { loadFormat } from '../../src/formats/index.ts';
import { text } from '../../src/model/document.ts';
import { displayWidth } from '../../src/model/width.ts';
import { report } from './document.ts';

const wide: FormatContext = { lang: 'vi', decimal: ',', width: 100, color: 0 };

async function render(
  name: 'table' | 'csv' | 'json' | 'markdown',
  context: Partial<FormatContext> = {},
): Promise<string> {
  const { render } = await loadFormat(name);
  return render(report, { ...wide, ...context }) as string;
}

/** Escape, bidi and other characters that no face may pass on. */
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('table', () => {
  it('draws the page', async () => {
    await expect(await render('table')).toMatchFileSnapshot('../golden/formats/table.txt');
  });

  it.each([100, 60, 40])(
    'has one look of %i columns, in colour by cli-table3 and chalk, and without',
    async (width) => {
      const inColour = await render('table', { width, color: 1 });
      expect(inColour).toContain('\u001b[1m');
      expect(inColour.replace(/\u001b\[[0-9]+m/g, '')).toBe(await render('table', { width }));
    },
  );

  it('draws it on a narrow terminal, where no line is longer than the page but for what cannot be cut', async () => {
    const page = await render('table', { width: 40 });
    await expect(page).toMatchFileSnapshot('../golden/formats/table-40.txt');
    for (const line of page.split('\n').filter((each) => !each.includes('error['))) {
      expect(displayWidth(line), line).toBeLessThanOrEqual(40);
    }
  });

  it('breaks a line of pieces between words where the terminal would break it within one, and nowhere else', async () => {
    const long = 'tìm dấu phân cách thiếu hoặc thừa (dấu phẩy thập phân trong tệp dùng dấu phẩy gây lỗi này).';
    const pieces = [
      { kind: 'text', text: '  gợi ý: ', tone: 'strong' },
      { kind: 'text', text: long },
    ] as const;
    const report = {
      document: { blocks: [{ kind: 'lines', lines: [pieces] }] },
      flat: { columns: [], rows: [] },
      data: null,
    };
    const { render: draw } = await loadFormat('text');
    const drawnAt = (width: number) => `${draw(report as never, { lang: 'vi', decimal: ',', width, color: 0 })}`;
    expect(drawnAt(120)).toBe(`  gợi ý: ${long}\n`);
    const lines = drawnAt(60).trimEnd().split('\n');
    expect(lines.map((line) => line.length <= 60)).toEqual([true, true]);
    expect(lines[0]).toMatch(/^ {2}gợi ý: tìm dấu .*\S$/);
    expect(lines[1]).toMatch(/^ {4}\S/);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`gợi ý: ${long}`);
  });

  it('aligns composed and decomposed names', async () => {
    const lines = (await render('table')).split('\n');
    const ends = ['92,08', '83,09', '-1,50', '0,00'].map((figure) => {
      const line = lines.find((each) => each.includes(figure)) ?? '';
      return displayWidth(line.slice(0, line.indexOf(figure) + figure.length));
    });
    expect(new Set(ends).size).toBe(1);
  });

  it('paints only where colour is asked for', async () => {
    expect(await render('table')).not.toMatch(RAW);
    const painted = await render('table', { color: 1 });
    expect(painted).toContain('\u001b[32mTốt\u001b[39m');
    // biome-ignore lint/complexity/useRegexLiterals: the escape is part of the pattern
    expect(painted.replace(new RegExp('\\u001b\\[[0-9]+m', 'g'), '')).toBe(await render('table'));
  });
});

describe('csv', () => {
  it('writes the flat table', async () => {
    await expect(await render('csv', { decimal: '.' })).toMatchFileSnapshot('../golden/formats/flat.csv');
  });

  it('keeps a text that begins like a formula from being one, and leaves numbers alone', async () => {
    const csv = await render('csv', { decimal: '.' });
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv).toContain(',-1.50\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', `"'\r'=1"`],
    // Parted anew by a program whose delimiter is another, or row by row.
    ['Sở A;=1+1', "Sở A;'=1+1"],
    ['Sở A,@x', `"Sở A,'@x"`],
    ['Sở A\n=1', `"Sở A\n'=1"`],
    // What cannot be seen.
    ['Sở\u001b[31m A\u202e', 'Sở\\u{1b}[31m A\\u{202e}'],
    ['Sở A; B - C', 'Sở A; B - C'],
  ])('writes the text %j as %j', async (given, written) => {
    const { render } = await loadFormat('csv');
    const flat = { columns: ['name'], rows: [[text(given)]] };
    expect(render({ document: { blocks: [] }, flat, data: {} }, { ...wide, decimal: '.' })).toBe(`name\n${written}\n`);
  });

  it('gives a long table as bytes in pieces that end with a line, and say what one text would', async () => {
    const { render: renderCsv } = await loadFormat('csv');
    const rows = Array.from({ length: 10_000 }, (_, at) => [text(`Xã Đắk ${at}`), text(at % 2 === 0 ? 'a;b' : 'c,d')]);
    const flat = { columns: ['name', 'list'], rows };
    const pieces = renderCsv({ ...report, flat }, { ...wide, decimal: '.' }) as readonly Uint8Array[];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map((piece) => piece.at(-1))).toEqual(pieces.map(() => 0x0a));
    const lines = rows.map((_, at) => `Xã Đắk ${at},${at % 2 === 0 ? 'a;b' : '"c,d"'}\n`);
    expect(Buffer.concat(pieces).toString()).toBe(`name,list\n${lines.join('')}`);
  });

  it('quotes a lone carriage return too, which many take for a line end', async () => {
    const flat = { columns: ['a'], rows: [[{ kind: 'text' as const, text: 'x\ry' }]] };
    expect((await loadFormat('csv')).render({ ...report, flat }, { ...wide, decimal: '.' })).toBe('a\n"x\ry"\n');
  });

  it('quotes as csv-stringify does, whatever stands in a cell', async () => {
    const { render: renderCsv } = await loadFormat('csv');
    const piece = fc.constantFrom('a', '"', ',', ';', '\n', ' ', 'ề', '\t', '1.5', '');
    const text = fc.array(piece, { maxLength: 5 }).map((pieces) => `x${pieces.join('')}`);
    const cells = fc.array(fc.oneof(text, fc.constant('')), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('.' as const, ',' as const),
        (rows, decimal) => {
          const [columns = [], ...others] = rows;
          const flat = {
            columns,
            rows: others.map((row) => row.map((cell) => ({ kind: 'text' as const, text: cell }))),
          };
          const options = { delimiter: decimal === ',' ? ';' : ',', bom: decimal === ',', record_delimiter: '\n' };
          expect(renderCsv({ ...report, flat }, { ...wide, decimal })).toBe(stringify(rows, options));
        },
      ),
      { numRuns: 1000, seed: 12 },
    );
  });
});

describe('json', () => {
  it('writes the data, with what cannot be seen escaped', async () => {
    const json = await render('json');
    await expect(json).toMatchFileSnapshot('../golden/formats/data.json');
    expect(JSON.parse(json)).toEqual(report.data);
    expect(json).not.toMatch(RAW);
  });
});

describe('markdown', () => {
  it('writes the page without markup from texts', async () => {
    const markdown = await render('markdown');
    await expect(markdown).toMatchFileSnapshot('../golden/formats/page.md');
    expect(markdown).not.toMatch(RAW);
    expect(markdown).not.toMatch(/(?<!\\)<b>/);
    expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toEqual(['# Chỉ số CCHC năm 2019']);
  });
});
