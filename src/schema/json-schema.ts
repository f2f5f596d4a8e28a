/** The JSON Schema of a schema, with what zod alone cannot know of it. */
import * as z from 'zod';
import { zodOf } from './zod.ts';

/** JSON Schema (draft 2020-12) of what a file may hold. */
export function jsonSchemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(zodOf(schema), { io: 'input', unrepresentable: 'any', override });
}

/**
 * Puts what a schema says of itself under `json` in its metadata in the place of what zod can see, and lists as
 * required the keys that refuse to be absent.
 */
function override(context: { readonly zodSchema: z.core.$ZodType; readonly jsonSchema: object }): void {
  const schema = context.jsonSchema as { json?: object; required?: string[] };
  const { json } = schema;
  delete schema.json;
  if (json !== undefined) Object.assign(schema, json);
  const { def } = context.zodSchema._zod as z.core.$ZodTypeInternals & { def: { shape?: z.core.$ZodShape } };
  if (def.type !== 'object') return;
  const required = Object.entries(def.shape ?? {}).filter(([, value]) => !z.safeParse(value, undefined).success);
  if (required.length > 0) schema.required = required.map(([key]) => key);
}
