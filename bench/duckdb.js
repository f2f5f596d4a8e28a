// The peer: the same job in DuckDB at its best setting (columns declared, the rest detected, 2 threads).
// Call: node duckdb.js <folder> <long|shuffled|wide|files> <output>
import { DuckDBInstance } from '@duckdb/node-api';
import { leaves, POINTS_SQL } from './job.js';

const [folder, shape, output] = process.argv.slice(2);

const COLUMNS =
  "columns = {unit: 'VARCHAR', criterion: 'VARCHAR', value: 'DOUBLE', numerator: 'DOUBLE', denominator: 'DOUBLE', evidence: 'VARCHAR'}";

/** unit and points by domain; the wide shape is summed leaf by leaf, which is faster than unpivoting it. */
function sums() {
  if (shape === 'wide') {
    const columns = leaves.flatMap(({ id, kind }) => (kind === 'ratio' ? [`${id}:n`, `${id}:d`] : [id]));
    const declared = ["unit: 'VARCHAR'", ...columns.map((name) => `'${name}': 'DOUBLE'`)].join(', ');
    const points = (leaf) =>
      `(${POINTS_SQL.replace(/\bkind\b/, `'${leaf.kind}'`)
        .replace(/\bvalue\b/g, `"${leaf.kind === 'ratio' ? `${leaf.id}:n` : leaf.id}"`)
        .replace(/\bnumerator\b/g, `"${leaf.kind === 'ratio' ? `${leaf.id}:n` : leaf.id}"`)
        .replace(/\bdenominator\b/g, `"${leaf.kind === 'ratio' ? `${leaf.id}:d` : leaf.id}"`)})`;
    const domain = (at) =>
      leaves
        .filter((leaf) => leaf.domain === at)
        .map(points)
        .join(' + ');
    const list = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `${domain(at)} AS d${at}`).join(', ');
    return `SELECT unit, ${list} FROM read_csv('${folder}/typed-wide.csv', header = true, columns = {${declared}})`;
  }
  const file = shape === 'files' ? `${folder}/typed-files/*.csv` : `${folder}/typed-${shape}.csv`;
  const list = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `sum(points) FILTER (domain = ${at}) AS d${at}`).join(', ');
  return `SELECT unit, ${list} FROM (
    SELECT unit, domain, ${POINTS_SQL} AS points
    FROM read_csv('${file}', header = true, ${COLUMNS}) JOIN criteria USING (criterion)
  ) GROUP BY unit`;
}

/** Half up at two places; the nudge takes back what doubles lose just below a half. */
const cents = (value) => `CAST(floor((${value}) * 100 + 0.5 + 1e-7) AS BIGINT)`;
const decimal = (value) => `printf('%d.%02d', (${value}) // 100, (${value}) % 100)`;

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await connection.run(
  `CREATE TABLE criteria AS SELECT * FROM read_csv('${folder}/criteria.csv', header = true, columns = {criterion: 'VARCHAR', domain: 'INTEGER', kind: 'VARCHAR'})`,
);
await connection.run(`
  COPY (
    WITH sums AS (${sums()}),
    totals AS (
      SELECT "group", unit,
        ${cents('d1 + d2 + d3 + d4 + d5 + d6 + d7 + d8')} AS total
      FROM sums JOIN read_csv('${folder}/units.csv', header = true, columns = {id: 'VARCHAR', name: 'VARCHAR', "group": 'VARCHAR'}) ON id = unit
    )
    SELECT "group", rank() OVER (PARTITION BY "group" ORDER BY total DESC) AS rank, unit, ${decimal('total')} AS points,
      CASE WHEN total >= 7000 THEN 'tot' WHEN total >= 6500 THEN 'kha' ELSE 'yeu' END AS grade
    FROM totals ORDER BY "group", rank, unit
  ) TO '${output}' (HEADER, DELIMITER ',')`);
