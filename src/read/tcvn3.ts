/** TCVN3 (the ABC fonts): bytes 0xA0 to 0xFF of TCVN 5712:1993, which stand for one character each. */

const HIGH =
  '\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ';

/** The position of the first byte that TCVN3 does not have, or -1. */
export function strangeByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0);
}

/** The text of bytes that are all of TCVN3. */
export function decodeTcvn3(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    const units: number[] = [];
    for (const byte of bytes.subarray(start, start + 8192)) {
      units.push(byte < 0x80 ? byte : HIGH.charCodeAt(byte - 0xa0));
    }
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}
