/** The plan of the house, executed: who may import whom, how long a file may be, what no figure may pass through. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { formats } from '../src/formats/index.ts';
import { rules } from '../src/rules/index.ts';
import { VERSION } from '../src/version.ts';

/** A room (a folder, or a file directly in src/) and what it may import: rooms of ours, then packages. */
const FLOORS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages: readonly string[] }>> = {
  model: { rooms: [], packages: [] },
  faults: { rooms: ['model'], packages: [] },
  schema: { rooms: [], packages: ['zod'] },
  rules: { rooms: ['schema', 'faults', 'model'], packages: [] },
  read: {
    rooms: ['rules', 'schema', 'faults', 'model'],
    packages: ['zod', 'csv-parse', 'yaml', 'iconv-lite', 'node:zlib'],
  },
  checks: { rooms: ['faults', 'model'], packages: [] },
  score: { rooms: ['rules', 'model'], packages: [] },
  analyse: { rooms: ['score', 'rules', 'model'], packages: [] },
  reports: { rooms: ['model'], packages: [] },
  formats: {
    rooms: ['model'],
    packages: [
      ...['chalk', 'cli-table3', 'hucre', 'docx', 'fflate', '@resvg/resvg-js'],
      ...['@expo-google-fonts/be-vietnam-pro', 'node:crypto', 'node:module'],
    ],
  },
  'io-error.ts': { rooms: ['model'], packages: [] },
  // The disk has four doors: io.ts and small-files.ts read, disk.ts has the single calls of writing, streams.ts the standard streams, watch-paths.ts waits.
  'io.ts': {
    rooms: ['io-error.ts', 'disk.ts', 'full-paths.ts', 'identities.ts', 'small-files.ts', 'targets.ts', 'model'],
    packages: ['node:fs', 'node:path', 'node:url'],
  },
  'full-paths.ts': { rooms: [], packages: ['node:path'] },
  'identities.ts': { rooms: [], packages: [] },
  'small-files.ts': { rooms: ['identities.ts'], packages: ['node:fs'] },
  'targets.ts': { rooms: ['io-error.ts', 'model'], packages: ['node:path'] },
  'disk.ts': { rooms: [], packages: ['node:fs'] },
  'streams.ts': { rooms: ['io.ts', 'io-error.ts', 'targets.ts'], packages: ['node:fs'] },
  'new-file.ts': { rooms: ['disk.ts', 'io-error.ts'], packages: ['node:zlib'] },
  'outputs.ts': {
    rooms: ['disk.ts', 'io-error.ts', 'new-file.ts', 'targets.ts', 'model'],
    packages: ['node:crypto', 'node:path'],
  },
  'surface.ts': { rooms: ['commands', 'new-file.ts', 'targets.ts', 'watch-paths.ts', 'model'], packages: [] },
  'progress.ts': { rooms: ['io.ts', 'surface.ts', 'model'], packages: [] },
  'ending.ts': { rooms: ['commands', 'digests.ts', 'io.ts', 'io-error.ts', 'model'], packages: [] },
  'perform.ts': {
    rooms:
      'commands disk.ts ending.ts io.ts manifest.ts outputs.ts progress.ts surface.ts targets.ts version.ts model'.split(
        ' ',
      ),
    packages: [],
  },
  'manifest.ts': { rooms: ['digests.ts', 'io.ts', 'model'], packages: ['node:crypto', 'node:path'] },
  'digests.ts': { rooms: ['io.ts'], packages: ['node:crypto'] },
  'reads.ts': { rooms: ['io.ts', 'io-error.ts'], packages: ['node:crypto'] },
  'watch-paths.ts': { rooms: ['io-error.ts'], packages: ['node:fs', 'node:path'] },
  'watching.ts': { rooms: 'commands io.ts perform.ts reads.ts surface.ts model'.split(' '), packages: [] },
  'version.ts': { rooms: [], packages: [] },
  'stated.ts': { rooms: ['io.ts', 'take.ts', 'faults', 'model'], packages: ['node:crypto'] },
  // What other processors do has two doors: one starts threads, the other is what a thread runs.
  'threads.ts': { rooms: ['io.ts', 'read'], packages: ['node:os', 'node:worker_threads'] },
  'scan-thread.ts': { rooms: ['compiled.ts', 'disk.ts', 'read'], packages: ['node:worker_threads'] },
  // What the build made of a part of the program, beside the program itself.
  'compiled.ts': { rooms: ['read'], packages: ['node:fs', 'node:path'] },
  'scan-entries.ts': { rooms: ['take.ts', 'threads.ts', 'read'], packages: [] },
  'read-files.ts': { rooms: ['scan-entries.ts', 'take.ts', 'read', 'model'], packages: [] },
  'draft.ts': { rooms: ['take.ts', 'read', 'model'], packages: [] },
  'load.ts': {
    rooms: 'compiled.ts draft.ts io.ts read-files.ts stated.ts take.ts read checks rules faults model'.split(' '),
    packages: [],
  },
  'take.ts': { rooms: ['io.ts', 'read', 'faults', 'model'], packages: ['node:crypto'] },
  'excerpts.ts': { rooms: ['io.ts', 'read', 'model'], packages: [] },
  commands: {
    rooms:
      'io.ts load.ts digests.ts manifest.ts excerpts.ts version.ts read rules checks score analyse reports formats faults model'.split(
        ' ',
      ),
    packages: [],
  },
  'cli.ts': {
    rooms: 'commands perform.ts surface.ts version.ts watching.ts model'.split(' '),
    packages: ['commander'],
  },
  'process.ts': {
    rooms: 'cli.ts commands ending.ts new-file.ts streams.ts surface.ts watch-paths.ts model'.split(' '),
    packages: ['node:readline'],
  },
  'library.ts': {
    rooms: ['io.ts', 'io-error.ts', 'load.ts', 'score', 'reports', 'formats', 'model', 'version.ts'],
    packages: [],
  },
};

const MOST_LINES = 300;

/** Rooms where a figure is still a figure: nothing there may go through a binary float, a locale or a clock. */
const HEART = ['model', 'rules', 'read', 'checks', 'score', 'analyse', 'reports'];

const INEXACT =
  /\bNumber\(|\bparseFloat\b|\bparseInt\b|\.toFixed\(|\bMath\.round\b|\bIntl\b|\.toLocale|\.localeCompare|\bnew Date\b|\bDate\.now\b|\bMath\.random\b/;

/** Proved before the conversion: a whole number that a double holds; a double whose shortest text alone goes on. */
const INEXACT_BUT_PROVED: readonly string[] = ['reports/charts/scale.ts', 'model/column.ts', 'read/sheet-number.ts'];

/**
 * Who may say that a text is encoded for a face (model/encoded.ts): the encoder of each, what draws with letters that
 * are encoded already, and the two whose text is all our own.
 */
const ENCODERS: readonly string[] = [
  'model/visible.ts',
  ...['csv', 'github', 'json', 'junit', 'markdown', 'sarif', 'workbook'].map((name) => `formats/${name}.ts`),
  ...['escape', 'script', 'style'].map((name) => `formats/html/${name}.ts`),
  ...['colour', 'terminal'].map((name) => `formats/${name}.ts`),
  ...['completion', 'present', 'rubric-convert'].map((name) => `commands/${name}.ts`),
];

const root = join(import.meta.dirname, '..', 'src');

/** Every file of ours, but for what is AssemblyScript alone. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return path.endsWith('.ts') && !path.endsWith('.as.ts') ? [path] : [];
  });
}

const files = filesBelow('');
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

interface Import {
  readonly from: string;
  /** A file of ours from src/, or the name of a package. */
  readonly to: string;
  readonly isPackage: boolean;
  /** Whether loading `from` loads `to`. */
  readonly isStatic: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = textOf.get(file) ?? '';
  const found = [
    ...[...text.matchAll(/^(import|export)\s(type\s)?[^;]*?from '([^']+)';/gms)].map((match) => ({
      target: match[3] as string,
      isStatic: match[2] === undefined,
    })),
    ...[...text.matchAll(/^import '([^']+)';/gm)].map((match) => ({ target: match[1] as string, isStatic: true })),
    ...[...text.matchAll(/\b(?:import|resolve)\('([^']+)'\)/g)].map((match) => ({
      target: match[1] as string,
      isStatic: false,
    })),
  ];
  return found.map(({ target, isStatic }) => {
    const isPackage = !target.startsWith('.');
    const to = isPackage ? target : normalize(join(dirname(file), target)).replaceAll('\\', '/');
    return { from: file, to, isPackage, isStatic };
  });
}

const imports = files.flatMap(importsOf);

function roomOf(file: string): string {
  return file.split('/')[0] as string;
}

/** `csv-parse/sync` -> `csv-parse`, `@scope/name/x` -> `@scope/name`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Everything that is loaded with a file, without anything that waits for a dynamic import. */
function closureOf(start: string): ReadonlySet<string> {
  const seen = new Set<string>([start]);
  for (const file of seen) {
    for (const { to, isStatic, from } of imports) if (from === file && isStatic) seen.add(to);
  }
  return seen;
}

describe('floors', () => {
  it('has a floor for every room', () => {
    expect(files.map(roomOf).filter((room) => FLOORS[room] === undefined)).toEqual([]);
  });

  it.each(Object.keys(FLOORS))('%s imports only what lies below it', (room) => {
    const floor = FLOORS[room];
    const wrong = imports.filter(({ from, to, isPackage }) => {
      if (roomOf(from) !== room) return false;
      if (isPackage) return !floor?.packages.includes(packageOf(to));
      return roomOf(to) !== room && !floor?.rooms.includes(roomOf(to));
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('has a kernel that is loaded with nothing but itself, since it is compiled apart', () => {
    const kernel = 'read/kernel/';
    const wrong = imports.filter(
      ({ from, to, isPackage, isStatic }) =>
        from.startsWith(kernel) && isStatic && (isPackage || !to.startsWith(kernel)),
    );
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    expect(files.filter((file) => file.startsWith(kernel)).length).toBeGreaterThan(5);
  });

  it('has one memory for the kernel, in two languages', () => {
    const memory = textOf.get('read/kernel/memory.ts') ?? '';
    const other = readFileSync(join(root, 'read/kernel/memory.as.ts'), 'utf8');
    const heads = [...other.matchAll(/^(?: {2}|export function )\w+\(.*\): \w+ \{$/gm)].map(([head]) => head);
    expect(heads.length).toBeGreaterThan(8);
    expect(heads.filter((head) => !memory.includes(`\n${head}\n`))).toEqual([]);
  });

  it('has no circle', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const { from, to, isPackage } of imports) if (from === file && !isPackage) visit(to, [...way, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('imports only files that are there', () => {
    const lost = imports.filter(({ to, isPackage }) => !isPackage && !textOf.has(to));
    expect(lost.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

describe('start-up', () => {
  it('loads neither readers, rules, formats nor heavy packages for --help', () => {
    const loaded = [...closureOf('process.ts')];
    const allowed = new Set(
      [
        'cli.ts process.ts perform.ts ending.ts surface.ts streams.ts io.ts io-error.ts disk.ts targets.ts full-paths.ts',
        'identities.ts small-files.ts version.ts commands model',
      ].flatMap((names) => names.split(' ')),
    );
    const ours = loaded.filter((file) => textOf.has(file));
    expect(ours.map(roomOf).filter((room) => !allowed.has(room))).toEqual([]);
    expect(loaded.filter((name) => !textOf.has(name) && !name.startsWith('node:'))).toEqual(['commander']);
  });

  it('loads chalk and cli-table3 only for colour on a terminal', () => {
    const users = imports.filter(({ to }) => to === 'chalk' || to === 'cli-table3').map(({ from }) => from);
    expect(new Set(users)).toEqual(new Set(['formats/colour.ts']));
  });
});

describe('files', () => {
  it(`are at most ${MOST_LINES} lines long`, () => {
    const long = files.filter((file) => (textOf.get(file)?.split('\n').length ?? 0) - 1 > MOST_LINES);
    expect(long).toEqual([]);
  });

  it('open with a sentence that says what they are', () => {
    expect(files.filter((file) => !textOf.get(file)?.trimStart().startsWith('/**'))).toEqual([]);
  });

  it('are not called utils, helpers, common or types', () => {
    expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|types)(?:\.ts|\/)/.test(file))).toEqual([]);
  });

  it('keep figures away from binary floats, locales, clocks and chance', () => {
    const inexact = files
      .filter((file) => HEART.includes(roomOf(file)) && !INEXACT_BUT_PROVED.includes(file))
      .flatMap((file) =>
        (textOf.get(file) ?? '').split('\n').flatMap((line, at) => {
          const code = line.replace(/^\s*(?:\*|\/\/|\/\*).*/, '');
          return INEXACT.test(code) ? [`${file}:${at + 1} ${line.trim()}`] : [];
        }),
      );
    expect(inexact).toEqual([]);
  });

  it('let only encoders say that a text is encoded', () => {
    const sayers = imports
      .filter(({ to, from }) => to === 'model/encoded.ts' && /\b(?:encodedAs|lettersOf)\b/.test(textOf.get(from) ?? ''))
      .map(({ from }) => from);
    expect(sayers.sort()).toEqual([...ENCODERS].sort());
  });

  it('give every exported function its docstring', () => {
    const bare = files.flatMap((file) => {
      const lines = (textOf.get(file) ?? '').split('\n');
      return lines.flatMap((line, at) => {
        if (!/^export (?:async )?function\*? /.test(line)) return [];
        const before = lines.slice(0, at).findLast((other) => !other.startsWith('// biome-ignore'));
        return before?.trimEnd().endsWith('*/') ? [] : [`${file}:${at + 1} ${line}`];
      });
    });
    expect(bare).toEqual([]);
  });
});

describe('tables', () => {
  /** Files of a folder in which something is declared as one of its kind. */
  const declared = (folder: string, mark: RegExp): readonly string[] =>
    files
      .filter((file) => dirname(file) === folder && mark.test(textOf.get(file) ?? ''))
      .map((file) => file.slice(folder.length + 1, -'.ts'.length))
      .sort();

  it('names every command file, and only those', () => {
    expect(Object.keys(commands).sort()).toEqual(declared('commands', /^export const command: Command/m));
  });

  it('names every rule file, and only those', () => {
    expect(Object.keys(rules).sort()).toEqual(declared('rules', /(?<!function )defineRule</));
  });

  it('names every format file, and only those; terminal.ts gives text, or a table by its other name', () => {
    const names = Object.keys(formats).map((name) => (name === 'table' || name === 'text' ? 'terminal' : name));
    expect([...new Set(names)].sort()).toEqual(declared('formats', /^export const format: Format/m));
  });

  it('names every check file, and only those', () => {
    const lines = (textOf.get('checks/index.ts') ?? '').matchAll(/^ {2}'?([a-z-]+)'?: \w+,$/gm);
    expect([...lines].map((match) => match[1]).sort()).toEqual(declared('checks', /= defineCheck\(/));
  });
});

describe('package', () => {
  const manifest = JSON.parse(readFileSync(join(root, '..', 'package.json'), 'utf8'));

  it('has the version that the tool prints', () => {
    expect(VERSION).toBe(manifest.version);
  });

  it('pins every dependency to one version', () => {
    const versions = Object.values({ ...manifest.optionalDependencies, ...manifest.devDependencies }) as string[];
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('declares every package that src imports, and none that nothing uses', () => {
    const used = new Set(
      imports.filter(({ to, isPackage }) => isPackage && !to.startsWith('node:')).map(({ to }) => packageOf(to)),
    );
    const { devDependencies: bundled, optionalDependencies: optional } = manifest;
    expect([...used].filter((name) => bundled[name] === undefined && optional[name] === undefined)).toEqual([]);
    expect(Object.keys(optional).filter((name) => !used.has(name))).toEqual([]);
  });

  it('needs no package of its own: what src imports is in the bundle, or optional', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('locks no address of a registry', () => {
    expect(readFileSync(join(root, '..', 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
