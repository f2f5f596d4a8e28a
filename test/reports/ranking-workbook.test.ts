/** The ranking's sheets: what a council member finds where, and that nothing the page warns of is lost. */
import { describe, expect, it } from 'vitest';
import type { Untrusted } from '../../src/model/encoded.ts';
import type { BookCell, BookSheet } from '../../src/model/workbook.ts';
import { rankingWorkbook } from '../../src/reports/ranking-workbook.ts';
import { board, standingOf } from './sample.ts';

const options = {
  lang: 'vi',
  domains: false,
  toolVersion: '0.0.0',
  tell: () => ({ en: 'as told', vi: 'theo quy tắc' }),
} as const;

const { sheets } = rankingWorkbook(board, options);

function textsOf(sheet: BookSheet | undefined): readonly (readonly Untrusted[])[] {
  const written = (cell: BookCell): Untrusted =>
    cell.kind === 'text' || cell.kind === 'number' ? cell.text : cell.kind;
  return (sheet?.rows ?? []).map((row) => row.map(written));
}

const rowOf = (sheet: BookSheet | undefined, name: string) => textsOf(sheet).find((row) => row.includes(name));

describe('the workbook of a ranking', () => {
  it('has its sheets in the order in which they are read', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'Xếp hạng',
      'Lĩnh vực',
      'Chi tiết',
      'Bộ tiêu chí khanh-hoa-huyen',
      'Nguồn gốc',
    ]);
    for (const { rows, header, widths } of sheets) {
      expect(Math.max(...rows.map((row) => row.length))).toBe(widths.length);
      expect(rows[header as number]?.every((cell) => cell.kind === 'text' && cell.role === 'head')).toBe(true);
    }
  });

  it('gives every unit one row, ranks as numbers, ties in words', () => {
    const ranking = sheets[0];
    const rows = textsOf(ranking).slice((ranking?.header ?? 0) + 1);
    expect(rows).toHaveLength(board.groups[0]?.standings.length as number);
    expect(rowOf(ranking, 'Vạn Ninh')?.slice(0, 5)).toEqual(['3', 'Vạn Ninh', 'đồng hạng', 'Cấp huyện', 'van-ninh']);
    expect(rowOf(ranking, 'Vạn Ninh')?.slice(5, 9)).toEqual(['82.09', '100', '82.09', 'Khá']);
  });

  it('says what the page says of exempt, missing, overridden and unranked units', () => {
    expect(rowOf(sheets[0], 'Khánh Sơn')?.at(-1)).toContain('không đánh giá: 3.2');
    expect(rowOf(sheets[0], 'Thị xã Ninh Hòa')?.at(-1)).toContain('chưa có số liệu, tính 0 điểm: 1.2');
    expect(rowOf(sheets[0], 'Cam Lâm')?.at(-1)).toContain('điểm quyết định: 1.1, 2.1.a');
    expect(rowOf(sheets[0], 'Nha Trang')?.[0]).toBe('');
    expect(rowOf(sheets[0], 'Nha Trang')?.at(-1)).toContain('không xếp hạng chung');
    expect(rowOf(sheets[0], 'Trường Sa')?.[7]).toBe('');
  });

  it('says of a draft who was left out, above the header', () => {
    const unit = standingOf('cam-lam').unit;
    const draft = rankingWorkbook({ ...board, leftOut: [{ unit, faults: 2 }] }, options).sheets[0];
    expect(textsOf(draft).slice(0, draft?.header).flat().join('\n')).toContain('DỰ THẢO: 1 trên 10 đơn vị');
  });

  it('names the digest of the rubric and the rows of each file', () => {
    const lines = textsOf(sheets.at(-1)).map((row) => row.join(': '));
    expect(lines).toContain('SHA-256: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0');
    expect(lines).toContain('Tệp entries/khanh-vinh.csv: 7 dòng đã đọc = 6 sử dụng + 1 trống + 0 bị từ chối');
  });
});
