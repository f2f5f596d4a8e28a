/**
 * Where the rows of a sheet were read: file and line of each cell, mostly in one bit.
 *
 * The rows of a unit mostly stand together in one file. So file and line of the first that was read are kept once a
 * unit, for all leaves, and of each cell how far below that line its own row stands. Mostly that is the same for all
 * units, so that it stands once a leaf, beside a bit for each row that was read. Where it differs, it takes a byte a
 * row; where a byte does not hold it, four. A cell from another file than its unit's first is kept apart.
 */

import { APART, type Room } from './room.ts';

/** Of each unit the file (its position in `assessment.files`) and line of its first row that was read; line 0: none. */
export interface Anchors {
  readonly files: Int32Array;
  readonly lines: Int32Array;
}

/** The places of one leaf's or adjustment's rows. */
export interface Places {
  readonly anchors: Anchors;
  /** Where its arrays come from. */
  readonly room: Room;
  /** By row a bit, set where one was read. */
  readonly seen: Uint8Array;
  /** What `below` would say of all rows; 0 before the first. */
  common: number;
  /** By row, since it differs: 1 + the distance to the anchor's line, or the distance if that is negative. */
  below: Uint8Array | Int32Array;
  /** Files of the rows that stand in another one than their unit's anchor. */
  elsewhere: Map<number, number> | undefined;
}

const NOWHERE = new Uint8Array(0);

/** Anchors of `size` units, none of them set. */
export function createAnchors(size: number, room = APART): Anchors {
  return { files: room.int32(size), lines: room.int32(size) };
}

/** Places over these anchors, none of them set. */
export function createPlaces(anchors: Anchors, room = APART): Places {
  const seen = room.uint8((anchors.lines.length + 7) >> 3);
  return { anchors, room, seen, common: 0, below: NOWHERE, elsewhere: undefined };
}

/** Whether any row was read. */
export function hasRows({ common }: Places): boolean {
  return common !== 0;
}

/** Notes where the first row of a unit was read, if that is not known; lines begin with 1. */
export function setAnchor({ files, lines }: Anchors, row: number, file: number, line: number): void {
  if (lines[row] !== 0) return;
  lines[row] = line;
  files[row] = file;
}

/** Notes where a row was read; lines begin with 1. */
export function setPlace(places: Places, row: number, file: number, line: number): void {
  const { files, lines } = places.anchors;
  setAnchor(places.anchors, row, file, line);
  const distance = line - (lines[row] as number);
  setBelow(places, row, distance < 0 ? distance : distance + 1);
  if (files[row] === file) places.elsewhere?.delete(row);
  else setElsewhere(places, row, file);
}

function setBelow(places: Places, row: number, below: number): void {
  const { seen } = places;
  seen[row >> 3] = (seen[row >> 3] as number) | (1 << (row & 7));
  if (places.common === 0) places.common = below;
  if (places.below.length === 0) {
    if (below === places.common) return;
    places.below = spread(places, below);
  }
  places.below[row] = below;
  if (places.below[row] === below) return;
  const wider = places.room.int32(places.below.length);
  wider.set(places.below);
  places.below = wider;
  wider[row] = below;
}

/** A distance for each row, with room for another one. */
function spread({ room, common, anchors }: Places, other: number): Places['below'] {
  const size = anchors.lines.length;
  const isShort = Math.min(common, other) >= 0 && Math.max(common, other) <= 0xff;
  return (isShort ? room.uint8(size) : room.int32(size)).fill(common);
}

/** What was written of a row; 0 where none was read. */
function belowAt(places: Places, row: number): number {
  const { common, below } = places;
  if (!hasPlace(places, row)) return 0;
  return below.length === 0 ? common : (below[row] as number);
}

/** Whether a row was read. */
export function hasPlace({ seen }: Places, row: number): boolean {
  return (((seen[row >> 3] as number) >> (row & 7)) & 1) !== 0;
}

function setElsewhere(places: Places, row: number, file: number): void {
  places.elsewhere ??= new Map();
  places.elsewhere.set(row, file);
}

/** The line of a row in its file; 0 where none was read. */
export function lineAt(places: Places, row: number): number {
  const distance = belowAt(places, row);
  if (distance === 0) return 0;
  return (places.anchors.lines[row] as number) + (distance < 0 ? distance : distance - 1);
}

/** The file of a row that was read. */
export function fileAt({ anchors, elsewhere }: Places, row: number): number {
  return elsewhere?.get(row) ?? (anchors.files[row] as number);
}

/** Takes back that a row was read. */
export function clearPlace(places: Places, row: number): void {
  const { seen } = places;
  seen[row >> 3] = (seen[row >> 3] as number) & ~(1 << (row & 7));
  places.elsewhere?.delete(row);
}

/** The rows named, in their order, as places over anchors that are picked alike. */
export function pickPlaces(places: Places, rows: readonly number[], anchors: Anchors): Places {
  const picked = createPlaces(anchors);
  for (const [at, row] of rows.entries()) {
    const below = belowAt(places, row);
    if (below === 0) continue;
    setBelow(picked, at, below);
    const file = places.elsewhere?.get(row);
    if (file !== undefined) setElsewhere(picked, at, file);
  }
  return picked;
}

/** The rows named, in their order, as anchors of their own. */
export function pickAnchors({ files, lines }: Anchors, rows: readonly number[]): Anchors {
  return {
    files: Int32Array.from(rows, (row) => files[row] as number),
    lines: Int32Array.from(rows, (row) => lines[row] as number),
  };
}
