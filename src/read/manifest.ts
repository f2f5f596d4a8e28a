/** A manifest's JSON -> the manifest. Every key must be known: what is not understood cannot be vouched for. */
import * as z from 'zod';
import { type Manifest, PREDICATE_TYPE, STATEMENT_TYPE } from '../model/manifest.ts';

const resource = z
  .strictObject({
    name: z.string().min(1),
    digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    annotations: z.strictObject({ bytes: z.int().min(0), guardedTexts: z.int().min(1).optional() }),
  })
  .transform(({ name, digest: { sha256 }, annotations: { bytes, guardedTexts } }) => ({
    ...{ name, bytes, sha256 },
    ...(guardedTexts === undefined ? {} : { guardedTexts }),
  }));

const statement = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(resource).min(1),
  predicateType: z.literal(PREDICATE_TYPE),
  predicate: z.strictObject({
    tool: z.strictObject({ name: z.literal('parindex'), version: z.string() }),
    workingFolder: z.string().regex(/^(\.\.?|[^/].*)$/),
    command: z.string(),
    arguments: z.array(z.string()),
    options: z.record(z.string(), z.union([z.string(), z.literal(true)])),
    rubrics: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    inputs: z.array(resource),
    seal: z.string(),
  }),
});

/** The manifest, its seal untried; or what is wrong with it: `json`, or the path of the first key that is not as it should be. */
export function readManifest(text: string): { readonly manifest: Manifest } | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: 'json' };
  }
  const parsed = statement.safeParse(value);
  if (!parsed.success) return { wrong: parsed.error.issues[0]?.path.join('.') || '_type' };
  const { subject, predicate } = parsed.data;
  const { tool, arguments: args, seal: _, ...rest } = predicate;
  return { manifest: { ...rest, version: tool.version, args, outputs: subject } };
}
