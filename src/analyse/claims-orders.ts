/**
 * Slips in a refuted order (`87,34 > 88,09`): a digit changed or two swapped, after which it would hold and the links
 * beside it still do. Many digits would do; of each place of a figure the nearest one is taken.
 */
import type { Expression, Link, Relation, Slip } from '../model/audit.ts';
import { compare, type Exact, subtract } from '../model/exact.ts';
import { changesOf, MOST } from './claims-slips.ts';
import { amountOf, relationHolds } from './claims-value.ts';

/** The links that share a side with a link of a chain. */
export interface Neighbours {
  readonly before: Link | undefined;
  readonly after: Link | undefined;
}

/** Whether a relation says that one side is the greater. */
export function isOrder(relation: Relation): boolean {
  return relation !== '=' && relation !== '≈';
}

/** The smallest change first, of equal ones the swap; a side that is a calculation has none. */
export function findOrderSlips(link: Link, { before, after }: Neighbours, text: string): readonly Slip[] {
  const { left, right } = link;
  const found = [
    ...slipsOfSide(right, (side) => holds({ ...link, right: side }) && (!after || holds({ ...after, left: side }))),
    ...slipsOfSide(left, (side) => holds({ ...link, left: side }) && (!before || holds({ ...before, right: side }))),
  ];
  return found
    .toSorted((a, b) => compare(a.far, b.far) || a.cost - b.cost)
    .slice(0, MOST)
    .map((slip) => tell(slip, link, text));
}

type Candidate = Pick<Slip, 'kind' | 'printed' | 'instead' | 'cost'> & {
  readonly at: number;
  readonly length: number;
  /** How far the changed figure is from the printed one. */
  readonly far: Exact;
};

function slipsOfSide(side: Expression, holdsWith: (side: Expression) => boolean): readonly Candidate[] {
  if (side.kind !== 'number') return [];
  const { number, span } = side;
  const nearest = new Map<string, Candidate>();
  for (const { kind, number: other, cost } of changesOf(number)) {
    if ((kind !== 'changed' && kind !== 'swapped') || !holdsWith({ ...side, number: other })) continue;
    const gap = subtract(other.value, number.value);
    const far = gap.n < 0n ? { n: -gap.n, d: gap.d } : gap;
    const place = `${kind} ${[...number.text].findIndex((char, at) => char !== other.text[at])}`;
    const known = nearest.get(place);
    if (known !== undefined && compare(known.far, far) <= 0) continue;
    nearest.set(place, {
      kind,
      printed: number.text,
      instead: other.text,
      cost,
      at: span.from,
      length: span.length,
      far,
    });
  }
  return [...nearest.values()];
}

function holds({ left, relation, right }: Pick<Link, 'left' | 'relation' | 'right'>): boolean {
  const [a, b] = [amountOf(left), amountOf(right)];
  return a !== undefined && b !== undefined && relationHolds(relation, compare(a, b));
}

/** Nothing is made here, so that nothing can be cut or rounded. */
function tell({ kind, printed, instead, cost, at, length }: Candidate, { span }: Link, text: string): Slip {
  const claim = text.slice(span.from, at) + instead + text.slice(at + length, span.from + span.length);
  return { kind, printed, instead, cost, claim, isCut: false, longer: '', rounded: '' };
}
