/** The contract of a command, and what all commands share. */
import type { FormatName } from '../formats/index.ts';
import type { Source } from '../io.ts';
import { ENCODINGS } from '../model/dialect.ts';
import type { Encoded, Face } from '../model/encoded.ts';
import type { Guarded } from '../model/formula-start.ts';
import type { Language, Words } from '../model/words.ts';

/** Exit codes of product.md section 4; the last two are what a shell says of a process that a signal ended. */
export const EXIT = {
  ...{ done: 0, refused: 1, usage: 2, io: 3, difference: 4, bug: 70 },
  ...{ interrupted: 130, terminated: 143 },
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface Argument {
  /** In commander's form: `<unit>`, `[path...]`. */
  readonly name: string;
  readonly description: Words;
}

export interface Option {
  /** In commander's form: `-o, --output <file>`. */
  readonly flags: string;
  readonly description: Words;
  readonly choices?: readonly string[];
}

/** Puts a question and gives the line that is typed; undefined where the answers end or somebody breaks off. */
export type Ask = (question: string) => Promise<string | undefined>;

/** As wide as a page is that goes to a file. */
export const FILE_WIDTH = 120;

/** What a command may look at, besides its arguments. */
export interface Surroundings {
  /** The working folder, as an absolute path. */
  readonly cwd: string;
  readonly source: Source;
  /** The language asked for by --lang; absent: that of the project, else English. */
  readonly lang?: Language;
  /** Says which language the project speaks, as soon as it is known, for whatever is found to be asked wrongly later. */
  readonly speak?: (language: Language) => void;
  /** Columns of the terminal. */
  readonly width: number;
  /** Chalk's colour levels of the two streams. */
  readonly color: 0 | 1 | 2 | 3;
  readonly errorColor: 0 | 1 | 2 | 3;
  readonly version: string;
  /** Asks whoever sits at the terminal; absent where nobody can answer. */
  readonly ask?: Ask;
  /** The table of commands, for what describes the program itself. */
  readonly commands?: CommandTable;
}

/** The commands by name, each loaded when it is asked for. */
export type CommandTable = Readonly<
  Record<string, { readonly summary: Words; readonly load: () => Promise<{ readonly command: Command }> }>
>;

export interface Request {
  readonly args: readonly string[];
  /** Values of options by their long name in camel case; `true` for a flag that is set. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Those of the command. */
  readonly formats: readonly FormatName[];
  /** Whether the output is written by itself when all else is done, once: a long one may then be made while it is. */
  readonly inPassing?: boolean;
  readonly surroundings: Surroundings;
}

/** What a command gives; cli.ts writes it. */
export interface Outcome {
  readonly exit: ExitCode;
  /** The result: to stdout, or to the file of --output; a long one in pieces, one after the other. */
  readonly output?: Encoded<Face> | Uint8Array | Iterable<Uint8Array>;
  /** Diagnostics, to stderr. */
  readonly messages?: Encoded<'terminal'>;
  /** The texts of a csv output that got a leading `'`, when all of it was made; absent or undefined: none. */
  readonly guarded?: () => Guarded | undefined;
  /** The files that it was made from. */
  readonly inputs?: readonly string[];
  /** The rubrics among the inputs. */
  readonly rubrics?: readonly { readonly id: string; readonly file: string }[];
  /** New files to be written as they are, by their path in `folder`. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** A new or empty folder, written whole or not at all. */
  readonly folder?: string;
}

/** An output as bytes, one piece after the other; none where there is none. */
export function piecesOf(output: Outcome['output']): Iterable<Uint8Array> {
  if (output === undefined) return [];
  if (typeof output === 'string') return [new TextEncoder().encode(output)];
  return output instanceof Uint8Array ? [output] : output;
}

export interface Command {
  readonly args: readonly Argument[];
  readonly options: readonly Option[];
  /** The formats that a result is offered in, the usual one first; absent: the command has no output options. */
  readonly formats?: readonly FormatName[];
  /** Commands to try, for help; each works on the sample project. */
  readonly examples: readonly string[];
  /** Whether --output names a new folder, by the other options; absent: always a file. */
  readonly writesFolder?: (options: Request['options']) => boolean;
  readonly run: (request: Request) => Promise<Outcome>;
}

/** Something was asked wrongly; the tool ends with exit code 2. */
export class UsageError extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.name = 'UsageError';
    this.words = words;
  }
}

/** Options of a command that prints a result in these formats; none where it has no formats. */
export function outputOptions(formats: readonly FormatName[] = []): readonly Option[] {
  if (formats.length === 0) return [];
  const format = {
    flags: '-f, --format <format>',
    description: { en: 'how the result is given', vi: 'dạng kết quả' },
    choices: formats,
  };
  return [format, ...WHERE_AND_HOW, ...(formats.includes('csv') ? [EXCEL, RAW_CSV] : [])];
}

const WHERE_AND_HOW: readonly Option[] = [
  {
    flags: '-o, --output <file>',
    description: {
      en: 'write the result to a file, whole or not at all; its ending gives the format',
      vi: 'ghi kết quả ra tệp, trọn vẹn hoặc không ghi; đuôi tệp cho biết dạng',
    },
  },
  {
    flags: '--decimal <mark>',
    description: {
      en: 'the decimal mark of numbers; csv has a dot unless comma is asked',
      vi: 'dấu thập phân; csv dùng dấu chấm trừ khi yêu cầu dấu phẩy',
    },
    choices: ['dot', 'comma'],
  },
];

const EXCEL: Option = {
  flags: '--excel',
  description: {
    en: 'csv that Vietnamese Excel opens by a double click: semicolons, decimal comma, byte order mark, CRLF',
    vi: 'csv để mở thẳng bằng Excel tiếng Việt: dấu chấm phẩy, thập phân phẩy, có BOM, xuống dòng CRLF',
  },
};

const RAW_CSV: Option = {
  flags: '--raw-csv',
  description: {
    en: "csv for machines: no ' is put before a text that begins like a formula; such a text is refused",
    vi: "csv cho máy đọc: không thêm ' trước nội dung bắt đầu giống công thức; gặp nội dung như vậy thì từ chối",
  },
};

/** The option of every command that reads files. */
export const LIMIT_OPTION: Option = {
  flags: '--limit <name=number>',
  description: {
    en: 'raise a limit, or several with commas between: file, line, cell, rows, columns, files, yaml, depth, name',
    vi: 'nâng một giới hạn, hoặc nhiều giới hạn cách nhau bằng dấu phẩy: file, line, cell, rows, columns, files, yaml, depth, name',
  },
};

/** Options of every command that reads a project, or a rubric and files. */
export const INPUT_OPTIONS: readonly Option[] = [
  {
    flags: '--rubric <file>',
    description: {
      en: 'without a project: the rubric; the paths are then entries',
      vi: 'không có dự án: bộ tiêu chí; các đường dẫn là tệp số liệu',
    },
  },
  {
    flags: '--units <file>',
    description: {
      en: 'without a project: the units file; else the entries name the units',
      vi: 'không có dự án: tệp đơn vị; nếu không, lấy đơn vị từ số liệu',
    },
  },
  {
    flags: '--csv <dialect>',
    description: {
      en: 'without a project: how the CSV files are written (data: comma and dot; excel-vi: semicolon and comma)',
      vi: 'không có dự án: dạng tệp CSV (data: dấu phẩy, thập phân chấm; excel-vi: chấm phẩy, thập phân phẩy)',
    },
    choices: ['data', 'excel-vi'],
  },
  {
    flags: '--encoding <name>',
    description: {
      en: 'without a project: the encoding of the CSV files; utf-8 if absent',
      vi: 'không có dự án: bảng mã của tệp CSV; mặc định utf-8',
    },
    choices: ENCODINGS,
  },
  LIMIT_OPTION,
  {
    flags: '--basis <stage>',
    description: {
      en: 'the stage whose marks count (self: the self-assessment alone); the last stage if absent',
      vi: 'vòng đánh giá làm căn cứ (self: chỉ tự đánh giá); nếu không ghi: vòng cuối',
    },
  },
];

/** How one file is written, where no project says it. */
export const DIALECT_OPTIONS: readonly Option[] = [
  {
    flags: '--csv <dialect>',
    description: {
      en: 'how the file is written (data: comma and dot; excel-vi: semicolon and comma)',
      vi: 'dạng tệp (data: dấu phẩy, thập phân chấm; excel-vi: chấm phẩy, thập phân phẩy)',
    },
    choices: ['data', 'excel-vi'],
  },
  {
    flags: '--encoding <name>',
    description: { en: 'its encoding; utf-8 if absent', vi: 'bảng mã; mặc định utf-8' },
    choices: ENCODINGS,
  },
];

export const MOST_FAULTS: Option = {
  flags: '--max-faults <n>',
  description: {
    en: 'show at most n faults, 0: all, each held in memory until then; 50 if absent. All are counted',
    vi: 'hiện nhiều nhất n lỗi, 0: tất cả, khi đó giữ mọi lỗi trong bộ nhớ; mặc định 50. Luôn đếm đủ',
  },
};

/** Options of commands that tell the faults of what they read. */
export const FAULT_OPTIONS: readonly Option[] = [
  {
    flags: '--strict',
    description: {
      en: 'a warning that is not accepted in parindex.yaml refuses too (exit code 1)',
      vi: 'cảnh báo chưa được chấp nhận trong parindex.yaml cũng bị từ chối (mã thoát 1)',
    },
  },
  MOST_FAULTS,
];

/** Of the commands whose result an act may rest on. */
export const MANIFEST_OPTION: Option = {
  flags: '--manifest',
  description: {
    en: 'write FILE.manifest.json beside the output: what it was made from, for verify',
    vi: 'ghi kèm TỆP.manifest.json: bản kê khai dữ liệu đã dùng, để verify kiểm tra lại',
  },
};

/** The key of an option in `Request.options`: `maxFaults` of `--max-faults <n>`, `color` of `--no-color`. */
export function keyOf({ flags }: Option): string {
  const long = /--(?:no-)?([a-z][a-z-]*)/.exec(flags)?.[1] ?? '';
  return long.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Options that every command has. */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    flags: '--lang <language>',
    description: { en: 'language of what people read', vi: 'ngôn ngữ hiển thị' },
    choices: ['vi', 'en'],
  },
  { flags: '-q, --quiet', description: { en: 'no warnings and notes', vi: 'không in cảnh báo và ghi chú' } },
  {
    flags: '--no-color',
    description: { en: 'no colour (so does NO_COLOR)', vi: 'không dùng màu (hoặc đặt NO_COLOR)' },
  },
];

export const PATHS: Argument = {
  name: '[path...]',
  description: {
    en: 'a project folder (the present one if absent); with --rubric: files or folders of entries, or - for standard input',
    vi: 'thư mục dự án (mặc định thư mục hiện tại); với --rubric: tệp hay thư mục số liệu, hoặc - để đọc từ đầu vào chuẩn',
  },
};
