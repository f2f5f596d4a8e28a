/** A text as `inspect` reads it: its records, the header first, or its faults by code and line. */
import { expect } from 'vitest';
import { runTool } from '../surface.ts';

export type Records = readonly (readonly string[])[];

/** What `inspect --json` says of a text. */
export async function inspected(input: string, ...argv: readonly string[]) {
  const { exit, stdout } = await runTool(['inspect', '-', '--json', ...argv], { stdin: input });
  const data = JSON.parse(stdout);
  if (exit === 0)
    return { records: [data.header, ...data.rows.map(({ cells }: { cells: string[] }) => cells)] as Records };
  expect(exit).toBe(1);
  const faults = data.faults as readonly { code: string; line: number }[];
  return { refused: faults.map(({ code, line }) => `${code} ${line}`) };
}
