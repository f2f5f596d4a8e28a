/** The exact split of a change: hand-made cases, and random rubric pairs against a slow average over all orders. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkAcross } from '../../src/analyse/crosswalk.ts';
import { splitChange } from '../../src/analyse/split.ts';
import type { Marks } from '../../src/analyse/split-sums.ts';
import { type Crosswalk, type LeafMark, PARTS, type SnapshotRubric, type Split } from '../../src/model/comparison.ts';
import {
  add,
  divide,
  type Exact,
  equal,
  exact,
  multiply,
  parseFraction,
  sum,
  toFractionText,
  ZERO,
} from '../../src/model/exact.ts';
import type { Place } from '../../src/model/place.ts';

const num = (text: string): Exact => parseFraction(text) as Exact;
const place = (line: number): Place => ({ file: 'rubric.yaml', line, column: 1 });

type LeafSpec = readonly [id: string, max: string, criterion?: string, domain?: string];

function rubric(
  leaves: readonly LeafSpec[],
  origins: Readonly<Record<string, readonly string[]>> = {},
): SnapshotRubric {
  return {
    id: 'r',
    title: 'R',
    sha256: '',
    scale: sum(leaves.map(([, max]) => num(max))),
    leaves: leaves.map(([id, max, criterion = id, domain = '1']) => ({
      id,
      title: id,
      max: num(max),
      criterion,
      domain,
    })),
    origins: Object.entries(origins).map(([node, from], at) => ({
      node,
      from: from.map((id) => ({ id, place: place(at + 1) })),
      place: place(at + 1),
    })),
  };
}

function marks(of: SnapshotRubric, points: readonly string[], adjusted = '0'): Marks {
  const leaves = points.map((text): LeafMark => (text === 'exempt' || text === 'missing' ? text : num(text)));
  return { rubric: of, leaves, adjusted: num(adjusted), exact: indexOf(of, leaves, num(adjusted)) };
}

/** points ÷ applicable maximum × 100, added the plain way. */
function indexOf(of: SnapshotRubric, leaves: readonly LeafMark[], adjusted: Exact): Exact {
  let [points, max] = [adjusted, ZERO];
  for (const [at, mark] of leaves.entries()) {
    if (mark === 'exempt') continue;
    if (typeof mark !== 'string') points = add(points, mark);
    max = add(max, of.leaves[at]?.max as Exact);
  }
  return max.n === 0n ? ZERO : multiply(divide(points, max), exact(100n));
}

function split(older: Marks, newer: Marks): Split {
  const { crosswalk } = walkAcross(older.rubric, newer.rubric);
  return splitChange(older, newer, crosswalk as Crosswalk) as Split;
}

function texts({ change, parts }: Split): Readonly<Record<string, string>> {
  const told = PARTS.filter((part) => parts[part].n !== 0n).map((part) => [part, toFractionText(parts[part])]);
  return Object.fromEntries([['change', toFractionText(change)], ...told]);
}

describe('splitChange', () => {
  it('is all performance under the same maxima', () => {
    const same = rubric([
      ['1.1', '60'],
      ['1.2', '40'],
    ]);
    expect(texts(split(marks(same, ['30', '40']), marks(same, ['36', '30'])))).toEqual({
      change: '-4',
      performance: '-4',
    });
  });

  it('is the midpoint split where maxima changed too', () => {
    // Shares 1/2 and 1 become 3/4 and 1; weights 50:50 become 80:20. 75 -> 80.
    // Performance: mean weight (1/2 + 4/5)/2 × 1/4 = 13/80 -> 16.25; maxima: 5 - 16.25 = -11.25.
    const older = rubric([
      ['1.1', '50'],
      ['1.2', '50'],
    ]);
    const newer = rubric([
      ['1.1', '80'],
      ['1.2', '20'],
    ]);
    expect(texts(split(marks(older, ['25', '50']), marks(newer, ['60', '20'])))).toEqual({
      change: '5',
      performance: '65/4',
      maxima: '-45/4',
    });
  });

  it('gives new and dropped criteria their own parts', () => {
    // 50 of 100 stays; a new criterion with full 100 of 100 lifts the index to 75.
    const older = rubric([['1.1', '100']]);
    const newer = rubric([
      ['1.1', '100'],
      ['2.1', '100'],
    ]);
    expect(texts(split(marks(older, ['50']), marks(newer, ['50', '100'])))).toEqual({ change: '25', added: '25' });
    expect(texts(split(marks(newer, ['50', '100']), marks(older, ['50'])))).toEqual({ change: '-25', dropped: '-25' });
  });

  it('tells exemptions and adjustments apart from performance', () => {
    const same = rubric([
      ['1.1', '50'],
      ['1.2', '50'],
    ]);
    expect(texts(split(marks(same, ['25', '50']), marks(same, ['25', 'exempt'])))).toEqual({
      change: '-25',
      exemptions: '-25',
    });
    expect(texts(split(marks(same, ['25', '50'], '1'), marks(same, ['25', '50'], '-1')))).toEqual({
      change: '-2',
      adjustments: '-2',
    });
  });

  it('keeps what the index itself rounded apart', () => {
    const same = rubric([['1.1', '100']]);
    const [older, newer] = [marks(same, ['50']), marks(same, ['60'])];
    expect(texts(split(older, { ...newer, exact: num('60.01') }))).toEqual({
      change: '1001/100',
      performance: '10',
      rounding: '1/100',
    });
  });

  it('compares merged and split criteria as one block', () => {
    const older = rubric([
      ['1.1', '10'],
      ['1.2', '10'],
      ['1.3', '10'],
    ]);
    const newer = rubric(
      [
        ['1.1', '20'],
        ['2.1.1', '4', '2.1'],
        ['2.1.2', '6', '2.1'],
      ],
      { '1.1': ['1.1', '1.2'], '2.1': ['1.3'] },
    );
    expect(texts(split(marks(older, ['5', '10', '10']), marks(newer, ['15', '4', '6'])))).toEqual({ change: '0' });
  });

  it('has nothing to say where no criterion is common', () => {
    const [older, newer] = [rubric([['1.1', '10']]), rubric([['2.1', '10']])];
    const { crosswalk } = walkAcross(older, newer);
    expect(splitChange(marks(older, ['5']), marks(newer, ['5']), crosswalk as Crosswalk)).toBeUndefined();
  });

  it('adds up to the change, for random rubric pairs with new, dropped, re-weighted and exempt criteria', () => {
    const ids = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'];
    const leaf = fc.record({
      there: fc.boolean(),
      max: fc.integer({ min: 1, max: 40 }),
      share: fc.integer({ min: -1, max: 9 }),
    });
    const year = fc.record({ leaves: fc.tuple(...ids.map(() => leaf)), adjusted: fc.integer({ min: -8, max: 8 }) });
    fc.assert(
      fc.property(year, year, fc.boolean(), (a, b, isRenamed) => {
        const older = drawYear(a, ids);
        const newer = drawYear(b, ids, isRenamed ? older.rubric : undefined);
        const { crosswalk } = walkAcross(older.rubric, newer.rubric);
        const found = splitChange(older, newer, crosswalk as Crosswalk);
        const common = ids.filter((_, at) =>
          [a, b].every(({ leaves }) => leaves[at]?.there && (leaves[at]?.share ?? -1) >= 0),
        );
        expect(found === undefined).toBe(common.length === 0);
        if (found === undefined) return;
        const total = sum(PARTS.map((part) => found.parts[part]));
        expect(toFractionText(total)).toBe(toFractionText(found.change));
        expect(toFractionText(found.parts.rounding)).toBe('0');
        const performance = sum(found.performance.map(({ points }) => points));
        expect(equal(performance, found.parts.performance)).toBe(true);
        const slow = slowParts(older, newer);
        for (const [part, value] of Object.entries(slow)) {
          expect(`${part} ${toFractionText(found.parts[part as keyof typeof slow])}`).toBe(
            `${part} ${toFractionText(value)}`,
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

interface Year {
  readonly leaves: readonly { readonly there: boolean; readonly max: number; readonly share: number }[];
  readonly adjusted: number;
}

/** A share of -1 is exempt, else that many ninths of the maximum. After an older rubric: other ids, joined by `from`. */
function drawYear({ leaves, adjusted }: Year, ids: readonly string[], before?: SnapshotRubric): Marks {
  const there = ids.flatMap((id, at) => (leaves[at]?.there ? [{ id, ...(leaves[at] as Year['leaves'][number]) }] : []));
  const name = (id: string): string => (before ? `N${id}` : id);
  const fromOf = (id: string): readonly string[] => (before?.leaves.some((leaf) => leaf.id === id) ? [id] : []);
  const origins = Object.fromEntries(before ? there.map(({ id }) => [name(id), fromOf(id)]) : []);
  const of = rubric(
    there.map(({ id, max }): LeafSpec => [name(id), `${max}`, name(id), id.charAt(0)]),
    origins,
  );
  return marks(
    of,
    there.map(({ max, share }) => (share < 0 ? 'exempt' : `${max * share}/9`)),
    `${adjusted}/4`,
  );
}

const FACTORS = ['performance', 'maxima', 'added', 'dropped', 'exemptions', 'adjustments'] as const;

/** Every part by trying all 720 orders of the six factors, each mixed year added from its leaves. */
function slowParts(older: Marks, newer: Marks): Readonly<Record<(typeof FACTORS)[number], Exact>> {
  const key = (id: string): string => id.replace('N', '');
  const at = (of: Marks, id: string) => {
    const position = of.rubric.leaves.findIndex((leaf) => key(leaf.id) === id);
    return { max: of.rubric.leaves[position]?.max, mark: of.leaves[position] };
  };
  const ids = [...new Set([...older.rubric.leaves, ...newer.rubric.leaves].map(({ id }) => key(id)))];
  const index = (now: ReadonlySet<string>): Exact => {
    let [points, max] = [now.has('adjustments') ? newer.adjusted : older.adjusted, ZERO];
    for (const id of ids) {
      const [was, is] = [at(older, id), at(newer, id)];
      const [isOld, isNew] = [was.max && was.mark !== 'exempt', is.max && is.mark !== 'exempt'];
      const take = (of: typeof was, weight = of.max): void => {
        const share = divide(typeof of.mark === 'string' ? ZERO : (of.mark as Exact), of.max as Exact);
        points = add(points, multiply(share, weight as Exact));
        max = add(max, weight as Exact);
      };
      if (isOld && isNew) take(now.has('performance') ? is : was, now.has('maxima') ? is.max : was.max);
      else if (was.max && is.max) {
        if (isOld && !now.has('exemptions')) take(was);
        if (isNew && now.has('exemptions')) take(is);
      } else if (isOld && !now.has('dropped')) take(was);
      else if (isNew && now.has('added')) take(is);
    }
    return multiply(divide(points, max), exact(100n));
  };
  const known = new Map<string, Exact>();
  const indexAfter = (done: readonly string[]): Exact => {
    const name = [...done].sort().join();
    const found = known.get(name) ?? index(new Set(done));
    known.set(name, found);
    return found;
  };
  const orders = permutations(FACTORS);
  const partOf = (factor: string): Exact => {
    const counts = new Map<string, { readonly before: readonly string[]; count: bigint }>();
    for (const order of orders) {
      const before = order.slice(0, order.indexOf(factor)).sort();
      const same = counts.get(before.join());
      if (same) same.count++;
      else counts.set(before.join(), { before, count: 1n });
    }
    const gains = [...counts.values()].map(({ before, count }) => {
      const [after, without] = [indexAfter([...before, factor]), indexAfter(before)];
      return multiply(add(after, { n: -without.n, d: without.d }), exact(count));
    });
    return divide(sum(gains), exact(BigInt(orders.length)));
  };
  return Object.fromEntries(FACTORS.map((factor) => [factor, partOf(factor)])) as ReturnType<typeof slowParts>;
}

function permutations(items: readonly string[]): readonly (readonly string[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
