/** The one encoder of HTML and SVG: whatever a file says becomes letters on the page and nothing else. */
import { type Encoded, encodedAs, templateOf, type Untrusted } from '../../model/encoded.ts';
import { printable } from '../../model/visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or a quoted attribute. What cannot be seen, such as a direction mark, is written out. */
export function escapeMarkup(text: Untrusted): Encoded<'html'> {
  return encodedAs(printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? ''));
}

/** Markup of ours around what is encoded. */
export const html = templateOf<'html'>();
