// Whether two ranked CSV files say the same: points, rank and grade of every unit.
import { readFileSync } from 'node:fs';

const COLUMNS = ['group', 'rank', 'points', 'grade'];

/** Throws at the first difference; gives the number of units that were compared. */
export function compareRankings(ours, theirs) {
  const [left, right] = [byUnit(ours), byUnit(theirs)];
  if (left.size !== right.size) throw new Error(`${ours} has ${left.size} units, ${theirs} ${right.size}`);
  for (const [unit, own] of left) {
    const other = right.get(unit);
    for (const column of COLUMNS) {
      if (own[column] === other?.[column]) continue;
      throw new Error(`unit ${unit}, ${column}: ${own[column]} in ${ours}, ${other?.[column]} in ${theirs}`);
    }
  }
  return left.size;
}

function byUnit(path) {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split(',').map((name) => name.replaceAll('"', ''));
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const row = Object.fromEntries(names.map((name, at) => [name, cells[at]]));
      return [row.unit, row];
    }),
  );
}
