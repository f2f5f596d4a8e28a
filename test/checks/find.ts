/** Small projects of a check's test: leaves by their rule, units by their cells. */
import { loadFiles } from '../../src/load.ts';
import { leafOf } from '../../src/model/diagnostic.ts';
import { DIALECTS } from '../../src/model/dialect.ts';
import { memorySource } from '../source.ts';

/** A rubric of one domain; each leaf is its id, maximum and everything that follows, such as `rule: { type: given }`. */
export function rubricOf(leaves: readonly (readonly [id: string, max: number, more: string])[]): string {
  const sum = leaves.reduce((all, [, max]) => all + max, 0);
  const criteria = leaves.map(
    ([id, max, more]) => `      - { id: "${id}", title: Tiêu chí ${id}, max: ${max}, ${more} }`,
  );
  return `format: 1
id: so-2024
title: Bộ tiêu chí cấp sở
domains:
  - id: "1"
    title: Cải cách thủ tục hành chính
    max: ${sum}
    criteria:
${criteria.join('\n')}
`;
}

/** What is found in one file of rows `unit,criterion,self,appraised,survey,note`: code, unit and leaf of each. */
export function found(rubric: string, rows: readonly string[]): readonly string[] {
  const csv = ['unit,criterion,self,appraised,survey,note', ...rows, ''].join('\n');
  const source = memorySource(
    new Map([
      ['rubric.yaml', rubric],
      ['2024.csv', csv],
    ]),
  );
  const loaded = loadFiles(source, { rubrics: ['rubric.yaml'], entries: ['2024.csv'], dialect: DIALECTS.data });
  return loaded.diagnostics.map((one) => [one.fault.code, one.unit, leafOf(one)].filter(Boolean).join(' '));
}
