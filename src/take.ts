/** Paths -> texts and the nouns of single files, with every fault told on the way; the lower half of load.ts. */
import { createHash } from 'node:crypto';
import { badPath, ignoredFile, missingFile, repeatedRubric } from './faults/project.ts';
import type { Source } from './io.ts';
import type { FileCount, Unit } from './model/assessment.ts';
import { type Diagnostic, hasErrors, raise } from './model/diagnostic.ts';
import type { Dialect } from './model/dialect.ts';
import { type Place, wholeFile } from './model/place.ts';
import type { Rubric } from './model/rubric.ts';
import type { EntriesFile } from './read/entries.ts';
import type { NamedPath } from './read/project.ts';
import { readRubric } from './read/rubric.ts';
import { readText } from './read/text.ts';
import { readUnits } from './read/units.ts';

/** What is collected on the way. */
export interface Journey {
  readonly source: Source;
  readonly diagnostics: Diagnostic[];
  readonly inputs: string[];
  readonly counts: FileCount[];
}

/** An empty collection over a source. */
export function createJourney(source: Source): Journey {
  return { source, diagnostics: [], inputs: [], counts: [] };
}

/** The text of a file; undefined after its fault was told. */
export function take(journey: Journey, path: string, encoding: string): string | undefined {
  if (journey.source.kind(path) !== 'file') {
    journey.diagnostics.push(raise(missingFile, wholeFile(path), { path }));
    return undefined;
  }
  journey.inputs.push(path);
  const { value, diagnostics } = readText(journey.source.bytes(path), encoding, path);
  journey.diagnostics.push(...diagnostics);
  return value;
}

/** Sound rubrics; undefined if one is not. */
export function takeRubrics(journey: Journey, paths: readonly string[]): readonly Rubric[] | undefined {
  const rubrics: Rubric[] = [];
  for (const path of paths) {
    const text = take(journey, path, 'utf-8');
    if (text === undefined) continue;
    const sha256 = createHash('sha256').update(journey.source.bytes(path)).digest('hex');
    const { value, diagnostics } = readRubric(text, path, sha256);
    journey.diagnostics.push(...diagnostics);
    const same = rubrics.find(({ id }) => id === value?.id);
    if (same)
      journey.diagnostics.push(
        raise(repeatedRubric, wholeFile(path), {
          id: same.id,
          first: same.file,
        }),
      );
    if (value && !same) rubrics.push(value);
  }
  return paths.length > 0 && rubrics.length === paths.length ? rubrics : undefined;
}

/** The units of a units file; undefined after an error. `groups` are those the project declares, or none. */
export function takeUnits(
  journey: Journey,
  text: string,
  dialect: Dialect,
  file: string,
  groups: readonly string[],
): readonly Unit[] | undefined {
  const { units, count, diagnostics } = readUnits(text, dialect, file, groups);
  journey.counts.push(count);
  journey.diagnostics.push(...diagnostics);
  return hasErrors(diagnostics) ? undefined : units;
}

/** The text of one entries file, ready to be read; none after its fault was told. */
export function takeEntries(journey: Journey, path: string, dialect: Dialect): readonly EntriesFile[] {
  const text = take(journey, path, dialect.encoding);
  if (text === undefined) return [];
  return [path === '-' ? { text, file: path } : { text, file: path, unit: unitOf(path) }];
}

/** The CSV files of a folder, or the file itself. */
export function entriesIn(journey: Journey, path: string): readonly string[] {
  if (journey.source.kind(path) !== 'folder') return [path];
  const names = journey.source.list(path).filter((name) => !/^[.~]/.test(name));
  const [files, others] = [names.filter((name) => /\.csv$/i.test(name)), names.filter((name) => !/\.csv$/i.test(name))];
  for (const name of others) {
    const other = join(path, name);
    if (journey.source.kind(other) === 'file')
      journey.diagnostics.push(raise(ignoredFile, wholeFile(other), { path: name }));
  }
  return files.map((name) => join(path, name));
}

/** The path of something the project names, from the working folder; none after its fault was told. */
export function locate(journey: Journey, folder: string, { path, place }: NamedPath): readonly string[] {
  const full = join(folder, path);
  const kind = journey.source.kind(full);
  if (kind === undefined || kind === 'other') return refused(journey, raise(missingFile, place, { path }));
  if (!journey.source.isInside(full, folder))
    return refused(journey, raise(badPath, place as Place, { path, why: 'outside' }));
  return [full];
}

function refused(journey: Journey, diagnostic: Diagnostic): readonly string[] {
  journey.diagnostics.push(diagnostic);
  return [];
}

function unitOf(path: string): string {
  return (path.split('/').at(-1) as string).replace(/\.csv$/i, '').normalize('NFC');
}

/** A path below a folder, with `/` and without a leading `./`. */
export function join(folder: string, path: string): string {
  const clean = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return folder === '.' || folder === '' ? clean : `${folder.replace(/\/+$/, '')}/${clean}`;
}
