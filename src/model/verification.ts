/** What `verify` found: whether files are those of a manifest, and whether the result comes out again. */

/** How a file differs from what its manifest says; `by` says what it is to the result. */
export type Difference =
  | { readonly why: 'gone' | 'changed'; readonly by: 'input' | 'output'; readonly file: string }
  /** Read by the command now, and not then. */
  | { readonly why: 'new'; readonly file: string }
  /** The result, made again, has other bytes than the manifest says. */
  | { readonly why: 'result'; readonly file: string }
  /** The manifest is not one, or not the one that this result gets; `key` is the first that shows it. */
  | { readonly why: 'manifest'; readonly file: string; readonly key: string }
  | { readonly why: 'version'; readonly file: string; readonly version: string }
  /** The command does not give a result any more. */
  | { readonly why: 'refused'; readonly file: string; readonly told: string };

export interface Verification {
  /** As it was named. */
  readonly manifest: string;
  readonly inputs: number;
  readonly outputs: number;
  /** Whether the result was made again and compared. */
  readonly recomputed: boolean;
  /** Empty: confirmed. */
  readonly differences: readonly Difference[];
}
