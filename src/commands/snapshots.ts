/** The results that compare was pointed at: projects are read and scored, saved rankings and tables of totals are read. */
import { snapshotOf } from '../analyse/compare-snapshot.ts';
import { loadProject } from '../load.ts';
import type { Snapshot } from '../model/comparison.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { DIALECTS, type Dialect, type DialectName } from '../model/dialect.ts';
import type { LetGo } from '../model/fault-list.ts';
import type { Language } from '../model/words.ts';
import { readSaved } from '../read/saved.ts';
import { readTotals } from '../read/saved-totals.ts';
import { score } from '../score/index.ts';
import { type Request, UsageError } from './command.ts';
import { limitOf, projectFolder, proveBasis, proveChoice } from './input.ts';
import { takeText } from './text-file.ts';

export interface Taken {
  readonly snapshots: readonly Snapshot[];
  readonly diagnostics: readonly Diagnostic[];
  /** Faults of projects that are only counted. */
  readonly beyond: readonly LetGo[];
  readonly inputs: readonly string[];
  readonly dialect: Dialect;
  /** That of the first project that names one. */
  readonly lang?: Language;
}

/** Everything that the paths name, in their order; results of one name are called by their files. */
export function takeSnapshots(request: Request, paths: readonly string[]): Taken {
  const taken = paths.map((path) => takeOne(request, path.replaceAll('\\', '/')));
  const snapshots = taken.flatMap((each) => each.snapshots);
  const lang = taken.find((each) => each.lang !== undefined)?.lang;
  return {
    snapshots: snapshots.map((snapshot) => {
      const isShared = snapshots.some((other) => other !== snapshot && other.label === snapshot.label);
      return isShared ? { ...snapshot, label: snapshot.file } : snapshot;
    }),
    diagnostics: taken.flatMap(({ diagnostics }) => diagnostics),
    beyond: taken.flatMap(({ beyond }) => beyond),
    inputs: taken.flatMap(({ inputs }) => inputs),
    dialect: taken[0]?.dialect ?? DIALECTS.data,
    ...(lang === undefined ? {} : { lang }),
  };
}

function takeOne(request: Request, path: string): Taken {
  const dialect = DIALECTS[(request.options['csv'] ?? 'data') as DialectName];
  if (/\.json$/i.test(path)) {
    const { value: text, diagnostics } = takeText(request, path);
    const read = text === undefined ? { diagnostics: [] } : readSaved(text, path);
    const snapshots = read.value === undefined ? [] : [read.value];
    const faults = [...diagnostics, ...read.diagnostics];
    return { snapshots, diagnostics: faults, beyond: [], inputs: [path], dialect };
  }
  if (/\.(?:csv|txt|tsv)$/i.test(path)) {
    const { value: text, diagnostics } = takeText(request, path, dialect.encoding);
    const read = text === undefined ? { diagnostics: [] } : readTotals(text, dialect, path);
    const faults = [...diagnostics, ...read.diagnostics];
    return { snapshots: read.value ?? [], diagnostics: faults, beyond: [], inputs: [path], dialect };
  }
  return takeProject(request, path);
}

function takeProject(request: Request, path: string): Taken {
  // --csv is here about tables of totals; a project says its own.
  const folder = projectFolder({ ...request, options: {} }, [path]);
  const asked = request.options['basis'];
  const basis = typeof asked === 'string' ? asked : undefined;
  const keep = limitOf(request);
  const loaded = loadProject(request.surroundings.source, folder, { keep, ...(basis === undefined ? {} : { basis }) });
  const { assessment, diagnostics, beyond, inputs, project } = loaded;
  if (basis !== undefined) proveBasis(loaded, basis);
  return {
    snapshots: assessment === undefined ? [] : [snapshotOf(score(assessment, basis), path, assessment.sheets)],
    diagnostics,
    beyond,
    inputs,
    dialect: project?.dialect ?? DIALECTS.data,
    ...(project?.language === undefined ? {} : { lang: project.language }),
  };
}

/** The same project on two stages, the earlier first; undefined after an error. */
export interface TwoStages extends Omit<Taken, 'snapshots'> {
  readonly stages?: readonly [Snapshot, Snapshot];
  readonly title?: string;
}

/** Errors: those of the project; a usage error for stages that its rubrics do not have. */
export function takeStages(request: Request, paths: readonly string[], asked: string): TwoStages {
  const folder = projectFolder({ ...request, options: {} }, paths);
  const { source } = request.surroundings;
  const loaded = loadProject(source, folder, { keep: limitOf(request) });
  const { assessment, diagnostics, beyond, inputs, project, rubrics } = loaded;
  const known = [...new Set(rubrics.flatMap(({ stages }) => stages))];
  const names = asked.split(',').map((name) => name.trim());
  const [earlier, later] = names;
  if (names.length !== 2 || earlier === undefined || later === undefined || earlier === later) {
    throw new UsageError({
      en: `--stages asks for two stages, such as --stages ${known.slice(0, 2).join(',') || 'self,appraised'}.`,
      vi: `--stages cần hai vòng đánh giá, ví dụ --stages ${known.slice(0, 2).join(',') || 'self,appraised'}.`,
    });
  }
  if (known.length > 0) for (const name of names) proveChoice(name, known, { en: 'stage', vi: 'vòng đánh giá' });
  const language = project?.language;
  return {
    diagnostics,
    beyond,
    inputs,
    dialect: project?.dialect ?? DIALECTS.data,
    ...(language === undefined ? {} : { lang: language }),
    ...(project?.title === undefined ? {} : { title: project.title }),
    ...(assessment === undefined
      ? {}
      : { stages: [snapshotOf(score(assessment, earlier), folder), snapshotOf(score(assessment, later), folder)] }),
  };
}
