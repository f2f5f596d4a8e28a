/**
 * The manifest that is written beside a result: what it was made from, so that anybody can make it again.
 *
 *   a run, its outputs not yet written ─digests→ Manifest ─text→ an in-toto Statement, sealed
 */
import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { digestFiles } from './digests.ts';
import type { Source } from './io.ts';
import type { Guarded } from './model/formula-start.ts';
import { type Manifest, PREDICATE_TYPE, type Resource, STATEMENT_TYPE } from './model/manifest.ts';

/** A run whose outputs are made. */
export interface Run {
  readonly version: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly inputs: readonly string[];
  readonly rubrics: readonly { readonly id: string; readonly file: string }[];
  /** By the names that were given to them. */
  readonly outputs: readonly {
    readonly path: string;
    readonly pieces: Iterable<Uint8Array>;
    readonly guarded?: () => Guarded | undefined;
  }[];
}

/** The manifest of the outputs is named after the first. */
export const MANIFEST_ENDING = '.manifest.json';

/** Options that say where a result goes and what is told beside it; the bytes of the result do not know them. */
const BESIDE = ['output', 'manifest', 'quiet', 'color', 'maxFaults'];

/** The manifest of a run, to be written at `path`, both seen from the working folder `cwd`. */
export function makeManifest(source: Source, cwd: string, path: string, run: Run): Manifest {
  const { version, command, args, options, inputs, rubrics, outputs } = run;
  const workingFolder = withSlashes(relative(dirname(resolve(cwd, path)), cwd)) || '.';
  const effective = Object.entries(options).filter(
    (option): option is [string, string | true] =>
      !BESIDE.includes(option[0]) && option[1] !== undefined && option[1] !== false,
  );
  return {
    ...{ version, workingFolder, command },
    args: args.map(withSlashes),
    options: Object.fromEntries(effective),
    rubrics: rubrics.map(({ id, file }) => ({ id, name: file })),
    inputs: digestFiles(source, inputs).map(({ path: name, bytes, sha256 }) => ({ name, bytes, sha256 })),
    outputs: outputs.map(({ path, pieces, guarded }) => {
      const digest = digestOf(pieces);
      const texts = guarded?.();
      return { name: withSlashes(path), ...digest, ...(texts && { guardedTexts: texts.count }) };
    }),
  };
}

/** The working folder of a manifest at `path`, and how files named from there are named from our own, `cwd`. */
export function folderOf(cwd: string, path: string, { workingFolder }: Manifest) {
  const folder = resolve(cwd, dirname(path), workingFolder);
  return { folder, nameOf: (name: string): string => withSlashes(relative(cwd, resolve(folder, name))) };
}

/** Size and SHA-256 of bytes, one piece after the other. */
export function digestOf(pieces: Iterable<Uint8Array>): Pick<Resource, 'bytes' | 'sha256'> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** An in-toto ResourceDescriptor; the size is an annotation, since it has no field for it. */
const described = ({ name, bytes, sha256, guardedTexts }: Resource) => ({
  ...{ name, digest: { sha256 } },
  annotations: { bytes, ...(guardedTexts === undefined ? {} : { guardedTexts }) },
});

/**
 * The manifest as an in-toto Statement, version 1, in JSON; the same manifest gives the same bytes. The seal is the
 * SHA-256 of the text that it would be without its seal: a byte that changed in the manifest itself is noticed too.
 * Source: in-toto Attestation Framework, spec/v1/statement.md and resource_descriptor.md.
 */
export function manifestText(manifest: Manifest): string {
  const unsealed = textWith(manifest, '');
  return textWith(manifest, digestOf([new TextEncoder().encode(unsealed)]).sha256);
}

function textWith(manifest: Manifest, seal: string): string {
  const { version, workingFolder, command, args, options, rubrics, inputs, outputs } = manifest;
  const names = Object.keys(options).sort();
  const statement = {
    _type: STATEMENT_TYPE,
    subject: outputs.map(described),
    predicateType: PREDICATE_TYPE,
    predicate: {
      tool: { name: 'parindex', version },
      workingFolder,
      command,
      arguments: args,
      options: Object.fromEntries(names.map((name) => [name, options[name]])),
      rubrics,
      inputs: inputs.map(described),
      seal,
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
