/** All that is compiled: what the kernel does for the scanner, and what goes over whole columns. */
export {
  addNumbers,
  addStairs,
  countPowers,
  gatherRows,
  isApart,
  isWithin,
  mixCells,
  nextPower,
  noteHashes,
} from './columns.ts';
export { addTexts, fillFiles, fillRows, flushRows, isPlain, listUnits } from './kernel.ts';
export { sortRows } from './order.ts';
export { isGapless, layDecimals } from './short-columns.ts';
export { roundSums } from './sums.ts';
