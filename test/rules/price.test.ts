/** `cost:` of a leaf: a number for each point or costs by name, and what cannot be meant. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import type { Price } from '../../src/model/rubric.ts';
import { rubricOf, seeRubric } from '../read/rubric-text.ts';

const TREE = ['domains:', '  - id: "1"', '    title: Một', '    max: 2', '    criteria:'];
const LEVELS = 'rule: { type: levels, levels: { kip-thoi: 2, khong-kip-thoi: 1, khong: 0 } }';
const ITEMS = 'rule: { type: checklist, items: { ke-hoach: 1.5, bao-cao: 0.5, phu-luc: 0 } }';
const ALL = 'rule: { type: checklist, items: [ke-hoach, bao-cao], all_or_nothing: true }';

const NAMELESS = 'cost-names 9:46 The rule of 1.1 has no levels and no items that costs could be named by.';

/** The leaf stands in line 9. */
function lines(keys: string): readonly string[] {
  return [...TREE, `      - { id: "1.1", title: A, max: 2, ${keys} }`];
}

function priceOf(keys: string): string {
  const price = rubricOf(...lines(keys)).leaves[0]?.price as Price;
  if (price.per !== 'name') return `${toText(price.cost)} a ${price.per}`;
  return [...price.costs].map(([name, cost]) => `${name} ${toText(cost)}`).join(', ');
}

describe('a cost', () => {
  it('is of each point, or of each level or item by its name', () => {
    expect(priceOf(`cost: 2.5, ${LEVELS}`)).toBe('2.5 a point');
    expect(priceOf(`cost: "0", ${ITEMS}`)).toBe('0 a point');
    expect(priceOf(`cost: { kip-thoi: 3, khong-kip-thoi: 0 }, ${LEVELS}`)).toBe('kip-thoi 3, khong-kip-thoi 0');
    expect(priceOf(`cost: { ke-hoach: 4, bao-cao: 1.25 }, ${ITEMS}`)).toBe('ke-hoach 4, bao-cao 1.25');
    expect(priceOf(`cost: { ke-hoach: 4, bao-cao: 1 }, ${ALL}`)).toBe('ke-hoach 4, bao-cao 1');
    expect(rubricOf(...lines(LEVELS)).leaves[0]?.price).toBeUndefined();
    expect(priceOf('cost: { a: 1 }, rule: { type: levels, levels: { a: 2, b: 0.5, c: 0.5 } }')).toBe('a 1');
    // An item without points of its own has its share of the maximum; one of none costs nothing.
    expect(priceOf('cost: { a: 1 }, rule: { type: checklist, items: { a: 2, b: 0 } }')).toBe('a 1');
  });

  it.each([
    ['cost: -1', '"-1"', 'a cost is a decimal number of 0 or more with a dot, such as 1.5.'],
    ['cost: nhieu', '"nhieu"', 'a cost is a decimal number of 0 or more with a dot, such as 1.5.'],
    ['cost: [1]', '[list]', 'a cost is a decimal number of 0 or more with a dot, such as 1.5.'],
    ['cost: { kip-thoi: -3, khong-kip-thoi: 0 }', '-3', 'a cost is a decimal number of 0 or more'],
    ['cost: { kip-thoi: nhieu, khong-kip-thoi: 0 }', '"nhieu"', 'a cost is a decimal number of 0 or more'],
  ])('is no such thing as %s', (keys, shown, words) => {
    const { told } = seeRubric(...lines(`${keys}, ${LEVELS}`));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^wrong-value 9:/);
    expect(told[0]).toContain(shown.replaceAll('"-1"', '-1'));
    expect(told[0]).toContain(words);
  });

  it.each([
    ['cost: { kip-thoi: 3 }', LEVELS, 'cost-names 9:46 The costs of 1.1 do not say what "khong-kip-thoi" costs.'],
    ['cost: { ke-hoach: 3 }', ITEMS, 'cost-names 9:46 The costs of 1.1 do not say what "bao-cao" costs.'],
    ['cost: { bao-cao: 3 }', ALL, 'cost-names 9:46 The costs of 1.1 do not say what "ke-hoach" costs.'],
    ['cost: { kip-thoy: 3 }', LEVELS, 'cost-names 9:48 1.1 has no level or item "kip-thoy" that could cost anything.'],
    // The lowest level costs nothing even where it has points; the others cost, though one of them is written first.
    [
      'cost: { b: 1 }',
      'rule: { type: levels, levels: { a: 1, b: 2, c: 0.5 } }',
      'cost-names 9:46 The costs of 1.1 do not say what "a" costs.',
    ],
    // Every item with points costs, the one with the fewest too.
    [
      'cost: { a: 1 }',
      'rule: { type: checklist, items: { a: 1.5, b: 0.5 } }',
      'cost-names 9:46 The costs of 1.1 do not say what "b" costs.',
    ],
    [
      'cost: null',
      LEVELS,
      'wrong-value 9:46 (empty): a cost is a decimal number of 0 or more with a dot, such as 1.5.',
    ],
    ['cost: { co: 3 }', 'rule: { type: bands, bands: [{ below: 50, points: 0 }, { from: 50, points: 2 }] }', NAMELESS],
    ['cost: { co: 3 }', 'rule: { type: per-item, points: 1 }', NAMELESS],
    ['cost: { co: 3 }', 'rule: { type: given }', NAMELESS],
    ['cost: { a: 3 }', 'rule: { type: best-of, alternatives: { a: { type: given }, b: { type: given } } }', NAMELESS],
    [
      'cost: 3',
      'source: survey, rule: { type: given }',
      'idle-option 9:40 The option "cost" has no effect in the rule of 1.1.',
    ],
    ['cost: 3', 'rule: { type: relative }', 'idle-option 9:40 The option "cost" has no effect in the rule of 1.1.'],
  ])('%s is told with %s', (cost, rule, words) => {
    expect(seeRubric(...lines(`${cost}, ${rule}`)).told).toEqual([words]);
  });

  it('of a misspelt name is told with the name that was meant', () => {
    expect(seeRubric(...lines(`cost: { kip-thoy: 3, khong-kip-thoi: 1 }, ${LEVELS}`)).hints).toEqual([
      'did you mean "kip-thoi"?',
    ]);
  });

  it('of a name like none is told with those that there are', () => {
    expect(seeRubric(...lines(`cost: { co: 3 }, ${ITEMS}`)).hints).toEqual(['there are ke-hoach, bao-cao, phu-luc.']);
  });
});
