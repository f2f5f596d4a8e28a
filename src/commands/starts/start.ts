/** What a new project can begin with, and what every one of them has: its own parindex.yaml, in both languages. */
import type { Language } from '../../model/words.ts';

/** What the person chose. */
export interface Choices {
  readonly language: Language;
  readonly year: string;
  readonly title: string;
}

/** The rest of parindex.yaml, which depends on what the project begins with. */
export interface ProjectFacts {
  /** A remark shown in the reports. */
  readonly note?: string;
  /** Names of the groups by id. */
  readonly groups: Readonly<Record<string, string>>;
}

/** parindex.yaml with comments in both languages. */
export function projectFile({ language, year, title }: Choices, { note, groups }: ProjectFacts): string {
  const named = Object.entries(groups).map(([id, name]) => `  ${id}: ${quoted(name)}`);
  return `# Dự án parindex: năm nào, tệp CSV viết thế nào, mọi thứ ở đâu.
# A parindex project: what year, how the CSV files are written, and where everything is.
year: ${year}
title: ${quoted(title)}
${note === undefined ? '' : `note: ${quoted(note)}\n`}language: ${language} # vi | en
# data: dấu phẩy giữa các ô, dấu chấm thập phân; excel-vi: dấu chấm phẩy, dấu phẩy thập phân (Excel ở Việt Nam)
# data: comma between cells, dot before decimals; excel-vi: semicolon and comma (Excel in Vietnam)
csv: data
rubric: rubric.yaml # bộ tiêu chí / the rubric
units: units.csv # danh sách đơn vị / the units
entries: entries # mỗi đơn vị một tệp / one file a unit
groups: # tên các nhóm xếp hạng riêng / names of the groups that are ranked apart
${named.join('\n')}
`;
}

/** A text between double quotes, as YAML and JSON both read it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
