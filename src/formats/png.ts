/** The one drawing of a report as a PNG, twice its size; its font comes along, so that the pixels are the same everywhere. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { isPublication } from '../model/page.ts';
import { standaloneSvg } from './drawing.ts';
import type { Format } from './format.ts';

const SCALE = 2;

export const format: Format = {
  render(report) {
    if (!isPublication(report) || report.chart === undefined) throw new Error('this report has no drawing');
    const { resolve } = createRequire(import.meta.url);
    const fonts = [
      resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
      resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
    ];
    const drawing = new Resvg(standaloneSvg(report.chart), {
      font: {
        fontFiles: fonts,
        loadSystemFonts: false,
        defaultFontFamily: 'Be Vietnam Pro',
      },
      fitTo: { mode: 'zoom', value: SCALE },
    });
    return drawing.render().asPng();
  },
};
