/** Leaves over a few units whose columns the kernel knows, and rows that wait to be written to them. */
import { createFlags, type LeafColumns, ROW_SEEN } from '../../src/model/assessment.ts';
import { createColumn } from '../../src/model/column.ts';
import { createAnchors, createPlaces } from '../../src/model/places.ts';
import { createBatch, layTargets, type Writer } from '../../src/read/scan-batch.ts';
import { announce, type Compile, createEngine } from '../../src/read/scan-kernel.ts';
import type { Target } from '../../src/read/sheets.ts';
import { letWait } from './scan-small.ts';

/** n/d, or a whole number, or none. */
export type Value = readonly [n: number, d: number] | number | undefined;

/** Leaves over so many units, with so many values each, and room for rows of two values. */
export function createWriter(compile: Compile, units: number, ...values: readonly number[]): Writer {
  const engine = createEngine(compile);
  announce(engine, Number.POSITIVE_INFINITY);
  const { memory } = engine;
  const anchors = createAnchors(units, memory);
  const targets = values.map((count) => {
    const columns = {
      flags: createFlags(),
      places: createPlaces(anchors, memory),
      values: Array.from({ length: count }, () => createColumn(units, memory)),
    };
    return { columns } as unknown as Target;
  });
  return { engine, targets, laid: layTargets(memory, targets), batch: createBatch(memory, 2, targets.length) };
}

export function columnsOf({ targets }: Writer, leaf: number): LeafColumns {
  return (targets[leaf] as Target).columns;
}

/** Lets a row wait, of file 5 and without evidence or note unless it is said. */
export function wait(
  { batch }: Writer,
  at: { leaf: number; row: number; line: number; flags?: number; file?: number },
  ...values: readonly Value[]
): void {
  for (let position = 0; position < batch.width; position++) {
    const slot = batch.count * batch.width + position;
    const value = values[position];
    const [n, d] = typeof value === 'number' ? [value, 1] : (value ?? [0, 0]);
    batch.n[slot] = n;
    batch.d[slot] = d;
  }
  const { leaf, row, line, flags = ROW_SEEN, file = 5 } = at;
  letWait(batch, { target: leaf, row, file, line, flags });
}
