/**
 * The tool where a careful administrator has taken something of the language away: Node's --frozen-intrinsics,
 * --disable-proto=throw and --disallow-code-generation-from-strings.
 *
 *   built program   every command of README, cookbook and error gallery, under each flag and under none: the same bytes
 *   tests           all of them in processes with both flags that vitest itself survives; the files that check JSON
 *                   against a schema are left out, since ajv makes code of schemas (`--tests`, some minutes)
 *
 * Run after a build: npm run flags, npm run flags -- --tests
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const FLAGS = ['--frozen-intrinsics', '--disable-proto=throw', '--disallow-code-generation-from-strings'];
const PAGES = ['README.md', 'docs/cookbook.md'];
const base = mkdtempSync(join(tmpdir(), 'parindex-flags-'));

const say = (line) => process.stdout.write(`${line}\n`);

/** Words, and words in double quotes. */
const wordsOf = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]);

/** The commands of the pages, in one folder a page, and those of the gallery, each in its own. */
function steps() {
  const gallery = join(root, 'fixtures', 'errors');
  const ofGallery = readdirSync(gallery)
    .sort()
    .map((name) => {
      const command = join(gallery, name, 'command.txt');
      return {
        cwd: join(gallery, name),
        argv: existsSync(command) ? wordsOf(readFileSync(command, 'utf8')) : ['check'],
      };
    });
  const ofPages = PAGES.flatMap((page, at) => {
    const cwd = join(base, 'pages', `${at}`);
    const blocks = readFileSync(join(root, page), 'utf8').match(/^```console\n[\s\S]*?^```$/gm) ?? [];
    const lines = blocks.flatMap((block) => block.match(/^\$ .*$/gm) ?? []).map((line) => line.slice(2));
    return lines
      .filter((line) => line !== 'npm ci && npm start')
      .map((line) => (line.startsWith('parindex ') ? { cwd, argv: wordsOf(line).slice(1) } : { cwd, line }));
  });
  return [...ofPages, ...ofGallery];
}

const list = steps();
const file = join(base, 'steps.json');
writeFileSync(file, JSON.stringify(list));

/** What all commands write, in folders that are new. */
function outputOf(flags) {
  rmSync(join(base, 'pages'), { recursive: true, force: true });
  for (const at of PAGES.keys()) mkdirSync(join(base, 'pages', `${at}`), { recursive: true });
  const { NODE_OPTIONS: _, FORCE_COLOR: __, ...env } = process.env;
  const ran = spawnSync(process.execPath, [...flags, join(import.meta.dirname, 'driver.cjs'), file], {
    env,
    encoding: 'latin1',
    maxBuffer: 1e9,
  });
  const said = ran.stderr.replace(/^\(node:.*\n|^\(Use `node .*\n/gm, '');
  return { text: `${said}${ran.stdout}`, exit: ran.status };
}

/** From one command to the next, to say which differs. */
const commandsOf = (text) => text.split(/^(?=\$ parindex )/m).slice(1);

let failed = false;
const usual = outputOf([]);
const expected = commandsOf(usual.text);
const commands = list.filter(({ argv }) => argv !== undefined).length;
say(`without a flag: ${expected.length} commands, ${usual.text.length} bytes`);
if (usual.exit !== 0 || expected.length !== commands || /^exit 70$/m.test(usual.text)) {
  say(`  expected ${commands} commands and no bug of the tool; it ended with ${usual.exit}`);
  failed = true;
}
for (const flag of FLAGS) {
  const { text, exit } = outputOf([flag]);
  const found = commandsOf(text);
  const others = expected.flatMap((one, at) => (one === found[at] ? [] : [one.split('\n', 1)[0]]));
  const isSame = exit === 0 && text === usual.text;
  const what = others.length > 0 ? `${others.length} commands write something else` : 'other messages, or another end';
  say(`${flag}: ${isSame ? 'the same bytes' : what}`);
  for (const other of others.slice(0, 10)) say(`  ${other}`);
  failed ||= !isSame;
}
rmSync(base, { recursive: true });

if (process.argv.includes('--tests')) {
  const tests = readdirSync(join(root, 'test'), { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  const withSchemas = tests.filter((name) => /from 'ajv/.test(readFileSync(join(root, 'test', name), 'utf8')));
  const run = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    [
      ...['run', '--pool=forks', '--reporter=dot'],
      ...FLAGS.slice(1).map((flag) => `--execArgv=${flag}`),
      ...withSchemas.map((name) => `--exclude=test/${name.replaceAll('\\', '/')}`),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  say(`under ${FLAGS.slice(1).join(' ')}: ${tests.length - withSchemas.length} of ${tests.length} test files,`);
  say(`left out, since ajv makes code: ${withSchemas.join(', ')}`);
  failed ||= run.status !== 0;
}
process.exitCode = failed ? 1 : 0;
