/** How many whole numbers of any length are made meanwhile: none where doubles hold every step. */
import { vi } from 'vitest';

export function countBigInts(run: () => void): number {
  const spy = vi.spyOn(globalThis, 'BigInt');
  try {
    run();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}
