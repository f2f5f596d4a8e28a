/** What a scanner knows before the first file: of two rubrics with three units, by hand. */
import { describe, expect, it } from 'vitest';
import { DIALECTS, type Dialect } from '../../src/model/dialect.ts';
import { LIMITS } from '../../src/model/limits.ts';
import * as map from '../../src/read/kernel/map.ts';
import { readRubric } from '../../src/read/rubric.ts';
import { findText } from '../../src/read/scan-table.ts';
import { createScanner, type Scanner, type ScanOptions } from '../../src/read/scanner.ts';
import { createWorld, type World } from '../../src/read/sheets.ts';

const TREE = (id: string, leaf: string, stages: string) => `
format: 1
id: ${id}
title: Bộ tiêu chí thử
missing: zero
${stages}
domains:
  - id: "1"
    title: Một
    max: 3
    criteria:
      - { id: "1.1", title: Tỷ lệ, max: 2, rule: { type: proportional } }
      - { id: "${leaf}", title: Hài lòng, max: 1, source: survey, rule: { type: survey } }
adjustments:
  - { id: T1, title: Thưởng, kind: bonus, max: 1, rule: { type: per-item, points: 0.5 } }
`;

interface How {
  readonly dialect?: Partial<Dialect>;
  readonly units?: readonly (readonly string[])[];
  readonly stages?: string;
  readonly more?: Partial<ScanOptions>;
}

function worldOf({ units = [['xa', 'xb'], ['xc']], stages = '' }: How): World {
  return createWorld(
    units.map((ids, at) => {
      const { value } = readRubric(TREE(`b${at}`, at === 0 ? '1.2' : '1.9', stages), 'rubric.yaml', '0'.repeat(64));
      if (value === undefined) throw new Error('no rubric');
      const place = { file: 'units.csv', line: 2, column: 1 };
      return [value, ids.map((id) => ({ id, name: id, group: 'huyen', ranked: true, note: '', place }))] as const;
    }),
  );
}

const scannerOf = (how: How = {}, world = worldOf(how)): Scanner | undefined =>
  createScanner({
    ...{ world, dialect: { ...DIALECTS.data, ...how.dialect }, fileNames: ['a.csv'], focus: new Set<string>() },
    ...how.more,
  });

describe('a scanner', () => {
  it.each([
    [{}, true],
    [DIALECTS['excel-vi'], true],
    [{ delimiter: ';' }, true],
    [{ delimiter: '\t' }, true],
    [{ delimiter: '|' }, true],
    [{ delimiter: '/' }, false],
    [{ delimiter: '' }, false],
    [{ encoding: 'utf-16le' }, false],
    [{ encoding: 'windows-1258' }, false],
    [{ encoding: 'tcvn3', delimiter: ';' }, false],
  ])('of the dialect %j: %s', (dialect, isThere) => {
    expect(scannerOf({ dialect }) !== undefined).toBe(isThere);
  });

  it('knows all units and the leaves of each rubric by number', () => {
    const world = worldOf({});
    const scanner = scannerOf({}, world) as Scanner;
    const { units, leaves, buildOf, rowOf, seats } = scanner;
    expect(['xa', 'xb', 'xc', 'xd'].map((id) => findText(units, id))).toEqual([0, 1, 2, -1]);
    expect([[...buildOf], [...rowOf]]).toEqual([
      [0, 0, 1],
      [0, 1, 0],
    ]);
    const ids = ['1.1', '1.2', '1.9', 'T1', '1'];
    expect(leaves.map((table) => ids.map((id) => findText(table, id)))).toEqual([
      [0, 1, -1, 2, -1],
      [0, -1, 1, 2, -1],
    ]);
    expect(seats).toBe(world.seats);
    expect(scanner).toMatchObject({ header: undefined, limits: LIMITS, mostRows: LIMITS.rows });
    expect([scanner.layouts.size, [...scanner.touchedBy]]).toEqual([0, [0, 0, 0]]);
  });

  it('has a reader for each leaf and adjustment, with the mark of the dialect', () => {
    for (const dialect of [DIALECTS.data, DIALECTS['excel-vi']]) {
      const world = worldOf({});
      const { readers } = scannerOf({ dialect }, world) as Scanner;
      const targets = world.builds.flatMap((build) => [...build.targets.values()]);
      expect([...readers.keys()].every((target, at) => target === targets[at])).toBe(true);
      expect(readers.size).toBe(targets.length);
      for (const target of targets) {
        const reader = readers.get(target);
        expect([reader?.target === target, reader?.mark]).toEqual([true, dialect.mark]);
      }
    }
  });

  it('tells the kernel where all of it lies', () => {
    const world = worldOf({});
    const scanner = scannerOf({}, world) as Scanner;
    const { memory, units, leaves, buildOf, rowOf, isFocused, touchedBy, targets } = scanner;
    expect([scanner.engine, memory]).toEqual([world.seats.engine, world.seats.engine.memory]);
    const arrays = [map.BUILD_OF, map.ROW_OF, map.IS_FOCUSED, map.TOUCHED_BY].map((of) => memory.own(of));
    expect(arrays).toEqual([buildOf, rowOf, isFocused, touchedBy].map(({ byteOffset }) => byteOffset));
    for (const { buffer } of [buildOf, rowOf, isFocused, touchedBy]) expect(buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(memory.own(map.UNITS)).toBe(units.at);
    expect([0, 4].map((at) => memory.int(memory.own(map.LEAVES) + at))).toEqual(leaves.map(({ at }) => at));
    expect([memory.own(map.TARGET_COUNT), memory.own(map.DELIMITER_BYTE)]).toEqual([targets.length, 0x2c]);
    expect(targets).toEqual(world.builds.flatMap((build) => [...build.targets.values()]));
    // Words of four bytes may be looked at up to the end of a piece: what lies behind it is nobody's.
    expect([map.PIECE, map.OWN - map.PIECE]).toEqual([262_144, 8]);
  });

  it('keeps as many values of a row as the leaf with most of them has', () => {
    expect(scannerOf()?.batch.width).toBe(2);
    expect(scannerOf({ stages: 'stages: [self, review, appraised]' })?.batch.width).toBe(3);
    // Without any leaf there is still room for one.
    expect(scannerOf({ units: [] })?.batch.width).toBe(1);
  });

  it('knows the units whose texts are kept, and the limits it was given', () => {
    const limits = { ...LIMITS, rows: 7 };
    const scanner = scannerOf({ more: { focus: new Set(['xb', 'xc', 'xd']), limits } });
    expect([...(scanner?.isFocused ?? [])]).toEqual([0, 1, 1]);
    expect(scanner?.limits).toBe(limits);
    expect([...(scannerOf()?.isFocused ?? [])]).toEqual([0, 0, 0]);
  });

  it.each<[How, boolean]>([
    [{}, true],
    [{ units: [['xã', 'x b'], ['xc']] }, true],
    [{ units: [['xa', 'x,b'], ['xc']] }, false],
    [{ units: [['xa', 'x;b'], ['xc']] }, true],
    [{ units: [['xa', 'x;b'], ['xc']], dialect: DIALECTS['excel-vi'] }, false],
    [{ units: [['x"a', 'xb'], ['xc']] }, false],
    [{ units: [['xa', 'xb'], ['xc"']] }, false],
  ])('of the ids %j: the first cells can be foreseen: %s', (how, canForesee) => {
    expect(scannerOf(how)?.canForesee).toBe(canForesee);
  });
});
