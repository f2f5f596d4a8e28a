/** A chart as SVG: inside a page, where its colours are the page's; or alone, where it brings its own. */
import type { Box, Chart, Dot, Label, Line, Part, Shape } from '../model/chart.ts';
import { escapeMarkup } from './html/escape.ts';
import { COLOURS, HEAT } from './palette.ts';

/** First the family that comes with the tool for PNG, then what systems have with Vietnamese letters. */
const FAMILY = "'Be Vietnam Pro','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** What a part looks like: a class of the page, or its colours on white. */
type Look = (part: Part, kind: 'fill' | 'stroke' | 'ink') => string;

const byClass: Look = (part, kind) => ` class="${kind === 'ink' ? 'ink' : kind}-${part}"`;

const onWhite: Look = (part, kind) => ` ${kind === 'stroke' ? 'stroke' : 'fill'}="${lightColour(part, kind)}"`;

function lightColour(part: Part, kind: 'fill' | 'stroke' | 'ink'): string {
  const step = /^heat-(\d)$/.exec(part)?.[1];
  if (step === undefined) return COLOURS[part as keyof typeof COLOURS].light;
  const heat = HEAT[step.charCodeAt(0) - 48];
  return (kind === 'ink' ? heat?.ink.light : heat?.ground.light) ?? '';
}

/** SVG for the inside of a page; `id` is unique on it. */
export function inlineSvg(chart: Chart, id: string): string {
  const { title, description, width, height } = chart;
  return (
    `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(description)}</desc>` +
    `${drawn(chart, byClass)}</svg>`
  );
}

/** SVG as a file of its own, on white, with its title on top. */
export function standaloneSvg(chart: Chart): string {
  const { title, description, width, height } = chart;
  const head = 44;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + head}" ` +
    `viewBox="0 ${-head} ${width} ${height + head}" role="img" aria-labelledby="t d" font-family="${FAMILY}">\n` +
    `<title id="t">${escapeMarkup(title)}</title>\n<desc id="d">${escapeMarkup(description)}</desc>\n` +
    `<rect x="0" y="${-head}" width="${width}" height="${height + head}" fill="#ffffff"/>\n` +
    `<text x="12" y="-14" font-size="16" font-weight="600" fill="${COLOURS.label.light}">${escapeMarkup(title)}</text>\n` +
    `${drawn(chart, onWhite)}</svg>\n`
  );
}

function drawn(chart: Chart, look: Look): string {
  return chart.shapes.map((shape) => `${shapeSvg(shape, look)}\n`).join('');
}

function shapeSvg(shape: Shape, look: Look): string {
  switch (shape.kind) {
    case 'box':
      return boxSvg(shape, look);
    case 'line':
      return lineSvg(shape, look);
    case 'dot':
      return dotSvg(shape, look);
    case 'label':
      return labelSvg(shape, look);
  }
}

function boxSvg({ x, y, width, height, part, hint }: Box, look: Look): string {
  const place = `x="${x}" y="${y}" width="${width}" height="${height}" rx="2"`;
  return `<rect ${place}${look(part, 'fill')}${hinted('rect', hint)}`;
}

function lineSvg({ points, part, hint }: Line, look: Look): string {
  const way = points.map(([x, y]) => `${x},${y}`).join(' ');
  const dashed = part === 'grid' ? ' stroke-dasharray="4 4" stroke-width="1"' : ' stroke-width="2.5"';
  return `<polyline points="${way}" fill="none"${dashed}${look(part, 'stroke')}${hinted('polyline', hint)}`;
}

function dotSvg({ x, y, part }: Dot, look: Look): string {
  return `<circle cx="${x}" cy="${y}" r="4.5"${look(part, 'fill')}/>`;
}

/** `y` is the middle of the letters; their base lies a third of the size below. */
function labelSvg({ x, y, text, anchor, part, strong }: Label, look: Look): string {
  const weight = strong ? ' font-weight="600"' : '';
  const place = `x="${x}" y="${y + 4.5}" font-size="13" text-anchor="${anchor}"`;
  return `<text ${place}${weight}${look(part, 'ink')}>${escapeMarkup(text)}</text>`;
}

function hinted(element: string, hint: string | undefined): string {
  return hint === undefined ? '/>' : `><title>${escapeMarkup(hint)}</title></${element}>`;
}
