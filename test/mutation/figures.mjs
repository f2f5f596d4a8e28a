/** What was measured, as tables of Markdown, and the mutants that no test noticed, line by line. */
const STATUSES = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'];

/** How many of each status there are, in the order above, and the score: percent noticed of those that were tried or that no test came by. */
export function tally(mutants) {
  const counts = STATUSES.map((status) => mutants.filter((mutant) => mutant.status === status).length);
  const [killed, hung, survived, unseen] = counts;
  const all = killed + hung + survived + unseen;
  return { counts, all, score: all === 0 ? 100 : (100 * (killed + hung)) / all };
}

const percent = ({ score, all }) =>
  all === 0 ? 'none' : `${score === 100 ? 100 : Math.min(score, 99.9).toFixed(1)} %`;
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (heads, rows) =>
  [row(heads), row(heads.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

/** One row a room. */
export function roomTable(rooms) {
  const heads = ['room', 'mutants', 'killed', 'timed out', 'survived', 'not covered', 'not tried', 'score', 'state'];
  return table(
    heads,
    rooms.map(({ room, mutants, state }) => {
      const told = tally(mutants);
      return [room, told.all, ...told.counts, percent(told), `\`${state}\``];
    }),
  );
}

/** One row a file, the weakest last; files of 100 % share one. */
export function fileTable({ mutants }) {
  const files = [...new Set(mutants.map(({ file }) => file))].map((file) => ({
    name: file.replace(/^src\/\w+\/|\.ts$/g, ''),
    ...tally(mutants.filter((mutant) => mutant.file === file)),
  }));
  const counted = files.filter(({ all }) => all > 0);
  const whole = counted.filter(({ score }) => score === 100);
  const rest = counted.filter(({ score }) => score < 100).sort((a, b) => b.score - a.score);
  const sum = (at) => whole.reduce((total, { counts }) => total + counts[at], 0);
  const cells = (counts) => counts.slice(0, 4).map((count) => (count === 0 ? '' : count));
  return table(
    ['file', 'score', 'killed', 'timed out', 'survived', 'not covered'],
    [
      ...(whole.length === 0
        ? []
        : [[whole.map(({ name }) => name).join(', '), '100 %', ...cells(STATUSES.map((_, at) => sum(at)))]]),
      ...rest.map((told) => [told.name, percent(told), ...cells(told.counts)]),
    ],
  );
}

/** `src/read/csv.ts:12:8 Survived  was -> became`, one a line. */
export function survivorLines({ mutants }) {
  const line = (text) => text.replace(/\s+/g, ' ').slice(0, 200);
  return mutants
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(
      ({ file, line: at, column, status, was, replacement }) =>
        `${file}:${at}:${column} ${status}  ${line(was)}  ->  ${line(replacement)}`,
    );
}
