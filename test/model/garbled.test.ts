/** Each text was spoilt by the encoding itself (shown beside it), and right Vietnamese is never taken for it. */
import { describe, expect, it } from 'vitest';
import { garblingOf } from '../../src/model/garbled.ts';

/** UTF-8 read as windows-1252; a byte that means nothing there stays a control character. */
function asWindows1252(text: string): string {
  const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte >= 0x80 && byte < 0xa0 ? (high[byte - 0x80] as string) : String.fromCharCode(byte)))
    .join('');
}

const NAMES = [
  ...['Hải Phòng', 'Thành phố Hà Nội', 'Đắk Lắk', 'Sở Tư pháp', 'Khánh Vĩnh', 'Ủy ban nhân dân', 'Ý Yên', 'Cần Thơ'],
  ...['Chỉ số cải cách hành chính', 'Đà Nẵng', 'Thừa Thiên Huế', 'Bà Rịa – Vũng Tàu', 'huyện Nghĩa Đàn', 'Ủa, ủa'],
  ...['Hoà', 'loá', 'Ea Súp', 'xoã', 'khoẻ', 'toàn', 'hoãn', 'thuở', 'Oải', 'mướn', 'quê', 'iPhone'],
];

describe('Vietnamese text', () => {
  it.each(NAMES)('%s is right as it is, in capitals and in pieces too', (text) => {
    for (const written of [text, text.toUpperCase(), text.toLowerCase(), text.normalize('NFD')]) {
      expect(garblingOf(written)).toBeUndefined();
    }
  });

  it.each(['', 'plain', '75,5 %', 'a.c', 'Là gì ? Không.', '2 µ', '© 2019', 'TC1;TC2'])('%j is right', (text) => {
    expect(garblingOf(text)).toBeUndefined();
  });

  it.each(['Hải', 'Thành', 'Đắk', 'Tư', 'Ước', 'Đỗ', 'Võ', 'Thừa', 'Ẩn'])(
    '%s as UTF-8 that was read as windows-1252 is known',
    (text) => {
      expect(garblingOf(asWindows1252(text))).toBe('mojibake');
    },
  );

  it.each([
    // á, ß (ò) and ¸ (á) of TCVN3 beside letters; a sign at the end, and one before.
    ['Kh¸nh', 'tcvn3'],
    ['B¾c', 'tcvn3'],
    ['c¬', 'tcvn3'],
    ['¨n', 'tcvn3'],
    // ữ is ÷, ế is Õ, ệ is Ö and ô with a mark è: capitals behind small letters, and a sign that is no letter.
    ['Së Y tÕ', 'tcvn3'],
    ['ViÖt Nam', 'tcvn3'],
    ['nh÷ng', 'tcvn3'],
    // A vowel and the sign for its mark; Ñ for Đ.
    ['Khaùnh Hoøa', 'vni'],
    ['TÆNH', undefined],
    ['Ñaø Naüng', 'vni'],
    ['An Ñieàn', 'vni'],
    ['HOØA', 'vni'],
    // ở is ôû, ế is eá, ô is oâ, ắ is aé, ậ is aä, ừ is öø: two vowels that Vietnamese never puts together.
    ['Sôû Y teá', 'vni'],
    ['Thoâng tin', 'vni'],
    ['Ñaék Laék', 'vni'],
    ['Thöøa Thieân', 'vni'],
    ['SÔÛ TÖ PHAÙP', 'vni'],
    // What the saving program could not write.
    ['Kh?nh', 'lost'],
    ['?ăk', 'lost'],
    ['H\ufffdi', 'lost'],
    // A word with letters of Vietnamese alone behind the sign is a name from elsewhere, not VNI.
    ['Citroënđ', undefined],
    // Foreign names that are written the same are taken for VNI, and a question for a lost letter: names are warned of.
    ['España', 'vni'],
    ['ai?', 'lost'],
  ] as const)('%j is told as %s', (text, garbling) => {
    expect(garblingOf(text)).toBe(garbling);
  });
});
