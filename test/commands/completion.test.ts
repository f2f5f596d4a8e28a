/** Completion: bash really sources the script and is asked what it would offer; the others are held to the tables. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { shells } from '../../src/commands/shells/scripts.ts';
import { runTool } from '../surface.ts';

const scriptOf = async (shell: string) => (await runTool(['completion', shell])).stdout;

/** What bash would offer for a line whose last word is being typed. */
function offered(script: string, line: string): readonly string[] {
  const words = line.split(' ');
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const asked = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _parindex; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const given = execFileSync('bash', ['--norc', '-c', `${script}\n${asked}`], { encoding: 'utf8' });
  return given.split('\n').filter((word) => word !== '');
}

describe('bash', async () => {
  const script = await scriptOf('bash');

  it('offers every command', () => {
    expect(offered(script, 'parindex ')).toEqual([...Object.keys(commands), 'help']);
    expect(offered(script, 'parindex ra')).toEqual(['rank']);
    expect(offered(script, 'parindex --lang vi sco')).toEqual(['scorecard']);
    expect(offered(script, 'parindex help rub')).toEqual(['rubric']);
  });

  it('offers options of the command and choices of the option', () => {
    expect(offered(script, 'parindex rank --dom')).toEqual(['--domains']);
    expect(offered(script, 'parindex report --chart b')).toEqual(['bars', 'bump']);
    expect(offered(script, 'parindex rank cchc -f m')).toEqual(['markdown']);
    expect(offered(script, 'parindex rank --lang ')).toEqual(['vi', 'en']);
  });

  it('leaves files to the shell', () => {
    expect(offered(script, 'parindex rank -o ')).toEqual([]);
    expect(offered(script, 'parindex rank cc')).toEqual([]);
  });
});

describe.each(Object.keys(shells))('%s', (shell) => {
  it('names every command and the options of report', async () => {
    const script = await scriptOf(shell);
    for (const name of Object.keys(commands)) expect(script).toContain(name);
    for (const word of ['previous', 'chart', 'heatmap', 'lang']) expect(script).toContain(word);
  });
});

describe('a shell that is not known', () => {
  it('is asked wrongly', async () => {
    const { exit, stderr } = await runTool(['completion', 'bsh']);
    expect(exit).toBe(2);
    expect(stderr).toContain('did you mean "bash"?');
  });
});
