/** Holds a YAML value against a schema; what is wrong with it, zod finds, in schema-faults.ts. */
import type { Reading } from '../model/diagnostic.ts';
import { take, type ZodType } from '../schema/zod.ts';
import { schemaFaults } from './schema-faults.ts';
import type { Yaml } from './yaml.ts';

/** Errors: unknown-key, missing-key, bare-number, wrong-value. */
export function readSchema<T>(schema: ZodType<T>, yaml: Yaml): Reading<T> {
  const taken = take(schema, yaml.value);
  return taken ? { ...taken, diagnostics: [] } : schemaFaults(schema, yaml);
}
