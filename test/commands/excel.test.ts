/** `--excel`: the same table as CSV that Excel on a Vietnamese Windows opens as columns and numbers. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runTool, wordsOf } from '../surface.ts';

const run = (line: string) => runTool(wordsOf(line.replace('cchc', 'fixtures/khanh-hoa-2019')));

/** Columns of ids, and of what was reported as it was written. */
const NAMES = ['id', 'domain', 'parent', 'value'];
const isNumber = (text: string): boolean => /^-?[0-9]+\.[0-9]+$/.test(text);

describe('--excel', () => {
  it.each(['rank cchc --domains', 'scorecard khanh-son cchc', 'rubric show cchc', 'check cchc'])(
    '%s: a byte order mark, semicolons, decimal commas, and lines that end as on Windows',
    async (line) => {
      const [plain, excel] = await Promise.all([run(`${line} --format csv`), run(`${line} --excel`)]);
      expect(excel.exit).toBe(plain.exit);
      expect(excel.stdout.startsWith('\uFEFF')).toBe(true);
      expect(excel.stdout.slice(1).includes('\uFEFF')).toBe(false);
      expect(excel.stdout.endsWith('\r\n')).toBe(true);
      expect(excel.stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const [header = [], ...rows]: string[][] = parse(plain.stdout);
      expect(rows.length).toBeGreaterThan(2);
      const inCommas = (cell: string, at: number): string =>
        isNumber(cell) && !NAMES.includes(header[at] ?? '') ? cell.replace('.', ',') : cell;
      const read: string[][] = parse(excel.stdout, { bom: true, delimiter: ';', record_delimiter: '\r\n' });
      expect(read).toEqual([header, ...rows.map((row) => row.map(inCommas))]);
    },
  );

  it('gives csv unless another format is named, and then it refuses', async () => {
    const named = 'rank cchc --excel --format';
    expect((await run(`${named} csv`)).stdout).toBe((await run('rank cchc --excel')).stdout);
    for (const line of [`${named} json`, 'rank cchc --excel -o a.xlsx', 'rank cchc --excel --decimal dot']) {
      const { exit, stderr } = await run(line);
      expect([exit, stderr.split(';')[0]]).toEqual([2, '--excel is CSV with a decimal comma']);
    }
  });
});
