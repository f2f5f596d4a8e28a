/**
 * Lines of a file that was read in parts. While the parts are read, a line is known by its part alone and numbered
 * p × stride + i (scan-part.ts); when all are done, it is known how many lines are above each, and the places of all
 * rows are written anew.
 */
import type { LeafColumns } from '../model/assessment.ts';
import type { Places } from '../model/places.ts';
import type { PartJob } from './scan-part.ts';
import { anchorsOf } from './scan-sharing.ts';

/** Gives places of the job's file their true lines, and the way from a line as it is numbered in its part to that. */
export function settleLines(job: PartJob, columns: readonly LeafColumns[]): (numbered: number) => number {
  const { stride, fileAt } = job;
  // The header is the first line.
  const above = new Int32Array(job.lines.length);
  job.lines.reduce((lines, own, part) => {
    above[part] = lines;
    return lines + own;
  }, 1);
  const lineOf = (numbered: number): number => (above[Math.floor(numbered / stride)] as number) + (numbered % stride);
  // A byte holds no distance from one part to another.
  for (const { places } of columns) if (!(places.below instanceof Uint8Array)) settle(places, fileAt, lineOf);
  for (const { files, lines } of anchorsOf(columns)) {
    for (let row = 0; row < lines.length; row++) {
      if (files[row] === fileAt && lines[row] !== 0) lines[row] = lineOf(lines[row] as number);
    }
  }
  return lineOf;
}

function settle({ anchors: { files, lines }, below }: Places, fileAt: number, lineOf: (line: number) => number): void {
  for (let row = 0; row < below.length; row++) {
    const distance = below[row] as number;
    if (distance === 0 || files[row] !== fileAt) continue;
    const anchor = lines[row] as number;
    const line = lineOf(anchor + (distance < 0 ? distance : distance - 1));
    const now = line - lineOf(anchor);
    below[row] = now < 0 ? now : now + 1;
  }
}
