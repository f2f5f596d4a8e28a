/**
 * Texts of a long file, learned before its parts are read ahead: other threads know no rule, and of names of levels,
 * counts and lists they can only read what a rule has read before (scan-cell.ts). They also show whether the rows of a
 * unit stand together: where they do not, to find the next unit and its cells takes one thread twice as long.
 */
import { type Column, createColumn } from '../model/column.ts';
import { findLeaf, findUnit } from './scan.ts';
import { dropRows } from './scan-batch.ts';
import { lastLineFeed, splitRow } from './scan-bytes.ts';
import { readCell } from './scan-cell.ts';
import type { Layout, Reading, UnitPlan } from './scan-layout.ts';
import type { ReadAt } from './scan-part.ts';
import { runRows } from './scan-run.ts';
import { createScan, type Scan } from './scan-state.ts';
import type { Scanner } from './scanner.ts';

/** Samples of a file, and their bytes. */
const MOST_SAMPLES = 16;
const SAMPLE = 32 * 1024;

/** What the samples show of a file. */
interface Samples {
  /** Mostly a row has the unit of one nearby. */
  readonly isInOrder: boolean;
}

/** Reads value cells in many places of the file, for what the rules say of them; they are written nowhere. */
export function learnTexts({ scanner, file, layout }: Scan, readAt: ReadAt, cuts: Float64Array): Samples {
  const parts = cuts.length - 1;
  let read = 0;
  let units = 0;
  const samples = Math.min(parts, MOST_SAMPLES);
  for (let number = 0; number < samples; number++) {
    const position = cuts[Math.floor((number * parts) / samples)] as number;
    const end = readAt(scanner.memory.bytes.subarray(0, SAMPLE), position);
    const sample = createScan(scanner, file);
    learnSample(sample, layout as Layout, end);
    read += sample.read;
    units += sample.touched.length;
  }
  return { isInOrder: 2 * units <= read };
}

/** Learns from the rows of the piece that the quick way leaves, up to one whose end is not there, or that is odd. */
function learnSample(sample: Scan, layout: Layout, end: number): void {
  const { scanner } = sample;
  const { memory, row } = scanner;
  const nowhere = createColumn(1);
  const lastLine = lastLineFeed(memory, end) + 1;
  for (let at = 0; at >= 0; at = splitRow(memory, at, end, row, 0)) {
    if (at > 0 && row.count === layout.width) learnRow(sample, layout, nowhere);
    at = runRows(sample, at, lastLine, drop);
    drop(scanner);
    if (at === lastLine) break;
  }
  for (const seat of sample.touched) scanner.touchedBy[seat] = 0;
}

/** Forgets the rows that wait. */
function drop({ batch }: Scanner): boolean {
  dropRows(batch);
  return true;
}

function learnRow(sample: Scan, { plans, unitAt, leafAt }: Layout, nowhere: Column): void {
  const { row } = sample.scanner;
  if (!findUnit(sample, unitAt) || !findLeaf(sample, leafAt)) return;
  const { readings } = plans[sample.build] as UnitPlan;
  const { values, reader } = readings[sample.leaf] as Reading;
  for (const slot of values) {
    const start = row.starts[slot] as number;
    const end = row.ends[slot] as number;
    // Of a stage that the file does not have there are neither. What is learned of doubled quotes no cell is ever like.
    if (start < end) readCell(reader, nowhere, 0, start, end);
  }
}
