/**
 * A forgotten encoder is a type error. Each line below that stands under `@ts-expect-error` must fail `npm run types`:
 * where it compiles, the compiler tells of the comment that expects nothing. Nothing here is ever called.
 */
import type { Outcome } from '../../src/commands/command.ts';
import type { Format } from '../../src/formats/format.ts';
import { escapeMarkup, html } from '../../src/formats/html/escape.ts';
import type { TextCell } from '../../src/model/document.ts';
import { joined, templateOf } from '../../src/model/encoded.ts';
import { printable } from '../../src/model/visible.ts';

const markdown = templateOf<'markdown'>();

export const texts = ({ text: name }: TextCell, letters: string): readonly unknown[] => [
  // @ts-expect-error: untrusted text is no string
  name.length,
  // @ts-expect-error: nor is it one for a function that takes one
  letters.concat(name),
  // @ts-expect-error: it is refused in a template
  `<td>${name}</td>`,
  // @ts-expect-error: and beside a plus
  letters + name,
  // @ts-expect-error: markup takes no plain text
  html`<td>${letters}</td>`,
  // @ts-expect-error: nor what is encoded for another face
  html`<td>${printable(name)}</td>`,
  // @ts-expect-error: nor untrusted text
  html`<td>${name}</td>`,
  // @ts-expect-error: what HTML shows as it stands is markup in Markdown
  markdown`${escapeMarkup(name)}`,
  // @ts-expect-error: pieces of a face are not joined with a text of unknown origin
  joined([html`<td>`, letters]),
];

export const format: Format<'html'> = {
  // @ts-expect-error: a format gives what its own encoder made
  render: () => printable('Sở Y tế'),
};

export const page: Format<'csv'> = {
  // @ts-expect-error: and no plain string
  render: () => `Sở Y tế\n`,
};

export const outcomes: readonly Outcome[] = [
  // @ts-expect-error: a command prints no plain string
  { exit: 0, output: 'Sở Y tế' },
  // @ts-expect-error: and says none
  { exit: 1, messages: `Sở Y tế\n` },
  // @ts-expect-error: what is said on a terminal is encoded for it
  { exit: 1, messages: html`<p>` },
];
