/** GitHub annotations, decoded as the runner of GitHub Actions decodes them. */
import { describe, expect, it } from 'vitest';
import { format } from '../../src/formats/github.ts';
import { checked, runIn } from '../gallery.ts';
import { context, report } from './hostile.ts';

interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Of the runner's documentation: the message undoes %0D %0A %25, a property also %3A and %2C. */
function decode(text: string, isProperty: boolean): string {
  const more = isProperty ? text.replaceAll('%3A', ':').replaceAll('%2C', ',') : text;
  return more.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function annotationsOf(output: string): readonly Annotation[] {
  return output.split('\n').flatMap((line) => {
    const parts = /^::([a-z]+) ([^:]*)::(.*)$/.exec(line);
    if (parts === null) {
      expect(line).not.toMatch(/^::/);
      return [];
    }
    const pairs = (parts[2] as string).split(',').map((pair) => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), decode(pair.slice(equals + 1), true)];
    });
    return [
      {
        command: parts[1] as string,
        properties: Object.fromEntries(pairs),
        message: decode(parts[3] as string, false),
      },
    ];
  });
}

describe('github', () => {
  it.each(checked)('%s has an annotation for each fault', async (folder) => {
    const annotations = annotationsOf((await runIn(folder, ['--format', 'github'])).stdout);
    const { diagnostics } = JSON.parse((await runIn(folder, ['--format', 'json'])).stdout);
    expect(annotations).toHaveLength(diagnostics.length);
    for (const [at, { command, properties, message }] of annotations.entries()) {
      const { code, severity, file, line, hint } = diagnostics[at];
      expect(command).toBe(severity === 'note' ? 'notice' : severity);
      expect([properties['file'], properties['title'], properties['line'] ?? '0']).toEqual([file, code, `${line}`]);
      expect(message.split('\n').at(-1)).toBe(hint);
    }
  });

  it('lets no text become a command or a property of its own', () => {
    const output = format.render(report, context) as string;
    const annotations = annotationsOf(output);
    expect(annotations.map(({ command }) => command)).toEqual(['error', 'warning', 'notice', 'notice']);
    expect(output.trimEnd().split('\n')).toHaveLength(5);
    expect(output).not.toMatch(/[\u001b\u202e\r]/);
    const [first] = annotations;
    expect(Object.keys(first?.properties ?? {})).toEqual(['file', 'title']);
    expect(first?.properties['file']).toMatch(/^entries\/a,b: 100%\/100% ::error::x /);
    expect(annotations[1]?.properties).toMatchObject({ line: '1', col: '1', endColumn: '3', title: 'above-max' });
  });
});
