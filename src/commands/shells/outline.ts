/** What a shell must know of the program: its commands, their options, and what an option may be followed by. */
import type { Language } from '../../model/words.ts';
import { COMMON_OPTIONS, type CommandTable, type Option, outputOptions } from '../command.ts';

export interface OptionOutline {
  /** With their dashes, the short one first: `-o`, `--output`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Absent: it stands alone. Empty: a file, or anything else. */
  readonly values?: readonly string[];
}

export interface CommandOutline {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionOutline[];
}

/** Every command in the order of the table; all of them are loaded. */
export async function outlineCommands(commands: CommandTable, lang: Language): Promise<readonly CommandOutline[]> {
  return Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { command } = await load();
      const options = [...command.options, ...outputOptions(command.formats), ...COMMON_OPTIONS];
      return { name, summary: summary[lang], options: options.map((option) => outlineOf(option, lang)) };
    }),
  );
}

function outlineOf({ flags, description, choices }: Option, lang: Language): OptionOutline {
  const names = flags.match(/(?<=^|[ ,])--?[a-z][a-z-]*/g) ?? [];
  const takesValue = /[<[]/.test(flags);
  return { names, description: description[lang], ...(takesValue ? { values: choices ?? [] } : {}) };
}
