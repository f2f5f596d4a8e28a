/** One cell of a CSV file of the repository, by its place, read without any code of the tool. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ROOT } from './surface.ts';

/** The text of a field; line and field count from 1. Files whose rows are one line each. */
export function readSampleCell(file: string, line: number, field: number): string | undefined {
  const text = readFileSync(join(ROOT, file), 'utf8').split('\n')[line - 1] ?? '';
  const [fields = []] = parse(text) as string[][];
  return fields[field - 1];
}

/** Writes a small file of a test's own project. */
export function writeText(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
