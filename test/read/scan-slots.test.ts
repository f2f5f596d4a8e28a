/** The room of several threads: what a thread has for itself, and that the next file has the same where nobody else writes to it. */
import { describe, expect, it } from 'vitest';
import { exactAt } from '../../src/model/column.ts';
import { lineAt } from '../../src/model/places.ts';
import { AREA, BATCH, LAST_CELL, LONGEST, TOUCHED, TOUCHED_BY } from '../../src/read/kernel/map.ts';
import { areaAt } from '../../src/read/kernel/memory.ts';
import { claimPart, type ReadAt, type ThreadJob } from '../../src/read/scan-part.ts';
import { scanInParts } from '../../src/read/scan-parts.ts';
import { beginArea, createPartRoom } from '../../src/read/scan-slots.ts';
import type { Scanner } from '../../src/read/scanner.ts';
import { readByScript } from './scan-job.ts';
import { HEADER, smallScanner } from './scan-small.ts';

const UNITS = Array.from({ length: 60 }, (_, at) => `x${at + 10}`);
const textOf = (header: string, rowOf: (unit: string, at: number) => string) =>
  [header, ...UNITS.map(rowOf), ''].join('\n');

/** Two files of the same units, which have no leaf and no header in common. */
const FIRST = textOf(HEADER, (unit, at) => `${unit},1.2,,${at % 7}/7,,,`);
const SECOND = textOf('unit,criterion,appraised', (unit, at) => `${unit},1.3,${at % 4}`);

/** Reads a file in parts; `help` is what another thread does as soon as it is begun. */
function scan(scanner: Scanner, text: string, help: (job: ThreadJob, readAt: ReadAt) => void) {
  const bytes = new TextEncoder().encode(text);
  const readAt: ReadAt = (into, position) => {
    const next = bytes.subarray(position, position + into.length);
    into.set(next);
    return next.length;
  };
  return scanInParts(
    scanner,
    { file: 'a.csv', fileAt: 4 },
    {
      ...{ size: bytes.length, part: 100, slots: 40, batches: 3, patience: 0, others: 1, leastInOrder: 0, readAt },
      start: (job) => help(job, readAt),
    },
  );
}

describe('the room of threads', () => {
  it('has slots of batches, and areas, none of which has anything in common with another', () => {
    const { memory, batch, rowOf } = smallScanner({ units: UNITS });
    const { slots, areas } = createPartRoom({ memory, batch, rowOf }, { slots: 2, batches: 3, others: 2 });
    expect([slots.length, slots.map(({ batches }) => batches.length), areas.length]).toEqual([2, [3, 3], 2]);
    const arrays = slots.flatMap(({ batches, ...more }) => [
      ...Object.values(more),
      ...batches.flatMap(({ rows, files, lines, flags, n, d, next, heads, tails }) => [
        ...[rows, files, lines, flags, n, d, next, heads, tails],
      ]),
    ]);
    const spans = [
      ...arrays.map(({ byteOffset, byteLength }): readonly [number, number] => [byteOffset, byteOffset + byteLength]),
      ...areas.map(({ at }): readonly [number, number] => [at, at + AREA]),
      ...areas.map(({ touched }): readonly [number, number] => [touched, touched + 4 * 2048]),
      ...areas.map(({ touchedBy }): readonly [number, number] => [touchedBy, touchedBy + 4 * UNITS.length]),
    ].toSorted(([a], [b]) => a - b);
    expect(spans).toHaveLength(2 * (3 * 9 + 5) + 6);
    for (const [at, [, end]] of spans.entries())
      expect(spans[at + 1]?.[0] ?? memory.allot(0)).toBeGreaterThanOrEqual(end);
    expect([slots[0]?.counts.length, slots[0]?.oddEnds.length, slots[1]?.extent.length]).toEqual([3, 3, 3]);
  });

  it('an area knows what the main one does when a file is begun, but for what a thread notes', () => {
    const { memory, batch, rowOf } = smallScanner({ units: UNITS });
    const [area] = createPartRoom({ memory, batch, rowOf }, { slots: 1, batches: 1, others: 1 }).areas;
    if (area === undefined) throw new Error('no area');
    for (const [cells, longest] of [
      [7, 100],
      [3, 90],
    ] as const) {
      memory.setOwn(LAST_CELL, cells);
      memory.setOwn(LONGEST, longest);
      const own = areaAt(memory.block, beginArea(memory, area));
      expect([own.area, own.own(LAST_CELL), own.own(LONGEST), own.own(BATCH)]).toEqual([
        ...[area.at, cells, longest, memory.own(BATCH)],
      ]);
      expect([own.own(TOUCHED), own.own(TOUCHED_BY)]).toEqual([area.touched, area.touchedBy]);
      expect([memory.own(TOUCHED), memory.own(TOUCHED_BY)]).not.toContain(area.touched);
    }
  });
});

describe('the next file', () => {
  it('has the same room, where a thread knows the new header', () => {
    const scanner = smallScanner({ units: UNITS });
    const read: number[] = [];
    const help = (job: ThreadJob, readAt: ReadAt) => {
      // As it is sent to a thread.
      readByScript(structuredClone(job), readAt, 0);
      read.push(job.ready.reduce((sum, one) => sum + one, 0));
    };
    expect(scan(scanner, FIRST, help)?.count.used).toBe(60);
    const room = scanner.partRoom;
    expect(room).toBeDefined();
    expect(scan(scanner, SECOND, help)?.count.used).toBe(60);
    expect(scanner.partRoom).toBe(room);
    expect(scanner.memory.mayBeRead).toBe(false);
    // Several parts, and the other thread has read all of them: the main one wrote.
    expect(read.map((parts) => parts >= 4)).toEqual([true, true]);
    const columns = [...scanner.readers.keys()].map((target) => target.columns);
    const valueAt = (leaf: number, row: number) =>
      exactAt((columns[leaf] as (typeof columns)[number]).values[1] as never, row);
    expect(UNITS.map((_, row) => [valueAt(1, row), valueAt(2, row)])).toEqual(
      UNITS.map((_, at) => [
        { n: BigInt(at % 7), d: 7n },
        { n: BigInt(at % 4), d: 1n },
      ]),
    );
    expect(UNITS.map((_, row) => lineAt((columns[2] as (typeof columns)[number]).places, row))).toEqual(
      UNITS.map((_, row) => row + 2),
    );
  });

  it('has room of its own where a thread may still write to the old one', () => {
    const scanner = smallScanner({ units: UNITS });
    expect(scan(scanner, FIRST, (job) => claimPart(job))?.count.used).toBe(60);
    expect(scanner.partRoom).toBeUndefined();
    expect(scan(scanner, SECOND, () => {})?.count.used).toBe(60);
    expect(scanner.partRoom).toBeDefined();
    // Given up, with parts that nobody has waited for.
    const other = smallScanner({ units: UNITS });
    expect(scan(other, SECOND.replace('x30,1.3', 'x30,9'), () => {})).toBeUndefined();
    expect(other.partRoom).toBeUndefined();
    expect(other.memory.mayBeRead).toBe(true);
  });
});

describe('texts', () => {
  it('are not learned while other threads read what is known', () => {
    const scanner = smallScanner({ units: UNITS });
    const { memory } = scanner;
    const seen: boolean[] = [];
    scan(scanner, FIRST, () => seen.push(memory.isRead));
    expect([seen, memory.isRead]).toEqual([[true], false]);
  });
});
