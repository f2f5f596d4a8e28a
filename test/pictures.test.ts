/** The pictures of the README are those that its script makes, are there, and are small. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './surface.ts';

const FOLDER = join(ROOT, 'docs/pictures');

/** More than this a reader on a slow line would wait for. */
const MOST_BYTES = 150_000;

describe('docs/pictures', () => {
  const names = readdirSync(FOLDER).sort();

  it('has what the script makes, and nothing else', () => {
    const script = readFileSync(join(ROOT, 'pictures.js'), 'utf8');
    const made = [...script.matchAll(/'([\w-]+\.png)'/g)].map(([, name]) => name);
    expect(names).toEqual([...new Set(made)].sort());
  });

  it.each(names)('%s is a PNG and small', (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(bytes.length).toBeLessThan(MOST_BYTES);
  });
});
