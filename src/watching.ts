/** A command that goes on: done once, then again whenever something it read has changed, until it is broken off. */
import { EXIT, type ExitCode, UsageError } from './commands/command.ts';
import { diskSource, type Source } from './io.ts';
import { printableLines, visible } from './model/visible.ts';
import type { Language } from './model/words.ts';
import { type Asked, end, perform } from './perform.ts';
import { noteReads, type Reads } from './reads.ts';
import type { Surface } from './surface.ts';

/**
 * Performs what was asked, again and again. What is asked wrongly, or cannot be read or written, ends it at first;
 * later it is only told: a file may be gone for a moment, or open elsewhere, while somebody saves.
 */
export async function performWatching(asked: Asked, surface: Surface): Promise<ExitCode> {
  const { watch } = surface;
  const words = whyNot(asked, watch !== undefined);
  if (words || !watch) return end(new UsageError(words ?? NOWHERE), asked.lang ?? 'en', surface);
  const say = (text: string): void => {
    if (!asked.options['quiet']) surface.stderr.write(printableLines(text));
  };
  let lang: Language = asked.lang ?? 'en';
  for (let isFirst = true; ; isFirst = false) {
    let reads: Reads | undefined;
    const exit = await perform(asked, surface, {
      lookThrough: (source) => {
        reads = note(source, asked, surface);
        return reads.source;
      },
      speak: (language) => {
        lang = language;
      },
    });
    const wentWrong = exit !== EXIT.done && exit !== EXIT.refused;
    if (reads === undefined || exit === EXIT.bug || exit === EXIT.interrupted || (isFirst && wentWrong)) return exit;
    const changed = await change(reads, watch, () => say(waiting[lang](reads?.paths().length ?? 0)));
    if (changed === undefined) return EXIT.interrupted;
    say(changedFiles[lang](changed));
  }
}

function note(source: Source, { outputs }: Asked, { cwd, readStdin }: Surface): Reads {
  const own = outputs.map((path) => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, ''));
  return noteReads(source, () => diskSource(cwd, readStdin), own);
}

/** What has changed, as soon as anything has; undefined when the waiting was broken off. */
async function change(
  { paths, changed }: Reads,
  watch: NonNullable<Surface['watch']>,
  sayWaiting: () => void,
): Promise<readonly string[] | undefined> {
  for (let isFirst = true; ; isFirst = false) {
    const waits = await watch(paths());
    if (isFirst) sayWaiting();
    // Looked at only now, when nothing is missed any more: it may have changed during the run.
    const different = changed();
    if (different.length > 0) {
      waits.breakOff();
      return different;
    }
    if (!(await waits.happened)) return undefined;
  }
}

/** Why there is nothing to watch; undefined where there is. */
function whyNot({ args, options }: Asked, canWatch: boolean) {
  if (!canWatch) return NOWHERE;
  if (options['list']) {
    return {
      en: '--list reads nothing, so that there is nothing to watch.',
      vi: '--list không đọc gì, nên không có gì để theo dõi.',
    };
  }
  if (!args.includes('-')) return undefined;
  return {
    en: 'Standard input cannot be watched; name files.',
    vi: 'Không thể theo dõi đầu vào chuẩn; hãy nêu tệp.',
  };
}

const NOWHERE = { en: 'Nothing can be watched here.', vi: 'Không thể theo dõi tệp ở đây.' };

/** So many of the changed files are named. */
const MOST_NAMED = 3;

const changedFiles = {
  en: (files: readonly string[]) => `\nChanged: ${named(files)}\n`,
  vi: (files: readonly string[]) => `\nĐã thay đổi: ${named(files)}\n`,
} as const;

const waiting = {
  en: (count: number) => `Watching ${count} ${count === 1 ? 'path' : 'paths'}; Ctrl-C ends.\n`,
  vi: (count: number) => `Đang theo dõi ${count} đường dẫn; nhấn Ctrl-C để dừng.\n`,
} as const;

function named(files: readonly string[]): string {
  return (
    files
      .slice(0, MOST_NAMED)
      .map((file) => visible(file, LONGEST_NAME))
      .join(', ') + (files.length > MOST_NAMED ? ', …' : '')
  );
}

const LONGEST_NAME = 200;
