/** What is installed: known by its digest, of one version, and none of it runs anything when it is put there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './surface.ts';

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

describe('package-lock.json', () => {
  const { '': own, ...packages } = read('package-lock.json').packages as Record<string, Locked>;

  it('knows every package by its SHA-512', () => {
    expect(own).toBeDefined();
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    const unknown = Object.entries(packages).filter(
      ([, { integrity = '', link = false }]) => link || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity),
    );
    expect(unknown).toEqual([]);
  });

  it('has none that runs a script of its own when it is installed', () => {
    expect(Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  });
});

describe('package.json', () => {
  it('asks for one version of each package, and for none where the program runs', () => {
    const { dependencies = {}, devDependencies, optionalDependencies, overrides } = read('package.json');
    expect(dependencies).toEqual({});
    for (const [name, version] of Object.entries({ ...devDependencies, ...optionalDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9a-z.-]+)?$/)]);
    }
    expect(JSON.stringify(overrides ?? {})).not.toMatch(/[\^~*]|latest/);
  });
});
