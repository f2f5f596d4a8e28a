/** A small world for the scanner's parts: four targets, and a scanner over units of two letters. */
import type { Unit } from '../../src/model/assessment.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import type { Ledger } from '../../src/model/fault-ledger.ts';
import { LIMITS, type Limits } from '../../src/model/limits.ts';
import type { Rubric } from '../../src/model/rubric.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { splitRow } from '../../src/read/scan-bytes.ts';
import { takeHeader } from '../../src/read/scan-header.ts';
import { createScan, type Scan } from '../../src/read/scan-state.ts';
import { createScanner, type Scanner } from '../../src/read/scanner.ts';
import { createWorld } from '../../src/read/sheets.ts';

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
  const { rubric = RUBRIC, beside } = more;
  const pairs = [[rubric, units] as const, ...(beside === undefined ? [] : [beside])];
  const world = createWorld(
    pairs.map(([text, ids]) => [rubricOf(text), ids.map(unitOf)] as const),
    basis,
  );
  const scanner = createScanner({
    ...{ world, dialect: DIALECTS.data, limits: { ...LIMITS, ...limits } },
    ...{ fileNames: ['a.csv'], focus: new Set(focus), ...(ledger === undefined ? {} : { ledger }) },
  });
  if (scanner === undefined) throw new Error('no scanner');
  return scanner;
}

/** A file whose bytes stand in the buffer and whose header was taken, and where its first row begins. */
export function beginFile(scanner: Scanner, text: string, unit?: string): { scan: Scan; from: number } {
  const file = { file: 'a.csv', fileAt: 4, ...(unit === undefined ? {} : { unit }), read: () => 0 };
  const scan = createScan(scanner, file);
  const { written } = new TextEncoder().encodeInto(text, scanner.buffer.fill(0));
  const from = splitRow(scanner.buffer, 0, written, scanner.row, 0);
  if (!takeHeader(scan, 0, from)) throw new Error('no header');
  return { scan, from };
}
