/** The JSON Schemas of rubric.yaml and parindex.yaml, made from the schemas that read them, so that an editor completes the files. */
import * as z from 'zod';
import { jsonSchemaOverride } from '../rules/options.ts';
import { projectSchema } from './project.ts';
import { rubricSchema } from './rubric-schema.ts';

/** JSON Schema (draft 2020-12) of a rubric. */
export function rubricJsonSchema(): object {
  return toJsonSchema(rubricSchema);
}

/** JSON Schema (draft 2020-12) of a project file. */
export function projectJsonSchema(): object {
  return toJsonSchema(projectSchema);
}

function toJsonSchema(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: jsonSchemaOverride });
}
