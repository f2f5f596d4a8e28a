/** The package as npm makes it and a stranger installs it: what is in it, what it runs, and what each command loads. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './surface.ts';

/** A text that stands in a package and nowhere else in the program. */
const MARKS = {
  chalk: 'chalkFactory',
  'cli-table3': 'mergeTableOptions',
  commander: 'missing required argument',
  'csv-parse': 'CSV_INVALID_CLOSING_QUOTE',
  docx: 'w:document',
  hucre: 'xl/worksheets/sheet',
  yaml: 'at node end',
  zod: '$ZodObject',
} as const;

type PackageName = keyof typeof MARKS;

let folder: string;
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parindex-package-'));
  npm(ROOT, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(folder, 'install', '--offline', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`);
  installed = join(folder, 'node_modules', 'parindex');
  cpSync(join(ROOT, 'fixtures', 'khanh-hoa-2019'), join(folder, 'cchc'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function npm(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
}

/** The installed program by its entry, with the names of the files it loaded from its package. */
function runInstalled(...args: readonly string[]) {
  return runInColour('0', ...args);
}

function runInColour(level: '0' | '1', ...args: readonly string[]) {
  const told = join(folder, 'loaded.json');
  const hook = join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(told)}, JSON.stringify(Object.keys(require.cache))));`,
  );
  const bin = join(installed, 'bin', 'parindex.js');
  const env = { ...process.env, NO_COLOR: '', TERM: 'xterm', FORCE_COLOR: level };
  const ran = spawnSync(process.execPath, ['--require', hook, bin, ...args], { cwd: folder, encoding: 'utf8', env });
  const files = (JSON.parse(readFileSync(told, 'utf8')) as string[]).filter((file) => file.includes('parindex'));
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr, files: files.filter((file) => file !== hook) };
}

/** The packages whose marks stand in files. */
function packagesIn(files: readonly string[]): readonly PackageName[] {
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const names = Object.keys(MARKS) as PackageName[];
  return names.filter((name) => texts.some((text) => text.includes(MARKS[name])));
}

describe('the package', () => {
  it('holds the program, its types, its documents and the sample, and nothing of the workshop', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(installed.length + 1)
          .replaceAll('\\', '/'),
      );
    for (const needed of [
      ...['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json', 'bin/parindex.js', 'dist/process.js'],
      ...[
        'dist/scan-thread.js',
        'dist/kernel.wasm',
        'dist/library.js',
        'dist/types/library.d.ts',
        'dist/THIRD-PARTY.txt',
        'docs/parindex.1',
      ],
      ...['docs/rubric.schema.json', 'fixtures/khanh-hoa-2019/rubric.yaml'],
    ]) {
      expect(files).toContain(needed);
    }
    const own = /^(?:(?:bin|dist|docs|fixtures\/khanh-hoa-2019)\/|[A-Z]+(?:\.md)?$|package\.json$)/;
    expect(files.filter((file) => !own.test(file))).toEqual([]);
    expect(files.filter((file) => /\.map$|\.test\.|node_modules|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  it('has the same bytes each time it is packed', () => {
    const again = mkdtempSync(join(tmpdir(), 'parindex-again-'));
    npm(ROOT, 'pack', '--ignore-scripts', '--silent', '--pack-destination', again);
    const [one, other] = [folder, again].map((where) => {
      const tarball = readdirSync(where).find((file) => file.endsWith('.tgz')) as string;
      return readFileSync(join(where, tarball));
    });
    rmSync(again, { recursive: true, force: true });
    expect(one?.equals(other as Buffer)).toBe(true);
  });

  it('brings no other package with it that must be there', () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['parindex']);
  });

  it('carries the licence of every package inside', () => {
    const notices = readFileSync(join(installed, 'dist', 'THIRD-PARTY.txt'), 'utf8');
    for (const name of Object.keys(MARKS)) expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    const parts = notices.split('-'.repeat(80)).slice(1);
    expect(parts.length).toBeGreaterThan(Object.keys(MARKS).length);
    for (const part of parts) expect(part).toMatch(/permi(?:t|ssion)|redistribut/i);
  });

  it('says for machines what is inside: the packages of the licences, with the digests of the lockfile', () => {
    const bill = JSON.parse(readFileSync(join(installed, 'dist', 'sbom.cdx.json'), 'utf8'));
    const notices = readFileSync(join(installed, 'dist', 'THIRD-PARTY.txt'), 'utf8');
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(bill).toMatchObject({
      ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 },
      metadata: { component: { type: 'application', name: 'parindex', purl: `pkg:npm/parindex@${version}` } },
    });
    const inside = bill.components as Record<'name' | 'version' | 'purl' | 'bom-ref', string>[];
    const titles = inside.map(({ name, version: of }) => `${name} ${of}`);
    expect(titles).toEqual(Array.from(notices.matchAll(/^(\S+ \d+\.\d+\.\d+) \(/gm), ([, title]) => title));
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    for (const { name, hashes } of bill.components) {
      const [, digest] = packages[`node_modules/${name}`].integrity.split('-');
      expect([name, hashes]).toEqual([
        name,
        [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
      ]);
    }
    expect(inside.find(({ name }) => name === 'chalk')?.purl).toMatch(/^pkg:npm\/chalk@5\.6\.\d+$/);
    expect(bill.dependencies).toEqual([
      { ref: bill.metadata.component['bom-ref'], dependsOn: inside.map((each) => each['bom-ref']) },
    ]);
  });

  it('ranks the sample as the checkout does', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(runInstalled('--version').stdout).toBe(`${version}\n`);
    const checkout = spawnSync(process.execPath, [join(ROOT, 'bin', 'parindex.js'), 'rank', 'cchc'], { cwd: folder });
    const { exit, stdout } = runInstalled('rank', 'cchc');
    expect(exit).toBe(0);
    expect(stdout).toContain('92.08');
    expect(stdout).toBe(checkout.stdout.toString());
  });

  it('writes the sample project from inside itself', () => {
    expect(runInstalled('init', 'fresh').exit).toBe(0);
    expect(runInstalled('rank', 'fresh').stdout).toContain('92.08');
  });
});

describe('what V8 made of the program', () => {
  const [v8] = process.versions.v8.split('-');
  const kept = (name: string): string => join(installed, 'dist', `${name}.js.v8-${v8}`);

  it.each([
    ['start', []],
    ['ranking', []],
    ['colour', []],
    ['written', ['--output', 'kept.csv']],
  ])('%s: is taken by the V8 that made it', (name, more) => {
    const script = `
      process.argv = ['node', 'parindex', 'rank', 'cchc', ...${JSON.stringify(more)}];
      const { scripts } = require(${JSON.stringify(join(installed, 'bin', 'parindex.js'))});
      process.on('exit', () => {
        const [, script] = [...scripts].find(([file]) => file.endsWith('${name}.js'));
        console.error(script.cachedDataRejected);
      });`;
    const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined, TERM: 'xterm' };
    const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: folder, env, encoding: 'utf8' });
    expect(stderr.replace(/\u001b\[[0-9]+m/g, '')).toBe('false\n');
  });

  it('is left aside where it is damaged, cut, of another file, or not there: the same ranking', () => {
    const sound = runInstalled('rank', 'cchc');
    expect(sound.stdout).toContain('92.08');
    const file = kept('ranking');
    const bytes = readFileSync(file);
    // V8 itself does not see a bit that was turned round, and may die of it.
    const damaged = Array.from({ length: 12 }, (_, at) => {
      const flipped = Buffer.from(bytes);
      const place = at < 8 ? at : Math.floor((bytes.length * (at - 7.5)) / 4);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << (at % 8)), place);
      return flipped;
    });
    try {
      for (const changed of [...damaged, bytes.subarray(0, 8), Buffer.alloc(0), readFileSync(kept('start'))]) {
        writeFileSync(file, changed);
        expect(runInstalled('rank', 'cchc')).toEqual(sound);
      }
      rmSync(file);
      expect(runInstalled('rank', 'cchc')).toEqual(sound);
    } finally {
      writeFileSync(file, bytes);
    }
  });

  it('has the same bytes wherever it is made', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'parindex elsewhere-'));
    for (const part of ['bin', 'dist', 'fixtures', 'package.json', 'compile.js'])
      cpSync(join(ROOT, part), join(elsewhere, part), { recursive: true });
    const made = readdirSync(join(elsewhere, 'dist')).filter((file) => file.endsWith(`.v8-${v8}`));
    for (const file of made) rmSync(join(elsewhere, 'dist', file));
    const compile = ['--random-seed=1', join(elsewhere, 'compile.js')];
    // As the build does: by what its output is, V8 finds more or fewer functions worth compiling.
    expect(spawnSync(process.execPath, compile, { stdio: ['ignore', 'ignore', 'pipe'] }).status).toBe(0);
    for (const file of made)
      expect(readFileSync(join(elsewhere, 'dist', file)).equals(readFileSync(join(ROOT, 'dist', file)))).toBe(true);
    rmSync(elsewhere, { recursive: true, force: true });
    expect(made).toHaveLength(4);
  });

  it('is that of the file beside it: a file that was changed is loaded as it stands', () => {
    const file = join(installed, 'dist', 'start.js');
    const text = readFileSync(file);
    try {
      writeFileSync(file, `${text}\nprocess.stderr.write('changed');\n`);
      expect(runInstalled('--version').stderr).toBe('changed');
    } finally {
      writeFileSync(file, text);
    }
  });
});

describe('what is loaded', () => {
  it('is known by marks that stand in the program', () => {
    const dist = join(installed, 'dist');
    const files = readdirSync(dist).filter((file) => file.endsWith('.js'));
    expect(packagesIn(files.map((file) => join(dist, file)))).toEqual(Object.keys(MARKS));
    const starting = ['parindex.js', 'process.js'];
    expect(runInstalled('--help').files.map((file) => basename(file))).toEqual(expect.arrayContaining(starting));
  });

  it.each<[readonly string[], readonly PackageName[]]>([
    [['--version'], ['commander']],
    [['--help'], ['commander']],
    [['rank', 'cchc', '--format', 'csv'], ['commander']],
    [['rank', 'cchc', '--format', 'json'], ['commander']],
    [['rank', 'cchc'], ['commander']],
    [['explain', 'khanh-son', 'cchc'], ['commander']],
    [['report', 'cchc', '-o', 'page.html'], ['commander']],
  ])('by %j is %j and no more', (args, packages) => {
    const { exit, stderr, files } = runInstalled(...args);
    expect(exit, stderr).toBe(0);
    expect(packagesIn(files)).toEqual(packages);
    expect(files.filter((file) => /thread/.test(basename(file)))).toEqual([]);
  });

  it('by a thread is its own file alone, and the kernel', () => {
    const text = readFileSync(join(installed, 'dist', 'scan-thread.js'), 'utf8');
    const needed = [...text.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name);
    expect(needed.sort()).toEqual(['"node:fs"', '"node:path"', '"node:worker_threads"']);
    expect(text.length).toBeLessThan(20_000);
  });

  it('is chalk and cli-table3 only for colour', () => {
    const { exit, stdout, files } = runInColour('1', 'rank', 'cchc');
    expect(exit).toBe(0);
    expect(stdout).toContain('\u001b[1m');
    expect(packagesIn(files)).toEqual(['chalk', 'cli-table3', 'commander']);
    expect(stdout.replace(/\u001b\[[0-9]+m/g, '')).toBe(runInstalled('rank', 'cchc').stdout);
  });

  it('is csv-parse only for a text that is not plain', () => {
    writeFileSync(join(folder, 'quoted.csv'), 'id,name,group\nkhanh-son,"Khánh\nSơn",huyen\n');
    const loose = ['--rubric', 'cchc/rubric.yaml', '--units', 'quoted.csv', 'cchc/entries/khanh-son.csv'];
    expect(packagesIn(runInstalled('check', ...loose).files)).toContain('csv-parse');
  });

  it('is zod only for what is not right', () => {
    writeFileSync(join(folder, 'unfinished.yaml'), 'format: 1\n');
    const { exit, stderr, files } = runInstalled('rubric', 'unfinished.yaml');
    expect(exit).toBe(1);
    expect(stderr).toContain('error[missing-key] unfinished.yaml:1:1');
    expect(packagesIn(files)).toContain('zod');
  });

  it('is the package yaml only for a text that is not plain', () => {
    writeFileSync(join(folder, 'anchored.yaml'), 'format: &one 1\n');
    const { exit, stderr, files } = runInstalled('rubric', 'anchored.yaml');
    expect(exit).toBe(1);
    expect(stderr).toContain('error[yaml-feature] anchored.yaml:1:14');
    expect(packagesIn(files)).toContain('yaml');
  });
});
