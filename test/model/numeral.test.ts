import { describe, expect, it } from 'vitest';
import { isNumeral, numeralOf, writtenAs } from '../../src/model/numeral.ts';

describe('a bare number', () => {
  it('is kept as it was written', () => {
    expect(writtenAs(numeralOf('1.10'))).toBe('1.10');
    expect(isNumeral(numeralOf('1.10'))).toBe(true);
  });

  it.each(['1.10', 1.1, null, undefined, {}, { numeral: '1' }, ['1']])('is not %j', (value) => {
    expect(isNumeral(value)).toBe(false);
  });
});
