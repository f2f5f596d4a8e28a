/** The report: which sections it has, what a card says, and the summary for a comment. */
import { describe, expect, it } from 'vitest';
import type { Untrusted } from '../../src/model/encoded.ts';
import { exact } from '../../src/model/exact.ts';
import type { DataTable, PageBlock, Section } from '../../src/model/page.ts';
import type { GroupBoard, MarkColumn, Standing } from '../../src/model/scoreboard.ts';
import { MOST_CARDS, unroundedCell } from '../../src/reports/page/cells.ts';
import type { ReportOptions } from '../../src/reports/page/options.ts';
import { makeReport } from '../../src/reports/report.ts';
import { board, decimal, group, rubric } from './sample.ts';

const options: ReportOptions = {
  lang: 'vi',
  toolVersion: '0.0.0',
  files: [{ path: 'rubric.yaml', bytes: 12, sha256: 'ab'.repeat(32) }],
  diagnostics: [],
  margin: decimal('0.5'),
};

const sectionOf = (sections: readonly Section[], anchor: string): readonly PageBlock[] =>
  sections.find((section) => section.anchor === anchor)?.blocks ?? [];

const tables = (blocks: readonly PageBlock[]): readonly DataTable[] =>
  blocks.flatMap((block) => (block.kind === 'data-table' ? [block] : []));

const texts = (table: DataTable | undefined): readonly (readonly Untrusted[])[] =>
  (table?.rows ?? []).map((row) => row.map(({ cell }) => cell.text));

describe('page', () => {
  it('has its sections, movement only where an earlier ranking was given', () => {
    const anchors = (more: Partial<ReportOptions>) =>
      makeReport(board, { ...options, ...more }).page.sections.map(({ anchor }) => anchor);
    const all = ['ranking', 'grades', 'domains', 'edges', 'units', 'faults', 'provenance'];
    expect(anchors({})).toEqual(all);
    const ranking = { groups: [{ id: 'huyen', units: [{ unit: 'cam-ranh', name: 'Cam Ranh', rank: 1 }] }] };
    expect(anchors({ previous: { ranking, name: 'before.json' } })).toEqual(all.toSpliced(3, 0, 'movement'));
  });

  it('shows a shared rank with its mark and orders it by its number', () => {
    const [table] = tables(sectionOf(makeReport(board, options).page.sections, 'ranking'));
    const shared = table?.rows.map(([rank]) => rank).filter((cell) => cell?.cell.text === '=3');
    expect(shared?.map((cell) => cell?.key)).toEqual(['3', '3']);
  });

  it('averages the component indices as they are shown', () => {
    const [table] = tables(sectionOf(makeReport(board, options).page.sections, 'domains'));
    const [footer] = table?.footer ?? [];
    // Domain 1 of the eight units that it applies to: 95, 45, 80, 80.9, 70, 30, 33.33, 90; the sum is 524.23.
    expect(footer?.map(({ cell }) => cell.text).slice(1, 3)).toEqual(['Giá trị trung bình', '65.53']);
  });

  it('names every file with its digest, and the whole digest of the rubric', () => {
    const { page } = makeReport(board, options);
    const blocks = sectionOf(page.sections, 'provenance');
    expect(texts(tables(blocks).at(-1))).toEqual([['rubric.yaml', '12', 'ab'.repeat(32)]]);
    expect(JSON.stringify(blocks)).toContain(rubric.sha256);
    expect(page.footer).not.toContain('ngày');
    expect(makeReport(board, { ...options, date: '21/01/2020' }).page.footer).toContain('ngày 21/01/2020');
  });

  it('makes anchors of positions, each once, and every link leads to one', () => {
    const { sections } = makeReport(board, { ...options, margin: decimal('5') }).page;
    const cards = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'cards' ? block.cards.map(({ anchor }) => anchor) : [])),
    );
    const links = sections.flatMap(({ blocks }) =>
      tables(blocks).flatMap(({ rows }) => rows.flatMap((row) => row.flatMap(({ to }) => to ?? []))),
    );
    expect(cards).toEqual(group.standings.map((_, at) => `unit-1-${at + 1}`));
    expect(links.length).toBeGreaterThan(9);
    expect(links.filter((link) => !cards.includes(link))).toEqual([]);
  });
});

describe('very many units', () => {
  /** The same unit over and over, each a hundredth below the one before. */
  const crowd = (count: number): GroupBoard => ({
    ...group,
    marks: { leaves: [], adjustments: [] },
    rubric: { ...rubric, leaves: [] },
    standings: Array.from({ length: count }, (_, at) => ({
      ...(group.standings[0] as Standing),
      index: exact(BigInt(9999 - at), 100n),
      exact: exact(BigInt(9999 - at), 100n),
      rank: at + 1,
      missing: [],
      exempt: [],
    })),
  });
  const pageOf = (count: number) => makeReport({ ...board, groups: [crowd(count)] }, options).page;

  it('have a line each in place of a card, and links that would lead nowhere are none', () => {
    const [small, large] = [pageOf(MOST_CARDS), pageOf(MOST_CARDS + 1)];
    expect(sectionOf(small.sections, 'units').map(({ kind }) => kind)).toEqual(['heading', 'cards']);
    const blocks = sectionOf(large.sections, 'units');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'data-table']);
    expect(tables(blocks)[0]?.rows).toHaveLength(MOST_CARDS + 1);
    const links = large.sections.flatMap(({ blocks: all }) => tables(all).flatMap(({ rows }) => rows.flat()));
    expect(links.filter(({ to }) => to !== undefined)).toEqual([]);
  });

  it('have only the closest of their close calls listed, and the rest counted', () => {
    const blocks = sectionOf(pageOf(2000).sections, 'edges');
    const [grades, ranks] = tables(blocks);
    // From 99.99 to 80.00: 1999 neighbours a hundredth apart, and 84.50 to 85.50 about the one line among them.
    expect(ranks?.rows).toHaveLength(200);
    expect(grades?.rows).toHaveLength(101);
    expect(JSON.stringify(blocks)).toContain('lược bớt 1799 trường hợp');
  });
});

describe('cards', () => {
  /** Marks of one unit (row 0) on the six leaves, in quarters of a point; the second is missing. */
  const marked = (quarters: readonly (number | undefined)[]): GroupBoard => {
    const column = (n: number | undefined): MarkColumn => ({
      points: {
        size: 1,
        n: Float64Array.of(n ?? Number.NEGATIVE_INFINITY),
        none: Number.NEGATIVE_INFINITY,
        d: Float64Array.of(4),
        wide: undefined,
      } as unknown as MarkColumn['points'],
      source: Uint8Array.of(1),
    });
    const [first] = group.standings;
    const missing = quarters.flatMap((n, at) => (n === undefined ? [at] : []));
    return {
      ...group,
      standings: first === undefined ? [] : [{ ...first, missing }],
      marks: { leaves: quarters.map(column), adjustments: [] },
    };
  };

  it('name the largest losses first; what was not reported is lost whole', () => {
    // Maxima 5, 5, 40, 20, 20, 10; points 5, none, 38.25, 14, 20, 9.75; lost 0, 5, 1.75, 6, 0, 0.25.
    const report = makeReport({ ...board, groups: [marked([20, undefined, 153, 56, 80, 39])] }, options);
    const [, block] = sectionOf(report.page.sections, 'units');
    const [card] = block?.kind === 'cards' ? block.cards : [];
    expect(texts(card?.table).map(([id, , lost]) => [id, lost])).toEqual([
      ['2.1.b', '6.00'],
      ['1.2', '5.00'],
      ['2.1.a', '1.75'],
      ['3.2', '0.25'],
    ]);
    expect(card?.lines).toContain('Chưa có số liệu, tính 0 điểm: 1.2.');
  });
});

describe('figures before rounding', () => {
  it('are whole where they end soon, else cut and never rounded', () => {
    const shown = (n: bigint, d: bigint) => unroundedCell(exact(n, d)).cell.text;
    expect(shown(5n, 4n)).toBe('1.25');
    expect(shown(2n, 3n)).toBe('0.66666666…');
    expect(shown(-1n, 3n)).toBe('-0.33333333…');
    expect(shown(-1n, 300000000000n)).toBe('-0.00000000…');
  });
});

describe('summary', () => {
  it('has the top, the grades and how many warnings there are, and stays short', () => {
    const { blocks } = makeReport(board, options).document;
    const text = JSON.stringify(blocks);
    expect(text).toContain('Xếp loại: Tốt 1, Khá 5, Trung bình 1, Yếu 1, không xếp loại 1.');
    expect(text).toContain('Không có lỗi, 0 cảnh báo, 0 lưu ý.');
    expect(blocks.length).toBeLessThan(12);
  });
});
