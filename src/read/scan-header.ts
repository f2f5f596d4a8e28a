/** The header of a scanned file -> what its rows are; files of one folder mostly have the same, byte for byte. */
import { isWide } from './columns.ts';
import type { FileContext } from './entry.ts';
import { type Header, layOutTall, layOutWide } from './scan-layout.ts';
import { beginRows } from './scan-run.ts';
import { anchorsOf, type Scan, takeSeat, textsOf } from './scan-state.ts';
import { findText } from './scan-table.ts';

/** Takes the header where it is the one that was read last; gives where the first row begins, `at` where it is not. */
export function takeSameHeader(scan: Scan, at: number, end: number): number {
  const { header, memory } = scan.scanner;
  if (header === undefined) return at;
  const { bytes } = header;
  if (at + bytes.length > end) return at;
  for (let next = 0; next < bytes.length; next++) if (memory.byte(at + next) !== bytes[next]) return at;
  if (!begin(scan, header)) return at;
  scan.line++;
  return at + bytes.length;
}

/** Takes the row that was split, the bytes from `from` to before `to`, as the header; false where it is odd. */
export function takeHeader(scan: Scan, from: number, to: number): boolean {
  const { scanner, diagnostics } = scan;
  const { options, limits, layouts, memory, readers, canForesee } = scanner;
  const cells = textsOf(scanner);
  if (cells.length > limits.columns) return false;
  const context = contextOf(scan, cells);
  const key = cells.join('\n');
  const shape = { memory, world: options.world, line: scan.line, readers, canForesee };
  const layout = layouts.get(key) ?? (isWide(cells) ? layOutWide : layOutTall)(context, shape);
  if (diagnostics.length > 0) return false;
  layouts.set(key, layout);
  scanner.header = { bytes: memory.bytes.slice(from, to), cells, layout };
  return begin(scan, scanner.header);
}

/** Makes all ready for rows of this layout; false where there is no unit that they could be of. */
function begin(scan: Scan, { cells, layout }: Header): boolean {
  const { scanner, file } = scan;
  const { units, rowOf } = scanner;
  if (layout.unitAt < 0) {
    if (file.unit === undefined || !takeSeat(scan, findText(units, file.unit))) return false;
    // A wide file names its units: this one is tall, and its plans have all leaves.
    scan.isAlone = anchorsOf(layout, scan.build).lines[rowOf[scan.seat] as number] === 0;
  }
  if (layout.isForeseeable) beginRows(scanner.memory, { layout, fileAt: file.fileAt, longest: scan.longest });
  scan.context = contextOf(scan, cells);
  scan.layout = layout;
  return true;
}

function contextOf({ scanner: { options }, file, diagnostics }: Scan, header: readonly string[]): FileContext {
  const { dialect, fileNames, focus } = options;
  return { fileAt: file.fileAt, fileNames, focus, file: file.file, mark: dialect.mark, header, diagnostics };
}
