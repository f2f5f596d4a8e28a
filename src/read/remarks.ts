/** Lines that begin with `#` before the header of a table: what its authors say of it, such as its sources. */

/** The remarks, and the text with their lines left empty, so that every other line keeps its number. */
export function remarksOf(source: string): { readonly text: string; readonly remarks: readonly string[] } {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  const head = first === -1 ? lines.length : first;
  return {
    text: lines.map((line, at) => (at < head ? '' : line)).join('\n'),
    remarks: lines
      .slice(0, head)
      .map((line) => line.replace(/^#+/, '').trim())
      .filter((line) => line !== ''),
  };
}
