/** The earlier ranking that --previous names: a saved one, or a project folder that is scored again. */

import { loadProject } from '../load.ts';
import { hasErrors } from '../model/diagnostic.ts';
import type { Encoded } from '../model/encoded.ts';
import type { PreviousRanking } from '../model/previous.ts';
import type { Scoreboard } from '../model/scoreboard.ts';
import { repeatedKeys } from '../read/json-keys.ts';
import { readSavedRanking } from '../read/saved-ranking.ts';
import { score } from '../score/index.ts';
import { type Request, UsageError } from './command.ts';
import { type Input, limitOf, projectFolder } from './input.ts';
import { tell } from './present.ts';
import { takeText } from './text-file.ts';

export interface Earlier {
  readonly ranking: PreviousRanking;
  /** As it was named. */
  readonly name: string;
  /** The files that were read for it. */
  readonly inputs: readonly string[];
}

/** Undefined where none was asked for; `refused` with the faults as text where the project has errors. */
export async function loadPrevious(
  request: Request,
  input: Input,
): Promise<Earlier | { readonly refused: Encoded<'terminal'> } | undefined> {
  const asked = request.options['previous'];
  if (typeof asked !== 'string') return undefined;
  const name = asked.replaceAll('\\', '/');
  const { source } = request.surroundings;
  if (source.kind(name) === 'file' && /\.json$/i.test(name)) {
    const { value: text = '', diagnostics } = takeText(request, name);
    const ranking = readSavedRanking(text);
    if (ranking === undefined && !hasErrors(diagnostics)) throw notSaved(name);
    const found = [...diagnostics, ...repeatedKeys(text, name)];
    if (ranking === undefined || hasErrors(found)) return { refused: await tell(found, request, input) };
    return { ranking, name, inputs: [name] };
  }
  const folder = projectFolder({ ...request, options: {} }, [name]);
  const loaded = loadProject(source, folder, { keep: limitOf(request) });
  const { assessment, diagnostics, inputs } = loaded;
  if (assessment === undefined || hasErrors(diagnostics))
    return { refused: await tell(diagnostics, request, { ...input, ...loaded }) };
  return { ranking: rankingOf(score(assessment)), name, inputs };
}

function notSaved(name: string): UsageError {
  return new UsageError({
    en: `${name} is no saved ranking; save one with: parindex rank --format json -o ranking.json`,
    vi: `${name} không phải kết quả xếp hạng đã lưu; hãy lưu bằng: parindex rank --format json -o ranking.json`,
  });
}

function rankingOf({ year, groups }: Scoreboard): PreviousRanking {
  return {
    ...(year === undefined ? {} : { year }),
    groups: groups.map(({ id, rubric, standings }) => ({
      id,
      units: standings.map(({ unit, rank, index, grade }) => ({
        unit: unit.id,
        name: unit.name,
        ...(rank === undefined ? {} : { rank }),
        ...(index === undefined ? {} : { index }),
        ...(grade === undefined ? {} : { grade: rubric.grades?.bands[grade.at]?.name ?? '' }),
      })),
    })),
  };
}
