/**
 * `verify`: whether a result and everything it was made from are what its manifest says, and whether it comes out again.
 *
 *   the manifest ─its own seal→ each file's digest → the command run again → its bytes against the manifest
 */
import { digestFiles } from '../digests.ts';
import { type DiskSource, diskSource, type Source } from '../io.ts';
import { digestOf, folderOf, manifestText } from '../manifest.ts';
import type { Manifest, Resource } from '../model/manifest.ts';
import type { Difference, Verification } from '../model/verification.ts';
import { printableLines } from '../model/visible.ts';
import { LANGUAGES } from '../model/words.ts';
import { readManifest } from '../read/manifest.ts';
import { reportVerification } from '../reports/verification.ts';
import {
  COMMON_OPTIONS,
  type Command,
  EXIT,
  FILE_WIDTH,
  keyOf,
  MANIFEST_OPTION,
  type Outcome,
  outputOptions,
  piecesOf,
  type Request,
  UsageError,
} from './command.ts';
import { formatOf, present } from './present.ts';

export const command: Command = {
  args: [
    {
      name: '<manifest>',
      description: {
        en: 'the manifest that rank or report wrote beside its result with --manifest',
        vi: 'tệp kê khai do rank hoặc report ghi cạnh kết quả khi dùng --manifest',
      },
    },
  ],
  options: [],
  formats: ['text', 'json'],
  examples: ['parindex verify ranking.csv.manifest.json', 'parindex verify ranking.csv.manifest.json --format json'],
  async run(request) {
    formatOf(request);
    const { lang = 'en', source, version } = request.surroundings;
    const path = (request.args[0] as string).replaceAll('\\', '/');
    const text = new TextDecoder().decode(source.bytes(path));
    const parsed = readManifest(text);
    const verification =
      'wrong' in parsed ? unreadable(path, parsed.wrong) : await verify(path, text, parsed.manifest, request);
    const report = reportVerification(verification, { lang, toolVersion: version });
    const exit = verification.differences.length === 0 ? EXIT.done : EXIT.difference;
    return present(report, request, { lang }, { exit, inputs: [path] });
  },
};

function unreadable(manifest: string, key: string): Verification {
  const differences = [{ why: 'manifest', file: manifest, key } as const];
  return { manifest, inputs: 0, outputs: 0, recomputed: false, differences };
}

async function verify(path: string, text: string, manifest: Manifest, request: Request): Promise<Verification> {
  const { cwd, version } = request.surroundings;
  const { folder, nameOf } = folderOf(cwd, path, manifest);
  const source = diskSource(folder, () => {
    throw new UsageError(NO_STDIN);
  });
  const counts = { manifest: path, inputs: manifest.inputs.length, outputs: manifest.outputs.length };
  const changed = [
    ...(manifestText(manifest) === text ? [] : [{ why: 'manifest', file: path, key: 'seal' } as const]),
    ...(manifest.version === version ? [] : [{ why: 'version', file: path, version: manifest.version } as const]),
    ...differing(source, manifest.inputs, 'input', nameOf),
  ];
  const outputs = differing(source, manifest.outputs, 'output', nameOf);
  const isSame = changed.length === 0;
  const found = isSame ? await recompute(path, manifest, { source, folder, nameOf }, request) : [];
  return { ...counts, recomputed: isSame, differences: [...changed, ...outputs, ...found] };
}

const NO_STDIN = {
  en: 'A result made from standard input cannot be made again.',
  vi: 'Kết quả lập từ đầu vào chuẩn không thể lập lại.',
};

/** The files that are not what the manifest says. Errors: those of reading, but for files that are not there. */
function differing(
  source: Source,
  resources: readonly Resource[],
  by: 'input' | 'output',
  nameOf: (name: string) => string,
): readonly Difference[] {
  return resources.flatMap(({ name, bytes, sha256 }): Difference[] => {
    if (name === '-' || source.kind(name) !== 'file') return [{ why: 'gone', by, file: nameOf(name) }];
    const [now] = digestFiles(source, [name]);
    return now?.sha256 === sha256 && now.bytes === bytes ? [] : [{ why: 'changed', by, file: nameOf(name) }];
  });
}

/** The place where a result was made, to make it there again. */
interface Workplace {
  readonly source: DiskSource;
  readonly folder: string;
  readonly nameOf: (name: string) => string;
}

/** Makes each output again, as it was asked for then, and compares; only where all inputs are the same. */
async function recompute(
  path: string,
  manifest: Manifest,
  { source, folder, nameOf }: Workplace,
  { surroundings }: Request,
): Promise<readonly Difference[]> {
  const { commands = {} } = surroundings;
  const entry = Object.hasOwn(commands, manifest.command) ? commands[manifest.command] : undefined;
  const made = entry && (await entry.load()).command;
  const key = made === undefined ? 'command' : unknownOption(made, manifest.options);
  if (made === undefined || key !== undefined) return [{ why: 'manifest', file: path, key: key ?? 'command' }];
  const { lang: _, speak: __, ...rest } = surroundings;
  const lang = LANGUAGES.find((language) => language === manifest.options['lang']);
  const then = { ...rest, source, cwd: folder, color: 0 as const, width: FILE_WIDTH, ...(lang ? { lang } : {}) };
  const found: Difference[] = [];
  for (const { name, ...resource } of manifest.outputs) {
    const options = { ...manifest.options, output: name, quiet: true };
    const asked = { args: manifest.args, options, formats: made.formats ?? [], surroundings: then };
    const { output, messages = '' } = await made.run(asked).catch(asRefusal);
    if (output === undefined) {
      found.push({ why: 'refused', file: nameOf(name), told: messages });
      break;
    }
    const now = digestOf(piecesOf(output));
    const isSame = now.sha256 === resource.sha256 && now.bytes === resource.bytes;
    if (!isSame) found.push({ why: 'result', file: nameOf(name) });
  }
  const known = new Set([...manifest.inputs, ...manifest.outputs].map(({ name }) => name));
  const added = source.read().filter((name) => !known.has(name));
  return [...added.map((name) => ({ why: 'new', file: nameOf(name) }) as const), ...found];
}

/** What is asked wrongly in a manifest is as good as refused. */
function asRefusal(error: unknown): Outcome {
  if (error instanceof UsageError) return { exit: EXIT.usage, messages: printableLines(error.message) };
  throw error;
}

/** The first option that the command does not have, or with a value that it does not take. */
function unknownOption(made: Command, options: Manifest['options']): string | undefined {
  const all = [...made.options, ...outputOptions(made.formats), ...COMMON_OPTIONS];
  if (!made.options.includes(MANIFEST_OPTION)) return 'command';
  return Object.keys(options).find((key) => {
    const option = all.find((one) => keyOf(one) === key);
    const value = options[key];
    if (option === undefined || option.flags.includes('<') !== (typeof value === 'string')) return true;
    return option.choices !== undefined && !option.choices.includes(value as string);
  });
}
