/**
 * `inspect`: what the strict reader sees. The cases are of the kinds that public collections of CSV files hold
 * (csv-spectrum by Max Ogden, csv-test-data by sineemore, csv-test by gebi), written anew; cells expected by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadFormat } from '../../src/formats/index.ts';
import { emptyFolder } from '../sample-project.ts';
import { ROOT, runTool } from '../surface.ts';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, 'docs/inspect.schema.json'), 'utf8')),
);

async function inspectText(stdin: string | Uint8Array, ...argv: string[]) {
  const { exit, stdout, stderr } = await runTool(['inspect', '-', '--json', ...argv], { stdin });
  const data = JSON.parse(stdout);
  validate(data);
  expect(validate.errors).toBeNull();
  return { exit, data, stderr };
}

type Row = readonly [line: number, ...cells: string[]];

describe('files that can be read', () => {
  it.each<[string, string, readonly string[], readonly Row[], (readonly string[])?]>([
    // csv-spectrum: simple, simple_crlf, and lines that end in CR alone (PapaParse's own tests).
    ['simple', 'a,b\n1,2\n', ['a', 'b'], [[2, '1', '2']]],
    [
      'simple, CRLF',
      'a,b\r\n1,2\r\n3,4\r\n',
      ['a', 'b'],
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['simple, CR', 'a,b\r1,2\r', ['a', 'b'], [[2, '1', '2']]],
    [
      'line ends of three kinds in one file',
      'a,b\r\n1,2\r3,4\n',
      ['a', 'b'],
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    // comma_in_quotes, location_coordinates.
    [
      'a comma in quotes',
      'name,place\nAn,"Nha Trang, Khánh Hòa"\n',
      ['name', 'place'],
      [[2, 'An', 'Nha Trang, Khánh Hòa']],
    ],
    ['coordinates in quotes', 'place,at\nHue,"(16.46, 107.59)"\n', ['place', 'at'], [[2, 'Hue', '(16.46, 107.59)']]],
    // empty, empty_crlf: quotes around nothing are nothing.
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,,4\n',
      ['a', 'b', 'c'],
      [
        [2, '1', '', ''],
        [3, '2', '', '4'],
      ],
    ],
    // escaped_quotes, json, quotes_and_newlines.
    ['a doubled quote', 'a,b\n1,"ha ""ha"" ha"\n', ['a', 'b'], [[2, '1', 'ha "ha" ha']]],
    ['a cell of quotes only', 'a,b\n"""",""""""\n', ['a', 'b'], [[2, '"', '""']]],
    ['JSON in a cell', 'key,val\n1,"{""k"": [1, 2]}"\n', ['key', 'val'], [[2, '1', '{"k": [1, 2]}']]],
    [
      'a quote and a line break',
      'a,b\n1,"ha\n""ha"""\n2,3\n',
      ['a', 'b'],
      [
        [2, '1', 'ha\n"ha"'],
        [4, '2', '3'],
      ],
    ],
    // newlines, newlines_crlf: rows keep the number of their first line.
    [
      'line breaks in quotes',
      'a,b\n"x\n\ny",2\n3,4\n',
      ['a', 'b'],
      [
        [2, 'x\n\ny', '2'],
        [5, '3', '4'],
      ],
    ],
    [
      'CRLF in quotes',
      'a,b\r\n"x\r\ny",2\r\n3,4\r\n',
      ['a', 'b'],
      [
        [2, 'x\ny', '2'],
        [4, '3', '4'],
      ],
    ],
    ['a line break in the header', '"a\nb",c\n1,2\n', ['a\nb', 'c'], [[3, '1', '2']]],
    // utf8.
    ['letters beyond ASCII', 'a,b\nʤ,Đắk Lắk 🇻🇳\n', ['a', 'b'], [[2, 'ʤ', 'Đắk Lắk 🇻🇳']]],
    ['decomposed letters become composed', 'a,b\nHa\u0309i,\u0065\u0302\u0301\n', ['a', 'b'], [[2, 'Hải', 'ế']]],
    // csv-test-data: leading-space, trailing-space, quotes-with-space, one-column, header-only, trailing-newline.
    ['blanks belong to the cell', 'a,b\n x , y\n', ['a', 'b'], [[2, ' x ', ' y']]],
    ['blanks in quotes', 'a,b\n" x ","  "\n', ['a', 'b'], [[2, ' x ', '  ']]],
    [
      'one column',
      'a\n1\n2\n',
      ['a'],
      [
        [2, '1'],
        [3, '2'],
      ],
    ],
    ['a header alone', 'a,b\n', ['a', 'b'], []],
    [
      'blank lines are counted, not rows',
      '\na,b\n\n1,2\n,\n3,4\n',
      ['a', 'b'],
      [
        [4, '1', '2'],
        [6, '3', '4'],
      ],
    ],
    ['an empty trailing column on all lines', 'a,b,\n1,2,\n', ['a', 'b'], [[2, '1', '2']]],
    // Any header is let through: nothing is known of what the file is for.
    [
      'a header of names that objects have',
      '__proto__,constructor\n1,2\n',
      ['__proto__', 'constructor'],
      [[2, '1', '2']],
    ],
    ['a header with one name twice', 'a,a\n1,2\n', ['a', 'a'], [[2, '1', '2']]],
    ['a header with an empty name', 'a,,c\n1,2,3\n', ['a', '', 'c'], [[2, '1', '2', '3']]],
    // What spreadsheets and careless programs turn into something else stays a text.
    [
      'texts that look like something',
      'a,b\n007,1e5\n=1+1,0x10\n',
      ['a', 'b'],
      [
        [2, '007', '1e5'],
        [3, '=1+1', '0x10'],
      ],
    ],
    ['other dialect: excel-vi', 'a;b\n1,5;"x;y"\n', ['a', 'b'], [[2, '1,5', 'x;y']], ['--csv', 'excel-vi']],
    ['other dialect: tabs', 'a\tb\n1,5\tx y\n', ['a', 'b'], [[2, '1,5', 'x y']], ['--delimiter', '\\t']],
    ['other dialect: bars', 'a|b\n1|"2|3"\n', ['a', 'b'], [[2, '1', '2|3']], ['--delimiter', '|']],
  ])('%s', async (_, text, header, rows, argv = []) => {
    const { exit, data } = await inspectText(text, ...argv);
    expect(exit).toBe(0);
    expect(data.header).toEqual(header);
    expect(data.rows).toEqual(rows.map(([line, ...cells]) => ({ line, cells })));
  });

  const utf16 = (text: string, isBig: boolean): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };

  it.each<[string, Uint8Array, object, (readonly string[])?]>([
    ['utf-8', Buffer.from('a,b\nHuế,2\n'), { encoding: 'utf-8', mark: false, lineEnds: { lf: 2, crlf: 0, cr: 0 } }],
    [
      'utf-8 with its mark',
      Buffer.from('\ufeffa,b\r\nHuế,2\r\n'),
      { encoding: 'utf-8', mark: true, lineEnds: { lf: 0, crlf: 2, cr: 0 } },
    ],
    [
      'utf-16le by its mark',
      utf16('a,b\r\nHuế,2\r\n', false),
      { encoding: 'utf-16le', mark: true, lineEnds: { lf: 0, crlf: 2, cr: 0 } },
    ],
    [
      'utf-16be by its mark',
      utf16('a,b\rHuế,2\n', true),
      { encoding: 'utf-16be', mark: true, lineEnds: { lf: 1, crlf: 0, cr: 1 } },
    ],
    // windows-1258 writes ế as ê and a combining acute (0xea 0xec).
    [
      'windows-1258',
      Buffer.from([...Buffer.from('a,b\nHu'), 0xea, 0xec, ...Buffer.from(',2\n')]),
      { encoding: 'windows-1258', mark: false },
      ['--encoding', 'windows-1258'],
    ],
    // TCVN 5712-3: ế is 0xd5.
    [
      'tcvn3',
      Buffer.from([...Buffer.from('a,b\nHu'), 0xd5, ...Buffer.from(',2\n')]),
      { encoding: 'tcvn3' },
      ['--encoding', 'tcvn3'],
    ],
  ])('in %s', async (_, bytes, traits, argv = []) => {
    const { exit, data } = await inspectText(bytes, ...argv);
    expect(exit).toBe(0);
    expect(data).toMatchObject({ ...traits, quoted: false, sheet: null, rows: [{ line: 2, cells: ['Huế', '2'] }] });
  });

  it('says the dialect as it was declared, and whether any cell stands in quotes', async () => {
    const { data } = await inspectText('a;b\n1;"x"\n\n', '--delimiter', ';', '--decimal', 'comma');
    expect(data).toMatchObject({ delimiter: ';', decimal: ',', quoted: true, headerLine: 1, blank: 1, file: '-' });
  });

  it('warns on stderr of a last line without its end, and still gives the rows', async () => {
    const { exit, data, stderr } = await inspectText('a,b\n1,2');
    expect([exit, data.rows]).toEqual([0, [{ line: 2, cells: ['1', '2'] }]]);
    expect(stderr).toContain('no-last-line-end');
  });
});

describe('files that are refused: every fault with its line, and no row', () => {
  it.each<
    [
      string,
      string | Uint8Array,
      readonly (readonly [code: string, line: number, column: number])[],
      (readonly string[])?,
    ]
  >([
    // csv-test-data: bad-header-less-fields, bad-header-more-fields, bad-missing-quote, bad-unescaped-quote,
    // bad-quotes-with-unescaped-quote.
    ['too few cells', 'a,b\n1\n', [['ragged-row', 2, 0]]],
    ['too many cells', 'a,b\n1,2,3\n', [['ragged-row', 2, 0]]],
    ['a quote that is never closed', 'a,b\n1,"2\n3,4\n', [['broken-quote', 2, 2]]],
    ['a quote inside a bare cell', 'a,b\n1,x"y\n', [['broken-quote', 2, 2]]],
    ['text behind a closing quote', 'a,b\n"1"x,2\n', [['broken-quote', 2, 1]]],
    // csv-test's evil.csv: a blank before the opening quote.
    ['a blank before a quote', 'a,b\n1, "2"\n', [['broken-quote', 2, 2]]],
    [
      'several faults at once',
      'a,b\n1\n2,3\n4,5,6\n7,"8"9\n',
      [
        ['ragged-row', 2, 0],
        ['ragged-row', 4, 0],
        ['broken-quote', 5, 2],
      ],
    ],
    ['nothing', '', [['empty-file', 0, 0]]],
    ['a byte order mark alone', '\ufeff', [['empty-file', 0, 0]]],
    ['blank lines alone', '\n\n\n', [['empty-file', 0, 0]]],
    ['another delimiter than declared', 'a;b\n1;2\n', [['wrong-dialect', 1, 1]]],
    ['the header a second time', 'a,b\n1,2\na,b\n', [['repeated-header', 3, 0]]],
    ['a NUL', 'a,b\n1,\0\n', [['control-character', 2, 0]]],
    ['an escape', 'a,b\n1,2\n\u001b[31m,3\n', [['control-character', 3, 0]]],
    ['a direction override', 'a,b\n\u202e1,2\n', [['control-character', 2, 0]]],
    ['a second byte order mark', '\ufeff\ufeffa,b\n', [['control-character', 1, 0]]],
    ['a byte that is not UTF-8', Buffer.from([0x61, 0x0a, 0x31, 0x0a, 0xff, 0x0a]), [['undecodable', 3, 0]]],
    [
      'half a character of UTF-16',
      Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x0a, 0x00, 0x00, 0xd8]),
      [['undecodable', 2, 0]],
    ],
    ['a workbook under the name of a text', Buffer.from('PK\u0003\u0004....'), [['not-text', 0, 0]]],
    ['a cell over the limit', 'a,b\n1,12345\n', [['above-limit', 2, 2]], ['--limit', 'cell=4']],
    [
      ...(['limits one by one', 'a,b\n1,12345\n', [['above-limit', 2, 2]]] as const),
      ['--limit', 'cell=4', '--limit', 'rows=9'],
    ],
    ['more rows than the limit', 'a\n1\n2\n3\n', [['above-limit', 4, 0]], ['--limit', 'rows=2']],
    ['more columns than the limit', 'a,b,c\n1,2,3\n', [['above-limit', 1, 0]], ['--limit', 'columns=2']],
    ['a line over the limit', 'a,b\n1,12345\n', [['above-limit', 2, 0]], ['--limit', 'line=6']],
    ['more bytes than the limit', 'a,b\n1,2\n', [['above-limit', 0, 0]], ['--limit', 'file=7']],
  ])('%s', async (_, text, faults, argv = []) => {
    const { exit, data } = await inspectText(text, ...argv);
    expect(exit).toBe(1);
    expect(data).not.toHaveProperty('rows');
    const found = data.faults.map(({ code, line, column }: { code: string; line: number; column: number }) => [
      code,
      line,
      column,
    ]);
    expect(found).toEqual(faults);
  });

  it('gives all faults unless fewer are asked for', async () => {
    const text = `a,b\n${'1\n'.repeat(120)}`;
    expect((await inspectText(text)).data.faults).toHaveLength(120);
    expect((await inspectText(text, '--max-faults', '3')).data.faults).toHaveLength(3);
  });

  it('a file that is not there', async () => {
    const { exit, stdout } = await runTool(['inspect', 'nowhere.csv', '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout).faults[0]).toMatchObject({ code: 'missing-file', file: 'nowhere.csv' });
  });

  it('leaves no output on a page, and the file that was to be written as it was', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'x.csv'), 'a,b\n1\n');
    writeFileSync(join(cwd, 'page.txt'), 'as it was');
    const { exit, stdout, stderr } = await runTool(['inspect', 'x.csv', '-o', 'page.txt'], { cwd });
    expect([exit, stdout, readFileSync(join(cwd, 'page.txt'), 'utf8')]).toEqual([1, '', 'as it was']);
    expect(stderr).toContain('x.csv:2');
  });
});

describe('the page', () => {
  it.each([
    ['en', 'line ends', '--rows 3 shows all'],
    ['vi', 'xuống dòng', '--rows 3 để hiện tất cả'],
  ])('shows what cannot be seen, in %s', async (lang, lineEnds, all) => {
    const stdin = 'a,b\r\n" x","y\tz\u200b"\r\n1,"2\u00a0\n3"\r\n4,5\r\n';
    const { exit, stdout } = await runTool(['inspect', '-', '--rows', '2', '--lang', lang], { stdin });
    expect(exit).toBe(0);
    const squeezed = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '));
    expect(squeezed).toContain(`${lineEnds}  1 LF, 4 CRLF`);
    expect(squeezed).toContain('2  \\u{20}x  y\\u{9}z\\u{200b}');
    expect(squeezed).toContain('3  1  2\\u{a0}\\u{a}3');
    expect(stdout).toContain(all);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u00a0\u200b]/);
  });

  it('refuses marks and counts that it does not know, and two formats at once', async () => {
    for (const more of [
      ['--delimiter', 'x'],
      ['--rows', '-1'],
      ['--json', '--format', 'table'],
    ]) {
      const { exit, stdout } = await runTool(['inspect', 'fixtures/khanh-hoa-2019/units.csv', ...more]);
      expect([exit, stdout]).toEqual([2, '']);
    }
  });
});

describe('a spreadsheet', () => {
  it('shows the sheet, its cells by name, and numbers with the declared mark', async () => {
    const cwd = emptyFolder();
    const { render } = await loadFormat('xlsx');
    const cell = (text: string) => ({ kind: 'text' as const, text });
    const rows = [
      [cell('Huế'), { kind: 'number' as const, text: '92.08' }],
      [cell('=1+1'), cell('')],
    ];
    const book = { document: { blocks: [] }, flat: { columns: ['name', 'index'], rows }, data: null };
    const bytes = await render(book, { lang: 'en', decimal: '.', width: 80, color: 0 });
    writeFileSync(join(cwd, 'x.xlsx'), bytes as Uint8Array);
    const { exit, stdout } = await runTool(['inspect', 'x.xlsx', '--json', '--decimal', 'comma'], { cwd });
    const data = JSON.parse(stdout);
    validate(data);
    expect([exit, validate.errors]).toEqual([0, null]);
    expect(data).toMatchObject({ encoding: null, delimiter: null, sheet: 'data', letters: ['A', 'B'] });
    expect(data).toMatchObject({
      header: ['name', 'index'],
      rows: [
        { line: 2, cells: ['Huế', '92,08'] },
        { line: 3, cells: ['=1+1', ''] },
      ],
    });
    const page = await runTool(['inspect', 'x.xlsx'], { cwd });
    expect(page.stdout).toMatch(/Row +A name +B index/);
  });
});

describe('a large file', () => {
  it('comes out as one JSON text, every row on a line of its own', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `unit-${at},${at}.5`);
    const { data } = await inspectText(`unit,points\n${lines.join('\n')}\n`);
    expect(data.rows).toHaveLength(30_000);
    expect(data.rows[29_999]).toEqual({ line: 30_001, cells: ['unit-29999', '29999.5'] });
  });
});
