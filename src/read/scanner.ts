/** What a scanner knows before the first file: ids and cell readers of the world, the buffer, and headers once met. */
import type { Dialect } from '../model/dialect.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { type Batch, createBatch } from './scan-batch.ts';
import { createRow, isPlain, type Row } from './scan-bytes.ts';
import { type CellReader, createCellReader } from './scan-cell.ts';
import type { Header, Layout, Reading } from './scan-layout.ts';
import { type ByteTable, createTable, viewOf } from './scan-table.ts';
import type { Seats, Target, World } from './sheets.ts';

export interface ScanOptions {
  readonly world: World;
  readonly dialect: Dialect;
  readonly fileNames: readonly string[];
  readonly focus: Pick<ReadonlySet<string>, 'has'>;
  readonly limits?: Limits;
  /** Takes the warnings that are surely not shown. */
  readonly ledger?: Ledger;
}

/** What stays over all files. */
export interface Scanner {
  readonly options: ScanOptions;
  readonly limits: Limits;
  readonly buffer: Uint8Array;
  readonly view: DataView;
  readonly row: Row;
  readonly batch: Batch;
  /** Ids of units by position in `seats`, ids of leaves and adjustments by position in their build's targets. */
  readonly units: ByteTable;
  readonly leaves: readonly ByteTable[];
  readonly seats: Seats;
  /** Of each seat: the position of its build, its row there, whether texts are kept, 1 + the last file that wrote to it. */
  readonly buildOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly isFocused: Uint8Array;
  readonly touchedBy: Int32Array;
  /** No unit's id holds what is special in a file, so that its bytes are those of a whole cell; no leaf's ever does. */
  readonly canForesee: boolean;
  readonly readers: ReadonlyMap<Target, CellReader>;
  /** The header that was read last, and layouts of all by the texts of their cells. */
  header: Header | undefined;
  readonly layouts: Map<string, Layout>;
  /** What the rows are of that wait in the batch, perhaps those of files before. */
  waiting: readonly Reading[];
}

/** What the quick way through a file needs of a scanner; plain data, so that another thread can have it. */
export type RowScanner = Pick<
  Scanner,
  'buffer' | 'view' | 'row' | 'batch' | 'units' | 'leaves' | 'buildOf' | 'rowOf' | 'isFocused' | 'touchedBy'
> & { readonly limits: Pick<Limits, 'rows'> };

/** Bytes read at a time; no row is longer. */
export const PIECE = 256 * 1024;

/** Delimiters that no letter turns into when a text is composed. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A scanner of files in this world; undefined where their dialect has no plain bytes. */
export function createScanner(options: ScanOptions): Scanner | undefined {
  const { world, dialect, focus, limits = LIMITS } = options;
  const { builds } = world;
  if (dialect.encoding !== 'utf-8' || !DELIMITERS.includes(dialect.delimiter)) return undefined;
  // Words of four bytes may be looked at up to its end.
  const buffer = new Uint8Array(PIECE + 4);
  const { seats } = world;
  const { ids: units, buildOf, rowOf } = seats;
  const row = createRow(dialect.delimiter);
  const leaves = builds.map(({ targets }) => createTable(targets.keys()));
  const targets = builds.flatMap((build) => [...build.targets.values()]);
  return {
    ...{ options, limits, row, units, leaves, seats, buildOf, rowOf },
    batch: createBatch(Math.max(1, ...targets.map(({ columns }) => columns.values.length))),
    buffer,
    view: viewOf(buffer),
    isFocused: focusedSeats(world, focus),
    touchedBy: new Int32Array(rowOf.length),
    canForesee: isPlain(row, units.view, units.starts[units.count] as number),
    readers: new Map(targets.map((target) => [target, createCellReader(target, dialect.mark)])),
    header: undefined,
    layouts: new Map(),
    waiting: [],
  };
}

/** By seat whether its unit is one of `focus`. */
function focusedSeats({ builds, seats }: World, focus: ScanOptions['focus']): Uint8Array {
  const isFocused = new Uint8Array(seats.rowOf.length);
  let seat = 0;
  for (const { sheet } of builds) for (const { id } of sheet.units) isFocused[seat++] = focus.has(id) ? 1 : 0;
  return isFocused;
}
