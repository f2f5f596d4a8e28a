/** `completion <shell>`: a script that lets a shell complete commands, options and their choices. */
import { encodedAs } from '../model/encoded.ts';
import { type Command, EXIT } from './command.ts';
import { proveChoice } from './input.ts';

export const command: Command = {
  args: [
    {
      name: '<shell>',
      description: { en: 'bash, zsh, fish or powershell', vi: 'bash, zsh, fish hoặc powershell' },
    },
  ],
  options: [],
  examples: ['parindex completion bash', 'parindex completion powershell'],
  async run({ args, surroundings }) {
    const { shells } = await import('./shells/scripts.ts');
    const { outlineCommands } = await import('./shells/outline.ts');
    const shell = proveChoice(args[0] ?? '', Object.keys(shells), { en: 'shell', vi: 'shell' });
    const outline = await outlineCommands(surroundings.commands ?? {}, surroundings.lang ?? 'en');
    // Made of the tables of this program alone.
    return { exit: EXIT.done, output: encodedAs<'shell'>(shells[shell as keyof typeof shells](outline)) };
  },
};
