/** The quick way alone: which rows of a tall file wait in the batch behind it, and at which row it stops; by hand. */
import { describe, expect, it } from 'vitest';
import { HAS_EVIDENCE, HAS_NOTE, ROW_SEEN } from '../../src/model/assessment.ts';
import type { Limits } from '../../src/model/limits.ts';
import { PIECE, TOUCHED, TOUCHES } from '../../src/read/kernel/map.ts';
import { takeRows, writeWaiting } from '../../src/read/scan.ts';
import { lastLineFeed } from '../../src/read/scan-bytes.ts';
import type { Compile } from '../../src/read/scan-kernel.ts';
import { fillBatch } from '../../src/read/scan-run.ts';
import { ENGINES } from './kernel/engines.ts';
import { beginFile, HEADER, narrow, placeText, smallScanner, TARGETS } from './scan-small.ts';

const UNITS = ['xa', 'xb', 'xc'];

interface How {
  readonly header?: string;
  readonly limits?: Partial<Limits>;
  readonly focus?: readonly string[];
  readonly room?: number;
  readonly unit?: string;
  /** Leaf and text of cells that a rule has read before. */
  readonly learned?: readonly string[];
}

/** What the quick way does with rows, which is the same as a script and as WebAssembly. */
function run(text: string, how: How = {}) {
  const [one, other] = ENGINES.map(([, compile]) => runBy(compile, text, how)) as [Outcome, Outcome];
  expect(other).toEqual(one);
  return one;
}

type Outcome = ReturnType<typeof runBy>;

/** The rows that wait, as `leaf row line flags values`; the text from the first row on that was left. */
function runBy(compile: Compile, text: string, how: How) {
  const { header = HEADER, limits = {}, focus = [], room = 100, unit = 'xa', learned = [] } = how;
  const scanner = smallScanner({ units: UNITS, limits, focus, compile });
  const { memory, batch, engine } = scanner;
  if (learned.length > 0) {
    const before = beginFile(scanner, `${[HEADER, ...learned].join('\n')}\n`, unit);
    takeRows(before.scan, before.from, lastLineFeed(memory, PIECE) + 1);
    writeWaiting(scanner);
    for (const seat of before.scan.touched) scanner.touchedBy[seat] = 0;
  }
  const { scan, from } = beginFile(scanner, `${header}\n`, unit);
  scan.line = 1;
  narrow(engine, room);
  batch.d.fill(77);
  const bytes = placeText(scanner, `${header}\n${text}`);
  const at = fillBatch(scanner, scan, from, lastLineFeed(memory, bytes) + 1);
  const waiting: string[] = [];
  for (const [leaf, id] of TARGETS.entries()) {
    for (let each = batch.heads[leaf] ?? -1; each >= 0; each = batch.next[each] as number) {
      const values = Array.from({ length: batch.width }, (_, position) => each * batch.width + position).map((slot) =>
        batch.d[slot] === 0 ? '-' : `${batch.n[slot]}/${batch.d[slot]}`,
      );
      const flags = (batch.flags[each] as number) & (ROW_SEEN | HAS_EVIDENCE | HAS_NOTE);
      waiting.push([id, batch.rows[each], batch.lines[each], flags, ...values].join(' '));
    }
  }
  const left = new TextDecoder().decode(memory.bytes.slice(at, bytes));
  const touched = Array.from({ length: memory.own(TOUCHES) }, (_, each) => memory.int(memory.own(TOUCHED) + 4 * each));
  const { read, line, seat, leaf, isAlone } = scan;
  const { count, isFull } = batch;
  const files = [...batch.files.subarray(0, count)];
  return { waiting, left, batch: { count, isFull, files }, scan: { read, line, seat, leaf, isAlone, touched } };
}

const [SEEN, WITH_EVIDENCE, WITH_NOTE] = [ROW_SEEN, ROW_SEEN | HAS_EVIDENCE, ROW_SEEN | HAS_NOTE];
const SOUND = [
  'xa,1.2,,1/2,,,',
  'xa,1.3,1,2.5,,QĐ-1,',
  'xb,1.2,50%,3/4,,,x',
  'xb,1.3,,0,,"a,b"," "',
  'xc,1.2,,1/3,, ,',
];
const TOLD = [
  `1.2 0 2 ${SEEN} - 1/2`,
  `1.2 1 4 ${WITH_NOTE} 50/100 3/4`,
  `1.2 2 6 ${SEEN} - 1/3`,
  `1.3 0 3 ${WITH_EVIDENCE} 1/1 25/10`,
  `1.3 1 5 ${WITH_EVIDENCE} - 0/1`,
];

describe('rows taken the quick way', () => {
  it('wait with their leaf, row, line, flags and values', () => {
    for (const end of ['\n', '\r\n']) {
      const { waiting, left, scan, batch } = run(SOUND.join(end) + end);
      expect(waiting).toEqual(TOLD);
      expect(left).toBe('');
      expect([scan.read, scan.line, scan.seat, scan.leaf, scan.touched.join()]).toEqual([5, 6, 2, 1, '0,1,2']);
      expect(batch.files).toEqual([4, 4, 4, 4, 4]);
      expect(batch.isFull).toBe(false);
    }
  });

  it('come in any order of units and leaves', () => {
    const { waiting, left, scan } = run('xc,1.3,,1,,,\nxa,1.3,,2,,,\nxc,1.2,,1/2,,,\nxa,1.2,,1/4,,,\n');
    expect(waiting).toEqual([
      ...[`1.2 2 4 ${SEEN} - 1/2`, `1.2 0 5 ${SEEN} - 1/4`],
      ...[`1.3 2 2 ${SEEN} - 1/1`, `1.3 0 3 ${SEEN} - 2/1`],
    ]);
    expect(left).toBe('');
    expect(scan.touched).toEqual([2, 0]);
    expect(run('xb,1.3,,1,,,\nxb,1.2,,1/2,,,\nxa,1.3,,2,,,\n').scan.touched).toEqual([1, 0]);
  });

  it('are of the unit of the file where they name none', () => {
    const header = 'criterion,appraised,evidence';
    const inOrder = run('1.2,1/2,x\n1.3,2,\n', { header, unit: 'xb' });
    expect(inOrder).toMatchObject({ waiting: [`1.2 1 2 ${WITH_EVIDENCE} - 1/2`, `1.3 1 3 ${SEEN} - 2/1`], left: '' });
    expect(inOrder.scan.isAlone).toBe(true);
    expect(run('1.3,2,\n1.2,1/2,x\n', { header }).scan.isAlone).toBe(false);
    expect(run('1.3,2,\n1.3,2,\n', { header }).scan.isAlone).toBe(false);
  });

  it('end where the batch has no more room, or the file may have no more rows', () => {
    const text = `${SOUND.join('\n')}\n`;
    for (const room of [1, 3, 4]) {
      const { batch, left, waiting } = run(text, { room });
      expect([batch.isFull, batch.count, waiting.length]).toEqual([true, room, room]);
      expect(left).toBe(`${SOUND.slice(room).join('\n')}\n`);
    }
    expect(run(text, { room: 5 })).toMatchObject({ left: '', batch: { isFull: false, count: 5 } });
    expect(run(text, { limits: { rows: 2 } })).toMatchObject({
      left: `${SOUND.slice(2).join('\n')}\n`,
      batch: { isFull: false },
    });
    expect(run(text, { limits: { rows: 5 } }).left).toBe('');
  });

  it('have names that a rule has read before', () => {
    const learned = ['xc,1.1,,đúng,,,', 'xc,T1,1,3,,,'];
    const { waiting, left } = run('xa,1.1,đúng,đúng,,,\nxa,T1,1,3,,,\n', { learned });
    expect(left).toBe('');
    expect(waiting.map((told) => told.split(' ').slice(0, 4).join(' '))).toEqual([`1.1 0 2 ${SEEN}`, `T1 0 3 ${SEEN}`]);
    expect(run('xa,1.1,đúng,trễ,,,\n', { learned })).toMatchObject({ waiting: [], left: 'xa,1.1,đúng,trễ,,,\n' });
    // An adjustment may be without any value, a leaf not.
    expect(run('xa,T1,,,,,x\n').waiting).toEqual([`T1 0 2 ${WITH_NOTE} - -`]);
  });
});

describe('the quick way stops before', () => {
  it.each([
    'xa,1.3,,,,,',
    'xa,1.3,1,,,,',
    'xa,1.3,,4,,,',
    'xa,1.3,,"1",,,',
    'xa,1.3,, 1,,,',
    'xa,1.3,,1,1,,',
    'xa,1.3,,1,,,,',
    'xa,1.3,,1,,',
    'xa,1.3,,1,,"a\nb",',
    'xa,1.3,,1,,"a"b,',
    'xa,1.3,,1,,a"b,',
    'xa,1.3,,1,,\u037e,',
    'xa,1.3,,1,,,a\rb',
    'xa,1.3,,1,,,"a',
    'xa,1.4,,1,,,',
    'xa,"1.3",,1,,,',
    '"xa",1.3,,1,,,',
    'xd,1.3,,1,,,',
    'x,1.3,,1,,,',
    'xab,1.3,,1,,,',
    'xa,1.1,,đúng,,,',
    'xa',
    'xa,1.3',
    '',
    ' xa,1.3,,1,,,',
  ])('%j, wherever it stands', (odd) => {
    for (const at of [0, 1, 3, 5]) {
      const rows = [...SOUND.slice(0, at), odd, ...SOUND.slice(at)];
      const { left, batch, scan } = run(`${rows.join('\n')}\n`);
      expect(left).toBe(`${rows.slice(at).join('\n')}\n`);
      expect([batch.count, scan.read, scan.line]).toEqual([at, at, at + 1]);
    }
  });

  it('units whose texts are kept', () => {
    expect(run(`${SOUND.join('\n')}\n`, { focus: ['xb'] }).left).toBe(`${SOUND.slice(2).join('\n')}\n`);
  });

  it('a row that may be longer than the limit', () => {
    // Two thirds of 45 bytes, the line end among them.
    const row = (letters: number) => `xa,1.3,,1,,,${'a'.repeat(letters)}\n`;
    expect(run(row(17), { limits: { line: 45 } }).left).toBe('');
    expect(run(row(18), { limits: { line: 45 } }).left).toBe(row(18));
    expect(run(row(18), { limits: { cell: 45 } }).left).toBe(row(18));
  });
});
