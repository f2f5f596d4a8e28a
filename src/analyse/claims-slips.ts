/**
 * Slips: single things somebody may have done wrong, after which a refuted equality would hold. Every figure of the
 * link is changed in turn by what fingers do (a digit changed, two swapped, one dropped, one too many), then every
 * operator; and each way also with a result that was cut where it should be rounded.
 */
import type { Expression, Link, Operator, Printed, Slip, SlipKind, Span } from '../model/audit.ts';
import { type Exact, exact, negate } from '../model/exact.ts';
import { cutsTo, printLike, printLonger, roundsTo } from './claims-print.ts';
import { amountOf } from './claims-value.ts';

/** So many of the likeliest are named. */
export const MOST = 3;

/** A fact of typing: neighbours swapped or a digit repeated happen sooner than any other digit in its place. */
const COST: Readonly<Record<SlipKind, number>> = { swapped: 1, changed: 2, dropped: 3, added: 3, operator: 4, cut: 1 };
const REPEATED = 1;
const BESIDES_CUT = 2;

/** A figure or an operator with what might stand in its place. */
interface Edit {
  readonly kind: SlipKind;
  readonly span: Span;
  readonly printed: string;
  readonly instead: string;
  readonly cost: number;
  readonly link: Pick<Link, 'left' | 'right'>;
}

/** The likeliest slips that would explain a refuted equality, of which one side is one printed figure. */
export function findSlips(link: Link, text: string): readonly Slip[] {
  const found: Slip[] = [];
  if (resultOf(link) === undefined) return [];
  if (explains(link) === 'cut') found.push(slipOf(undefined, true, link, text));
  for (const edit of editsOf(link)) {
    const how = explains(edit.link);
    // A figure mistyped and a result cut may come together; more than that explains anything.
    const isLikely = how === 'rounded' || ((edit.kind === 'changed' || edit.kind === 'swapped') && hasDecimals(link));
    if (how !== undefined && isLikely) found.push(slipOf(edit, how === 'cut', link, text));
  }
  // A figure of the result comes before those it was made of; the sort keeps the order of equals.
  return found.toSorted((a, b) => a.cost - b.cost).slice(0, MOST);
}

/** The printed figure that an equality gives, with its sign, and the side it was made of. */
export function resultOf({
  left,
  right,
}: Pick<Link, 'left' | 'right'>):
  | { readonly printed: Printed; readonly target: Exact; readonly made: Expression; readonly isRight: boolean }
  | undefined {
  const figure = plainFigure(right);
  if (figure !== undefined) return { ...figure, made: left, isRight: true };
  const other = plainFigure(left);
  return other === undefined ? undefined : { ...other, made: right, isRight: false };
}

function plainFigure(side: Expression): { printed: Printed; target: Exact } | undefined {
  if (side.kind === 'number') return { printed: side.number, target: side.number.value };
  if (side.kind !== 'negative' || side.of.kind !== 'number') return undefined;
  return { printed: side.of.number, target: negate(side.of.number.value) };
}

/** Whether a link holds when its result is rounded, or when it is cut. */
function explains(link: Pick<Link, 'left' | 'right'>): 'rounded' | 'cut' | undefined {
  const result = resultOf(link);
  const value = result && amountOf(result.made);
  if (result === undefined || value === undefined) return undefined;
  if (roundsTo(value, result.printed, result.target)) return 'rounded';
  return cutsTo(value, result.printed, result.target) ? 'cut' : undefined;
}

function editsOf(link: Link): readonly Edit[] {
  const isRight = resultOf(link)?.isRight === true;
  const sides = isRight ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return sides.flatMap((key) => editsIn(link[key], (side) => ({ ...pick(link), [key]: side })));
}

function hasDecimals(link: Link): boolean {
  return (resultOf(link)?.printed.decimals ?? 0) > 0;
}

function pick({ left, right }: Link): Pick<Link, 'left' | 'right'> {
  return { left, right };
}

/** Every edit inside a side; `rebuild` puts a changed side back into its link. */
function editsIn(side: Expression, rebuild: (side: Expression) => Edit['link']): readonly Edit[] {
  switch (side.kind) {
    case 'number':
      return changesOf(side.number).map(({ kind, number, cost }) => ({
        kind,
        span: side.span,
        printed: side.number.text,
        instead: number.text,
        cost,
        link: rebuild({ ...side, number }),
      }));
    case 'negative':
      return editsIn(side.of, (of) => rebuild({ ...side, of }));
    case 'operation': {
      const others = (['+', '-', '*', '/'] as const).filter((operator) => operator !== side.operator);
      return [
        ...editsIn(side.left, (left) => rebuild({ ...side, left })),
        ...editsIn(side.right, (right) => rebuild({ ...side, right })),
        ...others.map((operator) => ({
          kind: 'operator' as const,
          span: side.span,
          printed: SIGNS[side.operator],
          instead: SIGNS[operator],
          cost: COST.operator,
          link: rebuild({ ...side, operator }),
        })),
      ];
    }
  }
}

const SIGNS: Readonly<Record<Operator, string>> = { '+': '+', '-': '-', '*': '×', '/': '/' };

/** A figure as it may have been meant, each way once. */
export function changesOf(number: Printed): readonly { kind: SlipKind; number: Printed; cost: number }[] {
  const digits = number.text.replace(/[^0-9]/g, '');
  const seen = new Set([digits]);
  const changes: { kind: SlipKind; number: Printed; cost: number }[] = [];
  const propose = (kind: SlipKind, instead: string, isRepeated: boolean): void => {
    const whole = instead.length - number.decimals;
    if (whole < 1 || (whole > 1 && instead.startsWith('0')) || seen.has(instead)) return;
    seen.add(instead);
    changes.push({ kind, number: withDigits(number, instead), cost: COST[kind] - (isRepeated ? REPEATED : 0) });
  };
  const at = (index: number): string => digits[index] ?? '';
  const splice = (from: number, count: number, instead: string): string =>
    digits.slice(0, from) + instead + digits.slice(from + count);
  for (let index = 0; index + 1 < digits.length; index++) {
    propose('swapped', splice(index, 2, at(index + 1) + at(index)), false);
  }
  for (let index = 0; index < digits.length; index++) {
    const repeats = at(index) === at(index - 1) || at(index) === at(index + 1);
    for (const digit of '0123456789') propose('changed', splice(index, 1, digit), repeats);
    propose('added', splice(index, 1, ''), repeats);
  }
  for (let index = 0; index <= digits.length; index++) {
    for (const digit of '0123456789') {
      propose('dropped', splice(index, 0, digit), digit === at(index - 1) || digit === at(index));
    }
  }
  return changes;
}

/** The same figure with other digits; its mark, groups and per cent sign stay. */
function withDigits(number: Printed, digits: string): Printed {
  const { decimals, mark, isGrouped, isPercent } = number;
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = isGrouped ? whole.replace(/\B(?=(?:[0-9]{3})+$)/g, mark === ',' ? '.' : ',') : whole;
  const tail = /\s*%$/.exec(number.text)?.[0] ?? '';
  const text = grouped + (decimals > 0 ? mark + digits.slice(-decimals) : '') + tail;
  return { ...number, text, value: exact(BigInt(digits), 10n ** BigInt(decimals + (isPercent ? 2 : 0))) };
}

function slipOf(edit: Edit | undefined, isCut: boolean, link: Link, text: string): Slip {
  const { span } = link;
  const claim = text.slice(span.from, span.from + span.length);
  const then = edit?.link ?? link;
  const { printed: figure, made } = resultOf(then) as NonNullable<ReturnType<typeof resultOf>>;
  const value = amountOf(made) as Exact;
  const shown = { longer: printLonger(value, figure), rounded: printLike(value, figure), isCut };
  if (edit === undefined) return { kind: 'cut', printed: '', instead: '', claim, cost: COST.cut, ...shown };
  const from = edit.span.from - span.from;
  const changed = claim.slice(0, from) + edit.instead + claim.slice(from + edit.span.length);
  const { kind, printed, instead, cost } = edit;
  return { kind, printed, instead, claim: changed, cost: cost + (isCut ? BESIDES_CUT : 0), ...shown };
}
