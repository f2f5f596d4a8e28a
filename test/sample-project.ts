/** The sample project copied into a temporary folder, where a test may spoil it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from './surface.ts';

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parindex-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that holds the sample as `cchc`; it is gone after the test. */
export function copySample(): string {
  const folder = emptyFolder();
  cpSync(join(ROOT, 'fixtures/khanh-hoa-2019'), join(folder, 'cchc'), { recursive: true });
  return folder;
}

/** Rewrites a file below a folder; the change must change something. */
export function edit(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  writeFileSync(file, after);
}
