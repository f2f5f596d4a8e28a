/** One command, done: where its outputs go is proved, it runs, and what it gives is written, all of it or nothing. */
import {
  type Command,
  EXIT,
  type ExitCode,
  FILE_WIDTH,
  type Outcome,
  piecesOf,
  UsageError,
} from './commands/command.ts';
import { commands } from './commands/index.ts';
import { disk } from './disk.ts';
import { endingOf } from './ending.ts';
import { type DiskSource, diskSource, type Source } from './io.ts';
import { printableLines } from './model/visible.ts';
import type { Language } from './model/words.ts';
import type { OutputFile } from './outputs.ts';
import type { Watched } from './progress.ts';
import type { Output, Surface } from './surface.ts';
import type { Target } from './targets.ts';
import { VERSION } from './version.ts';

/** What the options say; `output` is all that --output named. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** What was asked of a command. */
export interface Asked {
  /** Of the command. */
  readonly name: string;
  readonly command: Command;
  readonly args: readonly string[];
  readonly options: Options;
  /** What --output named, in that order. */
  readonly outputs: readonly string[];
  /** That of --lang. */
  readonly lang: Language | undefined;
}

/** Who follows a run: through what it reads, and which language the project speaks. */
export interface Follower {
  readonly lookThrough: (source: Source) => Source;
  readonly speak: (language: Language) => void;
}

/** Does what was asked and gives the exit code; whatever goes wrong is told in the language of the project. */
export async function perform(asked: Asked, surface: Surface, follower?: Follower): Promise<ExitCode> {
  const { command, args, options, outputs, lang } = asked;
  let spoken = lang;
  let source: DiskSource | undefined;
  let watched: Watched | undefined;
  try {
    proveSaid(asked);
    const targets = await proveOutputs(command, options, outputs, surface);
    surface.beforeReading?.();
    source = diskSource(surface.cwd, surface.readStdin, targets, surface.beforeLarge);
    watched = await watchedAt(surface, options, source);
    const surroundings = {
      ...surroundingsOf(options, surface, outputs.length > 0),
      source: follower?.lookThrough(watched?.source ?? source) ?? watched?.source ?? source,
      commands,
      ...(lang ? { lang } : {}),
      speak: (language: Language) => {
        spoken ??= language;
        follower?.speak(spoken);
      },
    };
    // Of several outputs each would keep what it is made of until all are written; a manifest has to know the bytes.
    const inPassing = outputs.length === 1 && outputs[0] !== '-' && options['manifest'] !== true;
    const outcomes: Outcome[] = [];
    for (const output of outputs.length === 0 ? [undefined] : outputs) {
      const own = output === undefined ? options : { ...options, output };
      const outcome = await command.run({
        args,
        options: own,
        formats: command.formats ?? [],
        inPassing,
        surroundings,
      });
      const isRefused = outcome.exit === EXIT.refused && outcome.output === undefined;
      // One output that is refused refuses them all.
      if (isRefused) outcomes.length = 0;
      outcomes.push(outcome);
      if (isRefused) break;
    }
    watched?.end();
    const manifest = options['manifest'] === true ? await manifestOf(asked, outcomes, source, surface) : [];
    source.proveUnchanged();
    await write(outcomes, outputs, manifest, surface);
    if (options['quiet'] !== true) await tellAllGuarded(outcomes, outputs, spoken ?? 'en', surface);
    return (outcomes[0] as Outcome).exit;
  } catch (error) {
    watched?.end();
    return end(error, spoken ?? 'en', surface, source);
  }
}

const PATH_OPTIONS = ['rubric', 'units', 'previous', 'costs', 'list'];

/** An empty word is mostly a variable that was never set; as a path it would name the working folder. */
function proveSaid({ args, options, outputs }: Asked): void {
  if (![...args, ...outputs, ...PATH_OPTIONS.map((name) => options[name])].includes('')) return;
  throw new UsageError({
    en: 'An argument or a path is an empty text; say what is meant, or leave it out.',
    vi: 'Có đối số hoặc đường dẫn để trống; hãy ghi rõ, hoặc bỏ đi.',
  });
}

/** Progress is for whoever sits at a terminal that can take a line back, and did not ask for quiet. */
async function watchedAt(
  { stderr, env, now }: Surface,
  options: Options,
  source: DiskSource,
): Promise<Watched | undefined> {
  if (!stderr.isTTY || now === undefined || options['quiet'] === true || env['TERM'] === 'dumb') return undefined;
  const { watch } = await import('./progress.ts');
  return watch(source, stderr, now);
}

/** Says how a run ended that did not do its work, and gives its exit code. */
export async function end(error: unknown, lang: Language, surface: Surface, source?: DiskSource): Promise<ExitCode> {
  const { exit, message } = await endingOf(error, lang, surface.env, source);
  if (message !== '') surface.stderr.write(message);
  return exit;
}

/** The files that outputs are to replace. Errors: usage; those of a target that cannot be written. */
async function proveOutputs(
  command: Command,
  options: Options,
  outputs: readonly string[],
  { cwd, stdoutFile }: Surface,
): Promise<readonly Target[]> {
  const toStdout = stdoutFile && (outputs.length === 0 || outputs.includes('-')) ? [stdoutFile] : [];
  if (command.writesFolder?.(options)) {
    if (outputs.length > 1) throw new UsageError(ONE_FOLDER);
    return [];
  }
  const files = outputs.filter((path) => path !== '-');
  const beside = options['manifest'] === true ? [await manifestPath(files)] : [];
  if (files.length === 0) return toStdout;
  const { proveTarget } = await import('./outputs.ts');
  return [...toStdout, ...[...files, ...beside].map((path) => proveTarget(disk, cwd, path))];
}

const ONE_FOLDER = {
  en: 'Name one folder: --output cannot be given twice here.',
  vi: 'Chỉ nêu một thư mục: ở đây không dùng --output hai lần.',
};

/** Where the manifest of these outputs goes. Errors: usage, where there is none. */
async function manifestPath([first]: readonly string[]): Promise<string> {
  if (first === undefined) throw new UsageError(NO_FILE);
  const { MANIFEST_ENDING } = await import('./manifest.ts');
  return `${first}${MANIFEST_ENDING}`;
}

const NO_FILE = {
  en: '--manifest goes with --output FILE: it is written beside that file.',
  vi: '--manifest đi cùng --output TỆP: bản kê khai được ghi cạnh tệp đó.',
};

/** The manifest of what a run made; empty where it made nothing. Errors: usage, where it cannot be made again. */
async function manifestOf(
  { name, args, options, outputs, lang }: Asked,
  outcomes: readonly Outcome[],
  source: DiskSource,
  { cwd }: Surface,
): Promise<readonly OutputFile[]> {
  const files = outputFiles(outcomes, outputs);
  const [{ inputs = [], rubrics = [] }] = outcomes as readonly [Outcome];
  if (files.length === 0) return [];
  if (inputs.includes('-')) throw new UsageError(FROM_STDIN);
  const { makeManifest, manifestText } = await import('./manifest.ts');
  const path = await manifestPath(files.map((file) => file.path));
  const run = { version: VERSION, command: name, args, options: { ...options, lang }, inputs, rubrics, outputs: files };
  const text = manifestText(makeManifest(source, cwd, path, run));
  return [{ path, pieces: [new TextEncoder().encode(text)] }];
}

const FROM_STDIN = {
  en: 'A result made from standard input has no manifest: it could not be made again. Read from a file.',
  vi: 'Kết quả lập từ đầu vào chuẩn không có bản kê khai, vì không thể lập lại. Hãy đọc từ tệp.',
};

function surroundingsOf(options: Options, surface: Surface, toFile: boolean) {
  const { cwd, stdout, stderr, ask } = surface;
  return {
    cwd,
    width: stdout.isTTY && !toFile ? (stdout.columns ?? 80) : FILE_WIDTH,
    color: toFile ? (0 as const) : colorOf(options, surface, stdout),
    errorColor: colorOf(options, surface, stderr),
    version: VERSION,
    ...(ask ? { ask } : {}),
  };
}

/** --no-color, then NO_COLOR, then FORCE_COLOR, then what the stream can show. */
function colorOf(options: Options, { env }: Surface, stream: Output): 0 | 1 | 2 | 3 {
  if (options['color'] === false || env['NO_COLOR'] || env['TERM'] === 'dumb') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : 1;
  return stream.isTTY ? stream.color : 0;
}

/** Files first, so that nobody is told of what is not there; the same messages of several outputs are said once. */
async function write(
  outcomes: readonly Outcome[],
  outputs: readonly string[],
  manifest: readonly OutputFile[],
  surface: Surface,
): Promise<void> {
  const { stdout, stderr } = surface;
  const files = [...outputFiles(outcomes, outputs), ...manifest];
  const [{ folder, files: inside = new Map(), messages = '' }] = outcomes as readonly [Outcome];
  if (folder !== undefined || files.length > 0) {
    const all = { files, ...(folder === undefined ? {} : { folder: { path: folder, files: inside } }) };
    const { writeOutputs } = await import('./outputs.ts');
    const { whileWriting = (work) => work(async () => {}) } = surface;
    await whileWriting((pause) => writeOutputs(disk, surface.cwd, all, pause));
  }
  if (messages) stderr.write(messages);
  for (const [at, { output }] of outcomes.entries()) {
    if ((outputs[at] ?? '-') === '-') for (const piece of piecesOf(output)) stdout.write(piece);
  }
}

/** Says of each output what was guarded in it. */
async function tellAllGuarded(
  outcomes: readonly Outcome[],
  outputs: readonly string[],
  lang: Language,
  { stderr }: Surface,
): Promise<void> {
  for (const [at, outcome] of outcomes.entries()) {
    const guarded = outcome.guarded?.();
    if (guarded === undefined) continue;
    const { tellGuarded } = await import('./commands/formula-starts.ts');
    const name = (outputs[at] ?? '-') === '-' ? 'csv' : (outputs[at] as string);
    stderr.write(printableLines(`${tellGuarded(guarded, name)[lang]}\n`));
  }
}

/** The outputs that go to files. */
function outputFiles(
  outcomes: readonly Outcome[],
  outputs: readonly string[],
): readonly (OutputFile & Pick<Outcome, 'guarded'>)[] {
  return outcomes.flatMap(({ output, guarded }, at) => {
    const path = outputs[at] ?? '-';
    if (path === '-' || output === undefined) return [];
    return [{ path, pieces: piecesOf(output), ...(guarded && { guarded }) }];
  });
}
