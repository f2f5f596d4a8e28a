/** `check --watch`: what runs again and what does not, with changes that the test makes; then the real process once. */
import { spawn } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { debounced } from '../src/watch-paths.ts';
import { copySample, edit } from './sample-project.ts';
import { ROOT, runTool, wordsOf } from './surface.ts';

const ENTRY = 'cchc/entries/khanh-son.csv';

/** A fault in a file, and the end of it. */
const damage = (folder: string) => edit(folder, ENTRY, (text) => text.replace('kip-thoi,kip-thoi', 'kip-thoi,sai'));
const mend = (folder: string) => edit(folder, ENTRY, (text) => text.replace('kip-thoi,sai', 'kip-thoi,kip-thoi'));

/** What was printed, one text a run. */
async function watched(folder: string, changes: readonly (() => void)[], more = '') {
  const { exit, stdout, stderr } = await runTool(wordsOf(`check cchc --watch ${more}`), { cwd: folder, changes });
  const waits = stderr.split('\n').filter((line) => line.startsWith('Watching '));
  return { exit, stdout, stderr, waits: waits.length };
}

describe('check --watch', () => {
  it('checks again when a file that it read has changed, and ends with 130 when broken off', async () => {
    const folder = copySample();
    const { exit, stdout, stderr, waits } = await watched(folder, [() => damage(folder), () => mend(folder)]);
    expect(exit).toBe(130);
    expect(waits).toBe(3);
    expect(stderr.match(/Changed: .*/g)).toEqual([`Changed: ${ENTRY}`, `Changed: ${ENTRY}`]);
    expect(stdout.match(/error\[unknown-level\]/g)).toHaveLength(1);
    expect(stdout.match(/no error and no warning|8 units in 1 group/g)).toHaveLength(2);
  });

  it('sees a file that was put in the place of the old one, a new one, and one that is gone', async () => {
    const folder = copySample();
    const replace = () => {
      const text = readFileSync(join(folder, ENTRY), 'utf8').replace('kip-thoi,kip-thoi', 'kip-thoi,sai');
      writeFileSync(join(folder, 'new.tmp'), text);
      renameSync(join(folder, 'new.tmp'), join(folder, ENTRY));
    };
    const added = join(folder, 'cchc/entries/xa-la.csv');
    const add = () => writeFileSync(added, 'criterion,self,appraised\n');
    const remove = () => rmSync(join(folder, 'cchc/entries/cam-ranh.csv'));
    const { stdout, stderr } = await watched(folder, [replace, () => mend(folder), add, () => rmSync(added), remove]);
    expect(stderr.match(/Changed: .*/g)).toEqual([
      `Changed: ${ENTRY}`,
      `Changed: ${ENTRY}`,
      'Changed: cchc/entries',
      'Changed: cchc/entries, cchc/entries/xa-la.csv',
      'Changed: cchc/entries, cchc/entries/cam-ranh.csv',
    ]);
    expect(stdout.match(/error\[[a-z-]+\]/g)).toEqual([
      'error[unknown-level]',
      'error[unknown-unit]',
      'error[missing-unit]',
    ]);
  });

  it('does not check again for what it does not read: hidden files, files of an editor, its own output', async () => {
    const folder = copySample();
    const changes = ['.khanh-son.csv.swp', 'khanh-son.csv~', '~$khanh-son.csv', 'faults.csv'].map(
      (name) => () => writeFileSync(join(folder, 'cchc/entries', name), 'x'),
    );
    const { exit, waits, stderr } = await watched(folder, changes, '-o cchc/entries/faults.csv');
    expect(stderr).not.toContain('Changed');
    expect({ exit, waits }).toEqual({ exit: 130, waits: 1 });
  });

  it('goes on where a file is gone for a moment', async () => {
    const folder = copySample();
    const project = join(folder, 'cchc/parindex.yaml');
    const gone = () => renameSync(project, `${project}.kept`);
    const back = () => renameSync(`${project}.kept`, project);
    const { exit, stderr, stdout } = await watched(folder, [gone, back]);
    expect(exit).toBe(130);
    expect(stderr).toContain('There is no cchc/parindex.yaml.');
    expect(stdout.match(/8 units in 1 group/g)).toHaveLength(2);
  });

  it('speaks the language of the project, and says nothing of itself with --quiet', async () => {
    const folder = copySample();
    edit(folder, 'cchc/parindex.yaml', (text) => `${text}language: vi\n`);
    const { stderr } = await watched(folder, [() => damage(folder)]);
    expect(stderr).toMatch(/^Đang theo dõi \d+ đường dẫn; nhấn Ctrl-C để dừng\.\n\nĐã thay đổi: \S+\nĐang theo dõi/);
    expect((await watched(folder, [() => mend(folder)], '--quiet')).stderr).toBe('');
  });

  it('refuses what cannot be watched', async () => {
    const folder = copySample();
    const of = async (line: string, changes?: []) =>
      runTool(wordsOf(line), { cwd: folder, stdin: '', ...(changes ? { changes } : {}) });
    expect(await of('check --watch --list', [])).toMatchObject({ exit: 2, stdout: '' });
    expect(await of('check --watch --rubric cchc/rubric.yaml -', [])).toMatchObject({ exit: 2, stdout: '' });
    expect(await of('check nowhere --watch', [])).toMatchObject({ exit: 2, stdout: '' });
    expect(await of('check cchc --watch')).toMatchObject({ exit: 2, stderr: 'Nothing can be watched here.\n' });
  });
});

describe('a series of events', () => {
  it('is one change: each event puts the work off until none follows', () => {
    const alarms: { work: () => void; on: boolean }[] = [];
    let done = 0;
    const stir = debounced(
      () => done++,
      (work) => {
        const alarm = { work, on: true };
        alarms.push(alarm);
        return () => {
          alarm.on = false;
        };
      },
    );
    for (let at = 0; at < 5; at++) stir();
    expect(alarms.map(({ on }) => on)).toEqual([false, false, false, false, true]);
    expect(done).toBe(0);
    for (const { work, on } of alarms) if (on) work();
    expect(done).toBe(1);
  });
});

describe('the process', () => {
  it('sees a replaced file, checks again, and Ctrl-C ends it with 130 and no stack', async () => {
    const folder = copySample();
    const tool = spawn(process.execPath, [join(ROOT, 'bin/parindex.js'), 'check', 'cchc', '--watch'], { cwd: folder });
    const written = { stdout: '', stderr: '' };
    let waits = 0;
    tool.stdout.on('data', (bytes) => {
      written.stdout += bytes;
    });
    tool.stderr.on('data', (bytes: Buffer) => {
      written.stderr += bytes;
      const now = written.stderr.match(/Watching/g)?.length ?? 0;
      for (; waits < now; waits++) waits === 0 ? setImmediate(replace) : tool.kill('SIGINT');
    });
    const replace = () => {
      const text = readFileSync(join(folder, ENTRY), 'utf8').replace('kip-thoi,kip-thoi', 'kip-thoi,sai');
      writeFileSync(join(folder, 'cchc/.new'), text);
      renameSync(join(folder, 'cchc/.new'), join(folder, ENTRY));
    };
    const signal = await new Promise((done) => tool.on('close', (_, by) => done(by)));
    expect(signal).toBe('SIGINT');
    expect(written.stderr).toContain(`Changed: ${ENTRY}`);
    expect(written.stderr).not.toMatch(/^ +at /m);
    expect(written.stdout).toContain('error[unknown-level]');
  });
});
