/**
 * Texts of a long file, learned before its parts are read ahead: other threads know no rule, and of names of levels,
 * counts and lists they can only read what a rule has read before (scan-cell.ts).
 */
import { type Column, createColumn } from '../model/column.ts';
import { findLeaf, findUnit } from './scan.ts';
import { splitRow } from './scan-bytes.ts';
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
  const { width } = layout as Layout;
  const parts = cuts.length - 1;
  const samples = Math.min(parts, MOST_SAMPLES);
  const nowhere = createColumn(1);
  for (let number = 0; number < samples; number++) {
    const end = readAt(buffer.subarray(0, SAMPLE), cuts[Math.floor((number * parts) / samples)] as number);
    const sample = createScan(scanner, file);
    const split = (from: number): number => splitRow(buffer, from, end, row, 0);
    // Up to a row whose end is not there, or that is odd: of it nothing is learned.
    for (let next = split(0); next >= 0; next = split(next)) {
      if (row.count === width) learnRow(sample, layout as Layout, nowhere);
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
    // Of a stage that the file does not have there are neither. What is learned of doubled quotes no cell is ever like.
    if (start < end) readCell(reader, nowhere, 0, buffer, view, start, end);
  }
}
