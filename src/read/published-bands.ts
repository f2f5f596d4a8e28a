/** `Tốt=85; Khá=75; Yếu` -> grades to hold a published table against. */
import { compare, type Exact } from '../model/exact.ts';
import type { PublishedBands } from '../model/published.ts';
import { readPrinted } from './published-number.ts';

/** Best first, each with its lower end in per cent but the last; undefined for anything else. Either decimal mark. */
export function readBands(text: string): PublishedBands | undefined {
  const items = text.split(';').map((item) => item.trim());
  const bands: { name: string; from?: Exact }[] = [];
  for (const [at, item] of items.entries()) {
    const [name = '', bound, more] = item.split('=').map((part) => part.trim());
    const isLast = at === items.length - 1;
    if (name === '' || more !== undefined || (bound === undefined) !== isLast) return undefined;
    if (bound === undefined) {
      bands.push({ name });
      continue;
    }
    const from = readPrinted(bound, bound.includes(',') ? ',' : '.')?.value;
    const above = bands.at(-1)?.from;
    if (from === undefined || (above !== undefined && compare(from, above) >= 0)) return undefined;
    bands.push({ name, from });
  }
  return bands.length < 2 ? undefined : { bands, onShown: false, gates: [] };
}
