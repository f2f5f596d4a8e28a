/** Ways to more points by cases: from what the cell says of a case, or from the worst that it could be. */
import { describe, expect, it } from 'vitest';
import { see } from './see-ways.ts';

describe('by cases', () => {
  const CASES =
    '{ alternatives: { tinh: { type: per-item, points: 0.75, cap: 1.5 }, huyen: { type: levels, levels: { co: 1, khong: 0 } }, ty-le: { type: proportional } } }';

  it('each case counts from what the cell says of it, or from nothing, beyond the best', () => {
    // One item of the province gives 0.75; the level and the share must beat it.
    expect(see('best-of', CASES, '1.5', 'tinh=1', { at: '1.5' })).toEqual([
      '1.5: tinh: at least 2',
      '1: huyen: level co',
      '0.75–1.5: ty-le: at least 100 %',
      '1.5: ty-le: at least 100 %',
    ]);
    expect(see('best-of', CASES, '1.5', 'huyen=khong | tinh=0', { at: '0.75', lang: 'vi' })).toEqual([
      '0.75: tinh: ít nhất 1',
      '1.5: tinh: ít nhất 2',
      '1: huyen: mức co',
      '0–1.5: ty-le: ít nhất 50 %',
      '1.5: ty-le: ít nhất 100 %',
    ]);
  });

  it('what a case has already is no part of a way, and what it lacks is told in both languages', () => {
    const lists =
      '{ alternatives: { mot: { type: checklist, items: { a: 1, b: 1 } }, hai: { type: deduct, points: 0.5, min: 1.5 } } }';
    expect(see('best-of', lists, '2', 'mot=a')).toEqual([
      '2: mot: also b',
      '1.5: hai: reported, whatever it is',
      '2: hai: at most 0',
    ]);
    expect(see('best-of', lists, '2', 'mot=a', { lang: 'vi' })?.[1]).toBe(
      '1.5: hai: có báo cáo, kết quả nào cũng được',
    );
  });
});

describe('a case that nobody reported', () => {
  const beside = (rule: string) =>
    see('best-of', `{ alternatives: { khac: { type: given }, ty: ${rule} } }`, '2', 'khac=0.5', { at: '2' })?.filter(
      (way) => way.includes('ty:'),
    );

  it('counts from what gives least', () => {
    expect(beside('{ type: deduct, points: 0.5, min: 0 }')).toEqual([
      '1: ty: at most 2',
      '1.5: ty: at most 1',
      '2: ty: at most 0',
    ]);
    expect(beside('{ type: deduct, points: 0.5, min: 1 }')).toEqual([
      '1: ty: reported, whatever it is',
      '1.5: ty: at most 1',
      '2: ty: at most 0',
    ]);
    // Two and a half would give 0; counts are whole.
    expect(beside('{ type: deduct, points: 0.8, min: 0 }')).toEqual(['1.2: ty: at most 1', '2: ty: at most 0']);
    expect(beside('{ type: bands, bands: [{ to: 10, points: 2 }, { above: 10, points: 1 }] }')).toEqual([
      '1: ty: reported, whatever it is',
      '2: ty: at most 10',
    ]);
    expect(beside('{ type: levels, levels: { tot: 2, kha: 1, yeu: 0 } }')).toEqual([
      '2: ty: level tot',
      '1: ty: level kha',
    ]);
    expect(beside('{ type: levels, levels: { tot: 2, kha: 1 } }')).toEqual(['2: ty: level tot', '1: ty: level kha']);
    expect(beside('{ type: checklist, items: { a: 1, b: 1 } }')).toEqual(['1: ty: also a or b', '2: ty: also a, b']);
  });

  it.each([
    ['above 50 %', 'bands: [{ to: 50%, points: 2 }, { above: 50%, points: 1 }]', '2: ty: at most 50 %'],
    ['between bands', 'bands: [{ to: 1, points: 2 }, { above: 1, below: 3, points: 1 }, { from: 3, points: 2 }]', ''],
    ['below 0', 'bands: [{ below: 0, points: 1 }, { from: 0, points: 2 }]', '2: ty: at least 0'],
    ['on a falling line', 'curve: [{ at: 1, points: 2 }, { at: 3, points: 1 }]', '1–2: ty: at most 1'],
    ['on a line from below 0', 'curve: [{ at: -10, points: 1 }, { at: 0, points: 2 }]', '1–2: ty: at least 0'],
  ])('may give least %s', (_, options, way) => {
    const type = options.startsWith('bands') ? 'bands' : 'piecewise';
    const ways = way === '' ? ['2: ty: at most 1', '2: ty: at least 3'] : [way];
    expect(beside(`{ type: ${type}, ${options} }`)).toEqual(['1: ty: reported, whatever it is', ...ways]);
  });

  it('gives nothing for sure where it may be so bad as to give 0', () => {
    expect(beside('{ type: bands, bands: [{ below: 0, points: 0 }, { from: 0, points: 2 }] }')).toEqual([
      '2: ty: at least 0',
    ]);
  });
});
