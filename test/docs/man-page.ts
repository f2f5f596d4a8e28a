/** docs/parindex.1: the manual page in troff, from the table of commands. English; `parindex help --lang vi` is Vietnamese. */
import { COMMON_OPTIONS, type Option, outputOptions } from '../../src/commands/command.ts';
import { type CommandEntry, commands } from '../../src/commands/index.ts';
import { VERSION } from '../../src/version.ts';

/** Text as troff reads it: no character of its own is left in it, and a hyphen of an option stays one when copied. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replace(/(?<![\p{L}\p{N}])-{1,2}(?=[a-z])/gu, (dashes) => dashes.replaceAll('-', '\\-'))
    .replace(/^(?=[.'])/gm, '\\&')
    .replace(/[^\n -~]/gu, (letter) => `\\[u${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

const bold = (text: string): string => `\\fB${plain(text)}\\fR`;

/** `-o, --output <file>` with its words in bold and its value in italics. */
function flagsOf(flags: string): string {
  return flags.replace(/<([^>]+)>|([^<]+)/g, (_, value: string | undefined, words: string) =>
    value === undefined ? bold(words) : `\\fI${plain(value)}\\fR`,
  );
}

function optionEntry({ flags, description, choices }: Option): string {
  const one = choices === undefined ? '' : ` One of: ${choices.join(', ')}.`;
  return `.TP\n${flagsOf(flags)}\n${plain(`${sentence(description.en)}${one}`)}`;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

async function commandSection(name: string, { summary, load }: CommandEntry): Promise<string> {
  const { command } = await load();
  const options = [...command.options, ...outputOptions(command.formats)];
  const args = command.args.map((argument) => argument.name);
  return [
    `.SS "parindex ${plain([name, ...args].join(' '))}"`,
    plain(sentence(summary.en)),
    ...command.args.map((argument) => `.TP\n\\fI${plain(argument.name)}\\fR\n${plain(sentence(argument.description.en))}`),
    ...options.map(optionEntry),
    '.PP',
    'Examples:',
    '.PP',
    '.nf',
    ...command.examples.map((example) => `.RS 4\n${plain(example)}\n.RE`),
    '.fi',
  ].join('\n');
}

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'Done.'],
  ['1', 'The data or the rubric was refused.'],
  ['2', 'Asked wrongly.'],
  ['3', 'Reading or writing failed.'],
  ['4', 'A difference was found (audit, compare --expect).'],
  ['70', 'A bug of the tool.'],
  ['130, 143', 'Ended by a signal.'],
];

const FILES: readonly (readonly [string, string])[] = [
  ['parindex.yaml', 'The project: year, language, how the CSV files are written, where everything is.'],
  ['rubric.yaml', 'The rubric: domains, criteria, parts, the rule of each leaf, grades, policies.'],
  ['units.csv', 'The units: id, name, group.'],
  ['entries/UNIT.csv', 'What one unit reported: criterion, self, appraised and more.'],
];

const VARIABLES: readonly (readonly [string, string])[] = [
  ['NO_COLOR', 'Not empty: no colour, as with --no-color.'],
  ['FORCE_COLOR', '0, 1, 2 or 3: so many colours whatever the output is.'],
];

function listed(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, text]) => `.TP\n${bold(name)}\n${plain(text)}`).join('\n');
}

/** The whole page. */
export async function manPage(): Promise<string> {
  const sections = await Promise.all(Object.entries(commands).map(([name, entry]) => commandSection(name, entry)));
  const head = '.\\" Made from the table of commands: npm run bless writes it.';
  const page = [
    `.TH PARINDEX 1 "" "parindex ${VERSION}" "User Commands"`,
    '.SH NAME',
    'parindex \\- exact, explained, reproducible rankings from a scoring rubric',
    '.SH SYNOPSIS',
    `.B parindex\n.I command\n[\\fIoptions\\fR] [\\fIarguments\\fR]`,
    '.SH DESCRIPTION',
    plain(
      'From a scoring rubric and the criterion CSVs of many units to an exact, explained, reproducible ranking with ' +
        'grades. A project is a folder of text files; parindex init writes one to start from. Results go to standard ' +
        'output, faults to standard error. A refused input gives no ranking, and nothing is written.',
    ),
    '.SH COMMANDS',
    ...sections,
    '.SH OPTIONS OF EVERY COMMAND',
    ...[...COMMON_OPTIONS, HELP].map(optionEntry),
    '.SH EXIT STATUS',
    listed(EXIT_CODES),
    '.SH FILES',
    listed(FILES),
    '.SH ENVIRONMENT',
    listed(VARIABLES),
    '.SH SEE ALSO',
    plain('parindex help COMMAND prints the help of a command; with --lang vi in Vietnamese.'),
  ].join('\n');
  return `${[head, ...fallbacks(page), page].join('\n')}\n`;
}

/** What to print for letters that a device without them (PostScript) lacks: the letter without its marks. */
function fallbacks(page: string): readonly string[] {
  const letters = [...page.matchAll(/\\\[u([0-9A-F]{4,5})\]/g)].map(([, code]) => String.fromCodePoint(Number(`0x${code}`)));
  return [...new Set(letters)].sort().map((letter) => {
    const parts = [...letter.normalize('NFD')];
    const name = parts.map((part) => (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')).join('_');
    const base = letter === 'Đ' ? 'D' : letter === 'đ' ? 'd' : (parts[0] ?? '');
    return `.fchar \\[u${name}] ${base}`;
  });
}

const HELP: Option = { flags: '-h, --help', description: { en: 'show the help', vi: '' } };
