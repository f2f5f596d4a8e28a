/** A folder (or a rubric and files) -> the assessment: io gives bytes, read makes nouns, checks look across them. */
import { accept } from './checks/accept.ts';
import { runChecks } from './checks/index.ts';
import { compileKernel } from './compiled.ts';
import { draftOf } from './draft.ts';
import { badPath, groupWithoutRubric, groupWithTwoRubrics } from './faults/project.ts';
import type { Source } from './io.ts';
import { byCode } from './model/acceptance.ts';
import { type Assessment, type FileCount, groupsOf, type Unit } from './model/assessment.ts';
import { collect, type Diagnostic, hasErrors, raise, see } from './model/diagnostic.ts';
import type { Dialect } from './model/dialect.ts';
import { lettingGo } from './model/fault-ledger.ts';
import type { LetGo } from './model/fault-list.ts';
import type { Limits } from './model/limits.ts';
import { wholeFile } from './model/place.ts';
import type { NamedPath, Project } from './model/project.ts';
import type { Leaf, Rubric } from './model/rubric.ts';
import { groupAt, type Units } from './model/units.ts';
import type { Language } from './model/words.ts';
import type { EntriesFile } from './read/entries.ts';
import { unitsOfEntries } from './read/named-units.ts';
import { readProject } from './read/project.ts';
import type { RubricReading } from './read/rubric.ts';
import type { Engine } from './read/scan-kernel.ts';
import { withCells } from './read/sheet-cells.ts';
import { createWorld, createWorldEngine, letGoSeats } from './read/sheets.ts';
import { readFiles } from './read-files.ts';
import { curveOf, ruleOf } from './rules/index.ts';
import { proveStated } from './stated.ts';
import {
  createJourney,
  entriesIn,
  isThere,
  type Journey,
  join,
  locate,
  takeEntries,
  takeFrozenRubrics,
  takeRubric,
  takeRubrics,
  takeUnits,
  takeYaml,
} from './take.ts';

export interface LoadOptions {
  /** The stage whose marks must be complete; absent: the last of each rubric. */
  readonly basis?: string;
  /** Ids of units whose texts are kept, for a scorecard. */
  readonly focus?: Pick<ReadonlySet<string>, 'has'>;
  /** Leave out the units at fault and keep the rest. */
  readonly draft?: boolean;
  readonly limits?: Limits;
  /** How many faults will be shown at most; the others are only counted. Absent or 0: all are kept. */
  readonly keep?: number;
  /** Only errors are let go: for a result that prints every warning and note. */
  readonly keepsWarnings?: true;
  /** Only rubrics and units: no entries are read, and nothing is missing. For forms. */
  readonly withoutEntries?: true;
  /** Hears which language the project asks for, as soon as it is read. */
  readonly speak?: (language: Language) => void;
}

export interface Loaded {
  /** Absent after an error. */
  readonly assessment?: Assessment;
  readonly project?: Project;
  readonly rubrics: readonly Rubric[];
  readonly diagnostics: readonly Diagnostic[];
  /** Those that were only counted, where `keep` said so. */
  readonly beyond: readonly LetGo[];
  /** Every file that was read. */
  readonly inputs: readonly string[];
  readonly counts: readonly FileCount[];
  /** Nothing stopped the way: every file was read and every check made. */
  readonly isWhole?: boolean;
}

export type LoadedRubric = Loaded & Pick<RubricReading, 'written'>;

/** Files named one by one, without a project. */
export interface LooseFiles {
  readonly rubrics: readonly string[];
  readonly units?: string;
  readonly entries: readonly string[];
  readonly dialect: Dialect;
}

export const PROJECT_FILE = 'parindex.yaml';

/** Reads a project folder. Errors: every fault of its files; those that stop the way end it early. */
export function loadProject(source: Source, folder: string, options: LoadOptions = {}): Loaded {
  const journey = createJourney(source, options.limits, options.keep, options.keepsWarnings);
  const project = takeProject(journey, folder);
  if (project === undefined) return ended(journey, []);
  if (project.language) options.speak?.(project.language);
  const acceptances = project.accept.map(({ file, ...rest }) => ({
    ...rest,
    ...(file === undefined ? {} : { file: join(folder, file) }),
  }));
  journey.ledger.acceptances = byCode(acceptances);
  const loaded = readProjectFiles(journey, folder, project, options);
  const diagnostics = accept(loaded.diagnostics, acceptances, loaded.isWhole === true, journey.ledger);
  if (!hasErrors(diagnostics.slice(loaded.diagnostics.length))) return { ...loaded, diagnostics };
  const { assessment: _, ...refused } = loaded;
  return { ...refused, diagnostics };
}

function readProjectFiles(journey: Journey, folder: string, project: Project, options: LoadOptions): Loaded {
  const within = (named: NamedPath) => locate(journey, folder, named);
  const rubrics = takeFrozenRubrics(journey, folder, project);
  const engine = createWorldEngine(compileKernel);
  const unitsFile = within(project.units)[0];
  const units =
    unitsFile === undefined
      ? undefined
      : takeUnits(journey, unitsFile, project.dialect, [...project.groups.keys()], engine);
  proveStated(journey, folder, [project.units]);
  const named = options.withoutEntries ? [] : project.entries;
  const files = named.flatMap(within).flatMap((path) => entriesIn(journey, path, folder));
  if (units === undefined || rubrics === undefined) return ended(journey, rubrics ?? [], project);
  const { groups, dialect } = project;
  const prove = () => proveStated(journey, folder, named);
  return assemble(journey, { engine, rubrics, units, groups, dialect, files, prove }, options, project);
}

/** Reads the rubrics of a project folder alone. */
export function loadProjectRubrics(source: Source, folder: string, limits?: Limits): Loaded {
  const journey = createJourney(source, limits);
  const project = takeProject(journey, folder);
  const rubrics = project && takeFrozenRubrics(journey, folder, project);
  return ended(journey, rubrics ?? [], project);
}

/** Reads one rubric file alone, a table in `dialect`; with what it says key by key where it is sound. */
export function loadRubricFile(source: Source, path: string, limits?: Limits, dialect?: Dialect): LoadedRubric {
  const journey = createJourney(source, limits);
  const { value, written, diagnostics = [] } = takeRubric(journey, path, dialect) ?? {};
  collect(journey.diagnostics, diagnostics);
  return { ...ended(journey, value ? [value] : []), ...(written ? { written } : {}) };
}

/** Reads a rubric and entries without a project. Units and their one group come from the files unless declared. */
export function loadFiles(source: Source, loose: LooseFiles, options: LoadOptions = {}): Loaded {
  const journey = createJourney(source, options.limits, options.keep, options.keepsWarnings);
  const rubrics = takeRubrics(journey, loose.rubrics, loose.dialect);
  const { dialect } = loose;
  const paths = loose.entries.flatMap((path) => (isThere(journey, path) ? entriesIn(journey, path) : []));
  if (rubrics === undefined) return ended(journey, []);
  // Where entries name the units, their texts are needed first.
  const files = loose.units === undefined ? paths.flatMap((path) => takeEntries(journey, path, dialect)) : paths;
  const engine = createWorldEngine(compileKernel);
  let units: Units | undefined;
  if (loose.units === undefined) {
    const group =
      rubrics.length === 1 && rubrics[0]?.appliesTo.length === 1 ? (rubrics[0].appliesTo[0] as string) : 'all';
    const found = unitsOfEntries(files as readonly EntriesFile[], dialect, group, journey.ledger);
    collect(journey.diagnostics, found.diagnostics);
    units = found.units;
  } else units = takeUnits(journey, loose.units, dialect, [], engine);
  if (units === undefined || hasErrors(journey.diagnostics)) return ended(journey, rubrics);
  return assemble(journey, { engine, rubrics, units, groups: new Map(), dialect, files }, options);
}

function takeProject(journey: Journey, folder: string): Project | undefined {
  const file = join(folder, PROJECT_FILE);
  if (journey.source.kind(file) === 'file' && !journey.source.isInside(file, folder)) {
    journey.diagnostics.push(raise(badPath, wholeFile(file), { path: PROJECT_FILE, why: 'outside' }));
    return undefined;
  }
  const taken = takeYaml(journey, file);
  if (taken === undefined) return undefined;
  const { value, diagnostics } = readProject(taken.text, file, journey.limits);
  collect(journey.diagnostics, diagnostics);
  if (value?.year !== undefined) journey.issued.year = value.year;
  return value;
}

/** The curve of a leaf, unless it depends on the values of the group. */
const curveOfLeaf = ({ rule, max }: Leaf) => (ruleOf(rule).relative ? undefined : curveOf(rule, max));

interface WorldFiles {
  readonly engine: Engine;
  readonly rubrics: readonly Rubric[];
  readonly units: Units;
  readonly groups: ReadonlyMap<string, string>;
  readonly dialect: Dialect;
  /** Paths of the entries, or their texts. */
  readonly files: readonly string[] | readonly EntriesFile[];
  /** Holds the files that were read against what is stated of them. */
  readonly prove?: () => void;
}

/** Rubrics, units and entries together: the columns are filled, then the checks run. */
function assemble(journey: Journey, files: WorldFiles, options: LoadOptions, project?: Project): Loaded {
  const { rubrics, units, dialect } = files;
  const pairs = pair(journey, rubrics, units);
  if (pairs === undefined) return ended(journey, rubrics, project);
  const world = createWorld(pairs, options.basis, files.engine);
  const fileNames = files.files.map((file) => (typeof file === 'string' ? file : file.file));
  const focus = options.focus ?? new Set<string>();
  const { ledger, limits } = journey;
  const settle = lettingGo(journey.diagnostics, ledger);
  const counts = readFiles(journey, files.files, { world, dialect, fileNames, focus, limits, ledger }, settle);
  letGoSeats(world);
  files.prove?.();
  const all: Assessment = {
    ...(project?.year === undefined ? {} : { year: project.year }),
    ...(project?.title === undefined ? {} : { title: project.title }),
    ...(project?.note === undefined ? {} : { note: project.note }),
    groups: groupsOf(units, files.groups),
    sheets: world.builds.map(({ sheet }) => sheet),
    files: counts,
    leftOut: [],
  };
  const found = options.withoutEntries
    ? []
    : runChecks({ assessment: all, basis: options.basis, curveOf: curveOfLeaf }, journey.diagnostics, ledger);
  for (const diagnostic of found) {
    journey.diagnostics.push(diagnostic);
    settle();
  }
  const assessment = options.draft
    ? draftOf(all, journey, fileNames)
    : hasErrors(journey.diagnostics)
      ? undefined
      : all;
  return {
    ...ended(journey, rubrics, project),
    isWhole: !options.withoutEntries,
    ...(assessment ? { assessment } : {}),
  };
}

/** Each rubric with the units of its groups; undefined after a group without exactly one rubric. */
function pair(
  { diagnostics }: Journey,
  rubrics: readonly Rubric[],
  units: Units,
): readonly (readonly [Rubric, Units])[] | undefined {
  const before = diagnostics.length;
  const rubricOf = new Map<string, Rubric>();
  // Of ten thousand units, an iterator would make as many objects before V8 sees through it.
  for (let row = 0; row < units.length; row++) {
    const group = groupAt(units, row);
    if (rubricOf.has(group)) continue;
    const { place, groupPlace = place } = units.at(row) as Unit;
    const [rubric, second] = rubrics.filter(({ appliesTo }) => appliesTo.length === 0 || appliesTo.includes(group));
    if (rubric === undefined) diagnostics.push(raise(groupWithoutRubric, groupPlace, { group }));
    else if (second)
      diagnostics.push(
        raise(
          groupWithTwoRubrics,
          groupPlace,
          { group, first: rubric.id, second: second.id },
          { related: [rubric, second].flatMap(({ file }) => see('rubric', wholeFile(file))) },
        ),
      );
    rubricOf.set(group, rubric as Rubric);
  }
  if (diagnostics.length > before) return undefined;
  const pairs = rubrics.map((rubric) => {
    const own = rubrics.length === 1 ? units : units.filter(({ group }) => rubricOf.get(group) === rubric);
    return [rubric, own] as const;
  });
  return pairs.filter(([, own]) => own.length > 0);
}

function ended(
  { diagnostics, ledger, inputs, counts, sheets }: Journey,
  rubrics: readonly Rubric[],
  project?: Project,
): Loaded {
  return {
    rubrics,
    diagnostics: withCells(diagnostics, sheets),
    beyond: [...ledger.counts.values()],
    inputs: [...new Set(inputs)],
    counts,
    ...(project ? { project } : {}),
  };
}
