/** The JSON Schema of rubric.yaml, made from the schema that reads it, so that an editor completes a rubric. */
import * as z from 'zod';
import { jsonSchemaOverride } from '../rules/options.ts';
import { rubricSchema } from './rubric-schema.ts';

/** JSON Schema draft 2020-12. */
export function rubricJsonSchema(): object {
  return z.toJSONSchema(rubricSchema, { io: 'input', unrepresentable: 'any', override: jsonSchemaOverride });
}
