/** One new file, filled and proved: a short write, a disk that is full or one that cuts in silence is found here. */
import { crc32 } from 'node:zlib';
import type { Disk } from './disk.ts';
import { IoError } from './io-error.ts';

/** Lets the process hear a signal; throws where one came. */
export type Pause = () => Promise<void>;

export interface NewFile {
  /** Where it is made. */
  readonly place: string;
  /** What it is called when something is told of it. */
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
  /** Rights as those of a file that it will replace. */
  readonly mode?: number | undefined;
}

/** Bytes that are written before a signal is listened for. */
const PIECE = 4_194_304;

/** What remains of a piece when the next one stands in its place, so that it can be proved. */
interface Written {
  readonly length: number;
  readonly checksum: number;
}

/** Makes a file and fills it; `made` runs as soon as there is something to take back. Errors: whatever the disk says. */
export async function writeNew(disk: Disk, file: NewFile, pause: Pause, made: () => void): Promise<void> {
  await pause();
  const handle = disk.create(file.place);
  let isOpen = true;
  try {
    made();
    const written = await writePieces(disk, handle, file, pause);
    if (file.mode !== undefined) disk.setMode(handle, file.mode);
    disk.flush(handle);
    proveWritten(disk, handle, file.name, written);
    isOpen = false;
    disk.close(handle);
  } finally {
    if (isOpen) disk.close(handle);
  }
}

async function writePieces(disk: Disk, handle: number, file: NewFile, pause: Pause): Promise<readonly Written[]> {
  const written: Written[] = [];
  let sincePause = 0;
  for (const piece of file.pieces) {
    for (let at = 0; at < piece.length; ) {
      if (sincePause >= PIECE) {
        await pause();
        sincePause = 0;
      }
      const taken = disk.write(handle, piece.subarray(at, at + PIECE - sincePause));
      if (taken <= 0) throw new IoError(file.name, CUT);
      at += taken;
      sincePause += taken;
    }
    written.push({ length: piece.length, checksum: crc32(piece) });
  }
  return written;
}

/** Reads the file back, piece by piece, up to its end. */
function proveWritten(disk: Disk, handle: number, name: string, written: readonly Written[]): void {
  const buffer = new Uint8Array(65_536);
  let position = 0;
  for (const { length, checksum } of written) {
    const end = position + length;
    let found = 0;
    while (position < end) {
      const count = disk.readBack(handle, buffer.subarray(0, end - position), position);
      if (count <= 0) throw new IoError(name, CUT);
      found = crc32(buffer.subarray(0, count), found);
      position += count;
    }
    if (found !== checksum) throw new IoError(name, CUT);
  }
  if (disk.readBack(handle, buffer.subarray(0, 1), position) !== 0) throw new IoError(name, CUT);
}

const CUT = {
  en: 'the disk kept something else than was written; free some space, or write to another disk',
  vi: 'đĩa không lưu đúng những gì đã ghi; hãy giải phóng dung lượng, hoặc ghi sang đĩa khác',
};
