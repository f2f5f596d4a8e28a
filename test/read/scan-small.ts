/** A small world for the scanner's parts: four targets, and a scanner over units of two letters. */
import type { Unit } from '../../src/model/assessment.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import type { Ledger } from '../../src/model/fault-ledger.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { PIECE, ROOM } from '../../src/read/kernel/map.ts';
import { readRubric } from '../../src/read/rubric.ts';
import type { Batch } from '../../src/read/scan-batch.ts';
import { splitRow } from '../../src/read/scan-bytes.ts';
import { takeHeader } from '../../src/read/scan-header.ts';
import { announce, type Compile, type Engine } from '../../src/read/scan-kernel.ts';
import { createScan, type Scan } from '../../src/read/scan-state.ts';
import { createScanner, type Scanner } from '../../src/read/scanner.ts';
import { createWorld, createWorldEngine } from '../../src/read/sheets.ts';

const RUBRIC = `
format: 1
id: huyen
title: Bộ tiêu chí thử
missing: zero
domains:
  - id: "1"
    title: Một
    max: 6
    criteria:
      - { id: "1.1", title: Kế hoạch, max: 1, rule: { type: levels, levels: { đúng: 1, trễ: 0.5 } } }
      - { id: "1.2", title: Tỷ lệ, max: 2, rule: { type: proportional, floor: 50% } }
      - { id: "1.3", title: Điểm, max: 3, rule: { type: given } }
adjustments:
  - { id: T1, title: Thưởng, kind: bonus, max: 1, rule: { type: per-item, points: 0.5 } }
`;
/** Targets in the order of the rubric: their numbers in a batch. */
export const TARGETS = ['1.1', '1.2', '1.3', 'T1'];
export const HEADER = 'unit,criterion,self,appraised,previous,evidence,note';

export interface Small {
  readonly units: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly focus?: readonly string[];
  readonly ledger?: Ledger;
  /** Another rubric than the one above. */
  readonly rubric?: string;
  /** The stage whose marks count; the last where none is said. */
  readonly basis?: string;
  /** A second one, and its units. */
  readonly beside?: readonly [rubric: string, units: readonly string[]];
  /** The engine that runs the kernel from the first row on; the script where none is said. */
  readonly compile?: Compile;
  /** The engine that takes over from the script when that has done enough. */
  readonly late?: Compile;
}

function rubricOf(text: string): Rubric {
  const { value } = readRubric(text, 'rubric.yaml', '0'.repeat(64));
  if (value === undefined) throw new Error('no rubric');
  return value;
}

function unitOf(id: string, at: number): Unit {
  const place = { file: 'units.csv', line: at + 2, column: 1 };
  return { id, name: id, group: 'huyen', ranked: true, note: '', place };
}

export function smallScanner({ units, limits = {}, focus = [], ledger, basis, ...more }: Small): Scanner {
  const { rubric = RUBRIC, beside, compile, late } = more;
  const pairs = [[rubric, units] as const, ...(beside === undefined ? [] : [beside])];
  const world = createWorld(
    pairs.map(([text, ids]) => [rubricOf(text), ids.map(unitOf)] as const),
    basis,
    createWorldEngine(compile ?? late),
  );
  // The quick way has its turn from the first row on.
  if (late === undefined) announce(world.seats.engine, Number.POSITIVE_INFINITY);
  const scanner = createScanner({
    ...{ world, dialect: DIALECTS.data, limits: { ...LIMITS, ...limits } },
    ...{ fileNames: ['a.csv'], focus: new Set(focus), ...(ledger === undefined ? {} : { ledger }) },
  });
  if (scanner === undefined) throw new Error('no scanner');
  return scanner;
}

/** Writes a text to the beginning of a scanner's memory, with nothing behind it in the piece, and says how many bytes it has. */
export function placeText({ memory }: Pick<Scanner, 'memory'>, text: string): number {
  memory.bytes.fill(0, 0, PIECE);
  return new TextEncoder().encodeInto(text, memory.bytes.subarray(0, PIECE)).written;
}

/** Lets a row of a target wait, whose values stand in the batch; as the kernel does. */
export function letWait(
  batch: Batch,
  { target, row, file, line, flags }: Readonly<Record<'target' | 'row' | 'file' | 'line' | 'flags', number>>,
): void {
  const at = batch.count++;
  batch.rows[at] = row;
  batch.files[at] = file;
  batch.lines[at] = line;
  batch.flags[at] = flags;
  batch.next[at] = -1;
  const last = batch.tails[target] as number;
  if (last < 0) batch.heads[target] = at;
  else batch.next[last] = at;
  batch.tails[target] = at;
}

/** Lets the kernel have room for so many rows at a time. */
export function narrow(engine: Engine, room: number): void {
  const { fillRows } = engine.kernel;
  engine.kernel = {
    ...engine.kernel,
    fillRows: (memory, from, end) => {
      memory.setOwn(ROOM, room);
      return fillRows(memory, from, end);
    },
  };
}

/** A file whose bytes stand in the memory and whose header was taken, and where its first row begins. */
export function beginFile(scanner: Scanner, text: string, unit?: string): { scan: Scan; from: number } {
  const file = { file: 'a.csv', fileAt: 4, ...(unit === undefined ? {} : { unit }), read: () => 0 };
  const scan = createScan(scanner, file);
  const from = splitRow(scanner.memory, 0, placeText(scanner, text), scanner.row, 0);
  if (!takeHeader(scan, 0, from)) throw new Error('no header');
  return { scan, from };
}
