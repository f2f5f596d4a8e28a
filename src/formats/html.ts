/** The page as one HTML file: the published page where the report has one, else the document as it stands. */
import type { Document } from '../model/document.ts';
import { isPublication, type Page } from '../model/page.ts';
import type { Format } from './format.ts';
import { writePage } from './html/page.ts';

export const format: Format<'html'> = {
  render(report, context) {
    return writePage(isPublication(report) ? report.page : pageOf(report.document), context);
  },
};

/** A document's first heading becomes the title of the page, the rest its only section. */
function pageOf({ blocks }: Document): Page {
  const [first, ...rest] = blocks;
  const titled = first?.kind === 'heading' && first.level === 1;
  return {
    title: titled ? first.text : '',
    intro: [],
    sections: [{ anchor: 'content', title: '', blocks: titled ? rest : blocks }],
    footer: '',
  };
}
