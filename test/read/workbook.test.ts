/** The parts of a workbook: which sheets it has, what its texts are, and which formats are dates. */
import { describe, expect, it } from 'vitest';
import { openWorkbook, partOf, textCollector } from '../../src/read/workbook.ts';
import { openZip, ZipError } from '../../src/read/zip.ts';
import { bookOf, type Part, partsOf, textPart, zipOf } from './books.ts';

const SHEET = { name: 'S', rows: '' };

/** The workbook, or what is wrong with it. */
function see(bytes: Uint8Array) {
  try {
    return openWorkbook(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(ZipError);
    return `! ${(error as ZipError).why}`;
  }
}

/** The parts of a workbook of one sheet, some of them as given; `undefined` leaves one out. */
function changed(texts: Readonly<Record<string, string | undefined>>): Uint8Array {
  const parts = partsOf([SHEET]).filter(({ name }) => !(name in texts));
  const added = Object.entries(texts).flatMap(([name, text]): Part[] =>
    text === undefined ? [] : [textPart(name, text)],
  );
  return zipOf([...parts, ...added]);
}

describe('a workbook', () => {
  it('has its sheets in order, by their own names, and knows the hidden ones', () => {
    const book = see(
      bookOf([
        { name: 'Một', rows: '' },
        { name: 'Hai', rows: '', state: 'hidden' },
        { name: 'Ba', rows: '', state: 'veryHidden' },
        { name: 'Bốn', rows: '', state: 'visible' },
      ]),
    );
    expect(book).toMatchObject({
      sheets: [
        { name: 'Một', isHidden: false, part: 'xl/worksheets/sheet1.xml' },
        { name: 'Hai', isHidden: true, part: 'xl/worksheets/sheet2.xml' },
        { name: 'Ba', isHidden: true, part: 'xl/worksheets/sheet3.xml' },
        { name: 'Bốn', isHidden: false, part: 'xl/worksheets/sheet4.xml' },
      ],
    });
  });

  it('joins the runs of its texts and leaves phonetic hints out', () => {
    const shared = [
      '<si><t>a</t></si>',
      '<si/>',
      '<si><r><t>b</t></r><r><t>c</t></r><rPh sb="0"><t>x</t></rPh><r><t>d</t></r></si>',
      '<si>blank<t>e</t>behind</si>',
      '<si><r><rPr><strike/></rPr><t>f</t></r></si>',
      '<si><r><rPr><strike val="0"/></rPr><t>g</t></r></si>',
      '<si><r><rPr><dstrike val="1"/></rPr><t>h</t></r><r><rPr><strike val="false"/></rPr><t>i</t></r></si>',
      '<si><t>_x0041_ _x005F_x0041_ _x41_ x0041_</t></si>',
      '<si><t>_xD83D__xDE00_</t></si>',
    ];
    const book = see(bookOf([SHEET], shared));
    expect(book).toMatchObject({
      texts: [
        { text: 'a', isStruck: false },
        { text: '', isStruck: false },
        { text: 'bcd', isStruck: false },
        { text: 'e', isStruck: false },
        { text: 'f', isStruck: true },
        { text: 'g', isStruck: false },
        { text: 'hi', isStruck: true },
        { text: 'A _x0041_ _x41_ x0041_', isStruck: false },
        { text: '\u{1F600}', isStruck: false },
      ],
    });
  });

  it('takes no half of a character for one', () => {
    expect(see(bookOf([SHEET], ['<si><t>_xD83D_</t></si>']))).toBe('! damaged');
    const collector = textCollector();
    collector.begin();
    collector.open('t', '');
    collector.text('_xDE00__xD83D_');
    collector.close('t');
    expect(() => collector.end()).toThrow(ZipError);
  });

  it('may have neither texts nor styles', () => {
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
    expect(see(changed({ 'xl/_rels/workbook.xml.rels': relations }))).toMatchObject({
      sheets: [{ name: 'S' }],
      texts: [],
      formats: [],
    });
    // Named, but not there.
    expect(see(changed({ 'xl/styles.xml': undefined, 'xl/sharedStrings.xml': undefined }))).toMatchObject({
      texts: [],
      formats: [],
    });
  });

  it('finds its parts from the root, or beside itself', () => {
    const moved = changed({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/styles" Target="no.xml"/><Relationship Id="b" Type="x/officeDocument" Target="/deep/er/book.xml"/></Relationships>',
      'deep/er/book.xml': '<workbook><sheets><sheet name="T" r:id="q"/><sheet r:id="c"/></sheets></workbook>',
      'deep/er/_rels/book.xml.rels':
        '<Relationships><Relationship Id="c" Type="x/chartsheet" Target="c.xml"/><Relationship Id="q" Type="x/worksheet" Target="one.xml"/><Relationship Id="z" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
    });
    expect(see(moved)).toMatchObject({ sheets: [{ name: 'T', isHidden: false, part: 'deep/er/one.xml' }], texts: [] });
  });

  it('heeds nothing that lies outside the file', () => {
    const related = (mode: string) =>
      `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="x/styles" Target="styles.xml"${mode}/></Relationships>`;
    expect(see(changed({ 'xl/_rels/workbook.xml.rels': related('') }))).toMatchObject({ formats: { length: 6 } });
    expect(see(changed({ 'xl/_rels/workbook.xml.rels': related(' TargetMode="Internal"') }))).toMatchObject({
      formats: { length: 6 },
    });
    expect(see(changed({ 'xl/_rels/workbook.xml.rels': related(' TargetMode="External"') }))).toMatchObject({
      formats: [],
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['without the relations of the file', changed({ '_rels/.rels': undefined }), 'damaged'],
    ['whose relations name no workbook', changed({ '_rels/.rels': '<Relationships/>' }), 'damaged'],
    ['whose workbook is not there', changed({ 'xl/workbook.xml': undefined }), 'damaged'],
    [
      'whose sheet nothing is said of',
      changed({ 'xl/workbook.xml': '<workbook><sheet name="S" r:id="rId7"/></workbook>' }),
      'damaged',
    ],
    ['of OpenDocument, by its type', changed({ mimetype: 'x' }), 'ods'],
    ['of OpenDocument, by its manifest', changed({ 'META-INF/manifest.xml': '<x/>' }), 'ods'],
    ['with macros', changed({ 'xl/vbaProject.bin': '' }), 'macro'],
    ['with macros elsewhere, in other letters', changed({ 'VBAPROJECT.BIN': '' }), 'macro'],
    ['in binary', changed({ 'xl/workbook.bin': '' }), 'xlsb'],
    ['in binary at the root', changed({ 'Workbook.BIN': '' }), 'xlsb'],
    ['from before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'xls'],
    ['behind a password', ole('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0'), 'encrypted'],
    ['behind another password', ole('EncryptionInfo'), 'encrypted'],
    ['with such a word far behind', ole(`${'x'.repeat(20_000)}EncryptionInfo`), 'xls'],
    ...[0, 1, 2, 3].map((at): [string, Uint8Array, string] => [
      `whose byte ${at} is no old file's`,
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0].map((byte, index) => (index === at ? 0 : byte))),
      'damaged',
    ]),
  ])('is refused %s', (_, bytes, why) => {
    expect(see(bytes)).toBe(`! ${why}`);
  });

  it('is not refused for a name that only resembles one of those', () => {
    expect(
      see(
        changed({ 'xl/vbaProject.bin.xml': '', 'xl/myworkbook.bin': '', 'xl/workbook.bin.xml': '', 'x/mimetype': '' }),
      ),
    ).toMatchObject({ sheets: [{ name: 'S' }] });
  });

  it('has parts that must be there', () => {
    const zip = openZip(bookOf([SHEET]));
    expect(partOf(zip, 'xl/workbook.xml').length).toBeGreaterThan(0);
    expect(() => partOf(zip, 'xl/none.xml')).toThrow(ZipError);
  });
});

/** The beginning of an OLE file with a text in it. */
function ole(text: string): Uint8Array {
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(text, 'latin1')]);
}

describe('a format', () => {
  /** What it makes of a number, by its id or its code. */
  function kindOf(format: { readonly id: string } | { readonly code: string }): unknown {
    const id = 'id' in format ? format.id : '164';
    const custom =
      'code' in format
        ? `<numFmts><numFmt numFmtId="164" formatCode="${format.code.replaceAll('"', '&quot;')}"/></numFmts>`
        : '';
    const styles = `<styleSheet>${custom}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="${id}"/></cellXfs><cellStyles><xf numFmtId="9"/></cellStyles></styleSheet>`;
    const book = see(changed({ 'xl/styles.xml': styles }));
    if (typeof book === 'string') return book;
    expect(book.formats).toHaveLength(1);
    return book.formats[0];
  }

  it.each([
    ...['0', '1', '2', '4', '8', '11', '13', '23', '26', '37', '44', '48.5', '49', '59', '100'].map((id) => [
      id,
      'plain',
    ]),
    ...['9', '10'].map((id) => [id, 'percent']),
    ...['14', '18', '22', '27', '36', '45', '46', '47', '50', '58'].map((id) => [id, 'date']),
  ])('built in as %s is %s', (id, kind) => {
    expect(kindOf({ id: id as string })).toBe(kind);
  });

  it.each([
    ['dd/mm/yyyy', 'date'],
    ['D', 'date'],
    ['h:mm', 'date'],
    ['ss', 'date'],
    ['[h]', 'date'],
    ['[hh]:00', 'date'],
    ['[M]', 'date'],
    ['[ss]', 'date'],
    ['[Red]0', 'plain'],
    ['[$-409]0', 'plain'],
    ['0.00', 'plain'],
    ['General', 'plain'],
    ['General" d"', 'plain'],
    ['#,##0.00 "đồng"', 'plain'],
    ['0 "dmy"', 'plain'],
    ['0\\d', 'plain'],
    ['0_d', 'plain'],
    ['*d0', 'plain'],
    ['0%', 'percent'],
    ['0.00%', 'percent'],
    ['0"%"', 'plain'],
    ['0\\%', 'plain'],
    ['[%]0', 'plain'],
  ])('written %s is %s', (code, kind) => {
    expect(kindOf({ code })).toBe(kind);
  });

  it('of a cell that names none is the first', () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="10"/></cellXfs></styleSheet>';
    expect(see(changed({ 'xl/styles.xml': styles }))).toMatchObject({ formats: ['plain', 'percent'] });
  });
});
