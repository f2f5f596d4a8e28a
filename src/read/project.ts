/** parindex.yaml -> what the project says of itself and where its files are. */
import { badPath } from '../faults/project.ts';
import type { Acceptance } from '../model/acceptance.ts';
import { type Diagnostic, hasErrors, type Reading, raise } from '../model/diagnostic.ts';
import { DIALECTS, type Dialect, type DialectName, ENCODINGS } from '../model/dialect.ts';
import type { Limits } from '../model/limits.ts';
import type { Place } from '../model/place.ts';
import type { NamedPath, Project } from '../model/project.ts';
import { id, text, wholeNumber } from '../rules/options.ts';
import * as z from '../schema/zod.ts';
import { digest, freezeSchema, readFreeze } from './frozen.ts';
import { readSchema } from './schema.ts';
import { type Path, readYaml, type Yaml } from './yaml.ts';

const stated = z
  .strictObject({
    path: text.describe('The file or folder, named from the project folder.'),
    rows: wholeNumber
      .optional()
      .describe('How many rows it has, blank ones and the header not counted; of a folder, all its files together.'),
    sha256: digest.optional().describe('The SHA-256 of the file.'),
  })
  .describe('A file, and what it must have: another number of rows or another SHA-256 is refused.');

const path = z.union([text, stated]);

const paths = z.union([text, stated, z.array(path).min(1)]);

const acceptance = z
  .strictObject({
    code: text.describe('The code of the warning; parindex check --list prints all.'),
    unit: id.optional().describe('Only for this unit.'),
    leaf: id.optional().describe('Only for this criterion or part.'),
    file: text.optional().describe('Only in this file, named from the project folder.'),
    reason: text.describe('Why it may stand; printed with the result.'),
  })
  .describe('A warning that is let stand.');

export const projectSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors: where the JSON Schema is.'),
    year: wholeNumber.describe('The year that is assessed.'),
    title: text.optional().describe('The heading of the reports.'),
    note: text.optional().describe('A remark shown in the reports.'),
    language: z.enum(['vi', 'en']).optional().describe('The language of the reports; English if absent.'),
    csv: z
      .union([
        z.enum(['data', 'excel-vi']),
        z.strictObject({
          delimiter: z.enum([',', ';', '\t', '|']).describe('Between the cells of a row.'),
          decimal: z.enum(['dot', 'comma']).describe('The mark before the decimals.'),
          encoding: z.enum(ENCODINGS).optional().describe('utf-8 if absent.'),
        }),
      ])
      .optional()
      .describe(
        'How the CSV files are written: data (comma, dot; the default), excel-vi (semicolon, comma), or in full.',
      ),
    rubric: text.optional().describe('The rubric file; rubric.yaml if absent.'),
    rubrics: z.array(text).min(1).optional().describe('Several rubric files, one for each kind of group.'),
    freeze: freezeSchema.optional(),
    units: path
      .optional()
      .describe(
        'The units file; units.csv if absent. As { path, rows, sha256 } it must have so many rows and this SHA-256.',
      ),
    entries: paths
      .optional()
      .describe(
        'Files or folders of entries; the folder entries if absent. As { path, rows, sha256 } one must have so many rows and this SHA-256.',
      ),
    groups: z.record(id, text).optional().describe('The names of the groups, by id.'),
    accept: z
      .array(acceptance)
      .optional()
      .describe('Warnings that the council knows of and lets stand, each with its reason.'),
  })
  .describe('A parindex project.');

/** Errors: those of yaml and the schema, bad-path. */
export function readProject(source: string, file: string, limits?: Limits): Reading<Project> {
  const yaml = readYaml(source, file, limits);
  if (yaml.value === undefined) return { diagnostics: yaml.diagnostics };
  const parsed = readSchema(projectSchema, yaml.value);
  if (parsed.value === undefined) return { diagnostics: [...yaml.diagnostics, ...parsed.diagnostics] };
  const { year, title, note, language, csv = 'data', groups = {} } = parsed.value;
  const diagnostics: Diagnostic[] = [...yaml.diagnostics];
  const placeAt = (at: Path): Place => (yaml.value as Yaml).place(at);
  const named = (given: z.output<typeof path>, at: Path): NamedPath => {
    if (typeof given !== 'string') {
      const { path: own, rows, sha256 } = given;
      return {
        ...named(own, [...at, 'path']),
        ...(rows === undefined ? {} : { rows: { value: rows, place: placeAt([...at, 'rows']) } }),
        ...(sha256 === undefined ? {} : { sha256: { value: sha256, place: placeAt([...at, 'sha256']) } }),
      };
    }
    const place = placeAt(at);
    const why = pathFault(given);
    if (why) diagnostics.push(raise(badPath, place, { path: given, why }));
    return { path: given, place };
  };
  const { rubric = 'rubric.yaml', rubrics, units = 'units.csv', entries = 'entries', freeze } = parsed.value;
  const { frozen, diagnostics: unclear } =
    freeze === undefined
      ? { frozen: [], diagnostics: [] }
      : readFreeze(freeze, rubrics ?? [rubric], (of) => placeAt(of === undefined ? ['freeze'] : ['freeze', of]));
  diagnostics.push(...unclear);
  const value: Project = {
    year,
    ...(title === undefined ? {} : { title }),
    ...(note === undefined ? {} : { note }),
    ...(language === undefined ? {} : { language }),
    dialect: dialectOf(csv),
    rubrics: rubrics ? rubrics.map((each, at) => named(each, ['rubrics', at])) : [named(rubric, ['rubric'])],
    units: named(units, ['units']),
    entries: Array.isArray(entries)
      ? entries.map((each, at) => named(each, ['entries', at]))
      : [named(entries, ['entries'])],
    groups: new Map(Object.entries(groups)),
    frozen,
    accept: (parsed.value.accept ?? []).map((entry, at) => acceptanceOf(entry, placeAt(['accept', at, 'code']))),
  };
  return hasErrors(diagnostics) ? { diagnostics } : { value, diagnostics };
}

function acceptanceOf({ code, unit, leaf, file, reason }: z.output<typeof acceptance>, place: Place): Acceptance {
  return {
    ...{ code, reason, place },
    ...(unit === undefined ? {} : { unit }),
    ...(leaf === undefined ? {} : { leaf }),
    ...(file === undefined ? {} : { file }),
  };
}

function dialectOf(csv: NonNullable<z.output<typeof projectSchema>['csv']>): Dialect {
  if (typeof csv === 'string') return DIALECTS[csv as DialectName];
  const { delimiter, decimal, encoding = 'utf-8' } = csv;
  return { delimiter, mark: decimal === 'comma' ? ',' : '.', encoding };
}

/** Why a path may not be named; symbolic links that lead out are found when the file is opened. */
function pathFault(path: string): 'outside' | 'absolute' | 'url' | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return 'url';
  if (/^(?:[\\/]|[a-z]:)/i.test(path)) return 'absolute';
  let depth = 0;
  for (const step of path.split(/[\\/]/)) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return 'outside';
  }
  return undefined;
}
