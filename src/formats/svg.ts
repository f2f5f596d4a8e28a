/** The one drawing of a report as an SVG file. */
import { isPublication } from '../model/page.ts';
import { standaloneSvg } from './drawing.ts';
import type { Format } from './format.ts';

export const format: Format<'html'> = {
  render(report) {
    if (!isPublication(report) || report.chart === undefined) throw new Error('this report has no drawing');
    return standaloneSvg(report.chart);
  },
};
