/** Diagnostics whose every text tries to break out of the format that it is written in. */
import type { DiagnosticsData } from '../../src/model/diagnostics-data.ts';

export const HOSTILE = `100%\n::error::x\r]]> <b a="1"> 'q' & \u001b[31m \u202e \ufffe \ud800 , : end`;

export const hostile: DiagnosticsData = {
  schema: 'parindex/diagnostics/1',
  ...{ tool: '0.1.0', language: 'en', refused: true, errors: 1, warnings: 1, notes: 1, accepted: 1, shown: 4 },
  codes: [{ code: 'above-max', severity: 'error', count: 4, title: HOSTILE }],
  diagnostics: (['error', 'warning', 'note', 'warning'] as const).map((severity, at) => ({
    ...{ code: 'above-max', severity, accepted: at === 3 ? HOSTILE : null },
    ...{ file: `entries/a,b: 100%/${HOSTILE}.csv`, line: at, column: 1, from: 1, to: 4 },
    ...{ name: HOSTILE, unit: HOSTILE, leaf: null, message: HOSTILE, hint: HOSTILE },
    related: [{ file: HOSTILE, line: 1, column: 0, message: HOSTILE }],
  })),
  checked: null,
};

export const report = { document: { blocks: [] }, flat: { columns: [], rows: [] }, data: hostile };

export const context = { lang: 'en', decimal: '.', width: 80, color: 0 } as const;
