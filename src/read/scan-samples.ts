/**
 * Texts of a long file, learned before its parts are read ahead: other threads know no rule, and of names of levels,
 * counts and lists they can only read what a rule has read before (scan-cell.ts).
 */
import { type Column, createColumn } from '../model/column.ts';
import { findLeaf, findUnit } from './scan.ts';
import { ESCAPED, lastLineFeed, splitRow } from './scan-bytes.ts';
import { readCell } from './scan-cell.ts';
import type { Layout, Reading, UnitPlan } from './scan-layout.ts';
import type { ReadAt } from './scan-part.ts';
import { createScan, type Scan } from './scan-state.ts';

/** Samples of a file, and their bytes. */
const MOST_SAMPLES = 16;
const SAMPLE = 32 * 1024;

/** Reads value cells in many places of the file, for what the rules say of them; they are written nowhere. */
export function learnTexts({ scanner, file, layout }: Scan, readAt: ReadAt, cuts: Float64Array): void {
  const { buffer, row } = scanner;
  const parts = cuts.length - 1;
  const samples = Math.min(parts, MOST_SAMPLES);
  const nowhere = createColumn(1);
  for (let number = 0; number < samples; number++) {
    const end = readAt(buffer.subarray(0, SAMPLE), cuts[Math.floor((number * parts) / samples)] as number);
    const lastLine = lastLineFeed(buffer, end) + 1;
    const sample = createScan(scanner, file);
    for (let at = 0, next = 0; at < lastLine; at = next) {
      next = splitRow(buffer, at, lastLine, row, 0);
      // Where quotes go beyond a line, nothing is learned.
      if (next < 0) break;
      if (row.count === layout?.width) learnRow(sample, layout, nowhere);
    }
  }
}

function learnRow(sample: Scan, { plans, unitAt, leafAt }: Layout, nowhere: Column): void {
  const { buffer, view, row } = sample.scanner;
  if (!findUnit(sample, unitAt) || !findLeaf(sample, leafAt)) return;
  const { readings } = plans[sample.build] as UnitPlan;
  const { values, reader } = readings[sample.leaf] as Reading;
  for (const slot of values) {
    const start = row.starts[slot] as number;
    const end = row.ends[slot] as number;
    const isPlain = ((row.marks[slot] as number) & ESCAPED) === 0;
    if (slot >= 0 && start < end && isPlain) readCell(reader, nowhere, 0, buffer, view, start, end);
  }
}
