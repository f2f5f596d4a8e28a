/** One page with everything a format must carry: all kinds of blocks, names in NFC and NFD, wide letters, hostile text. */
import { number, type Report, text } from '../../src/model/document.ts';

const HOSTILE = 'a|b *c* <b>d</b> `e` [f](http://g.example) \u001b[31mred\u001b[0m \u202eevil';

export const report: Report = {
  document: {
    blocks: [
      { kind: 'heading', level: 1, text: 'Chỉ số CCHC năm 2019' },
      { kind: 'paragraph', text: 'Năm 2019. Căn cứ tính điểm: thẩm định.', tone: 'muted' },
      { kind: 'heading', level: 2, text: 'UBND cấp huyện: 4 đơn vị' },
      {
        kind: 'table',
        columns: [
          { title: 'Hạng', align: 'right' },
          { title: 'Đơn vị', align: 'left', flexible: true },
          { title: 'Chỉ số (%)', align: 'right' },
          { title: 'Xếp loại', align: 'center' },
        ],
        rows: [
          [number('1'), text('Khánh Vĩnh'), number('92.08', 'strong'), text('Tốt', 'good')],
          [text('=2'), text('Ninh Hòa'.normalize('NFD')), number('83.09', 'strong'), text('Khá')],
          [text('=2'), text('慶和 (全角)'), number('-1.50', 'strong'), text('Yếu', 'bad')],
          [number('4'), text(HOSTILE), number('0.00', 'strong'), text('–', 'muted')],
        ],
      },
      { kind: 'paragraph', text: '# not a heading', tone: 'warn' },
      { kind: 'paragraph', text: '1. not a list; = + - neither' },
      {
        kind: 'lines',
        lines: [[text('error[above-max]', 'bad'), text(' entries/a.csv:2:3')], [text('    2 | ``` 1,50')]],
      },
    ],
  },
  flat: {
    columns: ['rank', 'unit', 'index'],
    rows: [
      [number('1'), text('Khánh Vĩnh'), number('92.08')],
      [number('2'), text('=HYPERLINK("http://g.example")'), number('-1.50')],
      [number('3'), text('Sở "A", B'), number('')],
    ],
  },
  data: { schema: 'parindex/example/1', units: [{ unit: 'khanh-vinh', index: '92.08', name: 'a\u202eb' }] },
};
