/**
 * What colour needs: chalk's paint, and painted rows by cli-table3. In the bundle it is loaded when it is first called
 * (build.js), so only functions are seen from outside.
 */
import { Chalk, type ColorSupportLevel } from 'chalk';
import CliTable from 'cli-table3';
import type { Tone } from '../model/document.ts';
import { encodedAs, joined } from '../model/encoded.ts';
import { GAP } from './layout.ts';
import type { Drawn, Paint, Row } from './piece.ts';

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

const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '' },
  middle: GAP,
};

/** Drawn by cli-table3, whose own colours and frames are all taken away. */
export function drawFew(rows: readonly Row[], paint: Paint): readonly Drawn[] {
  const table = new CliTable({
    chars: NO_LINES,
    colAligns: (rows[0] ?? []).map((piece) => piece.align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) {
    table.push(
      row.map((piece) =>
        joined(
          piece.lines.map((line) => paint(line, piece.tone)),
          '\n',
        ),
      ),
    );
  }
  return table
    .toString()
    .split('\n')
    .map(encodedAs<'terminal'>);
}
