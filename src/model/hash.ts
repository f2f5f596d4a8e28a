/** Hashes of texts, for tables that keep no keys: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over whole numbers. */

/** Of nothing yet. */
export const NO_HASH = 0x811c9dc5 | 0;

/** With one number more. */
export function hashWith(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x01000193);
}

/** All of whose bits count: the last mixing steps of MurmurHash3 (A. Appleby). Never 0. */
export function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16) || 1;
}

/** Of the letters of a text; 0 for an empty one. */
export function hashOf(text: string): number {
  if (text === '') return 0;
  let hash = NO_HASH;
  for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at));
  return mixed(hash);
}

/** The same of a text that stands among others, as letters of UTF-16, from `from` to before `to`. */
export function hashOfLetters(letters: Uint16Array, from: number, to: number): number {
  if (from === to) return 0;
  let hash = NO_HASH;
  for (let at = from; at < to; at++) hash = hashWith(hash, letters[at] as number);
  return mixed(hash);
}
