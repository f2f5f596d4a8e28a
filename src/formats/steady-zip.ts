/** An Office file packed again so that its bytes say nothing of when, where or by whom it was made. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { escapeMarkup } from './html/escape.ts';

/** The first day that a zip knows, by the clock of the place: its stored form has no zone. */
const firstDay = (): Date => new Date(1980, 0, 1);

const PROPERTIES = 'docProps/core.xml';

/** The same entries in the order of their names, all of one time; of the properties only the title. */
export function steadyZip(bytes: Uint8Array, title: string): Uint8Array {
  const entries = unzipSync(bytes);
  entries[PROPERTIES] = strToU8(coreProperties(title));
  const ordered = Object.keys(entries)
    .sort()
    .map((name) => [name, [entries[name] as Uint8Array, { mtime: firstDay(), level: 6 }]] as const);
  return zipSync(Object.fromEntries(ordered) as never);
}

function coreProperties(title: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeMarkup(title)}</dc:title></cp:coreProperties>`
  );
}
