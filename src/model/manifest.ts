/** The manifest of a run: everything that a result was made from, so that anybody can make it again. */

/** A file by its bytes. */
export interface Resource {
  /** As it was named, seen from the working folder, with `/`. */
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Of an output in csv: how many texts have a `'` in front, since they begin like a formula; absent: none. */
  readonly guardedTexts?: number;
}

export interface Manifest {
  /** Of the tool. */
  readonly version: string;
  /** The working folder, seen from the folder that the manifest lies in, with `/`. */
  readonly workingFolder: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Those that the result depends on, by their long names in camel case. */
  readonly options: Readonly<Record<string, string | true>>;
  /** The rubrics among the inputs. */
  readonly rubrics: readonly { readonly id: string; readonly name: string }[];
  /** Sorted by name. */
  readonly inputs: readonly Resource[];
  /** In the order in which they were asked for. */
  readonly outputs: readonly Resource[];
}

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Of what the statement says; changes with its shape. */
export const PREDICATE_TYPE = 'urn:parindex:result:1';
