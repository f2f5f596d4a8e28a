/** The one style sheet of a page: phone, screen, paper, light and dark. */
import { type Encoded, encodedAs } from '../../model/encoded.ts';
import { COLOURS, type Colour, HEAT } from '../palette.ts';

const PAGE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--ground:#ffffff;--raised:#f6f8fa;--rule:#d0d7de;--link:#0b5cad;--focus:#0b5cad;--good:#0b6e4f;--bad:#a4262c;--warn:#8a5a00;--warnground:#fff8e1}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}
h2{font-size:1.375rem;line-height:1.3;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--rule)}
h3{font-size:1.125rem;margin:1.5rem 0 .5rem}
h4{font-size:1rem;margin:0;display:flex;gap:.5rem;align-items:baseline;justify-content:space-between}
p{margin:.5rem 0}
p,h1,h2,h3,h4{overflow-wrap:anywhere}
a{color:var(--link)}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.5rem 1rem;z-index:3}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:1rem 0 0;padding:.5rem 0;border-top:1px solid var(--rule);border-bottom:1px solid var(--rule)}
nav a{display:inline-block;padding:.25rem 0}
.muted{color:var(--soft)}.strong{font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}
p.warn{background:var(--warnground);border-left:4px solid var(--warn);padding:.5rem .75rem;font-weight:600}
pre{overflow-x:auto;background:var(--raised);padding:.75rem;font:14px/1.45 ui-monospace,Consolas,'Cascadia Mono',Menlo,monospace}
.scroll{overflow-x:auto;margin:.75rem 0;border:1px solid var(--rule);border-radius:6px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.9375rem}
caption{text-align:left;padding:.5rem .75rem;font-weight:600;color:var(--soft);font-size:.875rem}
th,td{padding:.375rem .75rem;border-top:1px solid var(--rule);text-align:left;vertical-align:top}
thead th{background:var(--raised);vertical-align:bottom;font-weight:600}
tbody th{font-weight:500}
.r{text-align:right;white-space:nowrap}thead .r{white-space:normal}.c{text-align:center}
.wide{min-width:12rem;overflow-wrap:anywhere}
tfoot td,tfoot th{border-top:2px solid var(--rule);font-weight:600}
th button{all:unset;cursor:pointer;font:inherit;display:inline;text-align:inherit}
th button:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
th button::after{content:'\\00a0\\2195';color:var(--soft);font-size:.8em}
th[aria-sort=ascending] button::after{content:'\\00a0\\25B2';color:var(--ink)}
th[aria-sort=descending] button::after{content:'\\00a0\\25BC';color:var(--ink)}
.tools{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:.75rem 0}
.tools label{display:flex;flex-direction:column;font-size:.875rem;color:var(--soft);gap:.125rem}
.tools input,.tools select{font:inherit;font-size:1rem;padding:.375rem .5rem;min-height:2.5rem;color:var(--ink);background:var(--ground);border:1px solid var(--soft);border-radius:6px;max-width:100%}
.tools output{font-size:.875rem;color:var(--soft);padding-bottom:.5rem}
.more{font:inherit;color:var(--link);background:var(--ground);border:1px solid var(--soft);border-radius:6px;padding:.375rem .75rem;min-height:2.5rem;cursor:pointer}
.more[hidden]{display:none}
@media screen{tr.later{display:none}}
figure{margin:1rem 0}
figure>div{overflow-x:auto}
figure svg{display:block;max-width:100%;min-width:34rem;height:auto;font-family:inherit}
.key{display:flex;flex-wrap:wrap;gap:.25rem;align-items:center;font-size:.8125rem;list-style:none;padding:0;margin:.5rem 0}
.key li{padding:.125rem .5rem;border:1px solid var(--rule);border-radius:4px}
.key li:first-child{border:0;padding-left:0;color:var(--soft)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:1rem}
article{border:1px solid var(--rule);border-radius:6px;padding:.75rem 1rem;break-inside:avoid;min-width:0}
article:target{outline:3px solid var(--focus)}
article p{font-size:.9375rem}
article table{font-size:.875rem}
article .scroll{border:0;margin:.5rem 0 0}
article th,article td{padding:.25rem .375rem}
article caption{padding:.25rem .375rem}
.badge{background:var(--raised);border:1px solid var(--rule);border-radius:1rem;padding:0 .625rem;font-variant-numeric:tabular-nums}
footer{margin-top:3rem;padding-top:.75rem;padding-bottom:2rem;border-top:2px solid var(--rule);color:var(--soft);font-size:.875rem}
.hash{font-family:ui-monospace,Consolas,'Cascadia Mono',Menlo,monospace;font-size:.8125rem;overflow-wrap:anywhere}`;

const DARK = `
:root{--ink:#e6edf3;--soft:#9da7b1;--ground:#0d1117;--raised:#161b22;--rule:#30363d;--link:#6cb6ff;--focus:#6cb6ff;--good:#4cc38a;--bad:#f0716b;--warn:#d9a038;--warnground:#2b2111}`;

const NARROW = `
@media (max-width:40rem){body{font-size:15px}h1{font-size:1.375rem}th,td{padding:.375rem .5rem}.wide{min-width:7.5rem}}`;

/** A4; tables keep their head on each page, rows stay whole, tints are printed, what one operates is left out. */
const PAPER = `
@page{size:A4;margin:15mm 12mm 15mm 15mm}
@media print{
body{font-size:9.5pt;line-height:1.35}
header,main,footer{max-width:none;padding:0}
nav,.tools,.skip,.more{display:none}
th button{display:contents}th button::after{content:''}
.scroll,figure>div{overflow:visible;border:0}
figure svg{min-width:0}
h1{font-size:16pt}h2{font-size:13pt;margin-top:14pt}h3{font-size:11pt}
h2,h3,h4,caption,.tools{break-after:avoid}
figure,tr,article{break-inside:avoid}
thead{display:table-header-group}
table{font-size:8.5pt}
.cards{display:block}
article{margin:0 0 8pt}
th,td{padding:1.5pt 4pt}
.wide{min-width:0}
a{color:inherit;text-decoration:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`;

function rules(pick: (colour: Colour) => string): string {
  const parts = Object.entries(COLOURS).map(
    ([part, colour]) => `.fill-${part},.ink-${part}{fill:${pick(colour)}}.stroke-${part}{stroke:${pick(colour)}}`,
  );
  const heats = HEAT.map(
    ({ ground, ink }, step) =>
      `.heat-${step}{background:${pick(ground)};color:${pick(ink)}}` +
      `.fill-heat-${step}{fill:${pick(ground)}}.ink-heat-${step}{fill:${pick(ink)}}`,
  );
  return [...parts, ...heats].join('\n');
}

/** The same text for every page, so that its digest is too. */
export const STYLE: Encoded<'html'> = encodedAs(
  [
    PAGE,
    rules(({ light }) => light),
    `@media screen and (prefers-color-scheme:dark){${DARK}\n${rules(({ dark }) => dark)}}`,
    NARROW,
    PAPER,
    '',
  ].join('\n'),
);
