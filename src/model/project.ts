/** A project: what it says of itself, and where its files are. */
import type { Acceptance } from './acceptance.ts';
import type { Dialect } from './dialect.ts';
import type { Place } from './place.ts';
import type { Language } from './words.ts';

/** A path as the project names it, and where it does. */
export interface NamedPath {
  readonly path: string;
  readonly place: Place;
  /** How many rows it must have, blank ones and the header not counted; of a folder, its files together. */
  readonly rows?: Stated<number>;
  /** In hexadecimal, what the digest of the file must be. */
  readonly sha256?: Stated<string>;
}

/** What the project says that a file has, and where it does. */
export interface Stated<T> {
  readonly value: T;
  readonly place: Place;
}

/** One rubric file, named from the project folder, and the digest that it must have. */
export interface Frozen {
  readonly path: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Where the project says it. */
  readonly place: Place;
}

/** What parindex.yaml says. */
export interface Project {
  readonly year: number;
  readonly title?: string;
  readonly note?: string;
  readonly language?: Language;
  readonly dialect: Dialect;
  readonly rubrics: readonly NamedPath[];
  readonly units: NamedPath;
  /** Files, or folders of which every CSV file is read. */
  readonly entries: readonly NamedPath[];
  /** Names of the groups by id; empty where the project declares none. */
  readonly groups: ReadonlyMap<string, string>;
  /** Their files are named from the project folder. */
  readonly accept: readonly Acceptance[];
  /** Rubrics that may not change any more. */
  readonly frozen: readonly Frozen[];
}
