/** DOCX: the layout of Nghị định 30/2020/NĐ-CP in the file's own terms, inert text, the same bytes at any time. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { format } from '../../src/formats/docx.ts';
import type { Report } from '../../src/model/document.ts';
import type { ReportOptions } from '../../src/reports/page/options.ts';
import { reportRanking } from '../../src/reports/ranking.ts';
import { makeReport } from '../../src/reports/report.ts';
import { board, decimal } from '../reports/sample.ts';

const context = { lang: 'vi', decimal: ',', width: 80, color: 0 } as const;
const HOSTILE = '=HYPERLINK("http://x") {PAGE} <w:t>&\u202e';

const report = (of = board, more: Partial<ReportOptions> = {}): Report =>
  makeReport(of, {
    lang: 'vi',
    toolVersion: '0.0.0',
    files: [],
    diagnostics: [],
    margin: decimal('0.5'),
    domains: true,
    ...more,
  });

async function partsOf(of: Report): Promise<ReadonlyMap<string, string>> {
  const entries = unzipSync((await format.render(of, context)) as Uint8Array);
  return new Map(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

afterEach(() => {
  vi.useRealTimers();
});

describe('layout', async () => {
  const parts = await partsOf(report());
  const body = parts.get('word/document.xml') ?? '';

  it('is A4, across for many columns and upright for few, with margins 20, 20, 30 and 15 mm', () => {
    // 1 mm is 1440 / 25.4 = 56.69 twentieths of a point.
    const sizes = [...body.matchAll(/<w:pgSz ([^>]+)\/>/g)].map(([, size]) => size);
    expect(sizes).toHaveLength(2);
    expect(sizes[0]).toContain('w:w="16838" w:h="11906"');
    expect(sizes[0]).toContain('w:orient="landscape"');
    expect(sizes[1]).toContain('w:w="11906" w:h="16838"');
    for (const [, margin] of body.matchAll(/<w:pgMar ([^>]+)\/>/g)) {
      expect(margin).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
    }
  });

  it('is set in Times New Roman, the text 14 and tables 12', () => {
    const fonts = new Set([...body.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font));
    const sizes = new Set([...body.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => size));
    expect([...fonts]).toEqual(['Times New Roman']);
    expect([...sizes].sort()).toEqual(['24', '28']);
  });

  it('repeats the head of each table and splits no row', () => {
    const tables = body.match(/<w:tbl>/g)?.length ?? 0;
    const rows = body.match(/<w:tr>/g)?.length ?? 0;
    expect(tables).toBe(4);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  });

  it('has a page number on top of every page but the first, from 1 in each annex', () => {
    expect(body.match(/<w:titlePg\/>/g)).toHaveLength(2);
    expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2);
    const headers = [...parts].filter(([name]) => /header\d+\.xml$/.test(name)).map(([, text]) => text);
    expect(headers.map((text) => text.includes('PAGE'))).toEqual([true, false, true, false]);
  });

  it('writes figures with a comma', () => {
    expect(body).toContain('>92,08<');
    expect(body).toContain('>Phụ lục I<');
  });
});

describe('an upright page', async () => {
  const body = (await partsOf(report(board, { portrait: true }))).get('word/document.xml') ?? '';

  it('is asked for whatever the columns, which then are set smaller and closer', () => {
    expect(body).not.toContain('landscape');
    // 210 mm less 30 and 15 are 165 mm: 9355 twentieths of a point, filled by the columns of every table.
    for (const [, grid] of body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)) {
      const widths = [...(grid ?? '').matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
      expect(widths.reduce((total, width) => total + width)).toBe(9355);
    }
    expect(body).toContain('<w:sz w:val="22"/>');
  });

  it('gives each column the room of its longest word', () => {
    const [grid] = body.match(/<w:tblGrid>.*?<\/w:tblGrid>/) ?? [''];
    const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
    // STT in Times Bold: 0.556 + 2 × 0.667 ems of 11 pt are 20.8 pt; ĐTXHH: 0.722 + 0.667 + 0.722 + 2 × 0.778 are 40.3.
    expect(widths[0]).toBeGreaterThanOrEqual(20.8 * 20 + 2 * 40);
    expect(widths[3]).toBeGreaterThanOrEqual(40.3 * 20 + 2 * 40);
  });
});

describe('letterhead', async () => {
  const letterhead = 'UBND tỉnh Khánh Hòa; Sở Nội vụ';
  const body = (await partsOf(report(board, { letterhead, domains: true }))).get('word/document.xml') ?? '';
  const lines = [...body.matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) => paragraph);
  const lineOf = (text: string) => lines.find((line) => line.includes(`>${text}<`)) ?? '';

  it('stands once, in sizes and weights of the decree, with drawn lines', () => {
    expect(body.match(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/g)).toHaveLength(1);
    for (const [text, size, bold] of [
      ['UBND TỈNH KHÁNH HÒA', 26, false],
      ['SỞ NỘI VỤ', 26, true],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 26, true],
      ['Độc lập - Tự do - Hạnh phúc', 28, true],
    ] as const) {
      expect(lineOf(text)).toContain(`<w:sz w:val="${size}"/>`);
      expect(/<w:b\/>/.test(lineOf(text)), text).toBe(bold);
      expect(lineOf(text)).not.toContain('<w:u ');
    }
    expect(body.match(/<w:pBdr><w:bottom/g)).toHaveLength(2);
    expect(body).not.toContain('Phụ lục');
    expect(body).not.toContain('Kèm theo');
  });

  it('has a line under the motto as long as its words', () => {
    const [, motto] = [...body.matchAll(/<w:pBdr>.*?<w:ind w:left="(\d+)" w:right="(\d+)"\/>/g)];
    // 12.24 ems of 14 pt by the widths of Times Bold are 171 pt, in six tenths of 297 mm less 45, to a tenth of a point.
    const column = Math.ceil((16838 - 1701 - 850) * 0.6);
    expect(Math.abs(column - 2 * Number(motto?.[1]) - 12.24 * 14 * 20)).toBeLessThan(25);
  });
});

describe('text', () => {
  it('stays text: no field, no link, no markup', async () => {
    const [group] = board.groups;
    const standings = group?.standings.map((each) => ({ ...each, unit: { ...each.unit, name: HOSTILE } })) ?? [];
    const parts = await partsOf(report({ ...board, title: HOSTILE, groups: group ? [{ ...group, standings }] : [] }));
    const body = parts.get('word/document.xml') ?? '';
    expect(body).toContain('=HYPERLINK(&quot;http://x&quot;) {PAGE} &lt;w:t&gt;&amp;\\u{202e}');
    expect(body).not.toMatch(/fldSimple|instrText|w:hyperlink|\u202e/);
    expect(parts.get('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"');
  });
});

describe('bytes', () => {
  it('are the same at any time', async () => {
    const first = await format.render(report(), context);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    expect(
      Buffer.from((await format.render(report(), context)) as Uint8Array).equals(Buffer.from(first as never)),
    ).toBe(true);
  });

  it('say nothing of a person or a time', async () => {
    const core = (await partsOf(report())).get('docProps/core.xml');
    expect(core).not.toMatch(/created|modified|creator|lastModifiedBy/);
  });
});

describe('any report', () => {
  it('has its title, tables and paragraphs', async () => {
    const ranking = reportRanking(board, { lang: 'vi', domains: false, toolVersion: '0.0.0' });
    const body = (await partsOf(ranking)).get('word/document.xml') ?? '';
    expect(body).toContain('Chỉ số CCHC cấp huyện, tỉnh Khánh Hòa, năm 2019');
    expect(body.match(/<w:tbl>/g)).toHaveLength(2);
    expect(body).toContain('Số dòng:');
  });
});
