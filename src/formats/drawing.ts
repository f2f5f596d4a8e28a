/** A chart as SVG: inside a page, where its colours are the page's; or alone, where it brings its own. */
import type { Box, Chart, Dot, Label, Line, Part, Shape } from '../model/chart.ts';
import { type Encoded, joined, type Untrusted } from '../model/encoded.ts';
import { escapeMarkup, html } from './html/escape.ts';
import { COLOURS, HEAT } from './palette.ts';

/** First the family that comes with the tool for PNG, then what systems have with Vietnamese letters. */
const FAMILY = html`'Be Vietnam Pro','Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif`;

/** What a part looks like: a class of the page, or its colours on white. */
type Look = (part: Part, kind: 'fill' | 'stroke' | 'ink') => Encoded<'html'>;

const byClass: Look = (part, kind) => html` class="${escapeMarkup(kind)}-${escapeMarkup(part)}"`;

const onWhite: Look = (part, kind) => {
  const colour = escapeMarkup(lightColour(part, kind));
  return kind === 'stroke' ? html` stroke="${colour}"` : html` fill="${colour}"`;
};

function lightColour(part: Part, kind: 'fill' | 'stroke' | 'ink'): string {
  const step = /^heat-(\d)$/.exec(part)?.[1];
  if (step === undefined) return COLOURS[part as keyof typeof COLOURS].light;
  const heat = HEAT[step.charCodeAt(0) - 48];
  return (kind === 'ink' ? heat?.ink.light : heat?.ground.light) ?? '';
}

/** SVG for the inside of a page; `id` is unique on it. */
export function inlineSvg(chart: Chart, id: Encoded<'html'>): Encoded<'html'> {
  const { title, description, width, height } = chart;
  return joined([
    html`<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">`,
    html`<title id="${id}-t">${escapeMarkup(title)}</title><desc id="${id}-d">${escapeMarkup(description)}</desc>`,
    html`${drawn(chart, byClass)}</svg>`,
  ]);
}

/** SVG as a file of its own, on white, with its title on top. */
export function standaloneSvg(chart: Chart): Encoded<'html'> {
  const { title, description, width, height } = chart;
  const head = 44;
  const ink = escapeMarkup(COLOURS.label.light);
  return joined([
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + head}" `,
    html`viewBox="0 ${-head} ${width} ${height + head}" role="img" aria-labelledby="t d" font-family="${FAMILY}">\n`,
    html`<title id="t">${escapeMarkup(title)}</title>\n<desc id="d">${escapeMarkup(description)}</desc>\n`,
    html`<rect x="0" y="${-head}" width="${width}" height="${height + head}" fill="#ffffff"/>\n`,
    html`<text x="12" y="-14" font-size="16" font-weight="600" fill="${ink}">${escapeMarkup(title)}</text>\n`,
    html`${drawn(chart, onWhite)}</svg>\n`,
  ]);
}

function drawn(chart: Chart, look: Look): Encoded<'html'> {
  return joined(chart.shapes.map((shape) => html`${shapeSvg(shape, look)}\n`));
}

function shapeSvg(shape: Shape, look: Look): Encoded<'html'> {
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

function boxSvg({ x, y, width, height, part, hint }: Box, look: Look): Encoded<'html'> {
  const place = html`x="${x}" y="${y}" width="${width}" height="${height}" rx="2"`;
  return html`<rect ${place}${look(part, 'fill')}${hinted('rect', hint)}`;
}

function lineSvg({ points, part, hint }: Line, look: Look): Encoded<'html'> {
  const way = joined(
    points.map(([x, y]) => html`${x},${y}`),
    ' ',
  );
  const dashed = part === 'grid' ? html` stroke-dasharray="4 4" stroke-width="1"` : html` stroke-width="2.5"`;
  return html`<polyline points="${way}" fill="none"${dashed}${look(part, 'stroke')}${hinted('polyline', hint)}`;
}

function dotSvg({ x, y, part }: Dot, look: Look): Encoded<'html'> {
  return html`<circle cx="${x}" cy="${y}" r="4.5"${look(part, 'fill')}/>`;
}

/** `y` is the middle of the letters; their base lies a third of the size below. */
function labelSvg({ x, y, text, anchor, part, strong }: Label, look: Look): Encoded<'html'> {
  const weight = strong ? html` font-weight="600"` : '';
  const place = html`x="${x}" y="${y + 4.5}" font-size="13" text-anchor="${escapeMarkup(anchor)}"`;
  return html`<text ${place}${weight}${look(part, 'ink')}>${escapeMarkup(text)}</text>`;
}

function hinted(element: 'rect' | 'polyline', hint: Untrusted | undefined): Encoded<'html'> {
  return hint === undefined ? html`/>` : html`><title>${escapeMarkup(hint)}</title></${escapeMarkup(element)}>`;
}
