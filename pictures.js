// `npm run pictures`: what the tool gives, as pictures for the README -> docs/pictures. After a build; needs Chromium
// (its path as the argument, or /usr/bin/chromium), and LibreOffice and pdftoppm for the annex.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = import.meta.dirname;
const SAMPLE = join(ROOT, 'fixtures', 'khanh-hoa-2019');
const PICTURES = join(ROOT, 'docs', 'pictures');
const executablePath = process.argv[2] ?? '/usr/bin/chromium';
const folder = mkdtempSync(join(tmpdir(), 'parindex-pictures-'));

const parindex = (...args) =>
  execFileSync(process.execPath, [join(ROOT, 'bin', 'parindex.js'), ...args], { cwd: folder });

/** A part of the page as somebody sees it who opens it. */
async function photograph(browser, file, picture, { anchor, ...view }) {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...view });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, file)).href);
  if (anchor)
    await page
      .locator(anchor)
      .first()
      .evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(PICTURES, picture) });
  await context.close();
}

/** The first page of a document on paper. */
function print(file, picture, dots) {
  const office = ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`];
  execFileSync('soffice', [...office, '--convert-to', 'pdf', file], { cwd: folder, stdio: 'ignore' });
  const name = file.replace(/\.[a-z]+$/, '');
  execFileSync('pdftoppm', ['-r', `${dots}`, '-png', '-singlefile', '-f', '1', `${name}.pdf`, name], { cwd: folder });
  copyFileSync(join(folder, `${name}.png`), join(PICTURES, picture));
}

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  parindex('report', SAMPLE, '--margin', '2', '-o', 'page.html');
  parindex('report', SAMPLE, '--lang', 'vi', '-o', 'trang.html');
  parindex('report', SAMPLE, '--lang', 'vi', '--decision', '199/QĐ-UBND', '--date', '21/01/2020', '-o', 'annex.docx');
  const desk = { width: 1080, height: 720 };
  await photograph(browser, 'page.html', 'page.png', { viewport: desk });
  await photograph(browser, 'page.html', 'domains.png', { viewport: desk, anchor: '#domains' });
  await photograph(browser, 'trang.html', 'phone-dark.png', {
    viewport: { width: 390, height: 760 },
    colorScheme: 'dark',
  });
  print('annex.docx', 'annex.png', 70);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
