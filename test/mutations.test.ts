/**
 * Damaged projects: whatever happens to the bytes of a sound one, the tool ends with a declared exit code, and where
 * it gives a ranking at all, it is the one that a reader and a sum of its own (mutations/judge.ts) get from the very
 * bytes: the old one, or that of another legal value. MUTATIONS=100000 runs as many; SEED begins elsewhere.
 */
import { describe, expect, it } from 'vitest';
import type { Request } from '../src/commands/command.ts';
import { command } from '../src/commands/rank.ts';
import { GOOD } from './mutations/good.ts';
import { judge, type Ranked } from './mutations/judge.ts';
import { damaged, dice } from './mutations/mutate.ts';
import { memorySource } from './source.ts';

const RUNS = Number(process.env['MUTATIONS'] ?? 1500);
const SEED = Number(process.env['SEED'] ?? 1);

const good = new Map([...GOOD].map(([path, text]) => [path, new TextEncoder().encode(text)]));

/** The run of `rank . --format json`; what it throws is a crash. */
async function rankJson(files: ReadonlyMap<string, Uint8Array>) {
  const request: Request = {
    args: ['.'],
    options: { format: 'json' },
    formats: command.formats ?? [],
    surroundings: { cwd: '/', source: memorySource(files), width: 80, color: 0, errorColor: 0, version: '0' },
  };
  const { exit, output } = await command.run(request);
  return { exit, ranking: output === undefined ? undefined : rankingIn(`${output}`) };
}

function rankingIn(json: string): readonly Ranked[] {
  const { groups } = JSON.parse(json) as { groups: readonly { units: readonly Ranked[] }[] };
  return groups
    .flatMap(({ units }) => units)
    .map(({ unit, name, rank, points, max, index, grade }) => ({ unit, name, rank, points, max, index, grade }))
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}

describe('the sound project', () => {
  it('is ranked as the judge ranks it', async () => {
    const { exit, ranking } = await rankJson(good);
    expect(exit).toBe(0);
    expect(judge(good)).toEqual({ ranking });
    // By hand: 1.5 + 1.75 + 1.125 + 3 × 29/34 + 0.9 = 7.8338… of 9; shown 7.83, and 7.83 / 9 = 87.00 %.
    expect(ranking?.find(({ unit }) => unit === 'hue')).toEqual({
      ...{ unit: 'hue', name: 'Huế', rank: 1, points: '7.83', max: '9', index: '87.00', grade: 'tot' },
    });
  });
});

describe(`${RUNS} damaged projects`, () => {
  it(
    'give no ranking, the old one, or that of another legal value',
    async () => {
      const before = JSON.stringify((await rankJson(good)).ranking);
      const wrong: string[] = [];
      const outcomes = { refused: 0, same: 0, other: 0 };
      for (let run = 0; run < RUNS; run++) {
        const seed = SEED * 1_000_003 + run;
        const { files, path, done } = damaged(good, dice(seed));
        const told = (what: string): void => {
          wrong.push(`${seed} ${done} ${path}: ${what}`);
        };
        const { exit, ranking } = await rankJson(files).catch((error: unknown) => ({
          exit: `${error instanceof Error ? error.stack : error}`,
          ranking: undefined,
        }));
        if (exit === 1 && ranking === undefined) {
          outcomes.refused++;
          continue;
        }
        if (exit !== 0 || ranking === undefined) {
          told(`exit ${exit}`);
          continue;
        }
        const isSame = JSON.stringify(ranking) === before;
        outcomes[isSame ? 'same' : 'other']++;
        const verdict = judge(files);
        if ('ranking' in verdict) {
          if (JSON.stringify(verdict.ranking) !== JSON.stringify(ranking)) told('another ranking than the judge gives');
        } else if (!isSame || path.endsWith('.csv'))
          told(`ranked${isSame ? ' as before' : ''}, though: ${verdict.why}`);
      }
      expect(wrong).toEqual([]);
      // Damage of every outcome was met, or the test would show nothing.
      for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(RUNS / 100);
    },
    120_000 + RUNS * 100,
  );
});
