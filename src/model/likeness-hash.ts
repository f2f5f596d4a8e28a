/**
 * A number that all texts of one likeness share (see nearest.ts), made letter by letter: of a hundred thousand names the
 * likeness itself is made only of the few whose numbers are the same.
 */
import { hashWith, mixed, NO_HASH } from './hash.ts';
import { likeness } from './nearest.ts';

/** What is noted of a letter without a likeness of its own; 0 where nothing is noted yet. */
const NOTHING = 1;
const BLANK = 2;
const OTHERWISE = 3;

/** Latin letters and the marks upon them; what any other is like may depend on those around it. */
const LAST = 0x1eff;
const isLatin = (code: number): boolean => code < 0x370 || (code >= 0x1e00 && code <= LAST);

/** Of each letter the one that it is like, without its marks, and the sum of what its marks count. */
const letters = new Uint16Array(LAST + 1);
const marks = new Int32Array(LAST + 1);

/** The number of a text; 0 where its likeness is empty. */
export function likenessHash(text: string): number {
  return likenessOfLetters(codesOf(text), 0, text.length) ?? likenessOfOthers(text);
}

/** The same of a text whose letters stand among others; undefined where a letter in it is not known by itself. */
export function likenessOfLetters(text: Uint16Array, from: number, to: number): number | undefined {
  return hashLetters(text, from, to, false);
}

function likenessOfOthers(text: string): number {
  const like = likeness(text);
  return hashLetters(codesOf(like), 0, like.length, true) as number;
}

function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

function hashLetters(text: Uint16Array, from: number, to: number, isLikeness: boolean): number | undefined {
  let hash = NO_HASH;
  let isEmpty = true;
  let isWord = false;
  // The marks of a word count wherever in it they stand.
  let marked = 0;
  for (let at = from; at < to; at++) {
    const code = text[at] as number;
    const letter = code > LAST ? OTHERWISE : (letters[code] as number) || learn(code);
    if (letter === OTHERWISE && !isLikeness) return undefined;
    if (letter === BLANK) {
      if (isWord) hash = hashWith(hash, marked);
      isWord = false;
      marked = 0;
    } else {
      if (letter !== NOTHING) hash = hashWith(hash, letter === OTHERWISE ? code : letter);
      const mark = code > LAST ? 0 : (marks[code] as number);
      marked = (marked + mark) | 0;
      if (letter !== NOTHING || mark !== 0) {
        isWord = true;
        isEmpty = false;
      }
    }
  }
  if (isEmpty) return 0;
  return mixed(isWord ? hashWith(hash, marked) : hash);
}

/** What a Latin letter is like: a letter, or 1 nothing, 2 a blank, 3 more than it says by itself. */
export function likeOf(code: number): number {
  return (letters[code] as number) || learn(code);
}

/** The number of the marks of a letter whose likeness is known. */
export function marksOf(code: number): number {
  return marks[code] as number;
}

/** Notes what a letter is like, and gives it. */
function learn(code: number): number {
  const text = String.fromCharCode(code);
  const like = Array.from(likeness(text).slice(1));
  const [own, second] = like.filter((letter) => !/\p{M}/u.test(letter));
  const hasBlank = /\s/.test(text.normalize('NFKD'));
  let letter = NOTHING;
  if (!isLatin(code) || second !== undefined || (hasBlank && like.length > 0)) letter = OTHERWISE;
  else if (hasBlank) letter = BLANK;
  else if (own !== undefined) letter = own.charCodeAt(0);
  letters[code] = letter;
  for (const mark of like) {
    if (letter !== OTHERWISE && mark !== own) marks[code] = ((marks[code] as number) + mixed(mark.charCodeAt(0))) | 0;
  }
  return letter;
}
