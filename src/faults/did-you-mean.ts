/** "Did you mean", and why two texts that look the same are not. */
import type { Garbling } from '../model/garbled.ts';
import type { Language, Told, Words } from '../model/words.ts';
import { GARBLED } from './suspicions.ts';
import { TOTALS, type TotalKind } from './totals.ts';

/** What was written, made visible, and what was probably meant. */
export interface Guess {
  readonly shown: string;
  readonly nearest: string;
}

/** Letters of Greek and Cyrillic, and the two that look like Đ. */
const FOREIGN = /[\u00d0\u00f0\u0189\u0256\u0370-\u052f]/;

/** A question; with the letter at fault where it only looks like one of the alphabet that is meant. */
export const didYouMean: Told<Guess> = {
  en: ({ shown, nearest }) => {
    const letter = foreignLetter(shown, nearest);
    return `did you mean "${nearest}"?${letter ? ` The letter ${letter} only looks like one of it.` : ''}`;
  },
  vi: ({ shown, nearest }) => {
    const letter = foreignLetter(shown, nearest);
    return `có phải là "${nearest}"?${letter ? ` Chữ ${letter} chỉ trông giống, không phải là chữ trong đó.` : ''}`;
  },
};

/** What is known of a name that nobody declared. */
export interface GuessFacts {
  readonly shown: string;
  readonly nearest?: string;
  readonly garbled?: Garbling;
  /** What its row is of the other rows. */
  readonly totals?: TotalKind;
}

/** What was probably meant, and how the text was spoilt, or that its row is one of totals; else `otherwise`. */
export function guessing(otherwise: Words): Told<GuessFacts> {
  const inLanguage =
    (lang: Language): Told<GuessFacts>[Language] =>
    ({ shown, nearest, garbled, totals }) => {
      const spoilt = garbled && GARBLED[garbled][lang];
      if (nearest === undefined) return (totals && TOTALS[totals][lang]) ?? spoilt ?? otherwise[lang];
      const near = didYouMean[lang]({ shown, nearest });
      return spoilt ? `${near} ${spoilt.charAt(0).toUpperCase()}${spoilt.slice(1)}` : near;
    };
  return { en: inLanguage('en'), vi: inLanguage('vi') };
}

/** As `е (U+0435)`; undefined where there is none, or where what was meant has it too. */
function foreignLetter(shown: string, nearest: string): string | undefined {
  const letter = FOREIGN.exec(shown)?.[0];
  if (letter === undefined || nearest.includes(letter)) return undefined;
  return `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}
