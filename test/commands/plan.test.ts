/** `plan`: pages that a person has read, costs from a file, and refusals. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toFractionText } from '../../src/model/exact.ts';
import { writeText } from '../sample-cell.ts';
import { copySample, edit } from '../sample-project.ts';
import { runTool, wordsOf } from '../surface.ts';

const SAMPLE = 'fixtures/khanh-hoa-2019';

describe('pages at 80 columns', () => {
  for (const lang of ['en', 'vi']) {
    it.each([
      ['ninh-hoa-tot', `plan ninh-hoa ${SAMPLE} --grade tot`],
      ['cam-lam-rank-6', `plan cam-lam ${SAMPLE} --rank 6`],
      ['van-ninh-99', `plan van-ninh ${SAMPLE} --index 99`],
      ['van-ninh-what-if', `plan van-ninh ${SAMPLE} --what-if 1.1.1=kip-thoi,1.6=95%,8.1=99%`],
    ])(`%s in ${lang}`, async (name, line) => {
      const { exit, stdout, stderr } = await runTool([...wordsOf(line), '--lang', lang], { columns: 80 });
      expect([exit, stderr]).toEqual([0, '']);
      expect(stdout.split('\n').filter((row) => row.length > 80)).toEqual([]);
      await expect(stdout).toMatchFileSnapshot(`../golden/plan/${name}-${lang}.txt`);
    });
  }
});

describe('pages of a rubric with costs that rounds at the domain', () => {
  it.each(['en', 'vi'])('at 80 columns in %s', async (lang) => {
    const folder = copySample();
    const costs = {
      '1.1.1': '{ kip-thoi: 3, khong-kip-thoi: 1 }',
      '1.5': '2',
      '5.4.1': '1',
      '6.3': '1.5',
      '8.2.1': '2',
    };
    edit(folder, 'cchc/rubric.yaml', (text) =>
      Object.entries(costs).reduce(
        (known, [id, cost]) => known.replace(new RegExp(`^( +)- id: "${id}"\\n`, 'm'), `$&$1  cost: ${cost}\n`),
        text.replace(/^rounding: .*$/m, 'rounding: { at: domain, decimals: 2 }'),
      ),
    );
    const line = ['plan', 'ninh-hoa', 'cchc', '--grade', 'tot', '--lang', lang];
    const { exit, stdout, stderr } = await runTool(line, { columns: 80, cwd: folder });
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').filter((row) => row.length > 80)).toEqual([]);
    await expect(stdout).toMatchFileSnapshot(`../golden/plan/ninh-hoa-costs-${lang}.txt`);
  });
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

describe('--nodes', () => {
  const line = `plan ninh-hoa ${SAMPLE} --grade tot`;

  it('is a number of steps', async () => {
    expect(await runTool(wordsOf(`${line} --nodes 1000000`))).toEqual(await runTool(wordsOf(line)));
  });

  it.each(['0', '-1', '1.5', 'many'])('refuses %s', async (nodes) => {
    const { exit, stderr } = await runTool([...wordsOf(line), `--nodes=${nodes}`]);
    expect([exit, stderr.includes('whole number of steps')]).toEqual([2, true]);
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

describe('costs in the rubric', () => {
  /** 3.4.1 costs 4 a point and 8.2.1 costs 2; nothing else has a cost. */
  const priced = (): string => {
    const folder = copySample();
    edit(folder, 'cchc/rubric.yaml', (text) =>
      text
        .replace(/^( +)- id: "?3\.4\.1"?\n/m, '$&$1  cost: 4\n')
        .replace(/^( +)- id: "?8\.2\.1"?\n/m, '$&$1  cost: 2\n'),
    );
    return folder;
  };
  const ids = (stdout: string): readonly string[] =>
    JSON.parse(stdout).choices[0].improvements.map(({ id }: { id: string }) => id);

  it('are used where no others are given, and the page says so', async () => {
    const line = 'plan ninh-hoa cchc --index 83.30';
    const data = await runTool(wordsOf(`${line} --format json`), { cwd: priced() });
    expect(ids(data.stdout)).toEqual(['8.2.1']);
    const { choices, priced: by } = JSON.parse(data.stdout);
    expect(by).toEqual({ by_file: [], by_rubric: ['3.4.1', '8.2.1'] });
    // 83.295 less the present index, at 2 for each point.
    const [n, d = '1'] = choices[0].gain.split('/');
    expect(choices[0].cost).toBe(toFractionText({ n: 2n * BigInt(n), d: BigInt(d) }));
    const { stdout } = await runTool(wordsOf(`${line} --lang vi`), { cwd: priced() });
    expect(stdout).toContain('Chi phí lấy theo bộ tiêu chí.');
    expect(stdout).toContain('Không xét, không có chi phí');
  });

  it('give way to those of --costs, leaf by leaf', async () => {
    const folder = priced();
    writeText(join(folder, 'cchc'), 'costs.csv', 'criterion,cost\n3.4.1,1\n');
    const line = 'plan ninh-hoa cchc --index 83.30 --costs cchc/costs.csv';
    const data = await runTool(wordsOf(`${line} --format json`), { cwd: folder });
    expect(ids(data.stdout)).toEqual(['3.4.1']);
    expect(JSON.parse(data.stdout).priced).toEqual({ by_file: ['3.4.1'], by_rubric: ['8.2.1'] });
    const { stdout } = await runTool(wordsOf(line), { cwd: folder });
    expect(stdout).toContain('Costs are those of --costs for 3.4.1, and those of the rubric for 8.2.1.');
  });
});

describe('a rubric that rounds at the domain', () => {
  it('is planned, and what is told is enough when it is reported', async () => {
    const folder = copySample();
    edit(folder, 'cchc/rubric.yaml', (text) =>
      text.replace(/^rounding: .*$/m, 'rounding: { at: domain, decimals: 1 }'),
    );
    const { stdout } = await runTool(wordsOf('plan ninh-hoa cchc --grade tot --format json'), { cwd: folder });
    const { choices, proved } = JSON.parse(stdout);
    expect(proved).toBe(true);
    const told: readonly { id: string; to_be_reached: { en: string } }[] = choices[0].improvements;
    // "at least 99.35 %" as a cell; counts and shares alone are changed in this choice.
    const supposed = told.map(
      ({ id, to_be_reached: { en } }) => `${id}=${en.replace(/^at (?:least|most) /, '').replace(' %', '%')}`,
    );
    const line = ['plan', 'ninh-hoa', 'cchc', '--what-if', supposed.join(','), '--format', 'json'];
    const after = await runTool(line, { cwd: folder });
    expect([after.exit, after.stderr]).toEqual([0, '']);
    const units: readonly { unit: string; after: { grade: string; index: string } }[] = JSON.parse(after.stdout).units;
    expect(units.find(({ unit }) => unit === 'ninh-hoa')?.after).toMatchObject({
      grade: 'tot',
      index: choices[0].shown,
    });
  });
});

describe('--what-if', () => {
  /** The ranking of a project, as the what-if would tell it. */
  const ranked = async (folder: string): Promise<readonly object[]> => {
    const { exit, stdout, stderr } = await runTool(wordsOf('rank cchc --format json'), { cwd: folder });
    expect([exit, stderr]).toEqual([0, '']);
    return JSON.parse(stdout).groups[0].units.map(({ unit, rank, index, exact, grade }: Record<string, unknown>) => {
      return { unit, rank, index, exact, grade };
    });
  };

  /** The same as it would be with other values. */
  const supposed = async (folder: string, values: string): Promise<readonly object[]> => {
    const line = ['plan', 'van-ninh', 'cchc', '--what-if', values, '--format', 'json'];
    const { exit, stdout, stderr } = await runTool(line, { cwd: folder });
    expect([exit, stderr]).toEqual([0, '']);
    const data = JSON.parse(stdout);
    expect(data.schema).toBe('parindex/what-if/1');
    return data.units.map(({ unit, after }: { unit: string; after: object }) => ({ unit, ...after }));
  };

  /** Writes another value into the last column of values of a row. */
  const rewrite = (folder: string, unit: string, id: string, change: (row: string) => string): void => {
    edit(folder, `cchc/entries/${unit}.csv`, (text) => {
      const rows = text.split('\n');
      expect(rows.filter((row) => row.startsWith(`${id},`))).toHaveLength(1);
      return rows.map((row) => (row.startsWith(`${id},`) ? change(row) : row)).join('\n');
    });
  };
  const appraised =
    (value: string) =>
    (row: string): string =>
      row.split(',').with(2, value).join();

  it.each<[string, string, (folder: string) => void]>([
    [
      'values of several kinds',
      '1.6=34/34,2.1.2=12/12',
      (folder) => {
        rewrite(folder, 'van-ninh', '1.6', appraised('34/34'));
        rewrite(folder, 'van-ninh', '2.1.2', appraised('12/12'));
      },
    ],
    ['a change against last year', '6.2=5000', (folder) => rewrite(folder, 'van-ninh', '6.2', appraised('5000'))],
    [
      'what does not apply',
      '4.1.2=n/a',
      (folder) =>
        rewrite(folder, 'van-ninh', '4.1.2', (row) => `${row.split(',').with(2, 'n/a').slice(0, 6).join()},,không có`),
    ],
    ['a survey', '8.1=99%', (folder) => rewrite(folder, 'van-ninh', '8.1', (row) => row.replace(/[0-9.]+%/, '99%'))],
    [
      'several units',
      '1.6=34/34, cam-lam:1.6=0/34 ,khanh-son:5.4.1=3',
      (folder) => {
        rewrite(folder, 'van-ninh', '1.6', appraised('34/34'));
        rewrite(folder, 'cam-lam', '1.6', appraised('0/34'));
        rewrite(folder, 'khanh-son', '5.4.1', appraised('3'));
      },
    ],
  ])('ranks as if the cells held %s', async (_, values, write) => {
    const folder = copySample();
    const told = await supposed(folder, values);
    write(folder);
    expect(told).toEqual(await ranked(folder));
  });

  it('says of several units whose value it is, and of nobody that nobody moves', async () => {
    const line = ['plan', 'van-ninh', SAMPLE, '--what-if', '1.6=34/34,cam-lam:1.6=0/34'];
    const { stdout } = await runTool([...line, '--lang', 'vi']);
    expect(stdout).toContain('Giả định: Huyện Vạn Ninh, Huyện Cam Lâm, năm 2019');
    expect(stdout).toMatch(/Huyện Cam Lâm +1\.6 /);
    const still = await runTool(wordsOf(`plan van-ninh ${SAMPLE} --what-if 1.6=30/34 --lang vi`));
    expect(still.stdout).toContain('Không đơn vị nào đổi hạng.');
  });

  it('shows what a rule refuses as in a cell, all at once', async () => {
    const line = ['plan', 'van-ninh', SAMPLE, '--what-if', '1.6=40/34,1.1.1=kip-thoy,2.1.2=n/a'];
    const { exit, stdout, stderr } = await runTool(line);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      ['error[above-whole] --what-if:1:5', '    1 | 1.6=40/34,1.1.1=kip-thoy,2.1.2=n/a', '      |     ^^^^^'].join(
        '\n',
      ),
    );
    expect(stderr).toContain('error[unknown-level] --what-if:1:17');
    expect(stderr).toContain('did you mean "kip-thoi"?');
    expect(stderr).toContain('error[exempt-not-permitted] --what-if:1:32');
    expect(stderr).toContain('3 errors.');
  });

  it('gives a decimal comma its place where the files have one', async () => {
    const folder = copySample();
    // 95,5 % of 2 points is 1.91; the comma before the next criterion parts the two.
    edit(folder, 'cchc/parindex.yaml', (text) =>
      text.replace('csv: data', 'csv: { delimiter: ",", decimal: comma, encoding: utf-8 }'),
    );
    for (const unit of UNITS) quoteDecimals(folder, unit);
    const line = 'plan van-ninh cchc --what-if 1.6=95,5%,1.1.1=kip-thoi --format json';
    const { exit, stdout } = await runTool(wordsOf(line), { cwd: folder });
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).supposed.map(({ points }: { points: string }) => points)).toEqual(['191/100', '1/2']);
  });
});

const UNITS = ['nha-trang', 'cam-ranh', 'ninh-hoa', 'van-ninh', 'dien-khanh', 'khanh-vinh', 'khanh-son', 'cam-lam'];

/** Decimals with a comma, in quotes, since a comma parts the cells. */
function quoteDecimals(folder: string, unit: string): void {
  edit(folder, `cchc/entries/${unit}.csv`, (text) => text.replace(/(?<=,)(\d+)\.(\d+)(%?)(?=,)/g, '"$1,$2$3"'));
}

describe('asked wrongly', () => {
  it.each([
    [`plan van-nin ${SAMPLE} --grade tot`, 'did you mean "van-ninh"?'],
    [`plan Vạn-Ninh ${SAMPLE} --grade tot`, 'did you mean "van-ninh"?'],
    [`plan ${SAMPLE} --grade tot`, `name the unit before it, as in parindex plan UNIT ${SAMPLE}`],
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
    [`plan van-ninh ${SAMPLE} --what-if 1.66=95%`, 'did you mean "1.6"?'],
    [`plan van-ninh ${SAMPLE} --what-if 1.6`, 'write criterion=value'],
    [`plan van-ninh ${SAMPLE} --what-if 1.6=40/34`, 'is more than 100 %'],
    [`plan van-ninh ${SAMPLE} --what-if 1.6=1/2,1.6=2/2`, 'stands twice'],
    [`plan van-ninh ${SAMPLE} --what-if cam-lan:1.6=1/2`, 'did you mean "cam-lam"?'],
    [`plan van-ninh ${SAMPLE} --what-if Cam-Lâm:1.6=1/2`, 'did you mean "cam-lam"?'],
    [`plan van-ninh ${SAMPLE} --what-if 8.1=99% --basis self`, '8.1 takes no part on this basis'],
    [`plan van-ninh ${SAMPLE} --what-if 1.6=1/2 --rank 1`, 'Name one target'],
  ])('%s', async (line, hint) => {
    const { exit, stdout, stderr } = await runTool(wordsOf(line));
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });
});
