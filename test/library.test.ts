/** The library entry: a program of its own can read, score and report a project with nothing but what it exports. */
import { describe, expect, it } from 'vitest';
import * as library from '../src/library.ts';
import { ROOT } from './surface.ts';

describe('the library', () => {
  const source = library.diskSource(ROOT, () => new Uint8Array());

  it('ranks the sample as the command does', async () => {
    const { assessment, diagnostics } = library.loadProject(source, 'fixtures/khanh-hoa-2019');
    expect(library.hasErrors(diagnostics)).toBe(false);
    if (assessment === undefined) throw new Error('the sample was refused');
    const board = library.score(assessment);
    const [first] = board.groups[0]?.standings ?? [];
    expect(first?.unit.id).toBe('khanh-vinh');
    expect(first?.index && library.toFixedText(first.index, 2)).toBe('92.08');
    const report = library.reportRanking(board, { lang: 'en', domains: false, toolVersion: library.VERSION });
    const { render } = await library.loadFormat('csv');
    const csv = render(report, { lang: 'en', decimal: '.', width: 80, color: 0 }) as string;
    expect(csv.split('\n')[1]).toMatch(/^huyen,1,khanh-vinh,/);
  });

  it('gives faults as data, and no assessment, where something is wrong', () => {
    const { assessment, diagnostics } = library.loadProject(source, 'fixtures');
    expect(assessment).toBeUndefined();
    expect(diagnostics.map(({ fault }) => fault.code)).toEqual(['missing-file']);
  });
});
