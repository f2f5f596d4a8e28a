/**
 * The table of formats: the ending of a file in each, and its code, loaded when it is asked for.
 * A new format is one file and one line here; each command names those it offers.
 */
import type { Format } from './format.ts';

export interface FormatEntry {
  /** Of a file in this format, without the dot. Where two formats that a command offers share one, the first is meant. */
  readonly extension: string;
  /** Bytes, not text: given to a file only, unless standard output is named. */
  readonly binary: boolean;
  readonly load: () => Promise<{ readonly format: Format }>;
}

export const formats = {
  text: { extension: 'txt', binary: false, load: () => import('./terminal.ts') },
  table: { extension: 'txt', binary: false, load: () => import('./terminal.ts') },
  csv: { extension: 'csv', binary: false, load: () => import('./csv.ts') },
  json: { extension: 'json', binary: false, load: () => import('./json.ts') },
  markdown: { extension: 'md', binary: false, load: () => import('./markdown.ts') },
  xlsx: { extension: 'xlsx', binary: true, load: () => import('./xlsx.ts') },
  sarif: { extension: 'sarif', binary: false, load: () => import('./sarif.ts') },
  junit: { extension: 'xml', binary: false, load: () => import('./junit.ts') },
  github: { extension: 'log', binary: false, load: () => import('./github.ts') },
  html: { extension: 'html', binary: false, load: () => import('./html.ts') },
  docx: { extension: 'docx', binary: true, load: () => import('./docx.ts') },
  svg: { extension: 'svg', binary: false, load: () => import('./svg.ts') },
  png: { extension: 'png', binary: true, load: () => import('./png.ts') },
} as const satisfies Record<string, FormatEntry>;

export type FormatName = keyof typeof formats;

/** The format of a name. */
export async function loadFormat(name: FormatName): Promise<Format> {
  const { format } = await formats[name].load();
  return format;
}
