/** What a rule says of itself: its words, what a cell holds, what is let through unread, what a form asks. */
import { describe, expect, it } from 'vitest';
import { type Exact, parseDecimal, toText } from '../../src/model/exact.ts';
import { fillOf } from '../../src/rules/fill.ts';
import { type RuleName, ruleOf, tellRule } from '../../src/rules/index.ts';
import { MANY } from '../../src/rules/rule.ts';
import { scoringOf } from './prove-rule.ts';

const two = parseDecimal('2') as Exact;
const BANDS = '{ bands: [{ from: 70%, to: 90%, points: 1 }, { above: 90%, points: 2 }, { below: 70%, points: 0 }] }';
const CHANGE = '{ bands: [{ above: 5%, to: 8%, points: 1 }, { above: 8%, points: 2 }, { to: 5%, points: 0 }]';

describe('the words of a rule of two points', () => {
  it.each<[RuleName, string, string, string]>([
    ['given', '{}', 'points given, up to 2', 'chấm trực tiếp, tối đa 2'],
    ['given', '{ step: 0.25 }', 'points given, up to 2, in steps of 0.25', 'chấm trực tiếp, tối đa 2, bước 0.25'],
    ['levels', '{ levels: { co: 2, khong: 0 } }', 'levels: co: 2; khong: 0', 'mức: co: 2; khong: 0'],
    [
      ...(['bands', BANDS] as const),
      'bands: above 90 %: 2; from 70 % to 90 %: 1; below 70 %: 0',
      'bậc: trên 90 %: 2; từ 70 % đến 90 %: 1; dưới 70 %: 0',
    ],
    [
      ...([
        'bands',
        '{ bands: [{ from: 5, points: 2 }, { above: 1, below: 5, points: 1 }, { to: 1, points: 0 }] }',
      ] as const),
      'bands: from 5: 2; above 1 to below 5: 1; up to 1: 0',
      'bậc: từ 5 trở lên: 2; trên 1 đến dưới 5: 1; đến 1: 0',
    ],
    ['proportional', '{}', 'proportional: from 0 %: 0 to 100 %: 2', 'tỷ lệ: từ 0 %: 0 đến 100 %: 2'],
    [
      ...(['proportional', '{ floor: 70%, full_at: 90% }'] as const),
      'proportional: from 0 %: 0 to 90 %: 2; below 70 %: 0',
      'tỷ lệ: từ 0 %: 0 đến 90 %: 2; dưới 70 %: 0',
    ],
    [
      ...(['proportional', '{ floor: 70%, from: floor }'] as const),
      'proportional: from 70 %: 0 to 100 %: 2; below 70 %: 0',
      'tỷ lệ: từ 70 %: 0 đến 100 %: 2; dưới 70 %: 0',
    ],
    [
      ...(['piecewise', '{ curve: [{ at: 50%, points: 0 }, { at: 100%, points: 2 }] }'] as const),
      'straight lines between 50 %: 0; 100 %: 2',
      'nội suy giữa 50 %: 0; 100 %: 2',
    ],
    ['per-item', '{ points: 0.5 }', '0.5 for each', 'mỗi mục 0.5'],
    ['per-item', '{ points: 0.5, cap: 1 }', '0.5 for each, at most 1', 'mỗi mục 0.5, không quá 1'],
    ['deduct', '{ points: 0.5 }', '2, less 0.5 for each', '2, trừ 0.5 cho mỗi mục'],
    [
      'deduct',
      '{ points: 0.5, min: 1 }',
      '2, less 0.5 for each, at least 1',
      '2, trừ 0.5 cho mỗi mục, không thấp hơn 1',
    ],
    ['checklist', '{ items: { a: 0.5, b: 1.5 } }', 'items: a: 0.5; b: 1.5', 'nội dung: a: 0.5; b: 1.5'],
    ['checklist', '{ items: [a, b], all_or_nothing: true }', '2 for all of: a; b', '2 nếu đủ: a; b'],
    [
      ...(['best-of', '{ alternatives: { p: { type: given }, q: { type: per-item, points: 1 } } }'] as const),
      'the best of: p (points given, up to 2) | q (1 for each)',
      'cao nhất trong: p (chấm trực tiếp, tối đa 2) | q (mỗi mục 1)',
    ],
    ['survey', '{}', 'survey: share × 2', 'điều tra: tỷ lệ × 2'],
    [
      ...(['survey', '{ scale: { tot: 1, yeu: 25% } }'] as const),
      'survey: mean of the answers (tot: 100 %; yeu: 25 %) × 2',
      'điều tra: trung bình các phiếu (tot: 100 %; yeu: 25 %) × 2',
    ],
    ['relative', '{}', 'value ÷ best of the group × 2', 'giá trị ÷ giá trị cao nhất của nhóm × 2'],
    [
      ...(['relative', '{ method: min-max }'] as const),
      "from the group's lowest value: 0 to its highest: 2",
      'từ giá trị thấp nhất của nhóm: 0 đến cao nhất: 2',
    ],
    [
      ...(['relative', '{ method: percentile }'] as const),
      "share of the group's others below × 2",
      'tỷ lệ đơn vị khác trong nhóm thấp hơn × 2',
    ],
    [
      ...(['growth', '{ full_at: 10% }'] as const),
      'growth against last year: from 0 %: 0 to 10 %: 2',
      'mức tăng so với năm trước: từ 0 %: 0 đến 10 %: 2',
    ],
    [
      ...(['growth', '{ full_at: 10%, floor: 0% }'] as const),
      'growth against last year: from 0 %: 0 to 10 %: 2',
      'mức tăng so với năm trước: từ 0 %: 0 đến 10 %: 2',
    ],
    [
      ...(['growth', '{ full_at: 10, floor: 3, measure: difference }'] as const),
      'change against last year: from 0: 0 to 10: 2; below 3: 0',
      'chênh lệch so với năm trước: từ 0: 0 đến 10: 2; dưới 3: 0',
    ],
    [
      ...(['growth', `${CHANGE} }`] as const),
      'growth against last year: above 8 %: 2; above 5 % to 8 %: 1; up to 5 %: 0',
      'mức tăng so với năm trước: trên 8 %: 2; trên 5 % đến 8 %: 1; đến 5 %: 0',
    ],
    [
      ...(['growth', `${CHANGE}, value: share, measure: difference }`] as const),
      'change against last year: above 8 %: 2; above 5 % to 8 %: 1; up to 5 %: 0',
      'chênh lệch so với năm trước: trên 8 %: 2; trên 5 % đến 8 %: 1; đến 5 %: 0',
    ],
  ])('%s %s', (type, options, en, vi) => {
    expect(tellRule(scoringOf(type, options), two)).toEqual({ en, vi });
  });
});

describe('a cell', () => {
  it.each<[RuleName, string, string, string | undefined]>([
    ['given', '{}', 'number', '2'],
    ['given', '{ step: 0.5 }', 'number', undefined],
    ['levels', '{ levels: { a: 2 } }', 'name', undefined],
    ['bands', BANDS, 'share', '1'],
    ['bands', '{ bands: [{ from: 5, points: 2 }, { below: 5, points: 0 }] }', 'number', 'many'],
    ['proportional', '{}', 'share', '1'],
    ['piecewise', '{ curve: [{ at: 0%, points: 0 }, { at: 90%, points: 2 }] }', 'share', '0.9'],
    ['piecewise', '{ curve: [{ at: 1%, points: 0 }, { at: 90%, points: 2 }] }', 'share', undefined],
    ['piecewise', '{ outside: flat, curve: [{ at: 1%, points: 0 }, { at: 90%, points: 2 }] }', 'share', '1'],
    ['piecewise', '{ outside: flat, curve: [{ at: 1, points: 0 }, { at: 90, points: 2 }] }', 'number', 'many'],
    ['piecewise', '{ curve: [{ at: -1, points: 0 }, { at: 90, points: 2 }] }', 'number', '90'],
    ['per-item', '{ points: 0.5 }', 'count', undefined],
    ['deduct', '{ points: 0.5 }', 'count', undefined],
    ['checklist', '{ items: { a: 2 } }', 'list', undefined],
    ['best-of', '{ alternatives: { p: { type: given }, q: { type: given } } }', 'cases', undefined],
    ['survey', '{}', 'share', '1'],
    ['survey', '{ scale: { a: 1 } }', 'answers', '1'],
    ['relative', '{}', 'number', 'many'],
    ['relative', '{ value: share }', 'share', 'many'],
    ['growth', '{ full_at: 10% }', 'change', undefined],
  ])('of %s %s holds a %s, and is let through unread up to %s', (type, options, holds, upTo) => {
    const scoring = scoringOf(type, options);
    const rule = ruleOf(scoring);
    expect(rule.holds(scoring.options)).toBe(holds);
    const accepted = rule.accepts?.(scoring.options, two);
    expect(accepted === MANY ? 'many' : accepted && toText(accepted)).toBe(upTo);
  });
});

describe('what a form asks', () => {
  const see = (type: RuleName, options: string) => {
    const { curve, names, upTo, overNothing, ...others } = fillOf(scoringOf(type, options), two);
    return {
      ...others,
      pieces: curve?.length,
      ...(names ? { names: [...names].map(([name, worth]) => `${name} ${worth && toText(worth)}`) } : {}),
      ...(upTo ? { upTo: toText(upTo) } : {}),
      ...(overNothing ? { overNothing: toText(overNothing) } : {}),
    };
  };

  it.each<[RuleName, string, object]>([
    ['given', '{}', { holds: 'number', pieces: 1, upTo: '2' }],
    ['levels', '{ levels: { a: 2, b: 0 } }', { holds: 'name', pieces: 1, names: ['a 2', 'b 0'] }],
    ['bands', BANDS, { holds: 'share', pieces: 3, upTo: '1' }],
    ['bands', `${BANDS.slice(0, -1)}, over: cap }`, { holds: 'share', pieces: 3 }],
    ['bands', '{ bands: [{ from: 5, points: 2 }, { below: 5, points: 0 }] }', { holds: 'number', pieces: 2 }],
    ['proportional', '{}', { holds: 'share', pieces: 2, upTo: '1' }],
    ['proportional', '{ over: cap, zero_over_zero: full }', { holds: 'share', pieces: 2, overNothing: '1' }],
    ['proportional', '{ zero_over_zero: none }', { holds: 'share', pieces: 2, upTo: '1', overNothing: '0' }],
    [
      'piecewise',
      '{ curve: [{ at: 0%, points: 0 }, { at: 90%, points: 2 }] }',
      { holds: 'share', pieces: 1, upTo: '1' },
    ],
    [
      'piecewise',
      '{ over: cap, curve: [{ at: 0%, points: 0 }, { at: 100%, points: 2 }] }',
      { holds: 'share', pieces: 2 },
    ],
    ['piecewise', '{ curve: [{ at: 0, points: 0 }, { at: 90, points: 2 }] }', { holds: 'number', pieces: 1 }],
    ['per-item', '{ points: 1 }', { holds: 'count', pieces: 2 }],
    ['checklist', '{ items: { a: 1, b: 1 } }', { holds: 'list', pieces: 1, names: ['a 1', 'b 1'] }],
    [
      ...(['checklist', '{ items: [a, b], all_or_nothing: true }'] as const),
      { holds: 'list', pieces: 1, names: ['a undefined', 'b undefined'], together: true, upTo: '2' },
    ],
    [
      ...(['best-of', '{ alternatives: { p: { type: given }, q: { type: given } } }'] as const),
      { holds: 'cases', pieces: undefined, names: ['p undefined', 'q undefined'] },
    ],
    ['survey', '{}', { holds: 'share', pieces: 1, upTo: '1' }],
    ['survey', '{ scale: { a: 1, b: 50% } }', { holds: 'answers', pieces: 1, names: ['a 1', 'b 0.5'] }],
    ['relative', '{}', { holds: 'number', pieces: undefined }],
    ['growth', '{ full_at: 10% }', { holds: 'change', pieces: 3, change: { unit: 'number', measure: 'ratio' } }],
    [
      ...(['growth', '{ full_at: 10%, value: share, measure: difference }'] as const),
      { holds: 'change', pieces: 3, change: { unit: 'share', measure: 'difference' } },
    ],
  ])('%s %s', (type, options, asked) => {
    expect(see(type, options)).toEqual(asked);
  });
});
