/** rubric.yaml -> Rubric: the schema first, then the laws that hold across the tree. */
import type { FileCount } from '../model/assessment.ts';
import { hasErrors, type Reading } from '../model/diagnostic.ts';
import type { Dialect } from '../model/dialect.ts';
import { sum } from '../model/exact.ts';
import type { Limits } from '../model/limits.ts';
import type { Rubric } from '../model/rubric.ts';
import { originFaults } from './origins.ts';
import { readPolicies } from './policies.ts';
import { rubricSchema } from './rubric-schema.ts';
import { readRubricTable } from './rubric-table.ts';
import { readSchema } from './schema.ts';
import { readTree } from './tree.ts';
import { readYaml, type Yaml } from './yaml.ts';

export interface RubricReading extends Reading<Rubric> {
  /** What the file says, key by key, where its rubric is sound. */
  readonly written?: Yaml;
}

/**
 * The rubric of a text, proved sound: ids single, maxima adding up, every rule's options within its leaf,
 * grade lines falling, policies naming what is there. `sha256` is that of the file's bytes.
 * Errors: those of yaml, the schema and the rules' options, and faults/rubric.ts.
 */
export function readRubric(text: string, file: string, sha256: string, limits?: Limits): RubricReading {
  return rubricOf(readYaml(text, file, limits), file, sha256);
}

/** The rubric of a table, held to the same laws. Errors: those of the table as well. */
export function readTabularRubric(
  text: string,
  dialect: Dialect,
  file: string,
  sha256: string,
  limits?: Limits,
): RubricReading & { readonly count: FileCount } {
  const table = readRubricTable(text, dialect, file, limits);
  return { ...rubricOf(table, file, sha256), count: table.count };
}

function rubricOf(yaml: Reading<Yaml>, file: string, sha256: string): RubricReading {
  if (yaml.value === undefined) return { diagnostics: yaml.diagnostics };
  const parsed = readSchema(rubricSchema, yaml.value);
  if (parsed.value === undefined) return { diagnostics: [...yaml.diagnostics, ...parsed.diagnostics] };
  const tree = readTree(parsed.value, yaml.value);
  const { diagnostics: policyFaults, ...policies } = readPolicies(parsed.value, tree, yaml.value);
  const diagnostics = [...yaml.diagnostics, ...tree.diagnostics, ...originFaults(tree), ...policyFaults];
  if (hasErrors(diagnostics)) return { diagnostics };
  const { id, title, note, issued, applies_to: appliesTo = [], missing = 'error' } = parsed.value;
  const { index = {}, adjustment_caps: caps = {} } = parsed.value;
  const { domains, criteria, leaves, adjustments } = tree;
  const value: Rubric = {
    ...{
      id,
      title,
      appliesTo,
      missing,
      domains,
      criteria,
      leaves,
      adjustments,
      sha256,
      file,
    },
    ...policies,
    ...(note === undefined ? {} : { note }),
    ...(issued === undefined ? {} : { issued }),
    indexBounds: {
      ...(index.min ? { min: index.min } : {}),
      ...(index.max ? { max: index.max } : {}),
    },
    adjustmentCaps: {
      ...(caps.bonus ? { bonus: caps.bonus } : {}),
      ...(caps.penalty ? { penalty: caps.penalty } : {}),
    },
    scale: sum(domains.map((domain) => domain.max)),
  };
  return { value, diagnostics, written: yaml.value };
}
