/** One new file, filled and proved: a short write, a disk that is full or one that cuts in silence is found here. */
import type { Disk } from './disk.ts';
import { IoError } from './io-error.ts';

/** Lets the process hear a signal; throws where one came. */
export type Pause = () => Promise<void>;

export interface NewFile {
  /** Where it is made. */
  readonly place: string;
  /** What it is called when something is told of it. */
  readonly name: string;
  readonly pieces: readonly Uint8Array[];
  /** Rights as those of a file that it will replace. */
  readonly mode?: number | undefined;
}

/** Bytes that are written before a signal is listened for. */
const PIECE = 4_194_304;

/** Makes a file and fills it; `made` runs as soon as there is something to take back. Errors: whatever the disk says. */
export async function writeNew(disk: Disk, file: NewFile, pause: Pause, made: () => void): Promise<void> {
  await pause();
  const handle = disk.create(file.place);
  let isOpen = true;
  try {
    made();
    for (const piece of file.pieces) await writePiece(disk, handle, file, piece, pause);
    if (file.mode !== undefined) disk.setMode(handle, file.mode);
    disk.flush(handle);
    proveWritten(disk, handle, file);
    isOpen = false;
    disk.close(handle);
  } finally {
    if (isOpen) disk.close(handle);
  }
}

async function writePiece(disk: Disk, handle: number, file: NewFile, piece: Uint8Array, pause: Pause): Promise<void> {
  for (let at = 0; at < piece.length; ) {
    const taken = disk.write(handle, piece.subarray(at, at + PIECE));
    if (taken <= 0) throw new IoError(file.name, CUT);
    at += taken;
    if (at < piece.length) await pause();
  }
}

/** Reads the file back, byte for byte, up to its end. */
function proveWritten(disk: Disk, handle: number, { name, pieces }: NewFile): void {
  const buffer = new Uint8Array(65_536);
  let position = 0;
  const prove = (wanted: Uint8Array): number => {
    const count = disk.readBack(handle, buffer.subarray(0, wanted.length), position);
    const isSame = Buffer.compare(buffer.subarray(0, count), wanted.subarray(0, count)) === 0;
    if (count <= 0 || !isSame) throw new IoError(name, CUT);
    position += count;
    return count;
  };
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) at += prove(piece.subarray(at, at + buffer.length));
  }
  if (disk.readBack(handle, buffer.subarray(0, 1), position) !== 0) throw new IoError(name, CUT);
}

const CUT = {
  en: 'the disk kept something else than was written; free some space, or write to another disk',
  vi: 'đĩa không lưu đúng những gì đã ghi; hãy giải phóng dung lượng, hoặc ghi sang đĩa khác',
};
