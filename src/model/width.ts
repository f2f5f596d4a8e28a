/** How many columns a text takes on a terminal, and how it is cut and wrapped there. */

/**
 * Letters of the Latin script as they are stored after NFC, dashes and quotes, − ≈ ≤ ≥, lines of tables: one column
 * each, which needs no closer look.
 */
const LATIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2190-\u2193\u2212\u2248\u2264\u2265\u2500-\u257f]*$/;

/** What is drawn as one: a letter with its marks, an emoji with its modifiers, a flag. */
const CLUSTER = /\p{Regional_Indicator}{2}|.[\p{M}\p{Emoji_Modifier}]*/gsu;

/** East Asian wide and full-width characters (Unicode, EastAsianWidth W and F) and emoji drawn as pictures. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|^.\ufe0f/u;

/** Characters that take no column of their own. */
const NARROWEST = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]+$/u;

/** The text as the pieces that are drawn as one, in order. */
export function clusters(text: string): readonly string[] {
  return LATIN.test(text) ? [...text] : (text.match(CLUSTER) ?? []);
}

function clusterWidth(cluster: string): number {
  if (NARROWEST.test(cluster)) return 0;
  return WIDE.test(cluster) ? 2 : 1;
}

/** Columns that the text takes; composed and decomposed letters take the same. The text has no control characters. */
export function displayWidth(text: string): number {
  if (LATIN.test(text)) return text.length;
  return clusters(text).reduce((total, cluster) => total + clusterWidth(cluster), 0);
}

/** The text filled up with blanks to `width` columns; unchanged where it is wider. What was encoded stays so. */
export function padTo<Text extends string>(text: Text, width: number, align: 'left' | 'right' | 'center'): Text {
  const blanks = Math.max(0, width - displayWidth(text));
  const before = align === 'left' ? 0 : align === 'right' ? blanks : Math.floor(blanks / 2);
  return (' '.repeat(before) + text + ' '.repeat(blanks - before)) as Text;
}

/**
 * The text as lines of at most `width` columns, broken between words, and inside a word only where the word alone
 * is wider; one empty line for an empty text. No cluster is broken. What was encoded for a terminal stays so.
 */
export function wrap<Text extends string>(text: Text, width: number): readonly Text[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => chop(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || displayWidth(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines as string[] as Text[];
}

/** A word in pieces of at most `width` columns, or whole where it fits. */
function chop(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const cluster of clusters(word)) {
    const more = clusterWidth(cluster);
    if (piece !== '' && taken + more > width) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += cluster;
    taken += more;
  }
  pieces.push(piece);
  return pieces;
}
