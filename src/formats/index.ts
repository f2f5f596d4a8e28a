/** The formats a page can be given in; each is loaded when it is asked for. */
import type { Format } from './format.ts';

export const formats = {
  table: () => import('./terminal.ts'),
  csv: () => import('./csv.ts'),
  json: () => import('./json.ts'),
  markdown: () => import('./markdown.ts'),
} as const satisfies Record<string, () => Promise<{ readonly format: Format }>>;

export type FormatName = keyof typeof formats;

/** All names, in the order in which help shows them. */
export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];

/** The format of a name. */
export async function loadFormat(name: FormatName): Promise<Format> {
  const { format } = await formats[name]();
  return format;
}
