/** The unit that a file of entries is named after. */
import { writeText } from './scan-table.ts';

const ENDING = '.csv';

/** The id that the name of a file says. */
export function unitOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:csv|xlsx)$/i, '').normalize('NFC');
}

/**
 * Writes the bytes of this id from `from` on, where `room` is left for them, and says where they end. Nothing is written of a
 * longer one, nor of an empty one, which no unit has. Of ten thousand files most have a name of ASCII, which is its own text.
 */
export function writeUnitOf(path: string, bytes: Uint8Array, from: number, room: number): number {
  const start = path.lastIndexOf('/') + 1;
  const length = path.length - ENDING.length - start;
  if (!path.endsWith(ENDING) || length > room) return writeAnyUnitOf(path, bytes, from, room);
  for (let at = 0; at < length; at++) {
    const letter = path.charCodeAt(start + at);
    if (letter >= 0x80) return writeAnyUnitOf(path, bytes, from, room);
    bytes[from + at] = letter;
  }
  return from + length;
}

function writeAnyUnitOf(path: string, bytes: Uint8Array, from: number, room: number): number {
  const unit = unitOf(path);
  return 3 * unit.length > room ? from : writeText(bytes, from, unit);
}
