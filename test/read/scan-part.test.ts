/** What one thread reads of a part into its slot, and who may claim one; positions by hand, all rows are of 13 bytes. */
import { describe, expect, it } from 'vitest';
import {
  claimPart,
  closeJob,
  freePart,
  type PartJob,
  type ReadAt,
  scanPart,
  waitForPart,
} from '../../src/read/scan-part.ts';
import type { Slot } from '../../src/read/scan-slots.ts';
import { BEGIN, jobOf, partScanOf, ROW, ROWS, readByScript, slotOf } from './scan-job.ts';

/** The part with these rows in the places of the fourth to sixth, read by itself. */
function second(rows: readonly string[], how: { batches?: number; most?: number; room?: number } = {}) {
  const all = [...ROWS.slice(0, 3), ...rows, ...ROWS.slice(6)];
  const { job, readAt } = jobOf(all, how);
  const some: ReadAt = (into, position) => readAt(into.subarray(0, how.most ?? into.length), position);
  scanPart(job, partScanOf(job, how.room), some, 1);
  expect([...job.ready.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  return { ...slotOf(job, 1), job };
}

describe('a part', () => {
  const [four, five, six] = ROWS.slice(3, 6) as [string, string, string];

  it('is one batch where all rows are taken the quick way, whatever the disk gives at a time', () => {
    for (const most of [1, 5, 13, 20, 1000]) {
      const { at, extent, batches, job } = second([four, five, six], { most });
      expect([at, extent, batches]).toEqual([3, [1, 3, 6], ['3 0 0 6']]);
      const [batch] = (job.slots[1] as Slot).batches;
      expect([...(batch?.rows.subarray(0, 3) ?? [])]).toEqual([3, 4, 5]);
      expect([...(batch?.lines.subarray(0, 3) ?? [])]).toEqual([1, 2, 3]);
    }
  });

  it('has a batch up to each row of which nobody is sure', () => {
    const odd = five.replace('1,,,', ' ,,,');
    for (const most of [1, 5, 13, 20, 1000]) {
      expect(second([four, odd, six], { most })).toMatchObject({ extent: [2, 3, 6], batches: ['1 2 4 5', '1 0 0 6'] });
    }
    expect(second([odd, five, six])).toMatchObject({ extent: [2, 3, 6], batches: ['0 1 3 4', '2 0 0 6'] });
    // As many as there are batches: then the rest is left off.
    expect(second([four, odd, six], { batches: 1 })).toMatchObject({ extent: [1, 2, 5], batches: ['1 2 4 5'] });
    expect(second([odd, odd.replace('xe', 'xf'), six])).toMatchObject({
      extent: [2, 2, 5],
      batches: ['0 1 3 4', '0 2 4 5'],
    });
  });

  it('is left off before a row whose end is not known', () => {
    expect(second([four, five.replace('1,,,', '1,",'), six])).toMatchObject({
      extent: [1, 1, 4],
      batches: ['1 0 0 4'],
    });
  });

  it('has another batch where one is full', () => {
    expect(second([four, five, six], { room: 2 })).toMatchObject({
      extent: [2, 3, 6],
      batches: ['2 0 0 5', '1 0 0 6'],
    });
    expect(second([four, five, six], { room: 1 })).toMatchObject({
      extent: [2, 2, 5],
      batches: ['1 0 0 4', '1 0 0 5'],
    });
  });

  it('is left off where the file ends, is refused or nobody asks for it any more', () => {
    const { job, readAt } = jobOf(ROWS);
    const scan = partScanOf(job);
    const short: ReadAt = (into, position) =>
      readAt(into.subarray(0, Math.max(0, BEGIN + 4.5 * ROW - position)), position);
    scanPart(job, scan, short, 1);
    expect(slotOf(job, 1)).toMatchObject({ extent: [1, 1, 4], batches: ['1 0 0 4'] });
    scanPart(
      job,
      scan,
      () => {
        throw new Error('gone');
      },
      2,
    );
    expect(slotOf(job, 2)).toMatchObject({ extent: [0, 0, 6], batches: [] });
    // Refused behind two rows: none of them waits.
    let times = 0;
    const refusing: ReadAt = (into, position) => {
      if (times++ > 0) throw new Error('gone');
      return readAt(into.subarray(0, 2 * ROW), position);
    };
    scanPart(job, scan, refusing, 0);
    expect(slotOf(job, 0)).toMatchObject({ extent: [0, 0, 0], batches: [] });
    const [{ heads, tails }] = (job.slots[0] as Slot).batches as [Slot['batches'][number]];
    expect([...heads, ...tails].every((row) => row === -1)).toBe(true);
    closeJob(job);
    scanPart(job, scan, readAt, 3);
    expect(slotOf(job, 3)).toMatchObject({ extent: [0, 0, 9], batches: [] });
    expect([...job.ready.subarray(0, 4)]).toEqual([1, 1, 1, 1]);
  });
});

/** A job without any work. The controls: the next part, parts taken, closed, alive. */
const idle = (parts: number, slots: number) =>
  ({
    cuts: new Float64Array(parts + 1),
    control: new Int32Array(new SharedArrayBuffer(16)),
    ready: new Int32Array(new SharedArrayBuffer(4 * parts)),
    slots: Array.from({ length: slots }),
  }) as unknown as PartJob;

describe('parts', () => {
  it('are claimed one after the other, as far as there are slots', () => {
    const job = idle(3, 2);
    expect([claimPart(job), claimPart(job), claimPart(job)]).toEqual([0, 1, -1]);
    freePart(job, 0);
    expect([...job.control]).toEqual([2, 1, 0, 0]);
    expect([claimPart(job), claimPart(job)]).toEqual([2, -1]);
    freePart(job, 1);
    expect(claimPart(job)).toBe(-1);
  });

  it('are not claimed when the job is closed', () => {
    const job = idle(3, 2);
    closeJob(job);
    expect([...job.control]).toEqual([0, 1, 1, 0]);
    expect(claimPart(job)).toBe(-1);
  });

  it('are waited for until nobody works', () => {
    const job = idle(3, 2);
    expect(waitForPart(job, 1, 0)).toBe(false);
    Atomics.store(job.ready, 1, 1);
    expect(waitForPart(job, 1, 0)).toBe(true);
    expect(waitForPart(job, 0, 0)).toBe(false);
  });

  it('are all read ahead, as far as there are slots, unless the job is closed', () => {
    for (const [slots, read] of [
      [4, 4],
      [2, 2],
      [1, 1],
    ] as const) {
      const { job, readAt } = jobOf(ROWS, { slots });
      readByScript(job, readAt, 0);
      expect([...job.ready.subarray(0, 4)]).toEqual([0, 1, 2, 3].map((part) => (part < read ? 1 : 0)));
      expect(job.control[0]).toBe(read);
      // A piece is a sign of life.
      expect(job.control[3]).toBe(read);
    }
    const { job, readAt } = jobOf(ROWS);
    closeJob(job);
    readByScript(job, readAt, 0);
    expect(job.ready.every((one) => one === 0)).toBe(true);
  });
});
