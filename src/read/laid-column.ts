/** Where a column lies, as the kernel must know it (kernel/map.ts). */
import type { Cells } from '../model/passes.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';

/** Says at an address where the arrays of a column lie; of one that is apart, that the script must write. */
export function layColumn(memory: Memory, at: number, column: Pick<Cells, 'shared' | 'n' | 'd'>): void {
  const { shared, n, d } = column;
  // Apart from the memory stands also what has no number yet.
  const isApart = [n, ...(d.length > 0 ? [d] : [])].some((array) => memory.addressOf(array) === 0);
  memory.setDouble(at + map.SHARED, isApart ? 0 : shared);
  memory.setInt(at + map.NUMBERS, memory.addressOf(n));
  memory.setInt(at + map.NUMBER_WIDTH, isApart ? 0 : n.BYTES_PER_ELEMENT);
  memory.setInt(at + map.DENOMINATORS, memory.addressOf(d));
  memory.setInt(at + map.DENOMINATOR_WIDTH, isApart || d.length === 0 ? 0 : d.BYTES_PER_ELEMENT);
}
