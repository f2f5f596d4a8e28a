/** How a run ends that did not do its work: the exit code, and what is said of it. */
import { EXIT, type ExitCode, UsageError } from './commands/command.ts';
import type { DiskSource } from './io.ts';
import { IoError } from './io-error.ts';
import type { Encoded } from './model/encoded.ts';
import { printableLines } from './model/visible.ts';
import type { Language } from './model/words.ts';

/** Somebody ended the run while it was writing; everything it had begun was taken back. */
export class Interrupted extends Error {
  readonly signal: NodeJS.Signals;
  constructor(signal: NodeJS.Signals) {
    super(signal);
    this.signal = signal;
  }
}

export interface Ending {
  readonly exit: ExitCode;
  /** Empty where nothing is to be said. */
  readonly message: Encoded<'terminal'> | '';
}

/** What is told of an error. `env` may ask for the stack of a fault of ours; `source` has what was read until then. */
export async function endingOf(
  error: unknown,
  lang: Language,
  env: Readonly<Record<string, string | undefined>>,
  source?: DiskSource,
): Promise<Ending> {
  if (error instanceof UsageError) return { exit: EXIT.usage, message: printableLines(`${error.words[lang]}\n`) };
  if (error instanceof IoError) return { exit: EXIT.io, message: printableLines(`${error.words[lang]}\n`) };
  if (error instanceof Interrupted) {
    return { exit: error.signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated, message: '' };
  }
  const stack = error instanceof Error ? error.stack : undefined;
  const shown = env['PARINDEX_DEBUG'] && stack ? `${stack}\n` : '';
  return {
    exit: EXIT.bug,
    message: printableLines(`${shown}${tellBug(lang, `${error}`.split('\n')[0] as string, await digest(source))}\n`),
  };
}

/** One line on a fault of the tool. */
export function tellBug(lang: Language, what: string, inputs?: string): string {
  const on = inputs === undefined ? '' : { en: ` on inputs ${inputs}`, vi: ` với đầu vào ${inputs}` }[lang];
  return {
    en: `${what}: a fault of parindex itself${on}; no result. Please report this line, with what PARINDEX_DEBUG=1 adds.`,
    vi: `${what}: lỗi của chính parindex${on}; không có kết quả. Xin báo lại dòng này, kèm phần mà PARINDEX_DEBUG=1 thêm vào.`,
  }[lang];
}

/** One name for all the inputs together; undefined where none was read, or they can no longer be. */
async function digest(source: DiskSource | undefined): Promise<string | undefined> {
  const paths = source?.read() ?? [];
  if (source === undefined || paths.length === 0) return undefined;
  const { digestAll } = await import('./digests.ts');
  try {
    return `sha256 ${digestAll(source, paths).slice(0, 16)}`;
  } catch {
    return undefined;
  }
}
