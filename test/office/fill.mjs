/** Fills in a form as a person would: texts into the cells to write into, found by the row's id and the column's title. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet1.xml';

/**
 * @param {Uint8Array} bytes the form
 * @param {ReadonlyMap<string, Readonly<Record<string, string>>>} texts by id, then by title of the column
 * @returns {Uint8Array}
 */
export function fillForm(bytes, texts) {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts[SHEET]);
  const titles = new Map();
  xml = xml.replace(/<row [^>]*>.*?<\/row>/gs, (row) => {
    const cells = [...row.matchAll(/<c r="([A-Z]+)[0-9]+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs)];
    const textOf = (inside = '') => unescaped([...inside.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join(''));
    const own = cells.map(([, letters, inside]) => [letters, textOf(inside)]);
    if (titles.size === 0) {
      if (own.length > 4) for (const [letters, title] of own) titles.set(title, letters);
      return row;
    }
    const wanted = texts.get(own[0]?.[1] ?? '');
    if (wanted === undefined) return row;
    let filled = row;
    for (const [title, text] of Object.entries(wanted)) {
      if (text === '') continue;
      const letters = titles.get(title);
      const before = filled;
      filled = filled.replace(
        new RegExp(`<c r="(${letters}[0-9]+)"([^>]*?)/>`),
        (_, name, rest) =>
          `<c r="${name}"${rest} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
      );
      if (filled === before) throw new Error(`${own[0][1]} has no cell to write into under "${title}"`);
    }
    return filled;
  });
  parts[SHEET] = strToU8(xml);
  // As the program does after an edit: what was calculated before is calculated again.
  for (const name of Object.keys(parts).filter((part) => part.startsWith('xl/worksheets/sheet'))) {
    parts[name] = strToU8(strFromU8(parts[name]).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  }
  return zipSync(parts);
}

/** Rows of a plain CSV file (no line breaks in cells) as maps from header to cell. */
export function rowsOf(csv) {
  const [header, ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) =>
        cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    );
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function unescaped(text) {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
