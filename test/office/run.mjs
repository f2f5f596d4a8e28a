/**
 * Forms, entries and workbooks through LibreOffice Calc under Vietnamese settings: what is typed into a form counts as
 * it was typed, what Calc calculates is what is printed, and no text is ever more than a text.
 * Run after a build: node test/office/run.mjs [soffice]
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atTheDesk } from './desk.mjs';
import { rowsOf } from './fill.mjs';

const root = join(import.meta.dirname, '..', '..');
const soffice = process.argv[2] ?? 'soffice';
const folder = mkdtempSync(join(tmpdir(), 'parindex-office-'));
const sample = join(root, 'fixtures', 'khanh-hoa-2019');
let passed = 0;

const XLSX = 'Calc MS Excel 2007 XML';

function parindex(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'parindex.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** What a command that must succeed prints. */
function printed(...args) {
  const { status, stdout, stderr } = parindex(...args);
  assert.deepEqual([status, stderr], [0, ''], args.join(' '));
  return stdout;
}

function check(name, work) {
  work();
  passed++;
  process.stdout.write(`ok ${name}\n`);
}

const desk = (jobs) => atTheDesk(join(folder, 'desk'), jobs, soffice);
const at = (...parts) => join(folder, ...parts);
const groupsOf = (project) => JSON.parse(printed('rank', project, '--format', 'json', '--leaves')).groups;

/** Where a form has its columns and rows: by name and id. */
function layoutOf(cells, label) {
  const own = cells.filter((cell) => cell.label === label);
  const meta = own.filter(({ sheet }) => sheet === '_meta');
  const titles = new Map(
    meta.flatMap(({ cell, shown }) =>
      shown.startsWith('column:')
        ? [[shown.slice(7), meta.find((other) => other.cell === cell.replace('A', 'B')).shown]]
        : [],
    ),
  );
  const [{ sheet }] = own.filter((cell) => !cell.sheet.startsWith('_'));
  const face = own.filter((cell) => cell.sheet === sheet);
  const points = meta.find(({ cell, shown }) => shown === 'calculated' && cell.startsWith('A'));
  titles.set('points', meta.find(({ cell }) => cell === points.cell.replace('A', 'B')).shown);
  const header = face.find(({ shown }) => shown === titles.get('criterion')).cell.replace('A', '');
  const columns = new Map(
    [...titles].map(([name, title]) => [
      name,
      face
        .find(
          ({ cell, shown }) => shown === title && cell.endsWith(header) && /^[A-Z]+$/.test(cell.replace(header, '')),
        )
        .cell.replace(header, ''),
    ]),
  );
  const rows = new Map(face.flatMap(({ cell, shown }) => (/^A[0-9]+$/.test(cell) ? [[shown, cell.slice(1)]] : [])));
  const bottom = Math.max(...face.map(({ cell }) => Number(cell.replace(/^[A-Z]+/, ''))));
  return { sheet, columns, rows, total: `${columns.get('points')}${bottom}` };
}

/** The keystrokes that bring a unit's entries into its form. */
function typing({ sheet, columns, rows }, csv, lang) {
  const inMark = (name, text) =>
    lang === 'vi' && name !== 'evidence' && name !== 'note' ? text.replace(/(\d)\.(\d)/g, '$1,$2') : text;
  return rowsOf(csv).flatMap(({ criterion, ...row }) =>
    Object.entries(row).flatMap(([name, text]) =>
      text === '' ? [] : [['type', sheet, `${columns.get(name)}${rows.get(criterion)}`, inMark(name, text)]],
    ),
  );
}

/** What a spreadsheet program would rather calculate, open or send than show (CWE-1236). */
const PAYLOADS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '=HYPERLINK("http://127.0.0.1/x","y")',
  "=cmd|' /C calc'!A0",
  '＝2+2',
  '=WEBSERVICE("http://127.0.0.1/y")',
];

/** Opens a CSV file as Calc does when it is told to calculate whatever looks like a formula. */
const csvFilter = (delimiter) => [
  'Text - txt - csv (StarCalc)',
  `${delimiter},34,76,1,,0,false,true,false,false,false,0,true`,
];
const COMMA = '44';
const SEMICOLON = '59';

/** What a form cannot calculate: the best of several cases, and figures beside those of the other units. */
const WAITING = ['1.5', '7.1.2', '7.2.3'];

/** Every column as it is written, so that no id becomes a number. */
const AS_TEXT = `44,34,76,1,${Array.from({ length: 12 }, (_, column) => `${column + 1}/2`).join('/')}`;

try {
  const csvOf = (unit) => readFileSync(join(sample, 'entries', `${unit}.csv`), 'utf8');
  const official = groupsOf(sample);

  // In English and in Vietnamese; the program always speaks Vietnamese numbers.
  const languages = new Map([
    ['khanh-vinh', 'vi'],
    ['khanh-son', 'en'],
    ['nha-trang', 'vi'],
  ]);
  for (const lang of ['vi', 'en']) printed('template', sample, '-q', '-o', lang, '--lang', lang);
  const fresh = desk(
    ['vi', 'en'].flatMap((lang) => [['open', at(lang, 'khanh-son.xlsx'), '', ''], ['look', lang], ['close']]),
  );
  const layouts = new Map(['vi', 'en'].map((lang) => [lang, layoutOf(fresh.cells, lang)]));
  const forms = desk(
    [...languages].flatMap(([unit, lang]) => {
      const layout = layouts.get(lang);
      return [
        ['open', at(lang, `${unit}.xlsx`), '', ''],
        ['type', layout.sheet, `A${layout.rows.get('1.1.1')}`, 'over a locked cell'],
        ...typing(layout, csvOf(unit), lang),
        ['look', unit],
        ['save', at('saved', `${unit}.xlsx`), XLSX, ''],
        ['close'],
      ];
    }),
  );
  const cellOf = (label, sheet, cell) =>
    forms.cells.find((one) => one.label === label && one.sheet === sheet && one.cell === cell) ?? { shown: '' };

  check('a form filled in and saved by Calc is read as the CSV file of its unit', () => {
    cpSync(sample, at('forms'), { recursive: true });
    for (const unit of languages.keys()) {
      rmSync(at('forms', 'entries', `${unit}.csv`));
      cpSync(at('saved', `${unit}.xlsx`), at('forms', 'entries', `${unit}.xlsx`));
    }
    assert.deepEqual(groupsOf('forms'), official);
  });

  check('a locked cell stays what it was', () => {
    for (const [unit, lang] of languages) {
      const { sheet, rows } = layouts.get(lang);
      assert.equal(cellOf(unit, sheet, `A${rows.get('1.1.1')}`).shown, '1.1.1');
    }
  });

  check('the points that Calc calculates are those that are printed', () => {
    for (const [unit, lang] of languages) {
      const { sheet, rows, columns } = layouts.get(lang);
      const pointsOf = (id) => cellOf(unit, sheet, `${columns.get('points')}${rows.get(id)}`).shown.replace(',', '.');
      const later = { vi: 'khi xếp hạng', en: 'at the ranking' }[lang];
      const leaves = rowsOf(printed('scorecard', unit, sample, '--format', 'csv'));
      const waiting = leaves.filter(({ id }) => pointsOf(id) === later);
      assert.deepEqual(
        waiting.map(({ id }) => id),
        WAITING,
      );
      assert.equal(leaves.length, 62);
      for (const { id, points } of leaves)
        if (pointsOf(id) !== later) assert.equal(pointsOf(id), points, `${unit} ${id}`);
      const { domains } = JSON.parse(printed('scorecard', unit, sample, '--format', 'json'));
      const whole = domains.filter(({ id }) => !waiting.some((leaf) => leaf.domain === id));
      assert.equal(whole.length, 6);
      for (const { id, points } of whole) assert.equal(pointsOf(id), points, `${unit} ${id}`);
    }
  });

  writeFileSync(at('plain.csv'), PAYLOADS.map((text) => `"${text.replaceAll('"', '""')}",x\n`).join(''));
  cpSync(sample, at('hostile'), { recursive: true });
  const lines = readFileSync(at('hostile', 'units.csv'), 'utf8').split('\n');
  for (const [row, name] of PAYLOADS.entries()) {
    lines[row + 1] = `${lines[row + 1].split(',')[0]},"${name.replaceAll('"', '""')}",huyen,`;
  }
  writeFileSync(at('hostile', 'units.csv'), lines.join('\n'));
  printed('rank', 'hostile', '-q', '-o', 'hostile.csv');
  printed('rank', 'hostile', '--excel', '-q', '-o', 'hostile-excel.csv');
  printed('rank', 'hostile', '-o', 'hostile.xlsx');
  printed('template', 'hostile', '-q', '-o', 'hostile-forms');
  printed('rank', sample, '--lang', 'vi', '-o', 'ranking.xlsx');
  printed('rubric', 'convert', join(sample, 'rubric.yaml'), '-q', '-o', 'rubric.xlsx', '--lang', 'vi');
  const looked = desk([
    ['open', at('rubric.xlsx'), '', ''],
    ['save', at('carried', 'rubric.xlsx'), XLSX, ''],
    ['close'],
    ['open', at('plain.csv'), ...csvFilter(COMMA)],
    ['look', 'plain'],
    ['close'],
    ['open', at('hostile.csv'), ...csvFilter(COMMA)],
    ['look', 'csv'],
    ['close'],
    ['open', at('hostile-excel.csv'), ...csvFilter(SEMICOLON)],
    ['look', 'excel'],
    ['close'],
    ['open', at('hostile.xlsx'), '', ''],
    ['look', 'xlsx'],
    ['close'],
    ['open', at('hostile-forms', 'khanh-vinh.xlsx'), '', ''],
    ['look', 'form'],
    ['close'],
    ['open', at('ranking.xlsx'), '', ''],
    ['look', 'ranking'],
    ['close'],
    ['open', join(sample, 'entries', 'khanh-vinh.csv'), 'Text - txt - csv (StarCalc)', AS_TEXT],
    ['save', at('carried', 'khanh-vinh.xlsx'), XLSX, ''],
    ['save', at('carried', 'khanh-vinh.ods'), 'calc8', ''],
    ['save', at('carried', 'khanh-vinh.xls'), 'MS Excel 97', ''],
    ['close'],
    ['open', at('carried', 'khanh-vinh.xlsx'), '', ''],
    ['save', at('carried', 'khanh-vinh.csv'), 'Text - txt - csv (StarCalc)', '44,34,76,1,,0,false,true'],
    ['close'],
  ]);
  const seen = (label) => looked.cells.filter((cell) => cell.label === label);

  check('entries through Calc, as a workbook and back as CSV, give the same ranking', () => {
    for (const kind of ['xlsx', 'csv']) {
      cpSync(sample, at(kind), { recursive: true });
      rmSync(at(kind, 'entries', 'khanh-vinh.csv'));
      cpSync(at('carried', `khanh-vinh.${kind}`), at(kind, 'entries', `khanh-vinh.${kind}`));
      assert.deepEqual(groupsOf(kind), official);
    }
  });

  check('a rubric saved by Calc is the rubric that was converted', () => {
    const yaml = (file) => printed('rubric', 'convert', file);
    assert.equal(yaml(at('carried', 'rubric.xlsx')), yaml('rubric.xlsx'));
  });

  check('a text that begins like a formula stays a text, in CSV and in workbooks', () => {
    // What is opened here would calculate if it were let: the same texts in a file that nobody guarded.
    assert.ok(seen('plain').filter(({ kind }) => kind === 'formula').length >= 4);
    for (const label of ['csv', 'excel', 'xlsx', 'form']) {
      const cells = seen(label);
      const shown = cells.map((cell) => cell.shown.replace(/^'/, ''));
      const named = PAYLOADS.filter((name) => shown.some((text) => text.includes(name)));
      assert.equal(named.length, label === 'form' ? 1 : PAYLOADS.length, label);
      const calculated = cells.filter(
        ({ kind, behind }) => kind === 'formula' && PAYLOADS.some((text) => behind.includes(text)),
      );
      assert.deepEqual(calculated, []);
      assert.ok(cells.every(({ fields }) => fields === '0'));
    }
    for (const { label, links } of looked.books) assert.equal(links, '00', label);
  });

  check('what --excel writes are columns and numbers under Vietnamese settings', () => {
    const cells = new Map(seen('excel').map(({ cell, kind, shown }) => [cell, [kind, shown]]));
    assert.deepEqual(cells.get('H1'), ['text', 'index']);
    assert.deepEqual(cells.get('H2'), ['number', '92,08']);
    assert.deepEqual(cells.get('H3'), ['number', '87,34']);
  });

  check('files of other programs are refused by name', () => {
    for (const [kind, told] of [
      ['ods', 'OpenDocument'],
      ['xls', 'old .xls'],
    ]) {
      const entries = at('carried', `khanh-vinh.${kind}`);
      const { status, stdout, stderr } = parindex('rank', '--rubric', join(sample, 'rubric.yaml'), entries);
      assert.deepEqual([status, stdout], [1, '']);
      assert.ok(stderr.includes(told), stderr);
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${passed} passed\n`);
