/** `plan`: pages that a person has read, costs from a file, and refusals. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeText } from '../sample-cell.ts';
import { copySample } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const SAMPLE = 'fixtures/khanh-hoa-2019';

describe('pages at 80 columns', () => {
  for (const lang of ['en', 'vi']) {
    it.each([
      ['ninh-hoa-tot', `plan ninh-hoa ${SAMPLE} --grade tot`],
      ['cam-lam-rank-6', `plan cam-lam ${SAMPLE} --rank 6`],
      ['van-ninh-99', `plan van-ninh ${SAMPLE} --index 99`],
    ])(`%s in ${lang}`, async (name, line) => {
      const { exit, stdout, stderr } = await runTool([...wordsOf(line), '--lang', lang], { columns: 80 });
      expect([exit, stderr]).toEqual([0, '']);
      expect(stdout.split('\n').filter((row) => row.length > 80)).toEqual([]);
      await expect(stdout).toMatchFileSnapshot(`../golden/plan/${name}-${lang}.txt`);
    });
  }
});

describe('json', () => {
  it('is versioned, exact, and says what the index would be', async () => {
    const { stdout } = await runTool(wordsOf(`plan ninh-hoa ${SAMPLE} --grade tot --format json`));
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ schema: 'parindex/plan/1', unit: 'ninh-hoa', reachable: true, proved: true });
    // 85 is reached from 84.995 on; the total is a fraction, so the gain is one too.
    expect(data.choices[0]).toMatchObject({ index: '16999/200', shown: '85.00' });
    expect(data.choices[0].cost).toBe(data.choices[0].gain);
  });
});

describe('--costs', () => {
  it('chooses by what criteria cost, and leaves out those without a cost', async () => {
    const folder = copySample();
    // By hand: Ninh Hòa needs about 1.91 points. 7.1.4 is at 0.5 of 1, and 1.1.1 and 2.1.1 may be full already.
    writeText(
      join(folder, 'cchc'),
      'costs.csv',
      'criterion,cost,per\n6.3,10,point\n3.4.1,1,point\n8.2.1,2,point\n8.2.2,3,point\n',
    );
    const line = 'plan ninh-hoa cchc --index 83.50 --costs cchc/costs.csv --format json';
    const { exit, stdout } = await runTool(wordsOf(line), { cwd: folder });
    expect(exit).toBe(0);
    const data = JSON.parse(stdout);
    // 0.41 points are needed; the cheapest criterion, 3.4.1 at 1 a point, has 0.54 left and is enough.
    expect(data.choices[0].improvements.map(({ id }: { id: string }) => id)).toEqual(['3.4.1']);
    expect(data.excluded.find(({ id }: { id: string }) => id === '1.6')).toMatchObject({ why: 'uncosted' });
  });

  it.each([
    ['criterion,cost\n9.9,1\n', 'costs.csv:2'],
    ['criterion,cost\n1.6,dear\n', 'costs.csv:2: a cost is a number'],
    ['criterion,cost\n1.6,1\n1.6,2\n', 'costs.csv:3: 1.6 stands twice'],
    ['criterion,cost,per\n1.6,1,day\n', '"per" is point or level'],
    ['leaf,price\n1.6,1\n', 'the columns are criterion, cost'],
  ])('refuses %j', async (text, hint) => {
    const folder = copySample();
    writeText(join(folder, 'cchc'), 'costs.csv', text);
    const { exit, stderr } = await runTool(wordsOf('plan ninh-hoa cchc --grade tot --costs cchc/costs.csv'), {
      cwd: folder,
    });
    expect(exit).toBe(2);
    expect(stderr).toContain(hint);
  });
});

describe('asked wrongly', () => {
  it.each([
    [`plan van-nin ${SAMPLE} --grade tot`, 'did you mean "van-ninh"?'],
    [`plan van-ninh ${SAMPLE}`, 'Name one target'],
    [`plan van-ninh ${SAMPLE} --grade tot --rank 1`, 'Name one target'],
    [`plan van-ninh ${SAMPLE} --grade xuat-sac`, 'there are tot, kha, trung-binh, yeu'],
    [`plan van-ninh ${SAMPLE} --grade kha`, 'has the grade Khá already'],
    [`plan khanh-vinh ${SAMPLE} --grade tot`, 'has the grade Tốt already'],
    [`plan khanh-vinh ${SAMPLE} --rank 1`, 'has rank 1 already'],
    [`plan van-ninh ${SAMPLE} --rank 9`, 'the ranks go from 1 to 8'],
    [`plan van-ninh ${SAMPLE} --rank 0`, 'the ranks go from 1 to 8'],
    [`plan van-ninh ${SAMPLE} --index 70`, 'has the index 70 already'],
    [`plan van-ninh ${SAMPLE} --index ninety`, 'is no index'],
    [`plan van-ninh ${SAMPLE} --grade tot --costs nowhere.csv`, 'there is no such file'],
  ])('%s', async (line, hint) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(line));
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});
