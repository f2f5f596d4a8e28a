/** Vietnamese text that was read or saved in the wrong encoding, told by what it looks like. */

export type Garbling = 'mojibake' | 'tcvn3' | 'vni' | 'lost';

/** First match first. Letters stand for themselves; none of the patterns can meet right Vietnamese. */
const SIGNS: readonly (readonly [Garbling, RegExp])[] = [
  // UTF-8 read as windows-1252: "Háº£i", "ThÃ nh", "Ä‘", "Æ°".
  [
    'mojibake',
    /á[º»][\u0080-\u00bf\u2010-\u203a\u0152-\u0178\u02c6\u02dc\u20ac\u2122]|Ã[\u00a0-\u00bf]|Ä[‘\u0090\u0091\u0192\u0082]|Æ[°¡\u00af\u00a0]/u,
  ],
  // A letter beside a sign that TCVN3 uses for a vowel: "Kh¸nh", "nh÷ng"; or a capital behind a small letter: "Y tÕ".
  ['tcvn3', /\p{L}[¨©ª«¬®µ¶·¸¹»¼½¾÷×]|[¨©ª«¬®µ¶·¸¹»¼½¾÷×]\p{L}|\p{Ll}[ÆÇÊËÌÎÏÐÑÓÔÖÝÞÕÒÈÉÜØß]/u],
  // VNI writes a vowel and then a sign for its mark: "Khaùnh Hoøa", "Ñaø Naüng".
  ['vni', /[aeiouyAEIOUY][øùûïüñåäëåöØÙÛÏÜÑÅÄËÅÖ](?![a-z]*[đăơưĐĂƠƯ])|^Ñ|\sÑ/u],
  // The marks of ô, ơ, ư, â, ê and ă behind their vowel: "Sôû", "teá", "thoâng"; no two of these meet in Vietnamese.
  ['vni', /[ôöÔÖ][ùøûõïÙØÛÕÏ]|[aA][âêéèúÂÊÉÈÚ]|[eE][âáàåãäÂÁÀÅÃÄ]|[oO][âÂ]/u],
  // A letter that the saving program could not write: "Kh?nh H?a".
  ['lost', /\p{L}\?|\?\p{L}|\ufffd/u],
];

/** Every pattern asks for one of these letters or pairs, which most names do without. */
const SIGN = /á[º»]|[ÃÄÆ¨-¾øùûïüñåäëöØÙÛÏÜÑÅËÖ÷×?\ufffd]|[aAeEoOôÔ][âáêéèúàãõÂÊÉÈÚÁÀÃÕ]|[a-zà-ỹ][ÇÊÌÎÐÓÔÝÞÕÒÈÉß]/;

/** How a text was probably spoilt; undefined where nothing gives that away. */
export function garblingOf(text: string): Garbling | undefined {
  if (!SIGN.test(text)) return undefined;
  return SIGNS.find(([, pattern]) => pattern.test(text))?.[0];
}
