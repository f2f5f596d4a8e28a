/** The annex of a decision: to come with the DOCX format. */
import type { Annex } from '../model/annex.ts';

/** An annex without parts. */
export function makeAnnex(..._: readonly unknown[]): Annex {
  return { parts: [] };
}
