/** `init [dir]`: writes a working sample project, the districts of Khánh Hòa in 2019. */
import { type Source, samplePath } from '../io.ts';
import { type Command, EXIT, UsageError } from './command.ts';

export const command: Command = {
  args: [
    {
      name: '[dir]',
      description: {
        en: 'the folder to write into (the present one if absent)',
        vi: 'thư mục ghi vào (mặc định thư mục hiện tại)',
      },
    },
  ],
  options: [],
  examples: ['parindex init cchc'],
  async run({ args, surroundings }) {
    const dir = (args[0] ?? '.').replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
    const { source, lang = 'en' } = surroundings;
    const sample = samplePath();
    const files = new Map(
      filesUnder(source, sample, '').map((name) => [
        `${dir}/${name}`,
        adapted(name, source.bytes(`${sample}/${name}`)),
      ]),
    );
    const { rubricJsonSchema } = await import('../read/json-schema.ts');
    files.set(`${dir}/${SCHEMA}`, new TextEncoder().encode(`${JSON.stringify(rubricJsonSchema(), null, 2)}\n`));
    const taken = [...files.keys()].filter((path) => source.kind(path) !== undefined);
    if (taken.length > 0) {
      throw new UsageError({
        en: `${taken[0]} is already there; name an empty folder, for example: parindex init cchc`,
        vi: `${taken[0]} đã có; hãy nêu một thư mục trống, ví dụ: parindex init cchc`,
      });
    }
    return { exit: EXIT.done, files, output: WRITTEN[lang](dir, files.size) };
  },
};

const SCHEMA = 'rubric.schema.json';

const WRITTEN = {
  en: (dir: string, count: number) => `${count} files were written into ${dir}. Try:
  parindex rank ${dir}
  parindex check ${dir}
  parindex scorecard khanh-vinh ${dir}
Then make rubric.yaml, units.csv and entries/ your own.
`,
  vi: (dir: string, count: number) => `Đã ghi ${count} tệp vào ${dir}. Hãy thử:
  parindex rank ${dir} --lang vi
  parindex check ${dir} --lang vi
  parindex scorecard khanh-vinh ${dir} --lang vi
Sau đó sửa rubric.yaml, units.csv và entries/ theo đơn vị của mình.
`,
};

/** The names of all files below a folder, sorted, with `/`. */
function filesUnder(source: Source, root: string, below: string): readonly string[] {
  const folder = below === '' ? root : `${root}/${below}`;
  return source.list(folder).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    return source.kind(`${root}/${path}`) === 'folder' ? filesUnder(source, root, path) : [path];
  });
}

/** The rubric of the sample points at the schema beside it; in the repository it points at the one in docs. */
function adapted(name: string, bytes: Uint8Array): Uint8Array {
  if (name !== 'rubric.yaml') return bytes;
  return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(`../../docs/${SCHEMA}`, SCHEMA));
}
