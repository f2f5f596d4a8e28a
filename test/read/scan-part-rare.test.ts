/** Threads that wait for each other, and slots that are used again; what a thread asks for is written by hand. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PIECE } from '../../src/read/kernel/map.ts';
import {
  claimPart,
  closeJob,
  freePart,
  type PartJob,
  type ReadAt,
  scanPart,
  waitForPart,
} from '../../src/read/scan-part.ts';
import { BEGIN, jobOf, partScanOf, ROW, ROWS, readByScript, slotOf } from './scan-job.ts';

/** What others do while a thread waits, one after the other; gives how often it waited and for what. */
function meanwhile(...others: readonly (() => 'ok' | 'timed-out')[]) {
  const left = [...others];
  const spy = vi.spyOn(Atomics, 'wait').mockImplementation((() => (left.shift() ?? (() => 'timed-out'))()) as never);
  onTestFinished(() => spy.mockRestore());
  return () => spy.mock.calls.map(([, index, value, patience]) => [index, value, patience].join(' '));
}

const ALIVE = 3;

describe('a thread that reads ahead', () => {
  it('ends without waiting where all is claimed or the job is closed', () => {
    const waits = meanwhile();
    const { job, readAt } = jobOf(ROWS);
    readByScript(job, readAt, 9);
    expect([waits(), [...job.ready]]).toEqual([[], [1, 1, 1, 1, 0]]);
    const { job: closed } = jobOf(ROWS, { slots: 1 });
    expect(claimPart(closed)).toBe(0);
    closeJob(closed);
    readByScript(closed, readAt, 9);
    expect([waits(), [...closed.ready]]).toEqual([[], [0, 0, 0, 0, 0]]);
  });

  it('waits for a slot, and ends where none becomes free', () => {
    const { job, readAt } = jobOf(ROWS, { slots: 1 });
    const free = (part: number) => () => {
      freePart(job, part);
      return 'ok' as const;
    };
    const waits = meanwhile(free(0), free(1), () => 'timed-out');
    readByScript(job, readAt, 9);
    // The place of the parts that the main thread is through with, and how many these are.
    expect(waits()).toEqual(['1 0 9', '1 1 9', '1 2 9']);
    expect([...job.ready]).toEqual([1, 1, 1, 0, 0]);
  });
});

describe('the main thread', () => {
  const ready = (job: PartJob, part: number, outcome: 'ok' | 'timed-out') => () => {
    Atomics.store(job.ready, part, 1);
    return outcome;
  };
  const alive = (job: PartJob) => () => {
    Atomics.add(job.control, ALIVE, 1);
    return 'timed-out' as const;
  };

  it('does not wait for what is there', () => {
    const { job } = jobOf(ROWS);
    const waits = meanwhile();
    Atomics.store(job.ready, 2, 1);
    expect([waitForPart(job, 2, 9), waits()]).toEqual([true, []]);
  });

  it('waits until a part is there, or nobody works any more', () => {
    const { job } = jobOf(ROWS);
    let waits = meanwhile(ready(job, 0, 'ok'));
    expect([waitForPart(job, 0, 9), waits()]).toEqual([true, ['0 0 9']]);
    waits = meanwhile(() => 'ok', alive(job), alive(job), ready(job, 1, 'timed-out'));
    expect(waitForPart(job, 1, 9)).toBe(true);
    expect(waits().slice(-4)).toEqual(['1 0 9', '1 0 9', '1 0 9', '1 0 9']);
    meanwhile(alive(job), () => 'timed-out', ready(job, 2, 'ok'));
    expect([waitForPart(job, 2, 9), Atomics.load(job.ready, 2)]).toEqual([false, 0]);
  });
});

describe('a part is read', () => {
  /** Where bytes were asked for, how many, and what came of the part. */
  function read(rows: readonly string[], part: number, piece = 1 << 20) {
    const { job, readAt } = jobOf(rows);
    const asked: string[] = [];
    const own: ReadAt = (into, position) => {
      asked.push(`${(position - BEGIN) / ROW}+${into.length / ROW}`);
      return readAt(into.subarray(0, Math.min(piece, into.length)), position);
    };
    scanPart(job, partScanOf(job), own, part);
    return { asked, alive: job.control[ALIVE], ...slotOf(job, part) };
  }

  it('up to its end and no further, and each piece is a sign of life', () => {
    expect(read(ROWS, 1)).toMatchObject({ asked: ['3+3'], alive: 1, extent: [1, 3, 6] });
    expect(read(ROWS, 1, ROW)).toMatchObject({ asked: ['3+3', '4+2', '5+1'], alive: 3, extent: [1, 3, 6] });
    expect(read(ROWS, 1, ROW + 1).extent).toEqual([1, 3, 6]);
  });

  it('in a slot that another stood in, of which nothing is left', () => {
    const odd = ROWS.map((row, at) => (at === 1 || at === 10 ? row.replace('1,,,', ' ,,,') : row));
    const { job, readAt } = jobOf(odd, { slots: 1 });
    const scan = partScanOf(job);
    const [batch] = (job.slots[0] as PartJob['slots'][number]).batches;
    scanPart(job, scan, readAt, 0);
    expect(slotOf(job, 0)).toMatchObject({ extent: [2, 3, 3], batches: ['1 2 1 2', '1 0 0 3'] });
    // The main thread has written them.
    for (const { heads, tails } of job.slots[0]?.batches ?? []) for (const rows of [heads, tails]) rows.fill(-1);
    Object.assign(batch as object, { isFull: true });
    scanPart(job, scan, readAt, 1);
    expect(slotOf(job, 1)).toMatchObject({ extent: [1, 3, 6], batches: ['3 0 0 6'] });
    expect([...(batch?.lines.subarray(0, 3) ?? [])]).toEqual([1, 2, 3]);
    expect([...(batch?.rows.subarray(0, 3) ?? [])]).toEqual([3, 4, 5]);
  });

  it('up to a row that is longer than what is read at a time', () => {
    // Ten bytes longer; the cut behind it is still found.
    const long = (ROWS[4] as string).replace('1,,,', `1,,${'a'.repeat(PIECE + 10 - ROW)},`);
    const { job, readAt } = jobOf([...ROWS.slice(0, 4), long, ...ROWS.slice(5)]);
    scanPart(job, partScanOf(job), readAt, 1);
    const { extent } = job.slots[1] as PartJob['slots'][number];
    expect([...extent]).toEqual([1, 1, BEGIN + 4 * ROW]);
    // A row that is not short for certain is none that is taken.
    const wide = (ROWS[4] as string).replace('1,,,', `1,,${'a'.repeat(50_000)},`);
    const { job: other, readAt: more } = jobOf([...ROWS.slice(0, 4), wide, ...ROWS.slice(5)]);
    scanPart(other, partScanOf(other), more, 1);
    expect([...(other.slots[1]?.extent ?? [])]).toEqual([1, 1, BEGIN + 4 * ROW]);
  });

  it('to nothing where the disk refuses behind a row of which nobody is sure', () => {
    const { job, readAt } = jobOf(ROWS.with(3, (ROWS[3] as string).replace('1,,,', ' ,,,')));
    let times = 0;
    const refusing: ReadAt = (into, position) => {
      if (times++ > 0) throw new Error('gone');
      return readAt(into.subarray(0, 2 * ROW), position);
    };
    scanPart(job, partScanOf(job), refusing, 1);
    expect(slotOf(job, 1)).toMatchObject({ extent: [0, 0, 3], batches: [] });
  });

  it('with rows as long as they may be, and as many', () => {
    const { job, readAt } = jobOf(ROWS.with(4, (ROWS[4] as string).replace('1,,,', ' ,,,')));
    const longest = (bytes: number) => {
      const own = { ...job, longest: bytes };
      scanPart(own, partScanOf(own), readAt, 1);
    };
    longest(ROW);
    expect(slotOf(job, 1)).toMatchObject({ extent: [2, 3, 6], batches: ['1 2 4 5', '1 0 0 6'] });
    longest(ROW - 1);
    expect(slotOf(job, 1)).toMatchObject({ extent: [1, 0, 3], batches: ['0 0 0 3'] });
    const { job: few } = jobOf(ROWS);
    scanPart(few, partScanOf({ ...few, mostRows: 2 }), readAt, 0);
    expect(slotOf(few, 0)).toMatchObject({ extent: [2, 3, 3], batches: ['2 3 2 3', '0 0 0 3'] });
  });

  it('up to a blank row at its end', () => {
    const { job, readAt } = jobOf([...ROWS.slice(0, 5), '', ...ROWS.slice(6)]);
    const end = BEGIN + 5 * ROW + 1;
    job.cuts[2] = end;
    scanPart(job, partScanOf(job), readAt, 1);
    const { extent, counts, oddLines, oddStarts, oddEnds } = job.slots[1] as PartJob['slots'][number];
    expect([...extent]).toEqual([2, 3, end]);
    expect([counts[0], oddLines[0], oddStarts[0], oddEnds[0]]).toEqual([2, 3, end - 1, end]);
  });
});
