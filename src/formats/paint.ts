/** Tones as colours of a terminal. In the bundle it is loaded when it is first called (build.js), so only functions stand here. */
import { Chalk, type ColorSupportLevel } from 'chalk';
import type { Tone } from '../model/document.ts';
import { encodedAs } from '../model/encoded.ts';
import type { Paint } from './piece.ts';

/** How each tone is painted at one of chalk's levels, whatever the environment says. */
export function createPaint(level: ColorSupportLevel): Paint {
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
