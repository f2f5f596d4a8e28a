/** Paths -> texts and the nouns of single files, with every fault told on the way; the lower half of load.ts. */
import { createHash } from 'node:crypto';
import { badPath, ignoredFile, repeatedRubric } from './faults/project.ts';
import { aboveLimit } from './faults/text.ts';
import { wrongForm } from './faults/workbook.ts';
import { namesBeside, type Source } from './io.ts';
import type { FileCount } from './model/assessment.ts';
import { collect, type Diagnostic, hasErrors, raise } from './model/diagnostic.ts';
import { DIALECTS, type Dialect } from './model/dialect.ts';
import { createLedger, type Ledger } from './model/fault-ledger.ts';
import type { FormMeta } from './model/form.ts';
import { LIMITS, type Limits } from './model/limits.ts';
import { type Place, wholeFile } from './model/place.ts';
import type { NamedPath, Project } from './model/project.ts';
import type { Rubric } from './model/rubric.ts';
import type { Units } from './model/units.ts';
import type { EntriesFile } from './read/entries.ts';
import { unitOf } from './read/file-unit.ts';
import { findThawed } from './read/frozen.ts';
import { noFile, nothingThere } from './read/no-file.ts';
import { type RubricReading, readRubric, readTabularRubric } from './read/rubric.ts';
import type { Engine } from './read/scan-kernel.ts';
import { isWorkbook } from './read/sheet-cells.ts';
import { readSheetText, type SheetText } from './read/sheet-text.ts';
import { readText } from './read/text.ts';
import { readUnits } from './read/units.ts';

/** What is collected on the way. */
export interface Journey {
  readonly source: Source;
  readonly limits: Limits;
  readonly diagnostics: Diagnostic[];
  /** Faults that are only counted. */
  readonly ledger: Ledger;
  /** Paths of the files that were read, some perhaps twice. */
  readonly inputs: string[];
  readonly counts: FileCount[];
  /** What was read of spreadsheets, by path. */
  readonly sheets: Map<string, SheetText>;
  /** What forms must have been made for. */
  readonly issued: { readonly rubrics: Rubric[]; units: Units; year?: number };
}

/** An empty collection over a source. */
export function createJourney(source: Source, limits = LIMITS, keep?: number, keepsWarnings?: true): Journey {
  return {
    source,
    limits,
    diagnostics: [],
    ledger: createLedger(keep, keepsWarnings),
    inputs: [],
    counts: [],
    sheets: new Map(),
    issued: { rubrics: [], units: [] },
  };
}

/** The text of a CSV file; undefined after its fault was told. */
export function take(journey: Journey, path: string, encoding: string): string | undefined {
  const bytes = takeBytes(journey, path, 'csv');
  return bytes && textOf(journey, bytes, path, encoding, 'csv');
}

/** The text of a YAML file and the digest of its bytes; undefined after its fault was told. */
export function takeYaml(
  journey: Journey,
  path: string,
): { readonly text: string; readonly sha256: string } | undefined {
  const bytes = takeBytes(journey, path, 'yaml');
  const text = bytes && textOf(journey, bytes, path, 'utf-8', 'yaml');
  return text === undefined
    ? undefined
    : {
        text,
        sha256: createHash('sha256')
          .update(bytes as Uint8Array)
          .digest('hex'),
      };
}

/** Bytes of a regular file, its size looked at before it is read. Errors: missing-file, bad-path, above-limit. */
function takeBytes(
  { source, limits, diagnostics, inputs }: Journey,
  path: string,
  kind: 'csv' | 'yaml',
): Uint8Array | undefined {
  const found = source.kind(path);
  if (found !== 'file') {
    diagnostics.push(noFile(path, found, namesBeside(source, path)));
    return undefined;
  }
  inputs.push(path);
  const what = kind === 'yaml' ? 'yaml' : 'file';
  const size = source.size(path);
  if (size > limits[what]) {
    diagnostics.push(raise(aboveLimit, wholeFile(path), { what, found: String(size), limit: String(limits[what]) }));
    return undefined;
  }
  return source.bytes(path);
}

function textOf(
  journey: Journey,
  bytes: Uint8Array,
  path: string,
  encoding: string,
  kind: 'csv' | 'yaml',
): string | undefined {
  const { value, diagnostics } = readText(bytes, encoding, path, { kind, limits: journey.limits });
  collect(journey.diagnostics, diagnostics);
  return value;
}

/** The text of a CSV file, or of a spreadsheet as CSV in the dialect; undefined after its fault was told. */
export function takeTable(journey: Journey, path: string, dialect: Dialect): string | undefined {
  if (!isWorkbook(path)) return take(journey, path, dialect.encoding);
  const known = journey.sheets.get(path);
  if (known) return known.text;
  const bytes = takeBytes(journey, path, 'csv');
  if (bytes === undefined) return undefined;
  const { value, diagnostics } = readSheetText(bytes, dialect, path);
  collect(journey.diagnostics, diagnostics);
  const wrong = value?.form && formFault(value.form, journey.issued, path);
  if (wrong) journey.diagnostics.push(wrong);
  if (value === undefined || wrong) return undefined;
  journey.sheets.set(path, value);
  const text = readText(new TextEncoder().encode(value.text), 'utf-8', path, { limits: journey.limits });
  collect(journey.diagnostics, text.diagnostics);
  return text.value;
}

/** Why a form is not one of this project's. */
function formFault(form: FormMeta, { rubrics, units, year }: Journey['issued'], path: string): Diagnostic | undefined {
  const fault = (what: 'rubric' | 'digest' | 'year' | 'unit', found: string, expected: string): Diagnostic =>
    raise(wrongForm, wholeFile(path), { what, found, expected });
  const same = rubrics.find(({ id }) => id === form.rubric);
  if (same === undefined) return fault('rubric', form.rubric, rubrics.map(({ id }) => id).join(', ') || '–');
  if (same.sha256 !== form.sha256) return fault('digest', form.sha256.slice(0, 16), same.sha256.slice(0, 16));
  if (year !== undefined && form.year !== `${year}`) return fault('year', form.year, `${year}`);
  // A file may be called anything but another unit: its form says whose it is.
  const named = unitOf(path);
  const isOthers = form.unit !== '' && form.unit !== named && units.some(({ id }) => id === named);
  return isOthers ? fault('unit', form.unit, named) : undefined;
}

/** The reading of a rubric file: YAML, or a table of the dialect; undefined after its fault was told. */
export function takeRubric(
  journey: Journey,
  path: string,
  dialect: Dialect = DIALECTS.data,
): RubricReading | undefined {
  if (!isWorkbook(path) && !/\.csv$/i.test(path)) {
    const taken = takeYaml(journey, path);
    return taken && readRubric(taken.text, path, taken.sha256, journey.limits);
  }
  // Numbers of a spreadsheet come with a dot, as those in the cells of rules.
  const own = isWorkbook(path) ? DIALECTS.data : dialect;
  const text = takeTable(journey, path, own);
  if (text === undefined) return undefined;
  const sha256 = createHash('sha256').update(journey.source.bytes(path)).digest('hex');
  const { count, ...reading } = readTabularRubric(text, own, path, sha256, journey.limits);
  journey.counts.push(count);
  return reading;
}

/** Sound rubrics; undefined if one is not. */
export function takeRubrics(
  journey: Journey,
  paths: readonly string[],
  dialect?: Dialect,
): readonly Rubric[] | undefined {
  const rubrics: Rubric[] = [];
  for (const path of paths) {
    const taken = takeRubric(journey, path, dialect);
    if (taken === undefined) continue;
    const { value, diagnostics } = taken;
    collect(journey.diagnostics, diagnostics);
    const same = rubrics.find(({ id }) => id === value?.id);
    if (same)
      journey.diagnostics.push(
        raise(repeatedRubric, wholeFile(path), {
          id: same.id,
          first: same.file,
        }),
      );
    if (value && !same) rubrics.push(value);
    if (value) journey.issued.rubrics.push(value);
  }
  return paths.length > 0 && rubrics.length === paths.length ? rubrics : undefined;
}

/** The rubrics of a project, none of them changed since it was frozen; undefined if one is not sound. */
export function takeFrozenRubrics(journey: Journey, folder: string, project: Project): readonly Rubric[] | undefined {
  const rubrics = takeRubrics(
    journey,
    project.rubrics.flatMap((named) => locate(journey, folder, named)),
  );
  const thawed = findThawed(project.frozen, rubrics ?? [], (path) => join(folder, path));
  journey.diagnostics.push(...thawed);
  return rubrics;
}

/** The units of a units file; undefined after an error. `groups` are those the project declares, or none; their ids stay in the memory of `engine`. */
export function takeUnits(
  journey: Journey,
  file: string,
  dialect: Dialect,
  groups: readonly string[],
  engine?: Engine,
): Units | undefined {
  const text = takeTable(journey, file, dialect);
  if (text === undefined) return undefined;
  const { units, count, diagnostics } = readUnits(text, dialect, file, groups, journey.limits, journey.ledger, engine);
  journey.counts.push(count);
  collect(journey.diagnostics, diagnostics);
  journey.issued.units = units;
  return hasErrors(diagnostics) ? undefined : units;
}

/** The text of one entries file, ready to be read; none after its fault was told. */
export function takeEntries(journey: Journey, path: string, dialect: Dialect): readonly EntriesFile[] {
  const text = takeTable(journey, path, dialect);
  if (text === undefined) return [];
  const form = journey.sheets.get(path)?.form;
  const mark = form === undefined ? {} : { mark: form.mark };
  return [path === '-' ? { text, file: path } : { text, file: path, unit: form?.unit || unitOf(path), ...mark }];
}

/** Whether something stands at a path; false after its fault was told. */
export function isThere(journey: Journey, path: string): boolean {
  const kind = journey.source.kind(path);
  if (kind === 'file' || kind === 'folder') return true;
  journey.diagnostics.push(nothingThere(path, wholeFile(path), namesBeside(journey.source, path)));
  return false;
}

/** The CSV and XLSX files of a folder, or the file itself; none may lead out of `root`. Errors: ignored-file, bad-path, above-limit. */
export function entriesIn(journey: Journey, path: string, root?: string): readonly string[] {
  if (journey.source.kind(path) !== 'folder') return [path];
  const files: string[] = [];
  const others: string[] = [];
  for (const name of journey.source.list(path)) {
    if (name.startsWith('.') || name.startsWith('~')) continue;
    (isTable(name) ? files : others).push(name);
  }
  for (const name of others) {
    const other = join(path, name);
    if (journey.source.kind(other) === 'file')
      journey.diagnostics.push(raise(ignoredFile, wholeFile(other), { path: name }));
  }
  const { files: most } = journey.limits;
  if (files.length > most) {
    const facts = { what: 'files', found: String(files.length), limit: String(most) } as const;
    return refused(journey, raise(aboveLimit, wholeFile(path), facts));
  }
  const before = join(path, '');
  const paths = files.map((name) => before + (name.includes('\\') ? name.replaceAll('\\', '/') : name));
  if (root === undefined) return paths;
  return paths.filter((file) => {
    const isInside = journey.source.isInside(file, root);
    if (!isInside) journey.diagnostics.push(raise(badPath, wholeFile(file), { path: file, why: 'outside' }));
    return isInside;
  });
}

/** Whether a file is read as a table. Of ten thousand names most end alike. */
function isTable(name: string): boolean {
  return name.endsWith('.csv') || /\.(?:csv|xlsx)$/i.test(name);
}

/** The path of something the project names, from the working folder; none after its fault was told. */
export function locate(journey: Journey, folder: string, { path, place }: NamedPath): readonly string[] {
  const full = join(folder, path);
  const kind = journey.source.kind(full);
  if (kind === undefined) return refused(journey, nothingThere(path, place, namesWithin(journey, folder, full)));
  if (kind === 'other') return refused(journey, raise(badPath, place, { path, why: 'special' }));
  if (!journey.source.isInside(full, folder))
    return refused(journey, raise(badPath, place as Place, { path, why: 'outside' }));
  return [full];
}

/** The names beside a path, as far as they lie in a folder: what a link leads to is nobody's business. */
function namesWithin({ source }: Journey, folder: string, full: string): readonly string[] {
  const inside = full.includes('/') ? full.slice(0, full.lastIndexOf('/')) : '.';
  return source.kind(inside) === 'folder' && source.isInside(inside, folder) ? namesBeside(source, full) : [];
}

function refused(journey: Journey, diagnostic: Diagnostic): readonly string[] {
  journey.diagnostics.push(diagnostic);
  return [];
}

/** A path below a folder, with `/` and without a leading `./`. */
export function join(folder: string, path: string): string {
  const clean = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return folder === '.' || folder === '' ? clean : `${folder.replace(/\/+$/, '')}/${clean}`;
}
