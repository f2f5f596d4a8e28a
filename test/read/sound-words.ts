/** What diagnostics say, in both languages: nothing is left out where a fact should stand. */
import { expect } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';

/** Proves that every message, hint and related place has its words, with all facts in them; gives back what it was given. */
export function soundWords<T extends readonly Diagnostic[]>(diagnostics: T): T {
  for (const { fault, facts, related } of diagnostics) {
    for (const lang of ['en', 'vi'] as const) {
      const said = [
        fault.message[lang](facts),
        fault.hint[lang](facts),
        ...related.map(({ message }) => message[lang]),
      ];
      expect(said.filter((words) => words === '' || /undefined|\[object/.test(words))).toEqual([]);
    }
  }
  return diagnostics;
}
