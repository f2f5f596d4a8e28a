/** The costs of --costs: criterion,cost[,per], each line proved. */
import type { Prices } from '../analyse/plan-ways.ts';
import type { Dialect } from '../model/dialect.ts';
import { parseDecimal, sign } from '../model/exact.ts';
import type { Price, Rubric } from '../model/rubric.ts';
import { readCsv } from '../read/csv.ts';
import { readText } from '../read/text.ts';
import { type Request, UsageError } from './command.ts';
import { proveChoice } from './input.ts';

/** The price of each criterion in the file, written in the dialect of the other files. */
export function loadPrices({ surroundings }: Request, file: string, rubric: Rubric, dialect: Dialect): Prices {
  const { source } = surroundings;
  if (source.kind(file) !== 'file') throw refusal(file, 0, 'there is no such file.', 'không có tệp này.');
  const text = readText(source.bytes(file), dialect.encoding, file).value;
  const prices = new Map<string, Price>();
  const ids = rubric.leaves.map(({ id }) => id);
  let columns: readonly string[] = [];
  const { diagnostics } = readCsv(text ?? '', dialect, file, {
    header: (cells) => {
      columns = cells.map((cell) => cell.toLowerCase());
      return columns.includes('criterion') && columns.includes('cost');
    },
    row: (cells, line) => {
      const cell = (name: string): string => (cells[columns.indexOf(name)] ?? '').trim();
      const id = proveChoice(cell('criterion'), ids, {
        en: `criterion (${file}:${line})`,
        vi: `tiêu chí (${file}:${line})`,
      });
      const cost = parseDecimal(cell('cost'), dialect.mark);
      const per = cell('per') === '' ? 'point' : cell('per');
      if (cost === undefined || sign(cost) < 0) {
        throw refusal(
          file,
          line,
          'a cost is a number of 0 or more, such as 1.5.',
          'chi phí là số từ 0 trở lên, ví dụ 1.5.',
        );
      }
      if (per !== 'point' && per !== 'level') {
        throw refusal(file, line, '"per" is point or level.', 'cột "per" là point hoặc level.');
      }
      if (prices.has(id)) throw refusal(file, line, `${id} stands twice.`, `${id} có hai lần.`);
      prices.set(id, { cost, per });
      return 'used';
    },
  });
  if (diagnostics.length > 0 || !columns.includes('criterion') || !columns.includes('cost')) {
    throw refusal(
      file,
      1,
      'the columns are criterion, cost and perhaps per.',
      'các cột là criterion, cost và có thể có per.',
    );
  }
  return prices;
}

function refusal(file: string, line: number, en: string, vi: string): UsageError {
  const place = line === 0 ? file : `${file}:${line}`;
  return new UsageError({ en: `${place}: ${en}`, vi: `${place}: ${vi}` });
}
