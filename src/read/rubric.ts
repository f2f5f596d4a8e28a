/** rubric.yaml -> Rubric: the schema first, then the laws that hold across the tree. */
import { hasErrors, type Reading } from '../model/diagnostic.ts';
import { sum } from '../model/exact.ts';
import type { Limits } from '../model/limits.ts';
import type { Rubric } from '../model/rubric.ts';
import { originFaults } from './origins.ts';
import { readPolicies } from './policies.ts';
import { rubricSchema } from './rubric-schema.ts';
import { readSchema } from './schema.ts';
import { readTree } from './tree.ts';
import { readYaml } from './yaml.ts';

/**
 * The rubric of a text, proved sound: ids single, maxima adding up, every rule's options within its leaf,
 * grade lines falling, policies naming what is there. `sha256` is that of the file's bytes.
 * Errors: those of yaml, the schema and the rules' options, and faults/rubric.ts.
 */
export function readRubric(text: string, file: string, sha256: string, limits?: Limits): Reading<Rubric> {
  const yaml = readYaml(text, file, limits);
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
  return { value, diagnostics };
}
