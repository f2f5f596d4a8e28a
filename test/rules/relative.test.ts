import { proveRule } from './prove-rule.ts';

const among = (...peers: readonly string[]) => ({ peers });

proveRule('relative', {
  accept: [
    // value ÷ best of the group × max
    ['3', '{}', '2', '1', among('3', '6', '4')],
    ['6', '{ method: best }', '2', '2', among('3', '6', '4')],
    ['4', '{}', '2', '4/3', among('3', '6', '4')],
    ['0', '{}', '2', '0', among('0', '6')],
    ['0', '{}', '2', '0', among('0', '0')],
    ['5', '{}', '2', '2', among('5')],
    ['50%', '{ value: share }', '2', '4/3', among('50%', '3/4')],
    ['120%', '{ value: share }', '2', '2', among('120%', '3/4')],
    // from the lowest of the group to its highest
    ['2', '{ method: min-max }', '2', '0', among('2', '4', '6')],
    ['4', '{ method: min-max }', '2', '1', among('2', '4', '6')],
    ['3', '{ method: min-max }', '2', '0.5', among('2', '3', '6')],
    ['6', '{ method: min-max }', '2', '2', among('2', '4', '6')],
    ['7', '{ method: min-max }', '2', '2', among('7', '7')],
    ['7', '{ method: min-max }', '2', '2', among('7')],
    // share of the others that are strictly below
    ['1', '{ method: percentile }', '2', '0', among('1', '2', '2', '4')],
    ['2', '{ method: percentile }', '2', '2/3', among('1', '2', '2', '4')],
    ['4', '{ method: percentile }', '2', '2', among('1', '2', '2', '4')],
    ['4', '{ method: percentile }', '2', '0', among('4', '4', '4')],
    ['4', '{ method: percentile }', '2', '2', among('4')],
  ],
  reject: [
    ['-1', '{}', '2', 'below-zero'],
    ['50%', '{}', '2', 'not-a-number'],
    ['3', '{ value: share }', '2', 'not-a-share'],
    ['1/0', '{ value: share }', '2', 'zero-denominator'],
  ],
  flaws: [
    ['{}', '2', []],
    ['{ method: percentile, value: share }', '2', []],
    ['{}', '2', ['not-in-adjustment'], 'adjustment'],
  ],
  invalid: ['{ method: worst }', '{ value: count }', '{ floor: 10% }'],
});
