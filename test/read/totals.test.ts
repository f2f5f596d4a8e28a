/** A row of an undeclared name is told to be a row of sums, means or counts where all its figures are those, and not else. */
import { describe, expect, it } from 'vitest';
import { ENTRIES, FILE, type Files, folderOf, inOneFile, PROJECT, toldIn, UNITS } from '../threats/world.ts';

/** The hints of the errors, first the one that is asked about. */
async function hints(files: Files, code = 'unknown-unit'): Promise<readonly string[]> {
  const told = await toldIn(folderOf(files));
  return told.filter((one) => one.code === code).map(({ hint }) => hint);
}

const wide = (rows: string): Files => ({
  ...inOneFile(() => `unit,1.1,1.2,1.3,1.4\n${rows}`),
});

const UNIT_ROWS = 'so-y-te,cham,2,80%,1\nso-noi-vu,cham,3,70%,1\nso-tu-phap,cham,1.5,60%,2\n';

const SUM = 'its figures are the sums of the other rows: if it is a row of totals, remove it.';
const MEAN = 'its figures are the means of the other rows: if it is a row of means, remove it.';
const COUNT = 'its figures count the other rows: if it is a row of counts, remove it.';
const NOTHING = 'declare it in the units file, or correct the id here.';

describe('a row of an undeclared unit', () => {
  it.each([
    // 2 + 3 + 1.5, and 1 + 1 + 2.
    ['X,,6.5,,4', SUM],
    ['X,,6.50,210%,4.0', SUM],
    ['X,-,6.5,,4', SUM],
    // 6.5 ÷ 3 = 2.1666…, 210 ÷ 3 = 70, 4 ÷ 3 = 1.333…
    ['X,,2.17,70%,1.33', MEAN],
    ['X,,2.2,70.0%,1.3', MEAN],
    ['X,,2,70%,1', MEAN],
    ['X,,3,3,3', COUNT],
    // One figure is another.
    ['X,,6.5,,5', NOTHING],
    ['X,,6.4,210%,4', NOTHING],
    ['X,,2.16,70%,1.33', NOTHING],
    ['X,,3,4,3', NOTHING],
    // Figures that anybody may have.
    ['X,,,,', NOTHING],
    ['X,,0,0%,0', NOTHING],
    ['X,,,,3', NOTHING],
  ])('%s', async (row, hint) => {
    expect(await hints(wide(`${UNIT_ROWS}${row}\n`))).toEqual([hint]);
    // Its place among the rows is all one.
    expect(await hints(wide(`${row}\n${UNIT_ROWS}`))).toEqual([hint]);
  });

  it('is no mean where all figures are equal, and no sum of one row', async () => {
    expect(await hints(wide('so-y-te,cham,2,80%,1\nso-noi-vu,cham,2,80%,1\nX,,2,80%,1\n'))).toEqual([NOTHING]);
    expect(await hints(wide('so-y-te,cham,2,80%,1\nX,,2,80%,1\n'))).toEqual([NOTHING]);
  });

  it('is held against the rows of a unit whose name is misspelt, and of one that is refused for another cell', async () => {
    const misspelt = wide(`${UNIT_ROWS.replace('so-noi-vu', 'so-noi-v')}X,,6.5,,4\n`);
    expect(await hints(misspelt)).toEqual(['did you mean "so-noi-vu"?', SUM]);
    const refused = wide(`${UNIT_ROWS.replace('so-noi-vu,cham,3', 'so-noi-vu,tam,3')}X,,6.5,,4\n`);
    expect(await hints(refused)).toEqual([SUM]);
  });

  it('stands apart from other undeclared names, of units and of leaves', async () => {
    expect(await hints(wide(`${UNIT_ROWS}X,,6.5,,4\nY,,9,,9\n`))).toEqual([SUM, NOTHING]);
    const both = inOneFile((text) => `${text}X,1.2,6\nX,1.4,3\nso-y-te,Chung,3\n`);
    expect(await hints(both)).toEqual([SUM, SUM]);
    expect(await hints(both, 'unknown-leaf')).toEqual([SUM]);
  });

  it('is nothing where another column has no figures but its own', async () => {
    const rows = 'so-y-te,cham,2,,1\nso-noi-vu,cham,3,,1\n';
    expect(await hints(wide(`${rows}X,,5,70%,2\n`))).toEqual([NOTHING]);
    expect(await hints(wide(`${rows}X,,5,,2\n`))).toEqual([SUM]);
  });

  it('is nothing where all is 0, and a mean where one column of two varies', async () => {
    const zeros = 'so-y-te,cham,0,0%,0\nso-noi-vu,cham,0,0%,0\n';
    expect(await hints(wide(`${zeros}X,,0,0%,0\n`))).toEqual([NOTHING]);
    const means = 'so-y-te,cham,2,80%,1\nso-noi-vu,cham,3,80%,1\n';
    expect(await hints(wide(`${means}X,,2.5,80%,1\n`))).toEqual([MEAN]);
  });

  it('may have a blank before its "%"', async () => {
    expect(await hints(wide(`${UNIT_ROWS}X,,6.5,210 %,4\n`))).toEqual([SUM]);
    expect(await hints(wide(`${UNIT_ROWS}X,,6.5,211 %,4\n`))).toEqual([NOTHING]);
  });

  it('is rather a unit whose name is near', async () => {
    const [hint] = await hints(wide(`${UNIT_ROWS}so-y-t,,6.5,,4\n`));
    expect(hint).toBe('did you mean "so-y-te"?');
  });

  it('has its figures in several rows of a long file, which all say the same', async () => {
    const rows = (last: string) => inOneFile((text) => `${text}X,1.2,6\nX,1.4,${last}\n`);
    expect(await hints(rows('3'))).toEqual([SUM, SUM]);
    expect(await hints(rows('4'))).toEqual([NOTHING, NOTHING]);
  });

  it('is told of with decimal commas, and in Vietnamese', async () => {
    const comma = (text: string) => text.replaceAll(',', ';').replaceAll('.5', ',5');
    const files = wide(`${UNIT_ROWS}X,,6.5,,4\n`);
    const changed = {
      ...files,
      'entries/2024.csv': `unit;1.1;1.2;1.3;1.4\n${comma(`${UNIT_ROWS}X,,6.5,,4\n`)}`,
      'units.csv': UNITS.replaceAll(',', ';'),
      'parindex.yaml': `${PROJECT}csv: excel-vi\n`,
    };
    const told = await toldIn(folderOf(changed), ['check', '--lang', 'vi']);
    expect(told.filter(({ code }) => code === 'unknown-unit').map(({ hint }) => hint)).toEqual([
      'số liệu trong dòng bằng tổng các dòng khác: nếu là dòng tổng cộng thì xóa.',
    ]);
  });
});

describe('a row of an undeclared leaf', () => {
  it('is held against the rows of its unit, in whichever file', async () => {
    const own = { [FILE]: `${ENTRIES}Chung,2.5,3.25,\n` };
    expect(await hints(own, 'unknown-leaf')).toEqual([SUM]);
    const other = { [FILE]: `${ENTRIES}Chung,2.5,3.26,\n` };
    expect(await hints(other, 'unknown-leaf')).toEqual(['correct the id; parindex rubric lists all of them.']);
    // Of so-y-te 2 + 1, of so-noi-vu the same; the unit says which.
    const long = inOneFile((text) => text.replace('so-noi-vu,1.2,2', 'so-noi-vu,1.2,1').concat('so-noi-vu,Chung,2\n'));
    expect(await hints(long, 'unknown-leaf')).toEqual([SUM]);
  });
});
