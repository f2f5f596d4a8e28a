import { expect, it } from 'vitest';
import { wholeFile } from '../../src/model/place.ts';

it('a file as a whole has neither line nor column', () => {
  expect(wholeFile('units.csv')).toEqual({ file: 'units.csv', line: 0, column: 0 });
});
