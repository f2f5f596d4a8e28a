/** Made when first asked for, and once: also where nothing comes of it. */
import { expect, test, vi } from 'vitest';
import { once } from '../../src/model/once.ts';

test.each([[[1]], [undefined], [0]])('%j is made once, and not before it is asked for', (value) => {
  const make = vi.fn(() => value);
  const given = once(make);
  expect(make).not.toHaveBeenCalled();
  expect([given(), given()]).toEqual([value, value]);
  expect(make).toHaveBeenCalledTimes(1);
});
