/** What the program needs of a process; the real one is in process.ts, and a test makes its own. */
import type { Ask } from './commands/command.ts';
import type { Encoded, Face } from './model/encoded.ts';
import type { Pause } from './new-file.ts';
import type { Target } from './targets.ts';
import type { Watching } from './watch-paths.ts';

/** A stream to write on. */
export interface Output {
  readonly write: (text: Encoded<Face> | Uint8Array) => void;
  readonly isTTY: boolean;
  readonly columns?: number;
  /** Chalk's level of what the stream can show. */
  readonly color: 0 | 1 | 2 | 3;
}

export interface Surface {
  /** Without node and the script. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly readStdin: () => Uint8Array;
  /** Absent where nobody sits at a terminal. */
  readonly ask?: Ask;
  /** Waits for changes to paths; absent where nothing can be watched. */
  readonly watch?: (paths: readonly string[]) => Promise<Watching>;
  /** The file that stdout goes to, where it goes to one. */
  readonly stdoutFile?: Target;
  /** Milliseconds that only rise, for the progress of long work; absent: none is shown. */
  readonly now?: () => number;
  /** Called when all is loaded that most runs need, before anything is read. */
  readonly beforeReading?: () => void;
  /** Called before a large file is read, and again before others. */
  readonly beforeLarge?: () => void;
  /** Does the writing of files so that a signal is heard in its pauses; absent: none will come. */
  readonly whileWriting?: (work: (pause: Pause) => Promise<void>) => Promise<void>;
}
