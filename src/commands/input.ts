/** What a command was pointed at: a project folder, or a rubric and files; read, checked, and its faults told. */
import {
  type Loaded,
  type LoadedRubric,
  type LoadOptions,
  loadFiles,
  loadProject,
  loadProjectRubrics,
  loadRubricFile,
  PROJECT_FILE,
} from '../load.ts';
import { DIALECTS, type Dialect, type DialectName } from '../model/dialect.ts';
import { LIMIT_NAMES, type Limits, parseLimits } from '../model/limits.ts';
import { nearest } from '../model/nearest.ts';
import type { Language } from '../model/words.ts';
import { type Request, UsageError } from './command.ts';

export interface Input extends Loaded {
  readonly lang: Language;
  readonly dialect: Dialect;
  /** That of the project; absent where the files were named one by one. */
  readonly folder?: string;
}

/** Reads what the arguments point at. `paths` are the arguments that name files. Errors: usage, and all of load.ts. */
export function loadInput(
  request: Request,
  paths: readonly string[],
  more: Omit<LoadOptions, 'basis' | 'speak' | 'keep'> = {},
): Input {
  const { options, surroundings } = request;
  const basis = options['basis'];
  const loadOptions = {
    ...{ ...more, ...limitsOf(request), keep: limitOf(request) },
    ...(typeof basis === 'string' ? { basis } : {}),
    ...(surroundings.speak ? { speak: surroundings.speak } : {}),
  };
  const { rubric } = options;
  const folder = typeof rubric === 'string' ? undefined : projectFolder(request, paths);
  const loaded =
    folder === undefined
      ? loadLoose(request, rubric as string, paths, loadOptions)
      : loadProject(surroundings.source, folder, loadOptions);
  if (typeof basis === 'string') proveBasis(loaded, basis);
  const dialect = loaded.project?.dialect ?? dialectOf(options);
  const lang = surroundings.lang ?? loaded.project?.language ?? 'en';
  return { ...loaded, dialect, lang, ...(folder === undefined ? {} : { folder }) };
}

function loadLoose(request: Request, rubric: string, paths: readonly string[], options: LoadOptions): Loaded {
  const { units } = request.options;
  if (paths.length === 0) {
    throw new UsageError({
      en: 'With --rubric, name the entries too: files, a folder, or - for standard input.',
      vi: 'Khi dùng --rubric, hãy nêu cả tệp số liệu: tệp, thư mục, hoặc - để đọc từ đầu vào chuẩn.',
    });
  }
  const entries = paths.map(withSlashes);
  const loose = { rubrics: [withSlashes(rubric)], entries, dialect: dialectOf(request.options) };
  const { source } = request.surroundings;
  return loadFiles(source, { ...loose, ...(typeof units === 'string' ? { units: withSlashes(units) } : {}) }, options);
}

/** The folder that holds parindex.yaml; naming the file itself is as good. */
export function projectFolder({ options, surroundings }: Request, paths: readonly string[]): string {
  const [path = '.', second] = paths.map(withSlashes);
  for (const option of ['units', 'csv', 'encoding']) {
    if (options[option] === undefined) continue;
    throw new UsageError({
      en: `--${option} goes with --rubric; a project says it in ${PROJECT_FILE}.`,
      vi: `--${option} đi cùng --rubric; dự án ghi điều này trong ${PROJECT_FILE}.`,
    });
  }
  if (second !== undefined) {
    throw new UsageError({
      en: 'Name one project folder, or --rubric and the files of entries.',
      vi: 'Hãy nêu một thư mục dự án, hoặc --rubric và các tệp số liệu.',
    });
  }
  const { source } = surroundings;
  if (path.split('/').at(-1) === PROJECT_FILE && source.kind(path) === 'file') {
    return path.split('/').slice(0, -1).join('/') || '.';
  }
  const file = path === '.' ? PROJECT_FILE : `${path.replace(/\/+$/, '')}/${PROJECT_FILE}`;
  if (source.kind(file) === 'file') return path.replace(/(?<=.)\/+$/, '');
  const isFile = source.kind(path) === 'file';
  throw new UsageError({
    en: isFile
      ? `${path} is a file: name its rubric with --rubric, or name a project folder.`
      : `There is no ${file}. Name a project folder, or write a sample to start from: parindex init`,
    vi: isFile
      ? `${path} là tệp: hãy nêu bộ tiêu chí bằng --rubric, hoặc nêu thư mục dự án.`
      : `Không có ${file}. Hãy nêu thư mục dự án, hoặc tạo dự án mẫu: parindex init`,
  });
}

/** How many faults are shown unless --max-faults says otherwise. */
const MOST_SHOWN = 50;

/** How many faults are shown: that of --max-faults; 0: all. */
export function limitOf({ options }: Request): number {
  const asked = options['maxFaults'];
  if (typeof asked !== 'string') return MOST_SHOWN;
  if (/^[0-9]{1,9}$/.test(asked)) return Number(asked);
  throw new UsageError({
    en: `--max-faults asks for a whole number from 0, not "${asked}".`,
    vi: `--max-faults cần một số nguyên từ 0, không phải "${asked}".`,
  });
}

/** The dialect of --csv, in the encoding of --encoding. */
export function dialectOf({ csv, encoding }: Request['options']): Dialect {
  const dialect = DIALECTS[(typeof csv === 'string' ? csv : 'data') as DialectName];
  return typeof encoding === 'string' ? { ...dialect, encoding } : dialect;
}

/** The limits of --limit; nothing where it is absent. */
export function limitsOf({ options: { limit } }: Request): { readonly limits?: Limits } {
  if (typeof limit !== 'string') return {};
  const limits = parseLimits(limit);
  if (limits) return { limits };
  throw new UsageError({
    en: `--limit asks for names and whole numbers, such as rows=30000000,cell=100000, not "${limit}"; the names are ${LIMIT_NAMES.join(', ')}.`,
    vi: `--limit cần tên và số nguyên, ví dụ rows=30000000,cell=100000, không phải "${limit}"; các tên là ${LIMIT_NAMES.join(', ')}.`,
  });
}

function withSlashes(path: string): string {
  return path === '-' ? path : path.replaceAll('\\', '/');
}

/** A usage error for a stage that one of the rubrics does not have. */
export function proveBasis({ rubrics }: Loaded, basis: string): void {
  const stages = [...new Set(rubrics.flatMap((rubric) => rubric.stages))];
  const without = rubrics.find((rubric) => !rubric.stages.includes(basis));
  if (without === undefined) return;
  const guess = nearest(basis, stages);
  throw new UsageError({
    en: `The rubric ${without.id} has no stage "${basis}"; ${guess ? `did you mean "${guess}"?` : `its stages are ${without.stages.join(', ')}.`}`,
    vi: `Bộ tiêu chí ${without.id} không có vòng "${basis}"; ${guess ? `có phải là "${guess}"?` : `các vòng là ${without.stages.join(', ')}.`}`,
  });
}

/** The one of `ids` that was asked for, or a usage error that suggests one. */
export function proveChoice(asked: string, ids: readonly string[], what: { en: string; vi: string }): string {
  if (ids.includes(asked)) return asked;
  const guess = nearest(asked, ids);
  const list = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', …' : '');
  throw new UsageError({
    en: `There is no ${what.en} "${asked}"; ${guess ? `did you mean "${guess}"?` : `there are ${list}.`}`,
    vi: `Không có ${what.vi} "${asked}"; ${guess ? `có phải là "${guess}"?` : `hiện có ${list}.`}`,
  });
}

/** The rubrics of a project folder, or of the one file that a path names. */
export function loadRubrics(request: Request, path: string): Input {
  const { source, lang } = request.surroundings;
  const { limits } = limitsOf(request);
  const loaded = isRubricFile(request, path)
    ? loadRubricFile(source, withSlashes(path), limits, dialectOf(request.options))
    : loadProjectRubrics(source, projectFolder(request, [path]), limits);
  return { ...loaded, dialect: DIALECTS.data, lang: lang ?? loaded.project?.language ?? 'en' };
}

/** One rubric file, with what it says key by key where it is sound. */
export function loadRubricWritten(request: Request, path: string): Input & Pick<LoadedRubric, 'written'> {
  const { source, lang = 'en' } = request.surroundings;
  const dialect = dialectOf(request.options);
  return { ...loadRubricFile(source, withSlashes(path), limitsOf(request).limits, dialect), dialect, lang };
}

/** Whether a path names a file that is not a project's. */
export function isRubricFile({ surroundings: { source } }: Request, path: string): boolean {
  const file = withSlashes(path);
  return source.kind(file) === 'file' && file.split('/').at(-1) !== PROJECT_FILE;
}
