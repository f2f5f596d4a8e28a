/** Spreadsheets as CSV, and each thing that a cell cannot say plainly refused by the name of its cell. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { readSheetText } from '../../src/read/sheet-text.ts';
import { bookOf, n, type Part, partsOf, row, t, textPart, zipOf } from './books.ts';

const FILE = 'entries/so-y-te.xlsx';
const HEADER = row(1, [t('A1', 'criterion'), t('B1', 'self'), t('C1', 'note')]);

function read(bytes: Uint8Array, dialect: keyof typeof DIALECTS = 'data') {
  return readSheetText(bytes, DIALECTS[dialect], FILE);
}

/** Code and cell of every diagnostic. */
function faults(bytes: Uint8Array): readonly string[] {
  return read(bytes).diagnostics.map(({ fault, place, facts }) => {
    const why = (facts as { why?: string; what?: string }).why ?? (facts as { what?: string }).what ?? '';
    return [fault.code, place.cell ?? '-', why].join(' ').trim();
  });
}

const one = (cells: readonly string[], before = '', after = '') =>
  bookOf([{ name: 'Số liệu', rows: HEADER + row(2, cells), before, after }]);

describe('plain cells', () => {
  it('become the lines of a CSV file, row by row, in the declared dialect', () => {
    const rows = HEADER + row(2, [t('A2', '1.10'), n('B2', '0.5')]) + row(5, [t('A5', '1.2'), t('C5', 'a, "b"')]);
    const book = bookOf([{ name: 'Số liệu', rows }]);
    expect(read(book).value).toMatchObject({
      text: 'criterion,self,note\n1.10,0.5,\n\n\n1.2,,"a, ""b"""\n',
      sheet: 'Số liệu',
      letters: ['A', 'B', 'C'],
    });
    expect(read(book, 'excel-vi').value?.text).toBe('criterion;self;note\n1.10;0,5;\n\n\n1.2;;"a, ""b"""\n');
  });

  it.each([
    ['92.084999999999994', '92.085'],
    ['92.08499999999999', '92.085'],
    ['92.085', '92.085'],
    ['0.1', '0.1'],
    ['1E-3', '0.001'],
    ['1.5e3', '1500'],
    ['100', '100'],
    ['-0.5', '-0.5'],
    ['123456789012345', '123456789012345'],
  ])('take %s for the number that was typed, %s', (stored, typed) => {
    expect(read(one([t('A2', '1.1'), n('B2', stored)])).value?.text).toBe(`criterion,self,note\n1.1,${typed},\n`);
  });

  it('keep a percentage a percentage', () => {
    expect(read(one([t('A2', '1.1'), n('B2', '0.8529', 2)])).value?.text).toContain('1.1,85.29%,');
    expect(read(one([t('A2', '1.1'), n('B2', '1', 2)])).value?.text).toContain('1.1,100%,');
    expect(read(one([t('A2', '1.1'), n('B2', '0.005', 2)])).value?.text).toContain('1.1,0.5%,');
  });

  it('join the runs of a shared text, without phonetic hints, and unwrite escaped characters', () => {
    const shared = [
      '<si><r><t>kip-</t></r><r><rPr><b/></rPr><t>thoi</t></r><rPh><t>x</t></rPh></si>',
      '<si><t>a_x005F_b</t></si>',
    ];
    const cells = [t('A2', '1.1'), '<c r="B2" t="s"><v>0</v></c>', '<c r="C2" t="s"><v>1</v></c>'];
    const rows = HEADER + row(2, cells);
    expect(read(bookOf([{ name: 'S', rows }], shared)).value?.text).toContain('1.1,kip-thoi,a_b');
  });

  it('hold no line break: a note of several lines becomes one', () => {
    expect(read(one([t('A2', '1.1'), n('B2', '1'), t('C2', 'dòng 1\ndòng 2')])).value?.text).toContain('dòng 1 dòng 2');
  });

  it('leave out cells that only have a format', () => {
    expect(read(one([t('A2', '1.1'), n('B2', '1'), '<c r="H2" s="3"/>'])).value?.letters).toEqual(['A', 'B', 'C']);
  });
});

describe('cells that are refused', () => {
  const VALUE = t('A2', '1.1');
  it.each([
    ['a formula', [VALUE, '<c r="B2"><f>1+1</f><v>2</v></c>'], ['bad-cell B2 formula']],
    ['a formula that gives a text', [VALUE, '<c r="B2" t="str"><f>A1</f><v>x</v></c>'], ['bad-cell B2 formula']],
    ['an error', [VALUE, '<c r="B2" t="e"><v>#DIV/0!</v></c>'], ['bad-cell B2 error']],
    ['a truth', [VALUE, '<c r="B2" t="b"><v>1</v></c>'], ['bad-cell B2 boolean']],
    ['a date', [VALUE, n('B2', '44197', 1)], ['bad-cell B2 date']],
    ['a date in a format of its own', [VALUE, n('B2', '44197', 4)], ['bad-cell B2 date']],
    ['a date as text of ISO 8601', [VALUE, '<c r="B2" t="d"><v>2021-01-01</v></c>'], ['bad-cell B2 date']],
    ['what a calculation left', [VALUE, n('B2', '0.30000000000000004')], ['bad-cell B2 long-number']],
    ['1/3 as far as a double goes', [VALUE, n('B2', '0.33333333333333331')], ['bad-cell B2 long-number']],
    ['an id that is a number', [n('A2', '1.1'), n('B2', '1')], ['number-id A2']],
    ['several at once', [n('A2', '1.1'), '<c r="B2"><f>1+1</f></c>'], ['number-id A2', 'bad-cell B2 formula']],
  ])('%s', (_, cells, expected) => {
    expect(faults(one(cells))).toEqual(expected);
  });

  it('a header that is a number', () => {
    const rows = row(1, [t('A1', 'unit'), n('B1', '1.1')]) + row(2, [t('A2', 'x'), n('B2', '1')]);
    expect(faults(bookOf([{ name: 'S', rows }]))).toEqual(['number-id B1']);
  });

  it('text of which a part is struck through', () => {
    const shared = ['<si><r><rPr><strike/></rPr><t>2</t></r><r><t>1</t></r></si>'];
    const rows = HEADER + row(2, [t('A2', '1.1'), '<c r="B2" t="s"><v>0</v></c>']);
    expect(faults(bookOf([{ name: 'S', rows }], shared))).toEqual(['bad-cell B2 struck']);
  });
});

describe('what is hidden, merged or filtered', () => {
  const CELLS = [t('A2', '1.1'), n('B2', '1')];

  it('a hidden row with a value is refused, an empty one is not', () => {
    const rows = HEADER + row(2, CELLS, ' hidden="1"') + row(3, [], ' hidden="1"');
    expect(faults(bookOf([{ name: 'S', rows }]))).toEqual(['hidden-content A2 row']);
  });

  it('a row of no height is as hidden', () => {
    expect(faults(bookOf([{ name: 'S', rows: HEADER + row(2, CELLS, ' ht="0" customHeight="1"') }]))).toEqual([
      'hidden-content A2 row',
    ]);
  });

  it('rows hidden by the default of the sheet', () => {
    expect(faults(one(CELLS, '<sheetFormatPr zeroHeight="1"/>'))[0]).toBe('hidden-content A1 row');
  });

  it('a hidden column', () => {
    expect(faults(one(CELLS, '<cols><col min="2" max="3" hidden="1"/></cols>'))).toEqual([
      'hidden-content B1 column',
      'hidden-content C1 column',
    ]);
  });

  it('a hidden sheet that holds something', () => {
    const rows = HEADER + row(2, CELLS);
    expect(
      faults(
        bookOf([
          { name: 'S', rows },
          { name: 'Ẩn', state: 'veryHidden', rows: row(1, [t('A1', 'x')]) },
        ]),
      ),
    ).toEqual(['hidden-content - sheet']);
  });

  it('merged cells below the header', () => {
    expect(faults(one(CELLS, '', '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'))).toEqual(['merged-cells A2']);
  });

  it('a second sheet and a filter are told, and what was read is read', () => {
    const sheets = [
      {
        name: 'S',
        rows: HEADER + row(2, CELLS),
        after: '<autoFilter ref="A1:C2"><filterColumn colId="0"/></autoFilter>',
      },
      { name: 'Nháp', rows: row(1, [t('A1', 'x')]) },
      { name: 'Trống', rows: '' },
    ];
    expect(faults(bookOf(sheets))).toEqual(['more-sheets -', 'filtered-sheet -']);
    expect(read(bookOf(sheets)).value?.text).toContain('1.1,1,');
  });

  it('an auto-filter that hides nothing is nothing to tell', () => {
    expect(faults(one(CELLS, '', '<autoFilter ref="A1:C2"/>'))).toEqual([]);
  });
});

describe('files that are no sound workbook', () => {
  const parts = partsOf([{ name: 'S', rows: HEADER }]);
  const replaced = (name: string, text: string): readonly Part[] =>
    parts.map((part) => (part.name === name ? textPart(name, text) : part));
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const locked = new Uint8Array(ole);
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  const XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook><sheets/></workbook>';
  const LAUGHS = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  const zeros = { name: 'xl/worksheets/sheet9.xml', bytes: new Uint8Array(30_000_000) };

  it.each([
    ['nothing', new Uint8Array(0), 'damaged'],
    ['a text', new TextEncoder().encode('criterion,self\n'), 'damaged'],
    ['a zip of something else', zipOf([textPart('a.txt', 'a')]), 'damaged'],
    ['a cut file', zipOf(parts).subarray(0, 900), 'damaged'],
    ['an old .xls', ole, 'xls'],
    ['a password', locked, 'encrypted'],
    ['a macro', zipOf([...parts, textPart('xl/vbaProject.bin', 'x')]), 'macro'],
    ['an .xlsb', zipOf([textPart('xl/workbook.bin', 'x')]), 'xlsb'],
    ['an .ods', zipOf([textPart('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')]), 'ods'],
    ['an external entity', zipOf(replaced('xl/workbook.xml', XXE)), 'doctype'],
    ['a billion laughs', zipOf(replaced('xl/sharedStrings.xml', LAUGHS)), 'doctype'],
    ['an entity of nobody', zipOf(replaced('xl/sharedStrings.xml', '<sst><si><t>&x;</t></si></sst>')), 'damaged'],
    ['open tags', zipOf(replaced('xl/workbook.xml', '<workbook><sheets>')), 'damaged'],
    ['crossed tags', zipOf(replaced('xl/workbook.xml', '<workbook><sheets></workbook></sheets>')), 'damaged'],
    [
      'bytes that are no UTF-8',
      zipOf([
        ...parts.filter(({ name }) => name !== 'xl/workbook.xml'),
        { name: 'xl/workbook.xml', bytes: new Uint8Array([0xff]) },
      ]),
      'damaged',
    ],
    ['two parts of one name', zipOf([...parts, ...parts.slice(0, 1)]), 'repeated-part'],
    ['a bomb', zipOf([...parts, zeros]), 'too-large'],
    [
      'a bomb that says it is small',
      zipOf(
        parts.map((part) =>
          part.name.endsWith('sheet1.xml') ? { ...zeros, name: part.name, claims: { unpacked: 100 } } : part,
        ),
      ),
      'damaged',
    ],
    [
      'a size that no file has',
      zipOf(parts.map((part) => ({ ...part, claims: { unpacked: 0xf0000000 } }))),
      'too-large',
    ],
    ['too many parts', zipOf(Array.from({ length: 10_001 }, (_, at) => textPart(`${at}`, ''))), 'too-many-parts'],
    ['a far cell', one([t('XFD1048576', 'x')]), 'far-cell'],
    ['a row that no sheet has', one([t('A1048577', 'x')]), 'damaged'],
    ['no sheet in sight', bookOf([{ name: 'S', state: 'hidden', rows: '' }]), 'no-sheet'],
  ])('%s', (_, bytes, why) => {
    const started = performance.now();
    expect(faults(bytes)).toEqual([`bad-workbook - ${why}`]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("parts that lead out of the file, or to others, are nobody's business", () => {
    const rows = HEADER + row(2, [t('A2', '1.1'), n('B2', '1')]);
    const strange = ['../../etc/cron.d/x', '/etc/passwd', 'C:\\x', 'xl/externalLinks/externalLink1.xml'];
    const bytes = zipOf([...partsOf([{ name: 'S', rows }]), ...strange.map((name) => textPart(name, '<!DOCTYPE x>'))]);
    expect(read(bytes)).toMatchObject({ value: { text: 'criterion,self,note\n1.1,1,\n' }, diagnostics: [] });
  });

  it('a last row is as good as any', () => {
    const rows = HEADER + row(1_048_576, [t('A1048576', '1.1'), n('B1048576', '1')]);
    expect(read(bookOf([{ name: 'S', rows }])).value?.text.split('\n')).toHaveLength(1_048_577);
  });
});
