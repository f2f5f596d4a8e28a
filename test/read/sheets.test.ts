/** Empty sheets: what takes a value and up to which stage it counts; and taking back what a file wrote. */

import { describe, expect, it } from 'vitest';
import { EVIDENCE_ASKED, flagsAt, noteRow, ROW_SEEN, type Unit } from '../../src/model/assessment.ts';
import { exactAt, setExact, stateOf } from '../../src/model/column.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { ONE } from '../../src/model/exact.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { fileAt, lineAt } from '../../src/model/places.ts';
import { createEngine, type Engine } from '../../src/read/scan-kernel.ts';
import { clearSeat, createWorld, isTotal, letGoSeats, type Seat, type Target } from '../../src/read/sheets.ts';
import type { UnitRows } from '../../src/read/unit-rows.ts';
import { readUnits } from '../../src/read/units.ts';
import { rubricOf } from './rubric-text.ts';
import { flagsOf } from './seen.ts';

const RUBRIC = rubricOf(
  'stages: [self, appraised, reviewed]',
  'domains:',
  '  - id: "1"',
  '    title: A',
  '    max: 4',
  '    criteria:',
  '      - { id: "1.1", title: B, max: 1, exempt: allowed, rule: { type: given } }',
  '      - { id: "1.2", title: B, max: 1, source: survey, rule: { type: survey } }',
  '      - { id: "1.3", title: B, max: 1, source: self, rule: { type: given } }',
  '      - id: "1.4"',
  '        title: C',
  '        max: 1',
  '        parts: [{ id: 1.4.1, title: D, max: 1, rule: { type: growth, full_at: 10% } }]',
  'adjustments:',
  '  - { id: T, kind: bonus, title: E, max: 1, rule: { type: given } }',
);

const unit = (id: string): Unit => ({
  id,
  name: id,
  group: 'so',
  note: '',
  ranked: true,
  place: { file: '', line: 1, column: 1 },
});

function worldOf(basis?: string) {
  return createWorld([[RUBRIC, [unit('a'), unit('b')]]], basis);
}

const LISTED = 'id,name,group\na,A,so\nb,B,so\nc,C,so\n';

describe('units of a file', () => {
  const read = (engine: Engine) => readUnits(LISTED, DIALECTS.data, 'u.csv', [], LIMITS, undefined, engine).units;

  it('keep the table of ids that was made when they were listed, if all stands in one memory and is of one sheet', () => {
    const engine = createEngine();
    const units = read(engine) as UnitRows;
    const { ids } = units;
    expect(createWorld([[RUBRIC, units]], undefined, engine).seats.ids).toBe(ids);
    expect(createWorld([[RUBRIC, units]]).seats.ids).not.toBe(ids);
    const [some, others] = [units.filter(({ id }) => id === 'b'), units.filter(({ id }) => id !== 'b')];
    const worlds = [
      createWorld([[RUBRIC, units]], undefined, engine),
      createWorld([[RUBRIC, units]]),
      createWorld([...[[RUBRIC, some] as const, [RUBRIC, others] as const]], undefined, engine),
    ];
    const found = worlds.map(({ seats }) => ['a', 'b', 'c', 'd'].map((id) => seats.get(id)?.unit.id));
    expect(found).toEqual(worlds.map(() => ['a', 'b', 'c', undefined]));
    expect(['a', 'b', 'c'].map((id) => worlds[2]?.seats.get(id)?.row)).toEqual([0, 0, 1]);
  });

  it('leave its room to figures when it is let go, and are as before', () => {
    const engine = createEngine();
    const units = read(engine) as UnitRows;
    const world = createWorld([[RUBRIC, units]], undefined, engine);
    expect(engine.memory.figures(3).buffer).toBeInstanceOf(ArrayBuffer);
    engine.memory.mayBeRead = true;
    letGoSeats(world);
    expect([units.ids === undefined, engine.memory.figures(3).buffer instanceof ArrayBuffer]).toEqual([false, true]);
    engine.memory.mayBeRead = false;
    letGoSeats(world);
    expect(units.ids).toBeUndefined();
    expect(engine.memory.figures(3).buffer).toBe(engine.memory.block.buffer);
    expect(units.map(({ id, name }) => id + name)).toEqual(['aA', 'bB', 'cC']);
    expect(createWorld([[RUBRIC, units]], undefined, engine).seats.get('c')?.row).toBe(2);
  });
});

describe('a world', () => {
  it('has a seat for each unit, in the order given, and columns for each leaf and adjustment', () => {
    const world = worldOf();
    const [build] = world.builds;
    for (const [row, id] of ['a', 'b'].entries()) {
      expect(world.seats.get(id)).toEqual({ unit: unit(id), row, build });
      expect(world.seats.at(row)).toEqual(world.seats.get(id));
    }
    expect(world.seats.get('c')).toBeUndefined();
    expect([...(build?.targets.keys() ?? [])]).toEqual(['1.1', '1.2', '1.3', '1.4.1', 'T']);
    expect([...(build?.parents ?? [])]).toEqual(['1', '1.4']);
    expect(build?.sheet.leaves.map(({ values }) => values.length)).toEqual([3, 1, 3, 3]);
    expect(build?.sheet.adjustments.map(({ values }) => values.length)).toEqual([3]);
    expect(build?.targets.get('1.2')?.columns).toBe(build?.sheet.leaves[1]);
    expect(build?.targets.get('T')?.columns).toBe(build?.sheet.adjustments[0]);
    expect(build?.sheet.leaves.map(flagsOf)).toEqual(Array(4).fill([0, 0]));
  });

  /** What a target says of itself, by its id. */
  function targets(basis?: string): Readonly<Record<string, unknown>> {
    const [build] = worldOf(basis).builds;
    const said = (target: Target) => [target.valueNames.join(), target.upTo, target.from, target.takesOverride];
    return Object.fromEntries([...(build?.targets ?? [])].map(([id, target]) => [id, said(target)]));
  }
  const stages = 'self,appraised,reviewed';

  it('asks for the appraisal of what is appraised, up to the last stage', () => {
    const official = {
      ...{ '1.1': [stages, 2, 1, true], '1.2': ['survey', 0, 0, true], '1.3': [stages, 2, 0, true] },
      ...{ '1.4.1': [stages, 2, 1, true], T: [stages, 2, 1, true] },
    };
    expect(targets()).toEqual(official);
    expect(targets('reviewed')).toEqual(official);
  });

  it('asks up to the basis; on the word of the units alone for no survey and no council', () => {
    expect(targets('appraised')).toEqual({
      ...{ '1.1': [stages, 1, 1, true], '1.2': ['survey', 0, 0, true], '1.3': [stages, 1, 0, true] },
      ...{ '1.4.1': [stages, 1, 1, true], T: [stages, 1, 1, true] },
    });
    expect(targets('self')).toEqual({
      ...{ '1.1': [stages, 0, 0, false], '1.2': ['survey', -1, 0, false], '1.3': [stages, 0, 0, false] },
      ...{ '1.4.1': [stages, 0, 0, false], T: [stages, 0, 0, false] },
    });
  });

  it('knows what may be exempt, what is surveyed, and what asks for last year', () => {
    const [build] = worldOf().builds;
    const is = (key: 'exemptible' | 'isSurvey' | 'isAdjustment' | 'comparesPrevious') =>
      [...(build?.targets ?? [])].filter(([, target]) => target[key]).map(([id]) => id);
    expect(is('exemptible')).toEqual(['1.1']);
    expect(is('isSurvey')).toEqual(['1.2']);
    expect(is('isAdjustment')).toEqual(['T']);
    expect(is('comparesPrevious')).toEqual(['1.4.1']);
  });
});

describe('taking back a file', () => {
  it('takes back what it wrote of a unit, and nothing of others', () => {
    const world = worldOf();
    const [build] = world.builds;
    const columns = build?.targets.get('1.1')?.columns;
    const other = build?.targets.get('1.3')?.columns;
    if (!columns || !other) throw new Error('no columns');
    const write = (into: typeof columns, row: number, file: number) => {
      for (const column of into.values) setExact(column, row, ONE);
      into.overrides.set(row, { points: ONE, note: 'x' });
      into.exemptNotes.set(row, 'x');
      into.texts.set(row, {} as never);
      noteRow(into, row, file, 7, ROW_SEEN | EVIDENCE_ASKED);
    };
    write(columns, 0, 3);
    write(columns, 1, 3);
    write(other, 0, 4);
    clearSeat(world.seats.get('a') as Seat, 3);
    const state = (of: typeof columns, row: number) => [
      ...of.values.map((column) => stateOf(column, row)),
      ...[of.overrides, of.exemptNotes, of.texts].map((kept) => kept.has(row)),
      ...[flagsAt(of, row), lineAt(of.places, row)],
      lineAt(of.places, row) === 0 ? 0 : fileAt(of.places, row),
    ];
    expect(state(columns, 0)).toEqual([0, 0, 0, false, false, false, 0, 0, 0]);
    expect(state(columns, 1)).toEqual([1, 1, 1, true, true, true, ROW_SEEN | EVIDENCE_ASKED, 7, 3]);
    expect(state(other, 0)).toEqual([1, 1, 1, true, true, true, ROW_SEEN | EVIDENCE_ASKED, 7, 4]);
    // A row that was only touched is nobody's.
    setExact(columns.values[0] as never, 0, ONE);
    clearSeat(world.seats.get('a') as Seat, 0);
    expect(exactAt(columns.values[0] as never, 0)).toEqual(ONE);
  });
});

describe('a row of totals', () => {
  it.each([
    'Tổng',
    'TỔNG CỘNG',
    'Tổng điểm:',
    'tổng số',
    'Tổng số điểm',
    'tổng cộng điểm',
    'Cộng',
    'Total',
    'grand total',
    'Subtotal.',
    'sum',
    'Tổng :',
  ])('is called %s', (text) => {
    expect(isTotal(text)).toBe(true);
  });

  it('is not called by a word with a letter or digit too many', () => {
    for (const word of ['tổng', 'Tổng cộng', 'subtotal', 'SUM:']) {
      for (const letter of '0123456789fhjkpqvwxyzFHJKPQVWXYZ') {
        for (let at = 0; at <= word.length; at++) {
          expect(isTotal(word.slice(0, at) + letter + word.slice(at))).toBe(false);
        }
      }
    }
  });

  it.each(['Tổng cục', 'so-cong-thuong', 'Công an', 'totals', 'sum 1', 'x tổng', 'Ban tổng', '', 'tổng::'])(
    'is not called %j',
    (text) => {
      expect(isTotal(text)).toBe(false);
    },
  );
});
