/** The sample that comes with the tool: the districts and towns of Khánh Hòa in 2019, 8 units and 60 leaves. */
import { type Source, samplePath } from '../../io.ts';
import type { Words } from '../../model/words.ts';
import { type Choices, projectFile } from './start.ts';

export const SAMPLE_YEAR = '2019';

export const SAMPLE_TITLE: Words = {
  en: 'PAR index of the districts and towns of Khánh Hòa, 2019',
  vi: 'Chỉ số cải cách hành chính các huyện, thị xã, thành phố tỉnh Khánh Hòa năm 2019',
};

const NOTE: Words = {
  en:
    'Published: Khánh Vĩnh 92.08, Khánh Sơn 87.34, Ninh Hòa 83.09 and their ranks 1 to 3 (199/QĐ-UBND, 21/01/2020). ' +
    'All criterion marks and the other five units are illustrative.',
  vi:
    'Đã công bố: Khánh Vĩnh 92,08, Khánh Sơn 87,34, Ninh Hòa 83,09 và thứ hạng 1 đến 3 (199/QĐ-UBND, 21/01/2020). ' +
    'Mọi điểm tiêu chí và năm đơn vị còn lại là số liệu minh họa.',
};

/** The schema that the rubric names; it stands in docs in the repository, and beside the rubric in a project. */
export const SCHEMA = 'rubric.schema.json';

const HEAD = `# Bộ tiêu chí mẫu. Lĩnh vực và điểm tối đa theo bộ tiêu chí của trung ương cho cấp tỉnh (2948/QĐ-BNV, 28/12/2017);
# tiêu chí, lời văn, điểm và cách chấm là minh họa. Mã là văn bản, để trong dấu nháy ("1.10" khác "1.1").
`;

/** Every file of the project by its path in the folder; the schema that rubric.yaml names is not among them. */
export function sample(source: Source, choices: Choices): ReadonlyMap<string, string> {
  const root = samplePath();
  const files = filesUnder(source, root, '').map((name): [string, string] => {
    if (name === 'parindex.yaml') {
      const facts = { note: NOTE[choices.language], groups: { huyen: 'UBND cấp huyện' } };
      return [name, projectFile(choices, facts)];
    }
    const text = new TextDecoder().decode(source.bytes(`${root}/${name}`));
    return [name, name === 'rubric.yaml' ? HEAD + text.replace(`../../docs/${SCHEMA}`, SCHEMA) : text];
  });
  return new Map(files);
}

/** The names of all files below a folder, sorted, with `/`. */
function filesUnder(source: Source, root: string, below: string): readonly string[] {
  const folder = below === '' ? root : `${root}/${below}`;
  return source.list(folder).flatMap((name) => {
    const path = below === '' ? name : `${below}/${name}`;
    return source.kind(`${root}/${path}`) === 'folder' ? filesUnder(source, root, path) : [path];
  });
}
