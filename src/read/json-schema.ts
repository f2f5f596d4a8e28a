/** The JSON Schemas of rubric.yaml and parindex.yaml, made from the schemas that read them, so that an editor completes the files. */
import { jsonSchemaOf } from '../schema/json-schema.ts';
import { projectSchema } from './project.ts';
import { rubricSchema } from './rubric-schema.ts';

/** JSON Schema (draft 2020-12) of a rubric. */
export function rubricJsonSchema(): object {
  return jsonSchemaOf(rubricSchema);
}

/** JSON Schema (draft 2020-12) of a project file. */
export function projectJsonSchema(): object {
  return jsonSchemaOf(projectSchema);
}
