/** "Did you mean": the declared name nearest to a word that is not one, and names too alike to stand apart. */

/** Longer words get no guess: the work grows with the square of the length. */
const LONGEST = 100;

/**
 * The candidate that differs from the word by the fewest letters, and by at most a third of its letters
 * (but always one); the first of equals; undefined if none is so near. Case, diacritics, widths, hidden
 * characters, extra blanks and letters of other scripts that look the same do not count.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  if (wanted.length === 0 || wanted.length > LONGEST) return undefined;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let found: string | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, fold(candidate), limit);
    if (distance === undefined) continue;
    found = candidate;
    limit = distance - 1;
  }
  return found;
}

/** The text without case, diacritics, hidden characters and extra blanks; `đ` is `d`. */
export function fold(text: string): string {
  return plain(text).replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/**
 * A key that two names share if a reader would take them for one: they differ only by case, blanks, hidden
 * characters, width, letters of another script, or the letter of a syllable that carries the mark (Hoà, Hòa).
 */
export function likeness(text: string): string {
  let made = '';
  for (let from = 0; from < text.length; ) {
    const blank = text.indexOf(' ', from);
    const end = blank === -1 ? text.length : blank;
    const word = text.slice(from, end);
    const like = ASCII.test(word) ? word.toLowerCase() : likenessOfWord(word);
    if (like !== '') made += ` ${like}`;
    from = end + 1;
  }
  return made;
}

const ASCII = /^[!-~]*$/;

/** Words of names come again and again (Xã, Phường, Tân): what was made of them is kept, up to so many. */
const MOST_WORDS = 10_000;
const likenesses = new Map<string, string>();

function likenessOfWord(word: string): string {
  const known = likenesses.get(word);
  if (known !== undefined) return known;
  const words = plain(word).split(' ');
  const made = words
    .map((each) => each.replace(/\p{M}/gu, '') + [...each.replace(/\P{M}/gu, '')].sort().join(''))
    .join(' ');
  if (likenesses.size < MOST_WORDS) likenesses.set(word, made);
  return made;
}

/** Letters of other scripts that look like a Latin one, each before it; and the other two that look like Đ. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  (
    'АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS аa еe оo рp сc хx уy іi јj ѕs һh ԁd ԛq ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa οo νv ρp ιi κk ƉĐ ɖđ ÐĐ ðđ'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u00d0\u00f0\u0189\u0256\u0370-\u052f]/g, (letter) => LOOK_ALIKE.get(letter) ?? letter)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Letters to add, drop or change to make one word the other (Levenshtein); undefined above the limit. */
function editDistance(from: string, to: string, limit: number): number | undefined {
  if (Math.abs(from.length - to.length) > limit) return undefined;
  let above = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let at = 1; at <= to.length; at++) {
      const change = (above[at - 1] as number) + (from[row - 1] === to[at - 1] ? 0 : 1);
      line.push(Math.min(change, (above[at] as number) + 1, (line[at - 1] as number) + 1));
    }
    above = line;
  }
  const distance = above[to.length] as number;
  return distance <= limit ? distance : undefined;
}
