/**
 * The report in a real browser: no error, no request, sorting and filtering work, axe-core finds nothing, paper has
 * the tables. Run after a build: node test/browser/report.mjs [chromium]
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');
const executablePath = process.argv[2] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parindex-browser-'));
const sample = join(root, 'fixtures', 'khanh-hoa-2019');
let passed = 0;

function parindex(...args) {
  return execFileSync(process.execPath, [join(root, 'bin', 'parindex.js'), ...args], { cwd: folder });
}

async function check(name, work) {
  await work();
  passed++;
  process.stdout.write(`ok ${name}\n`);
}

/** Opens a page and watches it: whatever it says, asks for or refuses is a fault. */
async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = [];
  const own = pathToFileURL(join(folder, file)).href;
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => request.url() !== own && faults.push(`request: ${request.url()}`));
  await page.goto(own);
  return { page, faults, close: () => context.close() };
}

async function violations(page) {
  // The page's own policy forbids foreign scripts, so axe comes in through the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Texts of one column of the ranking, as far as its rows are shown. */
const columnOf = (page, at) =>
  page.$$eval(
    '#ranking tbody tr:not([hidden])',
    (rows, cell) => rows.map((row) => row.cells[cell].textContent.replace(/\u00a0.*/, '')),
    at,
  );

/** An earlier ranking, so that there is movement: the same units with the ranks turned around and one not ranked. */
function turnedAround() {
  const saved = JSON.parse(parindex('rank', sample, '--format', 'json').toString());
  saved.year = 2018;
  const [{ units }] = saved.groups;
  for (const [at, unit] of units.entries()) unit.rank = at === 4 ? null : units.length - at;
  return JSON.stringify(saved);
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)' x='",
  '=1+1</td>',
];

/** The sample with names that would like to be more than names. */
function writeHostile() {
  cpSync(sample, join(folder, 'hostile'), { recursive: true });
  const file = join(folder, 'hostile', 'units.csv');
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [at, name] of HOSTILE.entries()) {
    const [id] = lines[at + 1].split(',');
    lines[at + 1] = `${id},"${name.replaceAll('"', '""')}",huyen,`;
  }
  writeFileSync(file, lines.join('\n'));
}

/** More units than are shown at once, and than have cards: the first unit's entries under many names. */
const CROWD = 420;

function writeCrowd() {
  const project = join(folder, 'crowd');
  cpSync(sample, project, { recursive: true });
  rmSync(join(project, 'entries'), { recursive: true });
  const [head, ...lines] = readFileSync(join(sample, 'entries', 'khanh-vinh.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const units = Array.from({ length: CROWD }, (_, at) => `xa-${at + 1}`);
  const entries = units.flatMap((unit) => lines.map((line) => `${unit},${line}`));
  writeFileSync(join(project, 'entries.csv'), `${[`unit,${head}`, ...entries].join('\n')}\n`);
  const listed = units.map((unit, at) => `${unit},Xã Khánh Đông ${at + 1},huyen`);
  writeFileSync(join(project, 'units.csv'), `${['id,name,group', ...listed].join('\n')}\n`);
  const file = join(project, 'parindex.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^entries: .*$/m, 'entries: entries.csv'));
}

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  writeFileSync(join(folder, 'before.json'), turnedAround());
  writeHostile();
  writeCrowd();
  const all = ['--previous', 'before.json', '--margin', '2'];
  parindex('report', sample, '--lang', 'vi', ...all, '-o', 'vi.html');
  parindex('report', sample, '--lang', 'en', '-o', 'en.html');
  parindex('report', 'hostile', ...all, '-o', 'hostile.html');
  parindex('report', 'crowd', '--quiet', '--lang', 'vi', '-o', 'crowd.html');
  parindex('rank', sample, '--domains', '-o', 'rank.html');
  parindex('scorecard', 'khanh-son', sample, '--lang', 'vi', '-o', 'scorecard.html');

  await check('every page opens without an error, a dialog or a request', async () => {
    for (const file of ['vi.html', 'en.html', 'hostile.html', 'rank.html', 'scorecard.html']) {
      const { page, faults, close } = await open(browser, file);
      await page.waitForTimeout(100);
      assert.deepEqual(faults, [], file);
      await close();
    }
  });

  await check('a name stays a name', async () => {
    const { page, close } = await open(browser, 'hostile.html');
    const names = await columnOf(page, 1);
    for (const name of HOSTILE) assert.ok(names.includes(name), name);
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img').count(), 0);
    assert.equal(await page.locator('[onfocus],[onerror]').count(), 0);
    await close();
  });

  await check('columns are ordered by their figures, up, down, and back again', async () => {
    const { page, close } = await open(browser, 'vi.html');
    const given = await columnOf(page, 1);
    const index = page.locator('#ranking thead button').nth(2);
    const figures = async () => (await columnOf(page, 2)).map((text) => Number(text.replace(',', '.')));
    const rising = (await figures()).toSorted((a, b) => a - b);
    await index.click();
    assert.deepEqual(await figures(), rising);
    assert.equal(await page.locator('#ranking th[aria-sort=ascending]').count(), 1);
    await index.focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await figures(), rising.toReversed());
    await page.keyboard.press('Enter');
    assert.deepEqual(await columnOf(page, 1), given);
    assert.equal(await page.locator('#ranking [aria-sort]').count(), 0);
    await close();
  });

  await check('rows are found without their marks, and by grade', async () => {
    const { page, close } = await open(browser, 'vi.html');
    const count = (await columnOf(page, 1)).length;
    await page.locator('#ranking input').fill('dien khanh');
    assert.deepEqual(await columnOf(page, 0), ['4']);
    assert.equal(await page.locator('#ranking output').textContent(), `1 trên ${count} dòng`);
    await page.locator('#ranking input').fill('');
    await page.locator('#ranking select').selectOption('Tốt');
    assert.deepEqual(await columnOf(page, 0), ['1', '2']);
    await close();
  });

  await check('the keyboard reaches the content, the tools and each wide table', async () => {
    const { page, close } = await open(browser, 'vi.html');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'content');
    const seen = new Set();
    for (let at = 0; at < 40; at++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement.tagName));
    }
    for (const tag of ['INPUT', 'SELECT', 'BUTTON', 'A', 'DIV']) assert.ok(seen.has(tag), tag);
    await close();
  });

  await check('axe-core finds nothing, by day, by night and on a phone', async () => {
    const views = [{}, { colorScheme: 'dark' }, { viewport: { width: 390, height: 844 } }];
    for (const file of ['vi.html', 'hostile.html', 'rank.html', 'scorecard.html']) {
      for (const view of views) {
        const { page, close } = await open(browser, file, view);
        assert.deepEqual(await violations(page), [], `${file} ${JSON.stringify(view)}`);
        await close();
      }
    }
  });

  await check('a phone scrolls tables sideways, never the page', async () => {
    for (const file of ['vi.html', 'crowd.html', 'hostile.html', 'rank.html', 'scorecard.html']) {
      const { page, close } = await open(browser, file, { viewport: { width: 320, height: 640 } });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, file);
      await close();
    }
  });

  await check('without scripts the page is complete', async () => {
    const { page, close } = await open(browser, 'vi.html', { javaScriptEnabled: false });
    const source = readFileSync(join(folder, 'vi.html'), 'utf8');
    assert.equal((source.match(/<tr>/g) ?? []).length, await page.locator('tr').count());
    assert.equal(await page.locator('.tools').count(), 0);
    await close();
  });

  await check('of hundreds of units the first rows are shown, all are searched, and all come at a press', async () => {
    const { page, faults, close } = await open(browser, 'crowd.html');
    const shownRows = () => page.locator('#ranking tbody tr:visible').count();
    assert.equal(await shownRows(), 200);
    await page.locator('#ranking input').fill('khanh dong 420');
    assert.deepEqual(await columnOf(page, 1), ['Xã Khánh Đông 420']);
    assert.equal(await shownRows(), 1);
    await page.locator('#ranking input').fill('');
    const more = page.locator('#ranking .more');
    assert.equal(await more.textContent(), `Hiện cả ${CROWD} dòng`);
    await more.press('Enter');
    assert.equal(await shownRows(), CROWD);
    assert.equal(await more.isVisible(), false);
    assert.deepEqual(faults, []);
    assert.deepEqual(await violations(page), []);
    await close();
  });

  await check('a table over many sheets has its head on each, and every row', async () => {
    const { page, close } = await open(browser, 'crowd.html');
    await page.pdf({ path: join(folder, 'crowd.pdf'), preferCSSPageSize: true });
    const { error, stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'crowd.pdf'), '-']);
    if (error === undefined) {
      const sheets = stdout.toString().normalize('NFC').split('\f');
      const ranking = sheets.slice(0, sheets.findIndex((sheet) => sheet.includes(`Khánh Đông ${CROWD} `)) + 1);
      assert.ok(ranking.length > 5, `${ranking.length}`);
      for (const sheet of ranking) assert.match(sheet, /Hạng +Đơn vị +Chỉ số/);
    } else process.stdout.write('   (no pdftotext here: the sheets were not read)\n');
    await close();
  });

  await check('paper has every table, none wider than the sheet, and nothing to operate', async () => {
    const { page, close } = await open(browser, 'vi.html');
    const pdf = await page.pdf({ path: join(folder, 'vi.pdf'), preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    // A4 less the margins, in CSS pixels.
    const sheet = Math.floor(((210 - 27) / 25.4) * 96);
    await page.setViewportSize({ width: sheet, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    const tables = await page.$$eval('table', (found) =>
      found.map((table) => ({ right: table.getBoundingClientRect().right, rows: table.rows.length })),
    );
    assert.ok(tables.length >= 15);
    for (const { right, rows } of tables) assert.ok(rows > 1 && right <= sheet + 1, `${right}`);
    assert.equal(await page.locator('nav:visible, .tools:visible').count(), 0);
    const text = spawnSync('pdftotext', ['-layout', join(folder, 'vi.pdf'), '-']);
    if (text.error === undefined) {
      for (const shown of ['Khánh Vĩnh', '92,08', '87,34', '83,09', 'Giá trị trung bình', 'SHA-256'])
        assert.ok(text.stdout.toString().normalize('NFC').includes(shown), shown);
    } else process.stdout.write('   (no pdftotext here: the text of the PDF was not read)\n');
    await close();
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} browser checks passed\n`);
