/** Spreadsheets that are forms, the places that are told of cells, and texts that CSV must quote. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { type FormMeta, LISTS_SHEET, META_SHEET, writeMeta } from '../../src/model/form.ts';
import { readSheetText } from '../../src/read/sheet-text.ts';
import { type BookSheetXml, bookOf, n, row, t } from './books.ts';

const FILE = 'entries/so-y-te.xlsx';
const HEADER = row(1, [t('A1', 'criterion'), t('B1', 'self'), t('C1', 'note')]);

const META: FormMeta = {
  ...{ rubric: 'so', sha256: 'ab'.repeat(32), unit: 'SYT', year: '2019', mark: ',' },
  columns: [
    ['criterion', 'Mã'],
    ['self', 'Tự đánh giá'],
  ],
  ...{ shown: ['Tối đa'], calculated: 'Tối đa', parents: ['1'], optional: [] },
};

/** The hidden sheet of a form, its values in column B. */
const metaSheet = (meta: FormMeta): BookSheetXml => ({
  name: META_SHEET,
  state: 'veryHidden',
  rows: writeMeta(meta)
    .map(([key, value], at) => row(at + 1, [t(`A${at + 1}`, key), t(`B${at + 1}`, value)]))
    .join(''),
});

/** Three rows of words, then a header, a parent and a leaf. */
const FORM_ROWS = [
  row(1, [t('A1', 'Phiếu tự chấm')]),
  row(4, [t('A4', 'Mã'), t('B4', 'Tối đa'), t('C4', 'Tự đánh giá')]),
  row(5, [t('A5', '1'), '<c r="B5"><f>1</f></c>']),
  row(6, [t('A6', '1.1'), '<c r="B6"><f>1</f></c>', n('C6', '0.5')]),
].join('');

function read(sheets: readonly BookSheetXml[], dialect: keyof typeof DIALECTS = 'data') {
  return readSheetText(bookOf(sheets), DIALECTS[dialect], FILE);
}

/** Each fault as `code place name: message`. */
function told(sheets: readonly BookSheetXml[]): readonly string[] {
  return read(sheets).diagnostics.map(({ fault, place, facts }) => {
    expect(place.file).toBe(FILE);
    const where = [place.sheet ?? '-', place.cell ?? '-', `${place.line}:${place.column}`, place.name ?? '-'];
    return `${fault.code} ${where.join(' ')}: ${fault.message.en(facts)}`;
  });
}

const one = (cells: readonly string[], before = '', after = ''): readonly BookSheetXml[] => [
  { name: 'S', rows: HEADER + row(2, cells), before, after },
];

describe('a form', () => {
  const lists = { name: LISTS_SHEET, state: 'veryHidden', rows: row(1, [t('A1', 'x')]) };

  it('is read by its titles, with its own mark whatever the dialect, and its own sheets are nothing hidden', () => {
    const { value, diagnostics } = read([{ name: 'Phiếu', rows: FORM_ROWS }, lists, metaSheet(META)]);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      text: '\n\n\ncriterion,self\n\n1.1,"0,5"\n',
      sheet: 'Phiếu',
      letters: ['A', 'C'],
      form: META,
    });
  });

  it('has the sheets of its own in sight read as little', () => {
    const [meta, seen] = [metaSheet(META), { ...lists, state: 'visible' }];
    const { value } = read([{ ...meta, state: 'visible' }, seen, { name: 'Phiếu', rows: FORM_ROWS }]);
    expect(value?.sheet).toBe('Phiếu');
  });

  it('is one by its hidden sheet alone: without it, and where that says nothing known, its sheets are like others', () => {
    expect(read([{ name: 'Phiếu', rows: FORM_ROWS }]).value).toBeUndefined();
    const sheets = [{ name: 'S', rows: HEADER + row(2, [t('A2', '1.1'), n('B2', '1')]) }];
    expect(told([...sheets, lists])).toEqual([
      'hidden-content _lists - 0:0 -: The sheet "_lists" is hidden, and holds something.',
    ]);
    expect(read([...sheets, { ...lists, rows: '' }]).value).toEqual({
      text: 'criterion,self,note\n1.1,1,\n',
      sheet: 'S',
      letters: ['A', 'B', 'C'],
    });
    const strange = { name: META_SHEET, state: 'veryHidden', rows: row(1, [t('A1', 'schema'), t('B1', 'other')]) };
    expect(told([...sheets, strange]).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['hidden-content', META_SHEET],
    ]);
  });

  it('is refused where what it calculates was written over', () => {
    const rows = FORM_ROWS + row(7, [t('A7', '1.2'), n('B7', '2'), n('C7', '1')]);
    expect(told([{ name: 'P', rows }, metaSheet(META)]).map((line) => line.split(':')[0])).toEqual(['bad-cell P B7 7']);
  });
});

describe('the place of a fault', () => {
  const VALUE = t('A2', '1.1');

  it('is a cell with its sheet and the title of its column, but for the title itself and one without a title', () => {
    const rows = row(1, [t('A1', 'criterion'), n('B1', '5'), t('D1', 'note')]);
    const bad = row(2, [VALUE, '<c r="C2"><f>1</f></c>', '<c r="D2"><f>1</f></c>', '<c r="E2" t="e"><v>#N/A</v></c>']);
    expect(told([{ name: 'S', rows: rows + bad }]).map((line) => line.replace(/: .*/, ''))).toEqual([
      'number-id S B1 1:2 -',
      'bad-cell S C2 2:3 -',
      'bad-cell S D2 2:4 note',
      'bad-cell S E2 2:5 -',
    ]);
  });

  it('shows what stands in the cell, made visible', () => {
    const [bad] = read(one([VALUE, '<c r="B2" t="e"><v>#DIV/0!</v></c>'])).diagnostics;
    expect(bad?.facts).toEqual({ what: 'error', shown: '#DIV/0!' });
    const [id] = read(one([n('A2', '1.1')])).diagnostics;
    expect(id?.facts).toEqual({ shown: '1.1' });
  });

  it.each(['Mã Tiêu chí', ' criterion ', 'UNIT', 'Nhóm'])('ids below %j are texts', (title) => {
    const rows = row(1, [t('A1', title), t('B1', 'x')]) + row(2, [n('A2', '1'), n('B2', '1')]);
    expect(told([{ name: 'S', rows }]).map((line) => line.split(' ').slice(0, 3))).toEqual([['number-id', 'S', 'A2']]);
  });

  it('is told once for a hidden row and a hidden column, by number and by letters', () => {
    const rows = HEADER + row(2, [VALUE, n('B2', '1'), t('C2', 'x')], ' hidden="1"');
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>';
    expect(read([{ name: 'S', rows }]).diagnostics.map(({ facts }) => facts)).toEqual([{ what: 'row', name: '2' }]);
    expect(read(one([VALUE, n('B2', '1'), t('C2', 'x')], columns)).diagnostics.map(({ facts }) => facts)).toEqual([
      { what: 'column', name: 'B' },
    ]);
  });

  it('of merged cells is the first of them; those above the header matter to nobody', () => {
    const title = row(1, [t('A1', 'Bảng điểm')]);
    const merged = (...ranges: readonly string[]) =>
      `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    const of = (after: string) => read([{ name: 'S', rows: HEADER + row(2, [VALUE]), after }]).diagnostics;
    expect(of(merged('A1:B1')).map(({ place, facts }) => [place.cell, facts])).toEqual([['A1', { range: 'A1:B1' }]]);
    expect(of(merged('B2')).map(({ place, facts }) => [place.cell, facts])).toEqual([['B2', { range: 'B2' }]]);
    const form = (after: string) => [
      { name: 'P', rows: title + FORM_ROWS.slice(title.length), after },
      metaSheet(META),
    ];
    expect(read(form(merged('A1:C2'))).diagnostics).toEqual([]);
    expect(read(form(merged('A3'))).diagnostics).toEqual([]);
    expect(read(form(merged('A3:A4'))).diagnostics).toHaveLength(1);
    expect(read(form(merged('A6:A7'))).diagnostics).toHaveLength(1);
  });

  it('of a filter is the sheet, of more sheets the file, with those that were not read', () => {
    const after = '<autoFilter ref="A1:C2"><filterColumn colId="0"/></autoFilter>';
    const filled = (name: string) => ({ name, rows: row(1, [t('A1', 'x')]) });
    const sheets = [...one([VALUE], '', after), filled('Nháp'), { name: 'Trống', rows: '' }, filled('Cũ')];
    expect(
      read(sheets).diagnostics.map(({ fault, place, facts }) => [fault.code, place.sheet, place.line, facts]),
    ).toEqual([
      ['more-sheets', undefined, 0, { read: 'S', others: '"Nháp", "Cũ"' }],
      ['filtered-sheet', 'S', 0, { sheet: 'S' }],
    ]);
    const hidden = { ...filled('Ẩn'), state: 'hidden' };
    expect(read([...one([VALUE]), hidden]).diagnostics.map(({ place, facts }) => [place.sheet, facts])).toEqual([
      ['Ẩn', { what: 'sheet', name: '"Ẩn"' }],
    ]);
    expect(read([...one([VALUE]), { ...hidden, rows: '' }]).diagnostics).toEqual([]);
  });
});

describe('the lines of CSV', () => {
  const note = (text: string) => read(one([t('A2', '1.1'), t('C2', text)]), 'data').value?.text.split('\n')[1];

  it('have what means something to CSV in quotes, and nothing else', () => {
    expect(note('a;b')).toBe('1.1,,a;b');
    expect(note('a,b')).toBe('1.1,,"a,b"');
    expect(note('"')).toBe('1.1,,""""');
    expect(read(one([t('A2', '1.1'), t('C2', 'a;b,c')]), 'excel-vi').value?.text).toContain('1.1;;"a;b,c"\n');
  });

  it('have a blank for each end of a line', () => {
    const raw = (text: string) => `<c r="C2" t="inlineStr"><is><t>${text}</t></is></c>`;
    const written = (text: string) => read(one([t('A2', '1.1'), raw(text)])).value?.text;
    expect(written('a&#13;&#10;b&#13;c&#10;d&#9;e\u2028f\u2029g')).toBe('criterion,self,note\n1.1,,a b c d e f g\n');
  });

  it('of a sheet without cells are none, and those above the first filled row are empty', () => {
    expect(read([{ name: 'S', rows: '' }]).value).toEqual({ text: '', sheet: 'S', letters: [] });
    const rows = row(3, [t('A3', 'unit'), t('C3', 'x')]) + row(5, [t('B5', 'y')]);
    expect(read([{ name: 'S', rows }]).value?.text).toBe('\n\nunit,,x\n\n,y,\n');
  });

  it('have the mark of the dialect in percentages too', () => {
    expect(read(one([t('A2', '1.1'), n('B2', '0.8529', 2)]), 'excel-vi').value?.text).toContain('1.1;85,29%;');
  });
});
