/** The whole program as one function: parse the arguments, do what they ask, say how it went. */
import { CommanderError, Command as Program, Option as ProgramOption } from 'commander';
import { sayChoices, sayRefusal, sayTerm, sayTitle } from './commands/asked-wrongly.ts';
import { COMMON_OPTIONS, type Command, EXIT, type ExitCode, outputOptions } from './commands/command.ts';
import { type CommandEntry, commands } from './commands/index.ts';
import { printableLines } from './model/visible.ts';
import { LANGUAGES, type Language, type Words } from './model/words.ts';
import { end, perform } from './perform.ts';
import type { Surface } from './surface.ts';
import { VERSION } from './version.ts';

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
    return end(error, lang ?? 'en', surface);
  }
}

async function parse(surface: Surface, lang: Language | undefined): Promise<ExitCode> {
  const words = lang ?? 'en';
  const program = createProgram(surface, words);
  let exit: ExitCode = EXIT.done;
  const named = commandIn(surface.argv);
  // Where the first word is a command, nothing is asked of the others.
  const isAlone = named !== undefined && named === surface.argv[0] && Object.hasOwn(commands, named);
  for (const [name, entry] of Object.entries(commands) as [string, CommandEntry][]) {
    if (isAlone && name !== named) continue;
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
      const { output: outputs = [], ...options } = sub.opts();
      const asked = { name, command, args, options, outputs, lang };
      exit = await (options['watch'] ? (await import('./watching.ts')).performWatching : perform)(asked, surface);
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
    writeOut: (text) => stdout.write(printableLines(text)),
    writeErr: (text) => stderr.write(printableLines(text)),
    getOutHelpWidth: () => Math.min(stdout.columns ?? 80, 100),
    getErrHelpWidth: () => Math.min(stderr.columns ?? 80, 100),
    getOutHasColors: () => stdout.isTTY,
    getErrHasColors: () => stderr.isTTY,
    outputError: (message, write) => write(sayRefusal(message, lang)),
  });
  program.configureHelp({
    styleTitle: (title) => sayTitle(title, lang),
    styleUsage: (usage) => sayTerm(usage, lang),
    styleOptionTerm: (term) => sayTerm(term, lang),
    styleArgumentTerm: (term) => sayTerm(term, lang),
    styleSubcommandTerm: (term) => (term.includes(' ') ? sayTerm(term, lang) : term),
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
  // The two that may be given several times: a result in several files, and limits one by one.
  if (option.attributeName() === 'output')
    option.argParser((path, before: readonly string[] = []) => [...before, path]);
  if (option.attributeName() === 'limit')
    option.argParser((limits, before?: string) => (before === undefined ? limits : `${before},${limits}`));
  program.addOption(choices ? option.choices(choices) : option);
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
