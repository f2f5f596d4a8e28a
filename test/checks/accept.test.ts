/** What the council accepts: it stays in sight with its reason, and only what was meant is accepted. */
import { describe, expect, it } from 'vitest';
import { accept } from '../../src/checks/accept.ts';
import { blanksAround, missingValue } from '../../src/faults/entries.ts';
import { type Diagnostic, raise } from '../../src/model/diagnostic.ts';
import { copySample, edit } from '../sample-project.ts';
import { runTool } from '../surface.ts';

const place = { file: 'parindex.yaml', line: 9, column: 5 };
const reason = 'Biên bản số 12/BB-HĐ: tài liệu nộp bản giấy.';
const acceptance = { code: 'blanks-around', reason, place };

function warning(unit: string, file: string): Diagnostic {
  return raise(blanksAround, { file, line: 2, column: 3 }, { shown: '1' }, { unit });
}

describe('accept', () => {
  const found = [warning('so-y-te', 'entries/so-y-te.csv'), warning('so-noi-vu', 'entries/so-noi-vu.csv')];

  it('marks every warning of the code, or those of a unit or file', () => {
    const accepted = (more: object) =>
      accept(found, [{ ...acceptance, ...more }], true).map((one) => one.accepted?.reason);
    expect(accepted({})).toEqual([reason, reason]);
    expect(accepted({ unit: 'so-noi-vu' })).toEqual([undefined, reason]);
    expect(accepted({ file: 'entries/so-y-te.csv' })).toEqual([reason, undefined]);
  });

  it('tells an acceptance that met nothing, but only where everything was read', () => {
    const codes = (isWhole: boolean) =>
      accept(found, [{ ...acceptance, unit: 'so-tu-phap' }], isWhole).map(({ fault, severity }) => [
        fault.code,
        severity,
      ]);
    expect(codes(true).at(-1)).toEqual(['unused-acceptance', 'note']);
    expect(codes(false)).toHaveLength(2);
  });

  it('accepts a law where a policy makes it a warning, and refuses it where it is an error', () => {
    const facts = { leaf: '1.1', column: 'appraised', asZero: true };
    const mild = raise(missingValue, place, facts, { severity: 'warning' });
    const entry = { ...acceptance, code: 'missing-value', leaf: '1.1' };
    expect(accept([mild], [entry], true).map((one) => one.accepted?.reason)).toEqual([reason]);
    const [error, flaw] = accept([raise(missingValue, place, facts)], [entry], true);
    expect([error?.accepted, flaw?.fault.code, flaw?.severity]).toEqual([undefined, 'error-accepted', 'error']);
  });
});

describe('a result made with an accepted warning', () => {
  const spoiled = (): string => {
    const folder = copySample();
    edit(folder, 'cchc/entries/nha-trang.csv', (text) =>
      text.replace(/^2\.2\.2,31\/36,31\/36,,,,[^,]+,$/m, '2.2.2,31/36,31/36,,,,,'),
    );
    return folder;
  };

  it('is refused by --strict until the warning is accepted', async () => {
    const cwd = spoiled();
    expect((await runTool(['rank', 'cchc', '-q'], { cwd })).exit).toBe(0);
    const strict = await runTool(['rank', 'cchc', '--strict', '-q'], { cwd });
    expect([strict.exit, strict.stdout]).toEqual([1, '']);
    expect(strict.stderr).toContain('warning[missing-evidence] cchc/entries/nha-trang.csv:14');
    edit(
      cwd,
      'cchc/parindex.yaml',
      (text) =>
        `${text}accept:\n  - { code: missing-evidence, unit: nha-trang, leaf: "2.2.2", file: entries/nha-trang.csv, reason: "${reason}" }\n`,
    );
    const check = await runTool(['check', 'cchc', '--strict'], { cwd });
    expect(check.exit).toBe(0);
    expect(check.stdout).toContain('accepted[missing-evidence] cchc/entries/nha-trang.csv:14');
    expect(check.stdout).toContain(`accepted: ${reason}`);
    expect(check.stdout).toContain('1 accepted.');
    const ranked = await runTool(['rank', 'cchc', '--strict'], { cwd });
    expect([ranked.exit, ranked.stderr]).toEqual([0, '']);
    expect(ranked.stdout.replace(/\s+/g, ' ')).toContain(
      `Warnings accepted by the council: missing-evidence, 1 (nha-trang): ${reason}`,
    );
    const { accepted } = JSON.parse((await runTool(['rank', 'cchc', '-f', 'json'], { cwd })).stdout);
    expect(accepted).toEqual([{ code: 'missing-evidence', count: 1, units: ['nha-trang'], reason }]);
  });
});
