/** `init [dir]`: writes a project that ranks as it is: the sample, or a short rubric to make one's own. */
import { printable, printableLines } from '../model/visible.ts';
import { LANGUAGES, type Language, type Words } from '../model/words.ts';
import { type Ask, type Command, EXIT, type Request, UsageError } from './command.ts';
import { SAMPLE_TITLE, SAMPLE_YEAR, SCHEMA, sample } from './starts/sample.ts';
import { SKELETON_TITLE, skeleton } from './starts/skeleton.ts';
import type { Choices } from './starts/start.ts';

export const command: Command = {
  args: [
    {
      name: '[dir]',
      description: {
        en: 'a new or empty folder to write into (the present one if absent)',
        vi: 'thư mục mới hoặc trống để ghi vào (mặc định thư mục hiện tại)',
      },
    },
  ],
  options: [
    {
      flags: '--with <start>',
      description: {
        en: 'what the project begins with: the sample (if absent), or a short rubric to make your own',
        vi: 'dự án bắt đầu từ đâu: dự án mẫu (mặc định), hay bộ tiêu chí ngắn để tự sửa',
      },
      choices: ['sample', 'skeleton'],
    },
    {
      flags: '--year <year>',
      description: { en: 'the year that is assessed', vi: 'năm đánh giá' },
    },
    {
      flags: '--title <text>',
      description: { en: 'the heading of the reports', vi: 'tiêu đề của các báo cáo' },
    },
    {
      flags: '-y, --yes',
      description: {
        en: 'ask nothing, also on a terminal: what no option says is as in the sample',
        vi: 'không hỏi gì kể cả trên terminal: điều không nêu thì như dự án mẫu',
      },
    },
  ],
  examples: ['parindex init cchc', 'parindex init cchc-2026 --with skeleton --year 2026 --lang vi --yes'],
  async run(request) {
    const { source } = request.surroundings;
    const dir = (request.args[0] ?? '.').replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
    proveEmpty(request, dir);
    const chosen = await choose(request);
    if (chosen === undefined) return { exit: EXIT.interrupted, messages: printableLines(NOTHING) };
    const texts = chosen.start === 'skeleton' ? skeleton(chosen) : sample(source, chosen);
    const { rubricJsonSchema } = await import('../read/json-schema.ts');
    const schema = `${JSON.stringify(rubricJsonSchema(), null, 2)}\n`;
    const encoder = new TextEncoder();
    const files = new Map([...texts, [SCHEMA, schema] as const].map(([name, text]) => [name, encoder.encode(text)]));
    const first = [...texts.keys()].find((name) => name.startsWith('entries/')) ?? '';
    const unit = first.slice('entries/'.length, -'.csv'.length);
    const output = printableLines(WRITTEN[chosen.language](printable(dir), files.size, unit));
    return { exit: EXIT.done, folder: dir, files, output };
  },
};

type Start = 'sample' | 'skeleton';

/** Nothing may be in the way, so that a project is never mixed with what was there. */
function proveEmpty({ surroundings: { source } }: Request, dir: string): void {
  const kind = source.kind(dir);
  if (kind === undefined) return;
  const inside = kind === 'folder' ? source.list(dir)[0] : '';
  if (inside === undefined) return;
  throw new UsageError({
    en: `${dir} is ${kind === 'folder' ? 'not empty' : 'already there'}; name a new or empty folder, for example: parindex init cchc`,
    vi: `${dir} ${kind === 'folder' ? 'không trống' : 'đã có'}; hãy nêu thư mục mới hoặc trống, ví dụ: parindex init cchc`,
  });
}

/** What the options say, then what somebody answers, then what the sample has; undefined where the answers broke off. */
async function choose(request: Request): Promise<(Choices & { readonly start: Start }) | undefined> {
  const { options, surroundings } = request;
  const { year: yearAsked, title: titleAsked, with: startAsked } = options;
  if (typeof yearAsked === 'string' && !isYear(yearAsked)) throw new UsageError(wrongYear(yearAsked));
  if (typeof titleAsked === 'string' && !isTitle(titleAsked)) throw new UsageError(WRONG_TITLE);
  const ask = options['yes'] === true ? undefined : surroundings.ask;
  const language =
    surroundings.lang ??
    (await answer(
      ask,
      QUESTIONS.language.en,
      'en',
      (text) => LANGUAGES.find((name) => name === text),
      WRONG_LANGUAGE.en,
    ));
  if (language === undefined) return undefined;
  const say = (words: Words): string => words[language];
  const start =
    (startAsked as Start | undefined) ??
    (await answer(ask, say(QUESTIONS.start), '1', (text) => STARTS.get(text), say(WRONG_START)));
  if (start === undefined) return undefined;
  const usual = start === 'sample' ? SAMPLE_YEAR : undefined;
  const readYear = (text: string) => (isYear(text) ? text : undefined);
  const year = yearAsked ?? (await answer(ask, say(QUESTIONS.year), usual, readYear, say(wrongYear('')), say(NO_YEAR)));
  if (typeof year !== 'string') return undefined;
  const readTitle = (text: string) => (isTitle(text) ? text : undefined);
  const usualTitle = say(start === 'sample' ? SAMPLE_TITLE : SKELETON_TITLE);
  const title = titleAsked ?? (await answer(ask, say(QUESTIONS.title), usualTitle, readTitle, say(WRONG_TITLE)));
  return typeof title === 'string' ? { language, start, year, title } : undefined;
}

/**
 * The answer to one question, asked again until it can be read; an empty line takes the usual one. Without somebody
 * to ask, the usual one; where there is none, `needed` is the usage error.
 */
async function answer<T>(
  ask: Ask | undefined,
  question: string,
  usual: string | undefined,
  read: (text: string) => T | undefined,
  wrong: string,
  needed = wrong,
): Promise<T | undefined> {
  if (ask === undefined) {
    const value = usual === undefined ? undefined : read(usual);
    if (value === undefined) throw new UsageError({ en: needed, vi: needed });
    return value;
  }
  for (let before = ''; ; before = `${wrong}\n`) {
    const said = await ask(`${before}${question}${usual === undefined ? '' : ` [${usual}]`}: `);
    if (said === undefined) return undefined;
    const value = read(said.trim() === '' ? (usual ?? '') : said.trim());
    if (value !== undefined) return value;
  }
}

const STARTS: ReadonlyMap<string, Start> = new Map([
  ['1', 'sample'],
  ['2', 'skeleton'],
  ['sample', 'sample'],
  ['skeleton', 'skeleton'],
]);

const isYear = (text: string): boolean => /^[12][0-9]{3}$/.test(text);

/** A line that a report can carry: nothing that cannot be seen, and no more than a line. */
const isTitle = (text: string): boolean => /^[^\p{C}]{1,200}$/u.test(text) && text.trim() !== '';

const QUESTIONS = {
  language: { en: 'Ngôn ngữ / language (vi, en)', vi: 'Ngôn ngữ / language (vi, en)' },
  start: {
    en: 'Begin with: 1 the sample (districts of Khánh Hòa 2019), 2 a short rubric to make your own',
    vi: 'Bắt đầu từ: 1 dự án mẫu (cấp huyện tỉnh Khánh Hòa 2019), 2 bộ tiêu chí ngắn để tự sửa',
  },
  year: { en: 'Year that is assessed', vi: 'Năm đánh giá' },
  title: { en: 'Title of the reports', vi: 'Tiêu đề của các báo cáo' },
} as const satisfies Record<string, Words>;

const WRONG_LANGUAGE: Words = { en: 'vi hoặc en / vi or en', vi: 'vi hoặc en / vi or en' };
const WRONG_START: Words = { en: '1 or 2, please.', vi: 'Xin trả lời 1 hoặc 2.' };
const WRONG_TITLE: Words = {
  en: 'A title is one line of at most 200 visible characters.',
  vi: 'Tiêu đề là một dòng, nhiều nhất 200 ký tự nhìn thấy được.',
};
const NO_YEAR: Words = {
  en: 'Say which year is assessed, for example: --year 2026',
  vi: 'Hãy nêu năm đánh giá, ví dụ: --year 2026',
};

const wrongYear = (asked: string): Words => ({
  en: `A year has four digits, such as 2026${asked === '' ? '.' : `, not "${asked}".`}`,
  vi: `Năm gồm bốn chữ số, ví dụ 2026${asked === '' ? '.' : `, không phải "${asked}".`}`,
});

/** In both languages: which one it should be may be what was not answered. */
const NOTHING = '\nChưa ghi gì. / Nothing was written.\n';

const WRITTEN: Readonly<Record<Language, (dir: string, count: number, unit: string) => string>> = {
  en: (dir, count, unit) => `${count} files were written into ${dir}. Try:
  parindex rank ${dir}
  parindex check ${dir}
  parindex scorecard ${unit} ${dir}
Then make rubric.yaml, units.csv and entries/ your own.
`,
  vi: (dir, count, unit) => `Đã ghi ${count} tệp vào ${dir}. Hãy thử:
  parindex rank ${dir}
  parindex check ${dir}
  parindex scorecard ${unit} ${dir}
Sau đó sửa rubric.yaml, units.csv và entries/ theo đơn vị của mình.
`,
};
