/** LibreOffice Calc as a person at a desk: a list of things to do in (desk.bas does them), what was seen out. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MODULE = 'user/basic/Standard/Module1.xba';
const SETTINGS = 'user/registrymodifications.xcu';

/** The decimal mark, dates and lists of a country, as Windows has them there. */
const settings = (locale) =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>` +
  '</oor:items>';

const written = (text) => text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
const plain = (text) => text.replace(/\\(.)/g, (_, mark) => ({ t: '\t', n: '\n' })[mark] ?? mark);
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * @param {string} folder where the list, the report and the program's own settings are kept
 * @param {readonly (readonly string[])[]} jobs a verb and its words each, as desk.bas has them
 * @param {string} soffice the program
 * @returns the cells that were looked at, and how many links to other files each book has
 */
export function atTheDesk(folder, jobs, soffice) {
  const profile = join(folder, 'profile');
  const run = (...args) => {
    const done = spawnSync(
      soffice,
      [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', ...args],
      {
        env: { ...process.env, PARINDEX_OFFICE: folder },
        encoding: 'utf8',
        timeout: 120_000,
      },
    );
    if (done.error) throw done.error;
  };
  mkdirSync(join(profile, 'user'), { recursive: true });
  if (!existsSync(join(profile, SETTINGS))) writeFileSync(join(profile, SETTINGS), settings('vi'));
  // The first start writes its own empty module over whatever stands there.
  if (!existsSync(join(profile, MODULE))) run('--terminate_after_init');
  const basic = readFileSync(join(import.meta.dirname, 'desk.bas'), 'utf8');
  writeFileSync(
    join(profile, MODULE),
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n' +
      `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(basic)}</script:module>`,
  );
  writeFileSync(join(folder, 'jobs.txt'), jobs.map((words) => `${words.map(written).join('\t')}\n`).join(''));
  run('macro:///Standard.Module1.Main');
  const lines = readFileSync(join(folder, 'report.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map(plain));
  const broken = lines.find(([verb]) => verb === 'broken');
  if (broken || !lines.some(([verb]) => verb === 'done')) throw new Error(`the desk was left: ${broken?.[1]}`);
  return {
    books: lines.flatMap(([verb, label, links, dde]) => (verb === 'book' ? [{ label, links: links + dde }] : [])),
    cells: lines.flatMap(([verb, label, sheet, cell, kind, shown, behind, fields]) =>
      verb === 'cell' ? [{ label, sheet, cell, kind, shown, behind, fields }] : [],
    ),
  };
}
