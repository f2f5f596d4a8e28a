/**
 * A fault of somebody's file, as data: which law was broken, where, and the facts of the case.
 * The words are made at the face (reports/diagnostics.ts), from the fault's own dictionary.
 */
import type { Place } from './place.ts';
import type { Told, Words } from './words.ts';

export type Severity = 'error' | 'warning' | 'note';

/** One law: its stable kebab code and its words. Facts are plain texts: numbers come already printed with a dot. */
export interface Fault<Facts = never> {
  readonly code: string;
  readonly severity: Severity;
  /** The law in one sentence, for the catalogue. */
  readonly title: Words;
  /** What is the case and what the limit is; one sentence with a full stop. */
  readonly message: Told<Facts>;
  /** What to do, in the imperative. */
  readonly hint: Told<Facts>;
}

export interface Related {
  readonly place: Place;
  readonly message: Words;
}

/** What stands at a related place. */
export const SEE = {
  first: { en: 'the first is here', vi: 'lần đầu ở đây' },
  max: { en: 'the maximum is set here', vi: 'điểm tối đa quy định ở đây' },
  criterion: { en: 'the criterion is declared here', vi: 'tiêu chí được khai báo ở đây' },
  other: { en: 'the other is here', vi: 'mục còn lại ở đây' },
  rubric: { en: 'this rubric applies to it', vi: 'bộ tiêu chí này áp dụng cho nhóm' },
} as const satisfies Record<string, Words>;

export interface Diagnostic {
  readonly fault: Fault;
  readonly severity: Severity;
  readonly place: Place;
  readonly facts: never;
  readonly related: readonly Related[];
  /** The unit whose entry is at fault; a draft leaves such units out. */
  readonly unit?: string;
  /** The entry of `accept:` by which the council has taken note of it. */
  readonly accepted?: Accepted;
}

export interface Accepted {
  readonly reason: string;
  readonly place: Place;
}

/** The leaf that a diagnostic is about, as far as its facts name one. */
export function leafOf({ facts }: Diagnostic): string | undefined {
  const { leaf } = facts as { readonly leaf?: unknown };
  return typeof leaf === 'string' ? leaf : undefined;
}

/** A value where one could be made, and everything that was found on the way. */
export interface Reading<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Circumstances {
  readonly related?: readonly Related[];
  readonly unit?: string;
  /** Where a policy of the rubric makes the law milder than its own severity. */
  readonly severity?: Severity;
}

/** A related place, where there is one. */
export function see(what: keyof typeof SEE, place: Place | undefined): readonly Related[] {
  return place === undefined ? [] : [{ place, message: SEE[what] }];
}

/** A diagnostic of one law at one place. */
export function raise<Facts>(
  fault: Fault<Facts>,
  place: Place,
  facts: Facts,
  circumstances: Circumstances = {},
): Diagnostic {
  const { related = [], unit, severity = fault.severity } = circumstances;
  return {
    fault: fault as Fault,
    severity,
    place,
    facts: facts as never,
    related,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Adds what was found to a list. A spread of a hundred thousand arguments would overflow the stack. */
export function collect(into: Diagnostic[], found: Iterable<Diagnostic>): void {
  for (const diagnostic of found) into.push(diagnostic);
}

/** Whether anything found refuses the input; warnings and notes do not. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
