/** Where an unsound option is told, and with which facts; all worked out by hand. */
import { describe, expect, it } from 'vitest';
import { type Exact, parseDecimal } from '../../src/model/exact.ts';
import { type RuleName, ruleOf } from '../../src/rules/index.ts';
import type { LeafContext } from '../../src/rules/rule.ts';
import { scoringOf } from './prove-rule.ts';

type Told = Readonly<Record<string, unknown>>;

/** `path code` and the facts but for the leaf, which is always named. */
function see(type: RuleName, options: string, max: string, source: LeafContext['source'] = 'appraised') {
  const scoring = scoringOf(type, options);
  const context = { leaf: '1.1', max: parseDecimal(max) as Exact, source };
  return ruleOf(scoring)
    .flaws(scoring.options, context)
    .map(({ path, fault, facts, isKey }) => {
      const { leaf, ...others } = facts as Told;
      expect(leaf).toBe('1.1');
      return [`${path.join('.')}${isKey ? ' (key)' : ''} ${fault.code}`, others];
    });
}

const BANDS: readonly (readonly [options: string, max: string, ...told: (readonly [string, Told])[]])[] = [
  [
    '{ bands: [{ from: 50%, points: 3 }, { below: 50%, points: -1 }] }',
    '2',
    ['bands.0.points points-out-of-range', { points: '3', max: '2' }],
    ['bands.1.points points-out-of-range', { points: '-1', max: '2' }],
  ],
  [
    '{ bands: [{ from: 50%, points: 1 }, { below: 50%, points: 0 }] }',
    '2',
    ['bands max-unreachable', { best: '1', max: '2' }],
  ],
  [
    '{ bands: [{ from: 50%, above: 50%, points: 2 }, { to: 50%, below: 50%, points: 0 }, { points: 1 }] }',
    '2',
    ['bands.0.above double-bound', { keys: 'from, above' }],
    ['bands.1.below double-bound', { keys: 'to, below' }],
    ['bands.2 unbounded-band', {}],
  ],
  [
    '{ bands: [{ from: 90, points: 2 }, { below: 90%, points: 0 }] }',
    '2',
    ['bands.1.below mixed-units', { bound: '90 %', wanted: 'number' }],
  ],
  [
    '{ bands: [{ from: 90%, points: 2 }, { below: 90, points: 0 }] }',
    '2',
    ['bands.1.below mixed-units', { bound: '90', wanted: 'share' }],
  ],
  [
    '{ bands: [{ above: 101%, points: 2 }, { from: -1%, to: 101%, points: 0 }] }',
    '2',
    ['bands.0.above bound-out-of-range', { bound: '101 %', from: '0 %', to: '100 %' }],
    ['bands.1.from bound-out-of-range', { bound: '-1 %', from: '0 %', to: '100 %' }],
    ['bands.1.to bound-out-of-range', { bound: '101 %', from: '0 %', to: '100 %' }],
  ],
  // No share is above the whole, none below nothing; and a band cannot end where it has not begun.
  [
    '{ bands: [{ above: 100%, points: 2 }, { to: 100%, points: 0 }] }',
    '2',
    ['bands.0 empty-band', { band: '> 100 %' }],
  ],
  ['{ bands: [{ from: 0%, points: 2 }, { below: 0%, points: 0 }] }', '2', ['bands.1 empty-band', { band: '< 0 %' }]],
  [
    '{ bands: [{ from: 5, below: 5, points: 2 }, { above: 7, to: 6, points: 0 }, { above: 8, to: 8, points: 0 }, { from: 4, to: 4, points: 0 }] }',
    '2',
    ['bands.0 empty-band', { band: '>= 5, < 5' }],
    ['bands.1 empty-band', { band: '> 7, <= 6' }],
    ['bands.2 empty-band', { band: '> 8, <= 8' }],
  ],
  // Numbers begin at 0 and never end; shares end with the whole.
  [
    '{ bands: [{ from: 5, to: 9, points: 2 }, { from: 1, below: 5, points: 0 }] }',
    '2',
    ['bands.1 bands-ends', { band: '>= 1, < 5', end: 'lowest' }],
    ['bands.0 bands-ends', { band: '>= 5, <= 9', end: 'highest' }],
  ],
  ['{ bands: [{ from: 5, points: 2 }, { from: 0, below: 5, points: 0 }] }', '2'],
  [
    '{ bands: [{ from: 5, points: 2 }, { above: 0, below: 5, points: 0 }] }',
    '2',
    ['bands.1 bands-ends', { band: '> 0, < 5', end: 'lowest' }],
  ],
  ['{ bands: [{ from: 50%, to: 100%, points: 2 }, { from: 0%, below: 50%, points: 0 }] }', '2'],
  [
    '{ bands: [{ from: 50%, below: 100%, points: 2 }, { below: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-ends', { band: '>= 50 %, < 100 %', end: 'highest' }],
  ],
  [
    '{ bands: [{ from: 50%, to: 90%, points: 2 }, { below: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-ends', { band: '>= 50 %, <= 90 %', end: 'highest' }],
  ],
  // The whole is an end of shares alone.
  [
    '{ bands: [{ from: 0.5, to: 1, points: 2 }, { below: 0.5, points: 0 }] }',
    '2',
    ['bands.0 bands-ends', { band: '>= 0.5, <= 1', end: 'highest' }],
  ],
  [
    '{ bands: [{ above: 50%, points: 2 }, { below: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-gap', { first: '< 50 %', second: '> 50 %' }],
  ],
  [
    '{ bands: [{ from: 60%, points: 2 }, { to: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-gap', { first: '<= 50 %', second: '>= 60 %' }],
  ],
  [
    '{ bands: [{ from: 50%, points: 2 }, { to: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-overlap', { first: '<= 50 %', second: '>= 50 %' }],
  ],
  [
    '{ bands: [{ from: 40%, points: 2 }, { below: 50%, points: 0 }] }',
    '2',
    ['bands.0 bands-overlap', { first: '< 50 %', second: '>= 40 %' }],
  ],
  // Two that are open below both begin at the bottom.
  [
    '{ bands: [{ from: 50%, points: 2 }, { below: 50%, points: 1 }, { below: 30%, points: 0 }] }',
    '2',
    ['bands.2 bands-overlap', { first: '< 50 %', second: '< 30 %' }],
  ],
  // The long band reaches higher than the one that begins after it, and it is the long one that the third meets.
  [
    '{ bands: [{ below: 80%, points: 2 }, { from: 20%, to: 30%, points: 1 }, { from: 80%, points: 0 }] }',
    '2',
    ['bands.1 bands-overlap', { first: '< 80 %', second: '>= 20 %, <= 30 %' }],
  ],
  // With one beginning, the one that includes it comes first.
  [
    '{ bands: [{ above: 50, points: 2 }, { from: 50, to: 60, points: 1 }, { below: 50, points: 0 }] }',
    '2',
    ['bands.0 bands-overlap', { first: '>= 50, <= 60', second: '> 50' }],
  ],
  [
    '{ over: cap, bands: [{ from: 50, points: 2 }, { below: 50, points: 0 }] }',
    '2',
    ['over (key) idle-option', { key: 'over' }],
  ],
];

describe('bands', () => {
  it.each(BANDS.map(([options, max, ...told]) => ({ options, max, told })))(
    '$options of $max',
    ({ options, max, told }) => {
      expect(see('bands', options, max)).toEqual(told);
    },
  );

  it('over the whole line, as a change has them, begin and end nowhere', () => {
    expect(see('growth', '{ bands: [{ from: 0%, points: 2 }, { below: 0%, points: 0 }] }', '2')).toEqual([]);
    expect(
      see('growth', '{ bands: [{ from: 120%, points: 2 }, { above: -150%, below: 120%, points: 0 }] }', '2'),
    ).toEqual([['bands.1 bands-ends', { band: '> -150 %, < 120 %', end: 'lowest' }]]);
    expect(see('growth', '{ bands: [{ from: 0%, to: 100%, points: 2 }, { below: 0%, points: 0 }] }', '2')).toEqual([
      ['bands.0 bands-ends', { band: '>= 0 %, <= 100 %', end: 'highest' }],
    ]);
  });
});

describe('other rules', () => {
  it.each<[RuleName, string, string, readonly (readonly [string, Told])[], LeafContext['source']?]>([
    [
      'given',
      '{ step: 3 }',
      '2',
      [
        ['step points-out-of-range', { points: '3', max: '2' }],
        ['step max-unreachable', { best: '0', max: '2' }],
      ],
    ],
    ['given', '{ step: 0.3 }', '1', [['step max-unreachable', { best: '0.9', max: '1' }]]],
    ['levels', '{ levels: { a: 3, b: 2 } }', '2', [['levels.a points-out-of-range', { points: '3', max: '2' }]]],
    ['levels', '{ levels: { a: 1 } }', '2', [['levels max-unreachable', { best: '1', max: '2' }]]],
    [
      'levels',
      '{ levels: { Tốt: 2, tốt: 1 } }',
      '2',
      [['levels.tốt (key) alike-names', { name: 'tốt', other: 'Tốt' }]],
    ],
    [
      'proportional',
      '{ floor: 90%, full_at: 80% }',
      '2',
      [['floor floor-not-below-full', { floor: '90 %', full: '80 %' }]],
    ],
    ['proportional', '{ full_at: 0% }', '2', [['full_at floor-not-below-full', { floor: '0 %', full: '0 %' }]]],
    [
      'piecewise',
      '{ curve: [{ at: 5, points: 0 }, { at: 3, points: 2 }] }',
      '2',
      [['curve.1.at curve-not-rising', { at: '3', before: '5' }]],
    ],
    [
      'piecewise',
      '{ curve: [{ at: -10%, points: 0 }, { at: 110%, points: 2 }] }',
      '2',
      [
        ['curve.0.at bound-out-of-range', { bound: '-10 %', from: '0 %', to: '100 %' }],
        ['curve.1.at bound-out-of-range', { bound: '110 %', from: '0 %', to: '100 %' }],
      ],
    ],
    [
      'piecewise',
      '{ curve: [{ at: 0, points: 0 }, { at: 50%, points: 1 }] }',
      '2',
      [
        ['curve.1.at mixed-units', { bound: '50 %', wanted: 'number' }],
        ['curve max-unreachable', { best: '1', max: '2' }],
      ],
    ],
    [
      'piecewise',
      '{ over: cap, curve: [{ at: 0, points: 0 }, { at: 5, points: 3 }] }',
      '2',
      [
        ['curve.1.points points-out-of-range', { points: '3', max: '2' }],
        ['over (key) idle-option', { key: 'over' }],
      ],
    ],
    ['piecewise', '{ over: cap, curve: [{ at: 0%, points: 0 }, { at: 100%, points: 2 }] }', '2', []],
    [
      'per-item',
      '{ points: 3 }',
      '2',
      [
        ['points points-out-of-range', { points: '3', max: '2' }],
        ['points max-unreachable', { best: '0', max: '2' }],
      ],
    ],
    ['per-item', '{ points: 0.5, cap: 3 }', '2', [['cap points-out-of-range', { points: '3', max: '2' }]]],
    ['per-item', '{ points: 0.5, cap: 1 }', '2', [['cap max-unreachable', { best: '1', max: '2' }]]],
    [
      'deduct',
      '{ points: 3, min: -1 }',
      '2',
      [
        ['points points-out-of-range', { points: '3', max: '2' }],
        ['min points-out-of-range', { points: '-1', max: '2' }],
      ],
    ],
    ['deduct', '{ points: 1 }', '2', [['type not-in-adjustment', { rule: 'deduct' }]], 'adjustment'],
    ['relative', '{}', '2', [['type not-in-adjustment', { rule: 'relative' }]], 'adjustment'],
    ['checklist', '{ items: [a, b] }', '2', [['items checklist-form', { named: true }]]],
    ['checklist', '{ items: { a: 1, b: 1 }, all_or_nothing: true }', '2', [['items checklist-form', { named: false }]]],
    [
      'checklist',
      '{ items: { a: 1, b: 3 } }',
      '2',
      [
        ['items.b points-out-of-range', { points: '3', max: '2' }],
        ['items items-above-max', { sum: '4', max: '2' }],
      ],
    ],
    ['checklist', '{ items: { a: 1, b: 0.5 } }', '2', [['items max-unreachable', { best: '1.5', max: '2' }]]],
    [
      'checklist',
      '{ items: [Hoà, b, hòa], all_or_nothing: true }',
      '2',
      [['items.2 (key) alike-names', { name: 'hòa', other: 'Hoà' }]],
    ],
    [
      'checklist',
      '{ items: { Hoà: 1, hòa: 1 } }',
      '2',
      [['items.hòa (key) alike-names', { name: 'hòa', other: 'Hoà' }]],
    ],
    [
      'survey',
      '{ scale: { a: 0.5, b: 0 }, n: 5 }',
      '2',
      [
        ['type survey-source', {}],
        ['scale max-unreachable', { best: '1', max: '2' }],
        ['n (key) idle-option', { key: 'n' }],
      ],
    ],
    [
      'survey',
      '{ scale: { Tốt: 1, tốt: 0 } }',
      '2',
      [
        ['type not-in-adjustment', { rule: 'survey' }],
        ['scale.tốt (key) alike-names', { name: 'tốt', other: 'Tốt' }],
      ],
      'adjustment',
    ],
    ['growth', '{}', '2', [['type either-option', { keys: 'bands, full_at' }]]],
    [
      'growth',
      '{ full_at: 10%, bands: [{ from: 0%, points: 2 }, { below: 0%, points: 0 }] }',
      '2',
      [['full_at either-option', { keys: 'bands, full_at' }]],
    ],
    ['growth', '{ full_at: 10, floor: 5% }', '2', [['full_at mixed-units', { bound: '10', wanted: 'share' }]]],
    ['growth', '{ full_at: 10%, floor: 5 }', '2', [['floor mixed-units', { bound: '5', wanted: 'share' }]]],
    ['growth', '{ full_at: 10%, floor: 10% }', '2', [['floor floor-not-below-full', { floor: '10 %', full: '10 %' }]]],
    ['growth', '{ full_at: 0% }', '2', [['full_at floor-not-below-full', { floor: '0 %', full: '0 %' }]]],
    [
      'growth',
      '{ full_at: 10%, floor: -5% }',
      '2',
      [['floor bound-out-of-range', { bound: '-5 %', from: '0 %', to: '10 %' }]],
    ],
    [
      'growth',
      '{ floor: 5%, bands: [{ from: 0%, points: 2 }, { below: 0%, points: 0 }] }',
      '2',
      [['floor (key) idle-option', { key: 'floor' }]],
    ],
    ['growth', '{ full_at: 10% }', '2', [['type not-in-adjustment', { rule: 'growth' }]], 'adjustment'],
    ['growth', '{ full_at: 10, measure: difference }', '2', []],
    ['growth', '{ full_at: 10%, measure: difference, value: share }', '2', []],
    [
      'best-of',
      '{ alternatives: { a: { type: levels, levels: { x: 3 } }, b: { type: given } } }',
      '2',
      [['alternatives.a.levels.x points-out-of-range', { points: '3', max: '2' }]],
    ],
    // One case that reaches the maximum is enough; where none does, each is told.
    ['best-of', '{ alternatives: { a: { type: levels, levels: { x: 1 } }, b: { type: given } } }', '2', []],
    [
      'best-of',
      '{ alternatives: { a: { type: levels, levels: { x: 1 } }, A: { type: per-item, points: 0.5, cap: 1 } } }',
      '2',
      [
        ['alternatives.a.levels max-unreachable', { best: '1', max: '2' }],
        ['alternatives.A.cap max-unreachable', { best: '1', max: '2' }],
        ['alternatives.A (key) alike-names', { name: 'A', other: 'a' }],
      ],
    ],
  ])('%s %s of %s', (type, options, max, told, source) => {
    expect(see(type, options, max, source)).toEqual(told);
  });
});
