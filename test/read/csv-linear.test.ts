/** CSV texts to rows in time that grows with the text, whatever is wrong in it. */
import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { readCsv } from '../../src/read/csv.ts';

const SINK = { header: () => true, row: () => 'used' as const };

describe('time', () => {
  /** Milliseconds that the processor worked on a text of n parts, the least of three: other programs take none of them. */
  function timeOf(textOf: (n: number) => string, n: number): number {
    const text = textOf(n);
    return Math.min(
      ...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        readCsv(text, DIALECTS.data, 'a.csv', SINK, LIMITS);
        return process.cpuUsage(start).user / 1_000;
      }),
    );
  }

  it.each<[string, (n: number) => string]>([
    ['a huge quoted cell', (n) => `a,b\n1,"${'x'.repeat(n * 40)}"\n`],
    ['a quote never closed', (n) => `a,b\n1,"${'x,y\n'.repeat(n * 10)}`],
    ['quotes in one cell', (n) => `a,b\n1,"${'""'.repeat(n * 10)}"\n`],
    ['broken rows', (n) => `a,b\n${'1,x"y\n'.repeat(n)}`],
    ['empty rows', (n) => `a,b\n${'\n'.repeat(n * 10)}1,2\n`],
    ['ragged rows', (n) => `a,b\n${'1\n'.repeat(n * 10)}`],
  ])('takes no more than linear time for %s', (_, textOf) => {
    timeOf(textOf, 500);
    const small = timeOf(textOf, 1_500);
    const large = timeOf(textOf, 6_000);
    // Four times the text: 4 where linear, 16 where quadratic; 60 ms are the noise of memory that is tidied up meanwhile.
    expect(large).toBeLessThan(small * 9 + 60);
  });
});
