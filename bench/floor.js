// The floor: the same job by the plainest program that we can think of, so that the table shows what of a bound is ours
// to reach on this very machine. It believes everything: no row is checked, no id may be unknown, no cell odd, nothing is
// kept of where a figure stood, and the sums are doubles. What it lacks of parindex is what parindex is for.
// Call: node floor.js <folder> <long|shuffled|wide|files> <output> [threads]
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { leaves } from './job.js';

const [COMMA, DOT, SLASH, PERCENT, LINE_END] = [...',./%\n'].map((mark) => mark.charCodeAt(0));
const PIECE = 256 * 1024;
const KINDS = ['bands', 'ratio', 'floor', 'deduct'];

const [folder, shape, output, threads = '1'] = isMainThread ? process.argv.slice(2) : workerData.args;

const units = readFileSync(`${folder}/units.csv`, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const unitTable = tableOf(units.map(([id]) => id));
const leafTable = tableOf(leaves.map(({ id }) => id));
const kindOf = Uint8Array.from(leaves, ({ kind }) => KINDS.indexOf(kind));
const sums = new Float64Array(units.length);
const buffer = new Uint8Array(PIECE);

/** Ids as bytes, and their numbers by a hash of these. */
function tableOf(ids) {
  const bytes = new TextEncoder().encode(ids.join(''));
  const starts = new Int32Array(ids.length + 1);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(3 * ids.length)));
  for (let id = 0; id < ids.length; id++) {
    starts[id + 1] = starts[id] + ids[id].length;
    let slot = hash(bytes, starts[id], starts[id + 1]) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = id + 1;
  }
  return { bytes, starts, slots };
}

function hash(bytes, from, to) {
  let value = 0;
  for (let at = from; at < to; at++) value = Math.imul(value ^ bytes[at], 0x9e3779b1);
  // Ids are digits that differ in few bits: all of them must reach the lower ones.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return value ^ (value >>> 13);
}

/** The position behind an id and its comma, if that is what begins at `from`; else 0. */
function skip({ bytes, starts }, id, from) {
  const start = starts[id];
  const end = from + starts[id + 1] - start;
  for (let at = from; at < end; at++) if (buffer[at] !== bytes[start + at - from]) return 0;
  return buffer[end] === COMMA ? end + 1 : 0;
}

function find({ slots, ...table }, from) {
  let to = from;
  while (buffer[to] !== COMMA) to++;
  let slot = hash(buffer, from, to) & (slots.length - 1);
  while (skip(table, slots[slot] - 1, from) === 0) slot = (slot + 1) & (slots.length - 1);
  return slots[slot] - 1;
}

/** Adds the points of the cell that begins at `from` to the unit's, and gives the position behind its last digit. */
function addCell(unit, leaf, from) {
  let at = from;
  let value = 0;
  let byte = buffer[at];
  for (; byte >= 48 && byte < 58; byte = buffer[++at]) value = value * 10 + byte - 48;
  if (byte === DOT) {
    let tenths = 0.1;
    for (byte = buffer[++at]; byte >= 48 && byte < 58; byte = buffer[++at], tenths /= 10) value += (byte - 48) * tenths;
  } else if (byte === SLASH) {
    let below = 0;
    for (byte = buffer[++at]; byte >= 48 && byte < 58; byte = buffer[++at]) below = below * 10 + byte - 48;
    value /= below;
  }
  // What tenths lose is given back, far below the last digit that a cell has.
  const near = value + 1e-9;
  const kind = kindOf[leaf];
  if (kind === 0) sums[unit] += near >= 90 ? 1 : near >= 70 ? 0.5 : 0;
  else if (kind === 1) sums[unit] += value;
  else if (kind === 2) sums[unit] += near < 70 ? 0 : value / 100;
  else sums[unit] += near > 10.5 ? 0 : 1 - value / 10;
  return byte === PERCENT ? at + 1 : at;
}

let unit = 0;
let leaf = 0;

/** Takes the rows of the buffer from `from` to before `end`, and gives the position behind the last whole one. */
function takeRows(from, end, hasUnits = true) {
  const last = buffer.lastIndexOf(LINE_END, end - 1) + 1;
  for (let at = from; at < last; at++) {
    if (hasUnits) {
      const known = skip(unitTable, unit, at);
      if (known === 0) unit = find(unitTable, at);
      at = known === 0 ? skip(unitTable, unit, at) : known;
    }
    const known = skip(leafTable, leaf, at);
    if (known === 0) leaf = find(leafTable, at);
    at = addCell(unit, leaf, known === 0 ? skip(leafTable, leaf, at) : known);
    while (buffer[at] !== LINE_END) at++;
    leaf = leaf + 1 === leaves.length ? 0 : leaf + 1;
  }
  return last;
}

function takeWideRows(from, end) {
  const last = buffer.lastIndexOf(LINE_END, end - 1) + 1;
  for (let at = from; at < last; ) {
    unit = find(unitTable, at);
    at = skip(unitTable, unit, at);
    for (let next = 0; next < leaves.length; next++) at = addCell(unit, next, at) + 1;
  }
  return last;
}

/** One of so many parts of a file, which begins and ends behind a line end, piece by piece. */
function takePart(path, part, parts, take) {
  const file = openSync(path);
  const { size } = fstatSync(file);
  const cut = (share) => {
    if (share === parts) return size;
    const middle = Math.floor((size * share) / parts);
    readSync(file, buffer, 0, PIECE, middle);
    return middle + buffer.indexOf(LINE_END) + 1;
  };
  const stop = cut(part + 1);
  let position = cut(part);
  for (let held = 0; position < stop; ) {
    const read = readSync(file, buffer, held, Math.min(PIECE - held, stop - position), position);
    position += read;
    const taken = take(0, held + read);
    buffer.copyWithin(0, taken, held + read);
    held += read - taken;
  }
  closeSync(file);
}

function takeFiles() {
  const rowOf = new Map(units.map(([id], row) => [`${id}.csv`, row]));
  for (const name of readdirSync(`${folder}/files`)) {
    const file = openSync(`${folder}/files/${name}`);
    const end = readSync(file, buffer, 0, PIECE, 0);
    closeSync(file);
    unit = rowOf.get(name);
    takeRows(buffer.indexOf(LINE_END) + 1, end, false);
  }
}

function take(part) {
  if (shape === 'files') takeFiles();
  else takePart(`${folder}/${shape}.csv`, part, Number(threads), shape === 'wide' ? takeWideRows : takeRows);
}

/** Whole hundredths, half up; the nudge takes back what doubles lose just below a half. */
const hundredths = (row) => Math.floor(sums[row] * 100 + 0.5 + 1e-7);

function write() {
  const groups = new Map();
  for (const [row, [, , group]] of units.entries()) {
    if (groups.has(group)) groups.get(group).push(row);
    else groups.set(group, [row]);
  }
  const totals = Float64Array.from(units, (_, row) => hundredths(row));
  let csv = 'group,rank,unit,points,grade\n';
  for (const [group, rows] of groups) {
    rows.sort((a, b) => totals[b] - totals[a]);
    let rank = 1;
    for (const [at, row] of rows.entries()) {
      const total = totals[row];
      if (at > 0 && total !== totals[rows[at - 1]]) rank = at + 1;
      const digits = String(total).padStart(3, '0');
      const grade = total >= 7000 ? 'tot' : total >= 6500 ? 'kha' : 'yeu';
      csv += `${group},${rank},${units[row][0]},${digits.slice(0, -2)}.${digits.slice(-2)},${grade}\n`;
    }
  }
  writeFileSync(output, csv);
}

if (isMainThread) {
  const others = Array.from({ length: Number(threads) - 1 }, (_, at) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { args: process.argv.slice(2), part: at + 1 },
    });
    return new Promise((done) => worker.once('message', done));
  });
  take(0);
  for (const theirs of await Promise.all(others)) for (let row = 0; row < sums.length; row++) sums[row] += theirs[row];
  write();
} else {
  take(workerData.part);
  parentPort.postMessage(sums);
}
