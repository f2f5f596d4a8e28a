/** The ranking page: golden pages in both languages at two widths, and each note only where it is true. */
import { describe, expect, it } from 'vitest';
import { loadFormat } from '../../src/formats/index.ts';
import type { Language } from '../../src/model/words.ts';
import { reportRanking } from '../../src/reports/ranking.ts';
import { score } from '../../src/score/index.ts';
import { build } from '../score/build.ts';
import { board, group } from './sample.ts';

const options = { lang: 'en' as Language, domains: false, toolVersion: '0.0.0' };

async function page(lang: Language, width: number, more: Partial<typeof options> = {}): Promise<string> {
  const { render } = await loadFormat('table');
  const report = reportRanking(board, { ...options, ...more, lang });
  return render(report, { lang, decimal: lang === 'vi' ? ',' : '.', width, color: 0 }) as string;
}

describe('the page', () => {
  it.each([
    ['en', 140],
    ['vi', 140],
    ['en', 80],
    ['vi', 80],
  ] as const)('in %s at %i columns', async (lang, width) => {
    const text = await page(lang, width, { domains: true });
    await expect(text).toMatchFileSnapshot(`../golden/reports/ranking-${lang}-${width}.txt`);
  });

  it('names overrides, missing, exempt, gate and tie only where they are', async () => {
    const alone = { ...board, groups: [{ ...group, standings: group.standings.slice(0, 1) }] };
    const { document } = reportRanking(alone, options);
    const texts = document.blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
    expect(texts).not.toMatch(/override|counted as 0|Exempt|gate|‡|share/i);
    const everything = reportRanking(board, options).document.blocks;
    const all = everything.map((block) => ('text' in block ? block.text : '')).join('\n');
    for (const sign of ['* ', '† ', '° ', '‡ ', '= ']) expect(all).toContain(`\n${sign}`);
  });

  it('has a row for each standing of a copy that has others, and for no more', () => {
    const units = ['1', '2', '0.5'].map((value, at) => ({ id: `u${at}`, cells: { a: value } }));
    const scored = score(build({ domains: { D: { a: { max: '2' } } } }, units));
    const rowsOf = (groups: typeof scored.groups) => [...reportRanking({ ...scored, groups }, options).flat.rows];
    const all = rowsOf(scored.groups);
    expect(all.map(([, rank, unit]) => [rank?.text, unit?.text])).toEqual([
      ['1', 'u1'],
      ['2', 'u0'],
      ['3', 'u2'],
    ]);
    const last = scored.groups.map((each) => ({ ...each, standings: each.standings.slice(1) }));
    expect(rowsOf(last)).toEqual(all.slice(1));
  });

  it('shows only the ranks asked for, in the page, the flat table and the data', () => {
    const { flat, data } = reportRanking(board, { ...options, top: 3 });
    const units = (data as { groups: { units: { unit: string }[] }[] }).groups[0]?.units.map(({ unit }) => unit);
    expect(units).toEqual(['khanh-vinh', 'cam-ranh', 'dien-khanh', 'van-ninh']);
    expect([...flat.rows]).toHaveLength(4);
  });
});
