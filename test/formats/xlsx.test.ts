/** A workbook's bytes: what stands in the cells when they are read again, and that they are the same every time. */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { renderWorkbook } from '../../src/formats/workbook.ts';
import { format } from '../../src/formats/xlsx.ts';
import { number, type Report, text } from '../../src/model/document.ts';
import type { BookCell, BookSheet, Workbook } from '../../src/model/workbook.ts';

const body = (value: string): BookCell => ({ kind: 'text', text: value });
const figure = (value: string): BookCell => ({ kind: 'number', text: value });

function sheet(rows: readonly (readonly BookCell[])[], more: Partial<BookSheet> = {}): Workbook {
  return { title: 'Thử', sheets: [{ name: 'Xếp hạng', visible: 'shown', widths: [10, 20], rows, ...more }] };
}

/** The text of a part, found through the central directory (no data descriptors, no zip64: our own files). */
function part(bytes: Uint8Array, name: string): string {
  const data = Buffer.from(bytes);
  let at = data.readUInt32LE(data.length - 22 + 16);
  for (let left = data.readUInt16LE(data.length - 22 + 10); left > 0; left--) {
    const [length, size, offset] = [data.readUInt16LE(at + 28), data.readUInt32LE(at + 20), data.readUInt32LE(at + 42)];
    if (data.toString('utf8', at + 46, at + 46 + length) === name) {
      const start = offset + 30 + data.readUInt16LE(offset + 26) + data.readUInt16LE(offset + 28);
      const raw = data.subarray(start, start + size);
      return (data.readUInt16LE(at + 10) === 0 ? raw : inflateRawSync(raw)).toString('utf8');
    }
    at += 46 + length + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
  throw new Error(`no part ${name}`);
}

const SHEET = 'xl/worksheets/sheet1.xml';

describe('cells', () => {
  const payloads = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '=HYPERLINK("http://x.invalid","y")',
    "=cmd|' /C calc'!A0",
    '＝1',
  ];

  it('keep a text that begins like a formula as a text', async () => {
    const bytes = await renderWorkbook(sheet(payloads.map((payload) => [body(payload)])));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual(payloads);
    expect(part(bytes, SHEET)).not.toContain('<f>');
    expect(part(bytes, SHEET).match(/t="inlineStr"/g)).toHaveLength(payloads.length);
  });

  it('keep ids and codes as texts in the format Text', async () => {
    const bytes = await renderWorkbook(sheet([[body('1.10'), body('001'), body('3-1')]]));
    expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([['1.10', '001', '3-1']]);
    expect(part(bytes, 'xl/styles.xml')).toContain('formatCode="@"');
  });

  it('write a figure as the number that prints as the same figure', async () => {
    const bytes = await renderWorkbook(sheet([[figure('92.08'), figure('7.00'), figure('-0.50'), figure('100')]]));
    expect(part(bytes, SHEET)).toContain('<v>92.08</v>');
    expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([[92.08, 7, -0.5, 100]]);
    expect(part(bytes, 'xl/styles.xml')).toContain('formatCode="#,##0.00"');
  });

  it('write a figure of more than 15 digits, which no double holds, as its text', async () => {
    const bytes = await renderWorkbook(sheet([[figure('1234567890123.4567'), figure('0.1234567890123456')]]));
    expect((await readXlsx(bytes)).sheets[0]?.rows).toEqual([['1234567890123.4567', '0.1234567890123456']]);
  });

  it('write out an underscore that would begin an escaped character', async () => {
    const bytes = await renderWorkbook(sheet([[body('a_x000D_b')]]));
    expect(part(bytes, SHEET)).toContain('a_x005F_x000D_b');
  });

  it('sum live where a sum is asked', async () => {
    const bytes = await renderWorkbook(
      sheet([[figure('1.5')], [figure('2')], [{ kind: 'sum', of: ['A1:A2'], decimals: 2 }]]),
    );
    expect(part(bytes, SHEET)).toContain('<f>ROUND(SUM(A1:A2),9)</f>');
  });
});

describe('sheets', () => {
  it('freeze, filter and repeat the header, quoting the name of the sheet', async () => {
    const rows = [[body('Tên')], [body('Hạng'), body('Đơn vị')], [figure('1'), body('Khánh Vĩnh')]];
    const bytes = await renderWorkbook(sheet(rows, { header: 1, frozen: 1, filter: true }));
    expect(part(bytes, SHEET)).toContain('<pane xSplit="1" ySplit="2"');
    expect(part(bytes, SHEET)).toContain('<autoFilter ref="A2:B3"/>');
    expect(part(bytes, SHEET)).toContain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(part(bytes, SHEET)).toContain('&amp;C&amp;P/&amp;N');
    expect(part(bytes, 'xl/workbook.xml')).toContain("'Xếp hạng'!$A:$A,'Xếp hạng'!$2:$2");
  });

  it('lock all but the cells to write into, without a password', async () => {
    const rows: BookCell[][] = [[body('1.1'), { kind: 'input', holds: 'text' }]];
    const bytes = await renderWorkbook(sheet(rows, { locked: true }));
    expect(part(bytes, SHEET)).toContain('<sheetProtection sheet="1"');
    expect(part(bytes, SHEET)).not.toContain('password');
    expect(part(bytes, 'xl/styles.xml')).toContain('<protection locked="0"/>');
  });
});

describe('files', () => {
  it('are the same bytes from the same workbook', async () => {
    const digest = async () =>
      createHash('sha256')
        .update(await renderWorkbook(sheet([[body('Cam Lâm'), figure('77.23')]])))
        .digest('hex');
    expect(await digest()).toBe(await digest());
  });

  it('hold the flat table where a report has no sheets of its own', async () => {
    const report: Report = {
      document: { blocks: [] },
      flat: { columns: ['unit', 'points'], rows: [[text('cam-lam'), number('77.23')]] },
      data: {},
    };
    const bytes = await format.render(report, { lang: 'en', decimal: '.', width: 80, color: 0 });
    expect((await readXlsx(bytes as Uint8Array)).sheets[0]?.rows).toEqual([
      ['unit', 'points'],
      ['cam-lam', 77.23],
    ]);
  });
});
