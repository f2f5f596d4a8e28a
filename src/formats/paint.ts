/** Tones as colours of a terminal; level 0 gives the text as it is. */
import { Chalk, type ColorSupportLevel } from 'chalk';
import type { Tone } from '../model/document.ts';
import { type Encoded, encodedAs } from '../model/encoded.ts';

export type Paint = (text: Encoded<'terminal'>, tone: Tone | undefined) => Encoded<'terminal'>;

/** How each tone is painted at one of chalk's levels, whatever the environment says. */
export function createPaint(level: ColorSupportLevel): Paint {
  if (level === 0) return (text) => text;
  const chalk = new Chalk({ level });
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    good: chalk.green,
    bad: chalk.red,
    warn: chalk.yellow,
    muted: chalk.dim,
  };
  return (text, tone = 'plain') => (text === '' ? text : encodedAs(tones[tone](text)));
}
