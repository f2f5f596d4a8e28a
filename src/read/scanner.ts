/** What a scanner knows before the first file: ids and cell readers of the world, the buffer, and headers once met. */
import type { Dialect } from '../model/dialect.ts';
import type { Ledger } from '../model/fault-ledger.ts';
import { LIMITS, type Limits } from '../model/limits.ts';
import { idAt } from '../model/units.ts';
import * as map from './kernel/map.ts';
import type { Memory } from './kernel/memory.ts';
import { type Batch, createBatch, type Laid, layTargets, MOST_WAITING } from './scan-batch.ts';
import { createRow, layKinds, type Row } from './scan-bytes.ts';
import { type CellReader, createCellReader } from './scan-cell.ts';
import type { Engine } from './scan-kernel.ts';
import type { Header, Layout } from './scan-layout.ts';
import type { PartRoom } from './scan-slots.ts';
import type { Bundle } from './scan-standing.ts';
import { type ByteTable, createTable, lettersOf } from './scan-table.ts';
import type { Seats, Target, World } from './sheets.ts';

export interface ScanOptions {
  readonly world: World;
  readonly dialect: Dialect;
  readonly fileNames: readonly string[];
  readonly focus: Pick<ReadonlySet<string>, 'has'> & Partial<Pick<ReadonlySet<string>, 'size'>>;
  readonly limits?: Limits;
  /** Takes the warnings that are surely not shown. */
  readonly ledger?: Ledger;
}

/** What stays over all files. */
export interface Scanner {
  readonly options: ScanOptions;
  readonly limits: Limits;
  /** The beginning of its memory is the piece of the file that is read. */
  readonly engine: Engine;
  readonly memory: Memory;
  /** The bytes of that piece. */
  readonly piece: Uint8Array;
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
  /** Leaves and adjustments of all builds. */
  readonly targets: readonly Target[];
  readonly laid: readonly Laid[];
  /** Rows of a file at most. */
  readonly mostRows: number;
  /** What other threads have for themselves (scan-parts.ts), since the first file that they helped with. */
  partRoom: PartRoom | undefined;
  /** Small files that were read together (scan-bundle.ts). */
  bundle: Bundle | undefined;
}

/** Delimiters that no letter turns into when a text is composed. */
const DELIMITERS = [',', ';', '\t', '|'];

/** A scanner of files in this world; undefined where their dialect has no plain bytes. */
export function createScanner(options: ScanOptions): Scanner | undefined {
  const { world, dialect, focus, limits = LIMITS } = options;
  const { builds } = world;
  if (dialect.encoding !== 'utf-8' || !DELIMITERS.includes(dialect.delimiter)) return undefined;
  const { seats } = world;
  const { engine, ids: units, buildOf, rowOf } = seats;
  const { memory } = engine;
  layKinds(memory, dialect.delimiter);
  const leaves = builds.map(({ targets }) => createTable(memory, targets.keys(), 4 * targets.size));
  const targets = builds.flatMap((build) => [...build.targets.values()]);
  const width = Math.max(1, ...targets.map(({ columns }) => columns.values.length));
  const isFocused = focusedSeats(world, focus);
  const touchedBy = memory.allotInts(rowOf.length);
  const leavesAt = memory.allotInts(leaves.length);
  leavesAt.set(leaves.map(({ at }) => at));
  memory.setOwn(map.UNITS, units.at);
  memory.setOwn(map.LEAVES, leavesAt.byteOffset);
  memory.setOwn(map.BUILD_OF, buildOf.byteOffset);
  memory.setOwn(map.ROW_OF, rowOf.byteOffset);
  memory.setOwn(map.IS_FOCUSED, isFocused.byteOffset);
  memory.setOwn(map.TOUCHED_BY, touchedBy.byteOffset);
  memory.setOwn(map.TOUCHED, memory.allot(4 * MOST_WAITING));
  const laid = layTargets(memory, targets);
  const letters = memory.int(units.at + map.LETTERS_OF);
  return {
    ...{ options, limits, engine, memory, units, leaves, targets, laid, seats, buildOf, rowOf, isFocused },
    piece: memory.bytes.subarray(0, map.PIECE),
    row: createRow(),
    batch: createBatch(memory, width, targets.length),
    touchedBy,
    canForesee: engine.kernel.isPlain(memory, letters, letters + lettersOf(units)),
    readers: new Map(targets.map((target) => [target, createCellReader(memory, target, dialect.mark)])),
    header: undefined,
    layouts: new Map(),
    mostRows: limits.rows,
    partRoom: undefined,
    bundle: undefined,
  };
}

/** By seat whether its unit is one of `focus`. */
function focusedSeats({ builds, seats }: World, focus: ScanOptions['focus']): Uint8Array {
  const isFocused = seats.engine.memory.allotBytes(seats.rowOf.length);
  if (focus.size === 0) return isFocused;
  let seat = 0;
  for (const { sheet } of builds) {
    const { units } = sheet;
    for (let row = 0; row < units.length; row++) isFocused[seat++] = focus.has(idAt(units, row)) ? 1 : 0;
  }
  return isFocused;
}
