/**
 * The action, the hook and the page on them: their YAML is read as a server reads it, and what it tells a shell to run
 * is run. Not tried here: the installing of Node and of the tool, and the servers themselves.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copySample, edit } from './sample-project.ts';
import { ROOT, runTool, wordsOf } from './surface.ts';

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

const action: {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
} = parse(textOf('action.yml'));

const page = textOf('docs/ci.md');

/** The YAML files that the page shows, by the name in their first line. */
const shown = new Map(
  [...page.matchAll(/^```yaml\n# (\S+)\n([\s\S]*?)^```$/gm)].map((match): [string, unknown] => [
    match[1] as string,
    parse(match[2] as string),
  ]),
);

const damage = (folder: string): void =>
  edit(folder, 'cchc/entries/khanh-son.csv', (text) => text.replace('kip-thoi,kip-thoi', 'kip-thoi,sai'));

/** Runs the last step of the action as a runner does: in bash -e, its variables filled from the inputs. */
function runAction(folder: string, inputs: Readonly<Record<string, string>>) {
  const { run = '', env = {} } = action.runs.steps.at(-1) ?? {};
  const given = (text: string): string =>
    text.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name) => inputs[name] ?? action.inputs[name]?.default ?? '');
  const variables = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, given(text)]));
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', GITHUB_ACTION_PATH: ROOT, ...variables },
    encoding: 'utf8',
  });
  return { status, stdout };
}

describe('action.yml', () => {
  it('describes every input, and uses no other and each of them', () => {
    const used = [...textOf('action.yml').matchAll(/\$\{\{ inputs\.(\w+) \}\}/g)].map(([, name]) => name);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\.$/);
  });

  it('puts no input into the text of a script, and names the shell of each', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell } of action.runs.steps.filter((step) => step.run !== undefined)) {
      expect(run).not.toContain('${{');
      expect(shell).toBe('bash');
    }
  });

  it('passes a sound project, and marks faults at their lines', () => {
    const folder = copySample();
    expect(runAction(folder, { path: 'cchc' }).status).toBe(0);
    damage(folder);
    const { status, stdout } = runAction(folder, { path: 'cchc' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=cchc\/entries\/khanh-son\.csv,line=2,/m);
  });

  it('writes SARIF too where it is asked, also of a project that is refused', () => {
    const folder = copySample();
    damage(folder);
    const { status, stdout } = runAction(folder, { path: 'cchc', sarif: 'faults.sarif', lang: 'vi', strict: 'true' });
    expect(status).toBe(1);
    expect(stdout).toContain('không có mức');
    const { runs } = JSON.parse(readFileSync(join(folder, 'faults.sarif'), 'utf8'));
    expect(runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('unknown-level');
  });

  it('takes a path as a path, whatever it reads like', () => {
    const folder = copySample();
    const { status } = runAction(folder, { path: '$(touch made); touch made' });
    expect(status).toBe(2);
    expect(runAction(folder, { path: '--list' }).status).toBe(2);
    expect(existsSync(join(folder, 'made'))).toBe(false);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(textOf('.pre-commit-hooks.yaml'));

  it('runs the tool on what the page says, once for all files', async () => {
    expect(hook).toMatchObject({ id: 'parindex-check', pass_filenames: false });
    const config = shown.get('.pre-commit-config.yaml') as { repos: { hooks: { id: string; args: string[] }[] }[] };
    const [used] = config.repos[0]?.hooks ?? [];
    expect(used?.id).toBe(hook.id);
    const [tool, ...argv] = [...wordsOf(hook.entry), ...(used?.args ?? [])];
    expect(tool).toBe('parindex');
    const folder = copySample();
    expect((await runTool(argv, { cwd: folder })).exit).toBe(0);
    damage(folder);
    expect((await runTool(argv, { cwd: folder })).exit).toBe(1);
  });

  it('looks at every kind of file that a project has', () => {
    const files = new RegExp(hook.files);
    for (const name of ['cchc/parindex.yaml', 'a.yml', 'entries/so-y-te.csv', 'units.xlsx'])
      expect(name).toMatch(files);
    for (const name of ['README.md', 'csv', 'ranking.json']) expect(name).not.toMatch(files);
  });
});

describe('docs/ci.md', () => {
  it('asks the action only for what it has', () => {
    const { jobs } = shown.get('.github/workflows/check.yml') as { jobs: { check: { steps: Step[] } } };
    const step = jobs.check.steps.find(({ uses }) => uses?.includes('/parindex@'));
    const asked = step?.with ?? {};
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(asked)));
    const folder = copySample();
    expect(runAction(folder, asked).status).toBe(0);
    const upload = jobs.check.steps.find(({ uses }) => uses?.includes('upload-sarif'));
    expect(existsSync(join(folder, upload?.with?.['sarif_file'] ?? ''))).toBe(true);
  });

  it('has GitLab read the JUnit file that its script writes', async () => {
    const { check } = shown.get('.gitlab-ci.yml') as {
      check: { script: string[]; before_script: string[]; artifacts: { reports: { junit: string } } };
    };
    const folder = copySample();
    damage(folder);
    const [, ...argv] = wordsOf(check.script[0] ?? '');
    expect((await runTool(argv, { cwd: folder })).exit).toBe(1);
    expect(readFileSync(join(folder, check.artifacts.reports.junit), 'utf8')).toMatch(/<testsuites? /);
    const { name, version } = JSON.parse(textOf('package.json'));
    expect(check.before_script[0]).toContain(`/${name}-${version}.tgz`);
  });

  it('names only commands that end as it says', async () => {
    const folder = copySample();
    const inline = [...page.matchAll(/`(parindex check [^`]+)`/g)].map((match) =>
      (match[1] as string).replace(/\s+/g, ' '),
    );
    expect(inline.length).toBeGreaterThanOrEqual(2);
    for (const line of inline) {
      const [, ...argv] = wordsOf(line);
      const { exit } = await runTool(argv, { cwd: folder, changes: [] });
      expect(exit, line).toBe(argv.includes('--watch') ? 130 : 0);
    }
  });

  it('links only to what is there', () => {
    for (const [, link] of page.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(join(ROOT, 'docs', link ?? ''))).toBe(true);
  });
});

describe('.github/workflows', () => {
  interface Job {
    readonly permissions?: Readonly<Record<string, string>>;
    readonly steps: readonly Step[];
  }
  const workflow = (name: string): { permissions: unknown; jobs: Record<string, Job> } =>
    parse(textOf(`.github/workflows/${name}.yml`));
  const runs = ({ steps }: Job): (string | undefined)[] => steps.flatMap(({ run }) => run ?? []);

  it('runs the gate, and asks what is known of the packages; nothing may be written', () => {
    const { permissions, jobs } = workflow('gate');
    expect(permissions).toEqual({ contents: 'read' });
    expect(runs(jobs['gate'] as Job)).toEqual(['.ci/run']);
    const install = 'npm ci --ignore-scripts --no-audit --no-fund';
    expect(runs(jobs['packages'] as Job)).toEqual([install, 'npm audit', 'npm audit signatures']);
    expect(existsSync(join(ROOT, '.ci/run'))).toBe(true);
  });

  it('publishes only what passed the gate, of the tag that is its version, with the proof of its making', () => {
    const { publish } = workflow('publish').jobs as { publish: Job };
    const [gate, tag = '', , last] = runs(publish);
    expect([gate, last]).toEqual(['.ci/run', 'npm publish --provenance --access public']);
    expect(publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    const { version } = JSON.parse(textOf('package.json'));
    const statusOf = (GITHUB_REF_NAME: string): number | null =>
      spawnSync('bash', ['-ec', tag], { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', GITHUB_REF_NAME } }).status;
    expect([statusOf(`v${version}`), statusOf('v0.0.0')]).toEqual([0, 1]);
  });
});

describe('the package', () => {
  it('is one file that holds the program and the sample', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(listed) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    for (const path of ['bin/parindex.js', 'dist/process.js', 'fixtures/khanh-hoa-2019/rubric.yaml', 'docs/ci.md']) {
      expect(paths).toContain(path);
    }
    expect(paths.filter((path) => /^(?:src|test|node_modules)\//.test(path))).toEqual([]);
  });
});
