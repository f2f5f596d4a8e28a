import { describe, expect, it } from 'vitest';
import { type Expression, gravest, numbersIn, numbersOf, type Printed } from '../../src/model/audit.ts';
import { exact } from '../../src/model/exact.ts';

const span = { from: 0, length: 1 };

function printed(text: string): Printed {
  return { text, value: exact(BigInt(text)), decimals: 0, isPercent: false, isGrouped: false, mark: '.' };
}

function leaf(text: string): Expression {
  return { kind: 'number', number: printed(text), span };
}

function texts(numbers: readonly Printed[]): readonly string[] {
  return numbers.map(({ text }) => text);
}

describe('the gravest verdict', () => {
  it.each([
    [[], 'confirmed'],
    [['confirmed', 'confirmed'], 'confirmed'],
    [['confirmed', 'possible'], 'possible'],
    [['possible', 'refuted', 'confirmed'], 'refuted'],
  ] as const)('of %j is %s', (verdicts, verdict) => {
    expect(gravest(verdicts)).toBe(verdict);
  });
});

describe('the printed numbers', () => {
  // 1 - (-2 * 3) = 4 = 5
  const left: Expression = {
    ...{ kind: 'operation', operator: '-', span, left: leaf('1') },
    right: { kind: 'operation', operator: '*', span, left: { kind: 'negative', of: leaf('2') }, right: leaf('3') },
  };

  it('of one side stand in the order of the text', () => {
    expect(texts(numbersOf(left))).toEqual(['1', '2', '3']);
  });

  it('of a reading are those of both sides of each link', () => {
    const spans = { span, leftSpan: span, rightSpan: span };
    const links = [
      { left, relation: '=', right: leaf('4'), ...spans },
      { left: leaf('4'), relation: '=', right: leaf('5'), ...spans },
    ] as const;
    expect(texts(numbersIn({ mark: '.', links }))).toEqual(['1', '2', '3', '4', '4', '5']);
  });
});
