// The files of the job, written once into bench/data (which git ignores) and kept between runs.
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { leaves, rows, rubricText, unitOf } from './job.js';

const DATA = fileURLToPath(new URL('data/', import.meta.url));

/** Rows held back before they are written. */
const BATCH = 20_000;

/** More units than this are only made in the long shape. */
export const MOST_SHAPED = 20_000;

/**
 * The folder of the job over so many units, with rubric.yaml and units.csv, and as entries long.csv, shuffled.csv,
 * wide.csv and files/<unit>.csv; for the peer criteria.csv and the same rows with typed columns, typed-*.csv.
 */
export function generate(units) {
  const folder = `${DATA}${units}`;
  if (existsSync(`${folder}/done`)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/files`, { recursive: true });
  mkdirSync(`${folder}/typed-files`);
  writeFileSync(`${folder}/rubric.yaml`, rubricText());
  writeFileSync(
    `${folder}/criteria.csv`,
    ['criterion,domain,kind', ...leaves.map((leaf) => `${leaf.id},${leaf.domain},${leaf.kind}`), ''].join('\n'),
  );
  writeRows(`${folder}/units.csv`, 'id,name,group', unitRows(units));
  writeRows(`${folder}/long.csv`, LONG, longRows(units));
  writeRows(`${folder}/typed-long.csv`, TYPED, typedRows(units));
  if (units <= MOST_SHAPED) writeShapes(folder, units);
  writeFileSync(`${folder}/done`, '');
  return folder;
}

const LONG = 'unit,criterion,appraised,evidence';
const TYPED = 'unit,criterion,value,numerator,denominator,evidence';

function writeShapes(folder, units) {
  const order = shuffled(units * leaves.length);
  const pick = (lines) => {
    const all = [...lines];
    return order.map((at) => all[at]);
  };
  writeRows(`${folder}/shuffled.csv`, LONG, pick(longRows(units)));
  writeRows(`${folder}/typed-shuffled.csv`, TYPED, pick(typedRows(units)));
  writeRows(`${folder}/wide.csv`, ['unit', ...leaves.map(({ id }) => id)].join(','), wideRows(units));
  const typedHeader = leaves.map(({ id, kind }) => (kind === 'ratio' ? `${id}:n,${id}:d` : id));
  writeRows(`${folder}/typed-wide.csv`, ['unit', ...typedHeader].join(','), typedWideRows(units));
  for (const own of byUnit(units)) {
    const { id } = own[0].unit;
    const lines = own.map(({ leaf, cell, evidence }) => `${leaf.id},${cell},${evidence}\n`);
    writeFileSync(`${folder}/files/${id}.csv`, `criterion,appraised,evidence\n${lines.join('')}`);
    const typed = own.map((row) => `${row.unit.id},${row.leaf.id},${row.typed},${row.evidence}\n`);
    writeFileSync(`${folder}/typed-files/${id}.csv`, `${TYPED}\n${typed.join('')}`);
  }
}

function writeRows(path, header, lines) {
  const file = openSync(path, 'w');
  let batch = [header];
  for (const line of lines) {
    if (batch.length === BATCH) {
      writeSync(file, `${batch.join('\n')}\n`);
      batch = [];
    }
    batch.push(line);
  }
  writeSync(file, `${batch.join('\n')}\n`);
  closeSync(file);
}

function* unitRows(units) {
  for (let at = 0; at < units; at++) {
    const { id, group } = unitOf(at);
    yield `${id},Xã ${id},${group}`;
  }
}

function* longRows(units) {
  for (const { unit, leaf, cell, evidence } of rows(units)) yield `${unit.id},${leaf.id},${cell},${evidence}`;
}

function* typedRows(units) {
  for (const { unit, leaf, typed, evidence } of rows(units)) yield `${unit.id},${leaf.id},${typed},${evidence}`;
}

function* byUnit(units) {
  let own = [];
  for (const row of rows(units)) {
    own.push(row);
    if (own.length < leaves.length) continue;
    yield own;
    own = [];
  }
}

function* wideRows(units) {
  for (const own of byUnit(units)) yield [own[0].unit.id, ...own.map(({ cell }) => cell)].join(',');
}

function* typedWideRows(units) {
  for (const own of byUnit(units)) {
    yield [own[0].unit.id, ...own.map(({ cell }) => cell.replace('%', '').replace('/', ','))].join(',');
  }
}

/** Positions in random order, the same in every run. */
function shuffled(count) {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = 12345;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const other = Math.floor((state / 4294967296) * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}
