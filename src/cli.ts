/** The whole program as one function: parse the arguments, call the command, write what it gives, say how it went. */
import { CommanderError, Command as Program, Option as ProgramOption } from 'commander';
import { sayChoices, sayRefusal, sayTitle } from './commands/asked-wrongly.ts';
import {
  type Ask,
  COMMON_OPTIONS,
  type Command,
  EXIT,
  type ExitCode,
  type Outcome,
  outputOptions,
  UsageError,
} from './commands/command.ts';
import { type CommandEntry, commands } from './commands/index.ts';
import { diskSource, IoError, writeFolder, writeWhole } from './io.ts';
import { LANGUAGES, type Language, type Words } from './model/words.ts';
import { VERSION } from './version.ts';

/** A stream to write on. */
export interface Output {
  readonly write: (text: string | Uint8Array) => void;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** Chalk's level of what the stream can show. */
  readonly color: 0 | 1 | 2 | 3;
}

/** What the program needs of a process. */
export interface Surface {
  /** Without node and the script. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readStdin: () => Uint8Array;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: Ask;
}

const ABOUT: Words = {
  en: 'From a scoring rubric and the criterion CSVs of many units to an exact, explained, reproducible ranking with grades.',
  vi: 'Từ bộ tiêu chí và tệp CSV số liệu của nhiều đơn vị đến bảng xếp hạng chính xác, giải thích được và lặp lại được.',
};

const FIRST_STEPS: Words = {
  en: `
First steps:
  parindex init cchc          write a sample project into the folder cchc
  parindex rank cchc          rank its units
  parindex check cchc         look for faults without ranking
  parindex help rank          everything about one command`,
  vi: `
Bắt đầu:
  parindex init cchc          tạo dự án mẫu trong thư mục cchc
  parindex rank cchc          xếp hạng các đơn vị
  parindex check cchc         kiểm tra lỗi, không xếp hạng
  parindex help rank          mọi điều về một lệnh`,
};

const SHARED: Readonly<Record<'help' | 'version' | 'helpCommand' | 'examples', Words>> = {
  help: { en: 'show this help', vi: 'hiện trợ giúp này' },
  version: { en: 'show the version', vi: 'hiện phiên bản' },
  helpCommand: { en: 'show the help of a command', vi: 'hiện trợ giúp của một lệnh' },
  examples: { en: 'Examples:', vi: 'Ví dụ:' },
};

/** Runs the program and gives its exit code. Faults of people are printed; a fault of ours is told as one. */
export async function run(surface: Surface): Promise<ExitCode> {
  const lang = languageOf(surface.argv);
  try {
    return await parse(surface, lang);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const { exit, message } = explain(error, lang ?? 'en');
    surface.stderr.write(`${message}\n`);
    return exit;
  }
}

function explain(error: unknown, lang: Language): { exit: ExitCode; message: string } {
  if (error instanceof UsageError) return { exit: EXIT.usage, message: error.words[error.lang ?? lang] };
  if (error instanceof IoError) return { exit: EXIT.io, message: error.message };
  const stack = error instanceof Error ? error.stack : String(error);
  const asked = {
    en: 'This is a fault of parindex itself. Please report it with the lines above.',
    vi: 'Đây là lỗi của chính parindex. Xin báo lại kèm các dòng trên.',
  };
  return { exit: EXIT.bug, message: `${stack}\n${asked[lang]}` };
}

async function parse(surface: Surface, lang: Language | undefined): Promise<ExitCode> {
  const words = lang ?? 'en';
  const program = createProgram(surface, words);
  let exit: ExitCode = EXIT.done;
  const named = commandIn(surface.argv);
  for (const [name, entry] of Object.entries(commands) as [string, CommandEntry][]) {
    const sub = configure(program.command(name), surface, words).summary(entry.summary[words]);
    sub.description(sentence(entry.summary[words]));
    if (name !== named) continue;
    const { command } = await entry.load();
    describe(sub, command, words);
    sub.action(async (...given: unknown[]) => {
      const args = given
        .slice(0, command.args.length)
        .flat()
        .filter((arg) => arg !== undefined) as string[];
      exit = await perform(command, args, sub.opts(), surface, lang);
    });
  }
  if (surface.argv.length === 0) {
    program.outputHelp();
    return EXIT.usage;
  }
  await program.parseAsync([...surface.argv], { from: 'user' });
  return exit;
}

function createProgram(surface: Surface, lang: Language): Program {
  const program = configure(new Program('parindex'), surface, lang);
  program.description(ABOUT[lang]);
  program.version(VERSION, '-V, --version', SHARED.version[lang]);
  program.helpCommand('help [command]', SHARED.helpCommand[lang]);
  program.addHelpText('after', FIRST_STEPS[lang]);
  addOption(program, COMMON_OPTIONS[0] as (typeof COMMON_OPTIONS)[0], lang);
  return program;
}

function configure(program: Program, { stdout, stderr }: Surface, lang: Language): Program {
  program.exitOverride().showSuggestionAfterError().helpOption('-h, --help', SHARED.help[lang]);
  program.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    getOutHelpWidth: () => Math.min(stdout.columns ?? 80, 100),
    outputError: (message, write) => write(sayRefusal(message, lang)),
  });
  program.configureHelp({
    styleTitle: (title) => sayTitle(title, lang),
    styleOptionDescription: (description) => sayChoices(description, lang),
  });
  return program;
}

function describe(sub: Program, command: Command, lang: Language): void {
  for (const { name, description } of command.args) sub.argument(name, description[lang]);
  const options = [...command.options, ...outputOptions(command.formats), ...COMMON_OPTIONS];
  for (const option of options) addOption(sub, option, lang);
  const examples = command.examples.map((example) => `  ${example}`).join('\n');
  sub.addHelpText('after', `\n${SHARED.examples[lang]}\n${examples}`);
}

function addOption(
  program: Program,
  { flags, description, choices }: (typeof COMMON_OPTIONS)[0],
  lang: Language,
): void {
  const option = new ProgramOption(flags, description[lang]);
  program.addOption(choices ? option.choices(choices) : option);
}

async function perform(
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, string | boolean | undefined>>,
  surface: Surface,
  lang: Language | undefined,
): Promise<ExitCode> {
  const { cwd, stdout, stderr } = surface;
  const toFile = typeof options['output'] === 'string';
  const surroundings = {
    cwd,
    source: diskSource(cwd, surface.readStdin),
    ...(lang ? { lang } : {}),
    width: stdout.isTTY ? (stdout.columns ?? 80) : 120,
    color: toFile ? (0 as const) : colorOf(options, surface, stdout),
    errorColor: colorOf(options, surface, stderr),
    version: VERSION,
    ...(surface.ask ? { ask: surface.ask } : {}),
  };
  let spoken = lang;
  const speak = (language: Language): void => {
    spoken ??= language;
  };
  const asked = { args, options, formats: command.formats ?? [], surroundings: { ...surroundings, speak, commands } };
  const outcome = await command.run(asked).catch((error: unknown) => {
    if (error instanceof UsageError) error.lang = spoken;
    throw error;
  });
  write(outcome, options, surface);
  return outcome.exit;
}

function write(
  { output, messages, inputs = [], files, folder }: Outcome,
  options: Readonly<Record<string, string | boolean | undefined>>,
  { cwd, stdout, stderr }: Surface,
): void {
  if (folder !== undefined) writeFolder(cwd, folder, files ?? new Map());
  if (messages) stderr.write(messages);
  if (output === undefined) return;
  const pieces = typeof output === 'string' ? [new TextEncoder().encode(output)] : [output].flat();
  const file = options['output'];
  if (typeof file === 'string' && file !== '-') writeWhole(cwd, file, Buffer.concat(pieces), inputs);
  else for (const piece of pieces) stdout.write(piece);
}

/** --no-color, then NO_COLOR, then FORCE_COLOR, then what the stream can show. */
function colorOf(options: Readonly<Record<string, unknown>>, { env }: Surface, stream: Output): 0 | 1 | 2 | 3 {
  if (options['color'] === false || env['NO_COLOR'] || env['TERM'] === 'dumb') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : 1;
  return stream.isTTY ? stream.color : 0;
}

/** The first word that is not an option; `help rank` is about rank. */
function commandIn(argv: readonly string[]): string | undefined {
  const words = argv.filter((word, at) => !word.startsWith('-') && argv[at - 1] !== '--lang');
  return words[0] === 'help' ? words[1] : words[0];
}

function languageOf(argv: readonly string[]): Language | undefined {
  const at = argv.indexOf('--lang');
  const asked = at === -1 ? argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) : argv[at + 1];
  return LANGUAGES.find((language) => language === asked);
}

function sentence(summary: string): string {
  return `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`;
}
