/** SARIF is what OASIS published: every fault of the gallery and hostile texts against the schema. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/formats/sarif.ts';
import { checked, GALLERY, runIn } from '../gallery.ts';
import { context, HOSTILE, hostile, report } from './hostile.ts';

const home = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
const schema = JSON.parse(readFileSync(join(home, '..', 'schemas', 'sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function proved(text: string) {
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

describe('sarif', () => {
  it.each(checked)('%s is valid and points at what the page points at', async (folder) => {
    const run = proved((await runIn(folder, ['--format', 'sarif'])).stdout);
    const page = JSON.parse((await runIn(folder, ['--format', 'json'])).stdout);
    expect(run.results).toHaveLength(page.diagnostics.length);
    for (const [at, result] of run.results.entries()) {
      const { code, file, line, from, to } = page.diagnostics[at];
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect([result.ruleId, run.tool.driver.rules[result.ruleIndex].id]).toEqual([code, code]);
      expect(artifactLocation.uri).toBe(file);
      expect(region?.startLine ?? 0).toBe(line);
      if (from === null) continue;
      // The marked text is the very cell: looked up in the file by the numbers that an editor would use.
      const text = readFileSync(join(GALLERY, folder, file), 'utf8').split('\n')[line - 1] ?? '';
      expect(text.slice(region.startColumn - 1, region.endColumn - 1)).toBe(text.slice(from - 1, to - 1));
      expect(region.endColumn).toBeGreaterThan(region.startColumn);
    }
  });

  it('keeps hostile texts as texts', () => {
    const run = proved(format.render(report, context) as string);
    expect(format.render(report, context)).not.toMatch(/[\u001b\u202e]/);
    expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'warning', 'note', 'warning']);
    expect(run.results[3].suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: hostile.diagnostics[3]?.accepted },
    ]);
    expect(run.results[0].message.text).toBe(`${HOSTILE}\n${HOSTILE}`);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(
      /^entries\/a%2Cb%3A%20100%25\/100%25%0A/,
    );
  });
});
