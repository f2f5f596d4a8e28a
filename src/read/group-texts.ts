/** The groups that units name: one text stands for each, whatever number of rows names it. */
import { hashOf, hashOfLetters } from '../model/hash.ts';

export interface GroupText {
  /** The first that was named is 0. */
  readonly number: number;
  readonly text: string;
  readonly hash: number;
  /** Whether the project declares it, or declares none. */
  readonly isDeclared: boolean;
}

export interface GroupTexts {
  /** All that were named, by their numbers. */
  readonly texts: readonly string[];
  readonly of: (text: string) => GroupText;
  /** One that was named before, and stands among letters of UTF-16 from `from` to before `to`; undefined for any other. */
  readonly among: (letters: Uint16Array, from: number, to: number) => GroupText | undefined;
}

/** No group named yet; `declared` are those of the project, empty if it declares none. */
export function createGroupTexts(declared: readonly string[]): GroupTexts {
  const texts: string[] = [];
  const byText = new Map<string, GroupText>();
  const byHash = new Map<number, GroupText>();
  const of = (text: string): GroupText => {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const made = {
      number: texts.push(text) - 1,
      text,
      hash: hashOf(text),
      isDeclared: declared.length === 0 || declared.includes(text),
    };
    byText.set(text, made);
    byHash.set(made.hash, made);
    return made;
  };
  return {
    texts,
    of,
    among(letters, from, to) {
      const known = byHash.get(hashOfLetters(letters, from, to));
      return known !== undefined && isText(known.text, letters, from, to) ? known : undefined;
    },
  };
}

function isText(text: string, letters: Uint16Array, from: number, to: number): boolean {
  if (text.length !== to - from) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== letters[from + at]) return false;
  return true;
}
