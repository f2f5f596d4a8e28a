/** Headers of files one after the other: which are taken, and which is the same as the last one. */

import { describe, expect, it } from 'vitest';
import { flush } from '../../src/read/scan-batch.ts';
import { splitRow } from '../../src/read/scan-bytes.ts';
import { takeHeader, takeSameHeader } from '../../src/read/scan-header.ts';
import { createScan, type Scan } from '../../src/read/scan-state.ts';
import type { Target } from '../../src/read/sheets.ts';
import { beginFile, HEADER, letWait, placeText, type Small, smallScanner } from './scan-small.ts';
import { flagsOf } from './seen.ts';

const scannerOf = (more: Partial<Small> = {}) => smallScanner({ units: ['xa', 'xb'], ...more });

function fileOf(scanner: ReturnType<typeof scannerOf>, text: string, unit?: string): { scan: Scan; end: number } {
  const scan = createScan(scanner, {
    file: 'a.csv',
    fileAt: 0,
    ...(unit === undefined ? {} : { unit }),
    read: () => 0,
  });
  return { scan, end: placeText(scanner, text) };
}

/** Whether the header is taken. */
function takes(header: string, unit?: string, more: Partial<Small> = {}) {
  const scanner = scannerOf(more);
  const { scan, end } = fileOf(scanner, `${header}\n`, unit);
  return takeHeader(scan, 0, splitRow(scanner.memory, 0, end, scanner.row, 0));
}

describe('a header', () => {
  it('is taken where all its cells are known', () => {
    expect([takes(HEADER), takes('criterion,appraised', 'xb'), takes('unit,1.1,1.2,1.3')]).toEqual([true, true, true]);
    expect([takes('unit,criterion,apraised'), takes('unit,criterion,'), takes('unit,1.1,1.2,1.4')]).toEqual([
      false,
      false,
      false,
    ]);
    expect([takes('criterion,appraised'), takes('criterion,appraised', 'xd')]).toEqual([false, false]);
    expect([
      takes(HEADER, undefined, { limits: { columns: 7 } }),
      takes(HEADER, undefined, { limits: { columns: 6 } }),
    ]).toEqual([...[true, false]]);
  });

  it('is known again by its bytes', () => {
    const scanner = scannerOf();
    const short = 'criterion,appraised\n';
    const first = fileOf(scanner, `${short}1.2,1/2\n`, 'xa');
    // None was read before.
    expect(takeSameHeader(first.scan, 0, first.end)).toBe(0);
    takeHeader(first.scan, 0, splitRow(scanner.memory, 0, first.end, scanner.row, 0));
    const { layout } = first.scan;
    const again = (text: string, at = 0, cut = 0, unit = 'xb') => {
      const { scan, end } = fileOf(scanner, text, unit);
      const next = takeSameHeader(scan, at, end - cut);
      expect([scan.layout, scan.line]).toEqual(next === at ? [undefined, 0] : [layout, 1]);
      return next;
    };
    expect(again(`${short}1.2,1/2\n`)).toBe(short.length);
    expect(again(`...${short}1.2,1/2\n`, 3)).toBe(3 + short.length);
    expect(again(short)).toBe(short.length);
    expect(again(short, 0, 1)).toBe(0);
    expect(again(short.replace('\n', '\r\n'))).toBe(0);
    expect(again(short.replace('c', 'C'))).toBe(0);
    expect(again('criterion,self\n1.2,1/2\n')).toBe(0);
    expect(again(short, 0, 0, 'xd')).toBe(0);
  });

  it('says whether the file is the first of its unit', () => {
    const scanner = scannerOf();
    const { scan, end } = fileOf(scanner, 'criterion,appraised\n', 'xb');
    const next = splitRow(scanner.memory, 0, end, scanner.row, 0);
    expect(takeHeader(scan, 0, next)).toBe(true);
    expect([scan.seat, scan.isAlone]).toEqual([1, true]);
    const anchors = scan.layout?.plans[0]?.readings[0]?.columns.places.anchors;
    anchors?.lines.set([3], 1);
    expect(takeHeader(scan, 0, next)).toBe(true);
    expect(scan.isAlone).toBe(false);
  });

  it('is known again by its cells, however it is written', () => {
    const scanner = scannerOf();
    const texts = [HEADER, `"${HEADER.replaceAll(',', '","')}"`, HEADER.replace('note', 'ghi chú')];
    const [first, quoted, other] = texts.map((text) => beginFile(scanner, `${text}\n`).scan.layout);
    expect(quoted).toBe(first);
    expect(other).not.toBe(first);
  });

  it('is another one where the same letters stand in other cells', () => {
    const leaf = (id: string) => `{ id: "${id}", title: T, max: 1, rule: { type: given } }`;
    const domain = `{ id: d, title: T, max: 2, criteria: [${leaf('1')}, ${leaf('11')}] }`;
    const rubric = `{ format: 1, id: r, title: T, missing: zero, domains: [${domain}] }`;
    const scanner = smallScanner({ units: ['xa'], rubric });
    const idsOf = (header: string) =>
      beginFile(scanner, `${header}\n`).scan.layout?.plans[0]?.readings.map(({ target }) => target.node.id);
    expect([idsOf('unit,1,11'), idsOf('unit,11,1')]).toEqual([
      ['1', '11'],
      ['11', '1'],
    ]);
  });

  it('lets rows wait that stand below any other', () => {
    const scanner = scannerOf();
    const { batch, targets } = scanner;
    const waitingBehind = (header: string) => {
      beginFile(scanner, `${header}\n`);
      return batch.count;
    };
    beginFile(scanner, `${HEADER}\n`);
    batch.d.fill(0);
    letWait(batch, { target: 2, row: 1, file: 0, line: 2, flags: 1 });
    const headers = [HEADER, HEADER.replace('note', '"note"'), 'unit,criterion,appraised', 'unit,1.1,1.2,1.3'];
    expect(headers.map(waitingBehind)).toEqual([1, 1, 1, 1]);
    const flags = () => flagsOf((targets[2] as Target).columns);
    expect(flags()).toEqual([0, 0]);
    expect([flush(scanner), flags()]).toEqual([true, [0, 1]]);
    expect([...batch.heads]).toEqual([-1, -1, -1, -1]);
  });
});
