/** Half of the maximum, in points, and no note: the line itself is on the side of the warning. */
import { describe, expect, it } from 'vitest';
import { found, rubricOf } from './find.ts';

const given = rubricOf([['1.1', 2, 'rule: { type: given }']]);

describe('self-far-above', () => {
  it.each([
    ['2', '1', true],
    ['2', '1.01', false],
    ['1', '0', true],
    ['0.99', '0', false],
    ['1', '2', false],
  ])('self %s, appraised %s of 2: %s', (self, appraised, told) => {
    expect(found(given, [`so-y-te,1.1,${self},${appraised},,`])).toEqual(told ? ['self-far-above so-y-te 1.1'] : []);
  });

  it('is silent where a note says why', () => {
    expect(found(given, ['so-y-te,1.1,2,0,,Thiếu quyết định ban hành.'])).toEqual([]);
  });

  it('compares points, not values: fewer late reports are more points', () => {
    const deduct = rubricOf([['1.2', 1, 'rule: { type: deduct, points: 0.25, min: 0 }']]);
    expect(found(deduct, ['so-y-te,1.2,0,2,,'])).toEqual(['self-far-above so-y-te 1.2']);
    expect(found(deduct, ['so-y-te,1.2,2,0,,'])).toEqual([]);
  });

  it('takes the share by the rule: 95 % against 60 % under a floor of 70 % is everything', () => {
    const share = rubricOf([['1.3', 2, 'rule: { type: proportional, floor: 70% }']]);
    expect(found(share, ['so-y-te,1.3,95%,69%,,', 'so-noi-vu,1.3,95%,70%,,'])).toEqual(['self-far-above so-y-te 1.3']);
  });
});
