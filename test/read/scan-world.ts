/** One file by the scanner and by the csv reader, in a small world of three units: what came of it, side by side. */

import { expect } from 'vitest';
import type { Unit } from '../../src/model/assessment.ts';
import { flagsAt } from '../../src/model/assessment.ts';
import { exactAt, stateOf } from '../../src/model/column.ts';
import type { Dialect } from '../../src/model/dialect.ts';
import { toFractionText } from '../../src/model/exact.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { type EntriesReading, readEntries } from '../../src/read/entries.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { scanFile, writeWaiting } from '../../src/read/scan.ts';
import { type ReadTogether, scanBundled } from '../../src/read/scan-bundle.ts';
import type { Compile } from '../../src/read/scan-kernel.ts';
import type { PartJob, ReadAt } from '../../src/read/scan-part.ts';
import { scanInParts } from '../../src/read/scan-parts.ts';
import { createScanner } from '../../src/read/scanner.ts';
import { createWorld, type World } from '../../src/read/sheets.ts';
import { readText } from '../../src/read/text.ts';
import { readByScript } from './scan-job.ts';

const RUBRIC = `
format: 1
id: huyen
title: Bộ tiêu chí thử
missing: zero
domains:
  - id: "1"
    title: Chỉ đạo, điều hành
    max: 6
    criteria:
      - { id: "1.1", title: Kế hoạch, max: 1, rule: { type: levels, levels: { kịp thời: 1, trễ: 0.5, a"b: 0.2, a""b: 0.3 } } }
      - { id: "1.2", title: Tỷ lệ, max: 2, rule: { type: proportional, floor: 50% } }
      - { id: "1.3", title: Bậc, max: 1, evidence: required,
          rule: { type: bands, bands: [{ from: 90, points: 1 }, { below: 90, points: 0 }] } }
      - { id: "1.10", title: Điểm, max: 2, exempt: allowed, rule: { type: given } }
  - id: "2"
    title: Kết quả
    max: 4
    criteria:
      - { id: "2.1", title: Trễ hạn, max: 1, rule: { type: deduct, points: 0.1, min: 0 } }
      - { id: "2.2", title: Tăng thu, max: 1, rule: { type: growth, full_at: 10% } }
      - { id: "2.3", title: Hài lòng, max: 2, source: survey, rule: { type: survey } }
adjustments:
  - { id: T1, title: Thưởng, kind: bonus, max: 1, rule: { type: per-item, points: 0.5 } }
`;

function rubricOf(text: string): Rubric {
  const { value, diagnostics } = readRubric(text, 'rubric.yaml', '0'.repeat(64));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics.map(({ facts }) => facts)));
  return value;
}

const rubric = rubricOf(RUBRIC);

/** Without the growth, whose cells always ask the rule. */
const withoutGrowth = rubricOf(RUBRIC.replace(/^.*"2\.2".*\n/m, '').replace('max: 4', 'max: 3'));

/** With a leaf that the others do not have, and without one of theirs. */
const other = rubricOf(
  RUBRIC.replace('id: huyen', 'id: xa')
    .replace('"2.2", title: Tăng thu', '"2.9", title: Khác')
    .replace(/growth, [^}]*/, 'given '),
);

export const IDS = ['cam-lam', 'cam-ranh', 'van-ninh'];

function unitsOf(ids: readonly string[]): readonly Unit[] {
  return ids.map((id, at) => ({
    ...{ id, name: id, group: 'huyen', ranked: true, note: '' },
    place: { file: 'units.csv', line: at + 2, column: 1 },
  }));
}

interface Outcome {
  readonly reading: unknown;
  readonly cells: readonly string[];
}

const FILE = { file: 'entries/cam-lam.csv', fileAt: 0, unit: 'cam-lam' };

/** How a file is read. */
export interface How {
  readonly dialect: Dialect;
  readonly focus?: readonly string[];
  /** Bytes that the disk gives at a time. */
  readonly piece?: number;
  readonly limits?: Limits;
  /** In parts of so many bytes, and by two threads: the second has its turn when the first has read so many pieces. */
  readonly part?: number;
  readonly alone?: number;
  readonly slots?: number;
  readonly batches?: number;
  /** What happens to the job of the threads before they begin. */
  readonly tamper?: (job: PartJob) => void;
  /** Bytes of files that are read together, as many as there is room for if absent; the usual or the compiled kernel. */
  readonly room?: number;
  readonly compile?: Compile;
  /** Ids of other units than the usual three. */
  readonly units?: readonly string[];
  /** Rows before the quick way has its turn. */
  readonly patience?: number;
  /** Other rubrics than the usual one: without its growth; and that beside one with another leaf, for the last unit. */
  readonly rubrics?: 'without growth' | 'two';
}

function worldOf(how: How): World {
  const world = newWorld(how);
  const { engine } = world.seats;
  engine.patience = how.patience ?? 0;
  if (how.compile && engine.patience <= 0) engine.kernel = how.compile(engine.memory) ?? engine.kernel;
  return world;
}

function newWorld({ units = IDS, rubrics }: How): World {
  const all = unitsOf(units);
  if (rubrics === undefined) return createWorld([[rubric, all]]);
  if (rubrics === 'without growth') return createWorld([[withoutGrowth, all]]);
  return createWorld([
    [withoutGrowth, all.slice(0, -1)],
    [other, all.slice(-1)],
  ]);
}

function options(world: World, { dialect, focus = [], limits = LIMITS }: How) {
  return { world, dialect, limits, fileNames: [FILE.file], focus: new Set(focus) };
}

/** Everything that is in the columns. */
function cellsOf(world: World): readonly string[] {
  return world.builds.flatMap(({ targets, sheet }) =>
    [...targets.values()].flatMap(({ node, columns }) =>
      sheet.units.map((unit, row) => {
        const values = columns.values.map((column) => {
          const value = exactAt(column, row);
          return `${stateOf(column, row) === 3 ? 'n/a' : ''}${value ? toFractionText(value) : ''}`;
        });
        const override = columns.overrides.get(row);
        return [
          ...[unit.id, node.id, ...values, override ? toFractionText(override.points) : '', flagsAt(columns, row)],
          ...[
            lineAt(columns.places, row),
            fileAt(columns.places, row),
            columns.exemptNotes.get(row),
            columns.texts.get(row)?.evidence,
          ],
        ].join(' ');
      }),
    ),
  );
}

function plain({ count, diagnostics }: EntriesReading): unknown {
  return {
    count,
    faults: diagnostics.map(({ fault, place, facts, severity }) => ({ code: fault.code, place, facts, severity })),
  };
}

/** Gives bytes as a disk does, `piece` of them at a time. */
function reading(bytes: Uint8Array, piece = 1 << 20): (into: Uint8Array) => number {
  let at = 0;
  return (into) => {
    const next = bytes.subarray(at, at + Math.min(into.length, piece));
    into.set(next);
    at += next.length;
    return next.length;
  };
}

function scanned(bytes: Uint8Array, how: How): Outcome | undefined {
  const world = worldOf(how);
  const empty = cellsOf(world);
  const scanner = createScanner(options(world, how));
  if (scanner === undefined) throw new Error('no scanner for this dialect');
  const scan = scanFile(scanner, { ...FILE, read: reading(bytes, how.piece) });
  writeWaiting(scanner);
  if (scan === undefined) {
    expect(cellsOf(world)).toEqual(empty);
    return undefined;
  }
  return { reading: plain(scan), cells: cellsOf(world) };
}

/** By two threads, the second of which has nothing of the first but what can be sent to it. */
function scannedTogether(bytes: Uint8Array, how: How): Outcome | undefined {
  const { part = 64, alone = 0, slots = 4, batches = 3, tamper = () => {} } = how;
  const world = worldOf(how);
  const empty = cellsOf(world);
  const scanner = createScanner(options(world, how));
  if (scanner === undefined) throw new Error('no scanner for this dialect');
  const readAt: ReadAt = (into, position) => {
    const next = bytes.subarray(position, position + into.length);
    into.set(next);
    return next.length;
  };
  let left = Number.POSITIVE_INFINITY;
  let help = () => {};
  const reading = scanInParts(scanner, FILE, {
    ...{ size: bytes.length, part, slots, batches, patience: 0, others: 1, leastInOrder: 0 },
    readAt: (into, position) => {
      if (left-- === 0) help();
      if (left < 0) left = alone;
      return readAt(into, position);
    },
    start: (job) => {
      tamper(job);
      left = alone;
      help = () => readByScript(structuredClone(job), readAt, 0);
    },
  });
  if (reading === undefined) {
    expect(cellsOf(world)).toEqual(empty);
    return undefined;
  }
  return { reading: plain(reading), cells: cellsOf(world) };
}

/** By way of a text; undefined where the bytes are none. */
export function read(bytes: Uint8Array, how: How): Outcome | undefined {
  const { dialect, limits = LIMITS } = how;
  const world = worldOf(how);
  const { value } = readText(bytes, dialect.encoding, FILE.file, { limits });
  if (value === undefined) return undefined;
  const reading = readEntries({ text: value, file: FILE.file, unit: FILE.unit }, { ...options(world, how), fileAt: 0 });
  return { reading: plain(reading), cells: cellsOf(world) };
}

/** Whether the scanner took the file; where it did, the csv reader says the same. */
export function agree(bytes: Uint8Array, how: How): boolean {
  const quick = scanned(bytes, how);
  if (quick !== undefined) expect(quick).toEqual(read(bytes, how));
  return quick !== undefined;
}

/** Whether threads took the file together; where they did, the csv reader says the same. */
export function agreeTogether(bytes: Uint8Array, how: How): boolean {
  const together = scannedTogether(bytes, how);
  if (together !== undefined) expect(together).toEqual(read(bytes, how));
  return together !== undefined;
}

/** A file of one unit, by its name. */
export interface UnitFile {
  readonly unit: string;
  readonly text: string;
}

/** How many of these files the scanner took, one after the other; with the csv reader alone all is the same. */
export function agreeOnAll(files: readonly UnitFile[], how: How): number {
  const names = files.map(({ unit }, at) => `entries/${at}/${unit}.csv`);
  const encoded = files.map(({ text }) => new TextEncoder().encode(text));
  /** As a disk hands files over that are read together: the empty one, and the one that finds no room, by itself. */
  const together: ReadTogether = (first, into, most) => {
    const ends: number[] = [];
    let end = 0;
    for (const bytes of encoded.slice(first, first + most)) {
      if (bytes.length === 0 || end + bytes.length > Math.min(into.length, how.room ?? into.length)) break;
      into.set(bytes, end);
      end += bytes.length;
      ends.push(end);
    }
    return ends;
  };
  const readBy = (way: 'quick' | 'bundled' | 'slow') => {
    const world = worldOf(how);
    const own = { ...options(world, how), fileNames: names };
    const scanner = way === 'slow' ? undefined : createScanner(own);
    let taken = 0;
    const readings = files.map(({ unit }, at) => {
      const file = { file: names[at] as string, unit };
      const bytes = encoded[at] as Uint8Array;
      const alone = { ...file, fileAt: at, read: reading(bytes, how.piece) };
      const bundled = way === 'bundled' && scanner && scanBundled(scanner, alone, together);
      const scan = bundled ? bundled.reading : scanner && scanFile(scanner, alone);
      if (scan) taken++;
      else if (scanner) writeWaiting(scanner);
      const { value = '' } = readText(bytes, how.dialect.encoding, file.file);
      return plain(scan ?? readEntries({ ...file, text: value }, { ...own, fileAt: at }));
    });
    if (scanner) writeWaiting(scanner);
    return { taken, readings, cells: cellsOf(world) };
  };
  const { taken, ...quick } = readBy('quick');
  const { taken: none, ...slow } = readBy('slow');
  expect(quick).toEqual(slow);
  expect(readBy('bundled')).toEqual({ ...slow, taken: none + taken });
  return taken;
}
