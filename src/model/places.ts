/**
 * Where the rows of a sheet were read: file and line of each cell, mostly in one byte.
 *
 * The rows of a unit mostly stand together in one file. So file and line of the first that was read are kept once a
 * unit, for all leaves, and of each cell how far below that line its own row stands. Where a byte does not hold that
 * distance, the leaf's distances take four; a cell from another file than its unit's first is kept apart.
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
  /** By row: 0 where none was read; 1 + the distance to the anchor's line, or the distance if that is negative. */
  below: Uint8Array | Int32Array;
  /** Files of the rows that stand in another one than their unit's anchor. */
  elsewhere: Map<number, number> | undefined;
}

/** Anchors of `size` units, none of them set. */
export function createAnchors(size: number, room = APART): Anchors {
  return { files: room.int32(size), lines: room.int32(size) };
}

/** Places over these anchors, none of them set. */
export function createPlaces(anchors: Anchors, room = APART): Places {
  return { anchors, room, below: room.uint8(anchors.lines.length), elsewhere: undefined };
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
  const below = distance < 0 ? distance : distance + 1;
  places.below[row] = below;
  if (places.below[row] !== below) {
    const wider = places.room.int32(places.below.length);
    wider.set(places.below);
    places.below = wider;
    wider[row] = below;
  }
  if (files[row] === file) places.elsewhere?.delete(row);
  else setElsewhere(places, row, file);
}

function setElsewhere(places: Places, row: number, file: number): void {
  places.elsewhere ??= new Map();
  places.elsewhere.set(row, file);
}

/** The line of a row in its file; 0 where none was read. */
export function lineAt({ anchors, below }: Places, row: number): number {
  const distance = below[row] as number;
  if (distance === 0) return 0;
  return (anchors.lines[row] as number) + (distance < 0 ? distance : distance - 1);
}

/** The file of a row that was read. */
export function fileAt({ anchors, elsewhere }: Places, row: number): number {
  return elsewhere?.get(row) ?? (anchors.files[row] as number);
}

/** Takes back that a row was read. */
export function clearPlace(places: Places, row: number): void {
  places.below[row] = 0;
  places.elsewhere?.delete(row);
}

/** The rows named, in their order, as places over anchors that are picked alike. */
export function pickPlaces(places: Places, rows: readonly number[], anchors: Anchors): Places {
  const picked: Places = { anchors, room: APART, below: places.below.slice(0, rows.length), elsewhere: undefined };
  for (const [at, row] of rows.entries()) {
    picked.below[at] = places.below[row] as number;
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
