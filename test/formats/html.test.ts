/** HTML: one file that needs nothing else, in which whatever a file says is letters and nothing more. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { standaloneSvg } from '../../src/formats/drawing.ts';
import { escapeMarkup } from '../../src/formats/html/escape.ts';
import { STYLE } from '../../src/formats/html/style.ts';
import { format } from '../../src/formats/html.ts';
import { COLOURS, HEAT } from '../../src/formats/palette.ts';
import { number, type Report, text } from '../../src/model/document.ts';
import { makeReport } from '../../src/reports/report.ts';
import { board, decimal, group } from '../reports/sample.ts';

const context = { lang: 'vi', decimal: ',', width: 80, color: 0 } as const;
const HOSTILE = `<script>alert("1")</script> & 'x' \u202eđảo\u2066 =1+1`;

const hostileBoard = {
  ...board,
  title: HOSTILE,
  note: HOSTILE,
  groups: [
    {
      ...group,
      name: HOSTILE,
      standings: group.standings.map((each) => ({ ...each, unit: { ...each.unit, name: HOSTILE } })),
      rubric: {
        ...group.rubric,
        title: HOSTILE,
        domains: group.rubric.domains.map((domain) => ({ ...domain, id: HOSTILE, title: HOSTILE })),
      },
    },
  ],
};

const report = (of: typeof board) =>
  makeReport(of, {
    lang: 'vi',
    toolVersion: '0.0.0',
    files: [{ path: HOSTILE, bytes: 1, sha256: 'ab'.repeat(32) }],
    diagnostics: [],
    margin: decimal('5'),
    date: HOSTILE,
  });

const html = (of: Report): string => format.render(of, context) as string;

describe('encoder', () => {
  it('leaves no markup and shows what cannot be seen', () => {
    expect(escapeMarkup(`<a href="x" id='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;');
    expect(escapeMarkup('a\u202eb\u0000c')).toBe('a\\u{202e}b\\u{0}c');
  });
});

describe('page', () => {
  it('has one script, ours, whatever the names are', () => {
    const page = html(report(hostileBoard));
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('alert("1")');
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(20);
  });

  it('allows nothing but the style and the script whose digests it names', () => {
    const page = html(report(board));
    const digest = (inside: string | undefined) =>
      `'sha256-${createHash('sha256')
        .update(inside ?? '')
        .digest('base64')}'`;
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const [, script] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${digest(style)}`,
      `script-src ${digest(script)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('points nowhere outside and carries no style or handler in an attribute', () => {
    const page = html(report(board));
    expect(page).not.toMatch(/https?:|\ssrc=|@import|url\(/);
    expect(page).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/);
  });

  it('uses each id once, and each link leads to one', () => {
    const page = html(report(board));
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, to]) => to);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((to) => !ids.includes(to))).toEqual([]);
  });

  it('has the mark of the language in figures', () => {
    expect(html(report(board))).toContain('<td class="r strong">92,08</td>');
    expect(format.render(report(board), { ...context, decimal: '.' })).toContain('<td class="r strong">92.08</td>');
  });

  it('is the same for the same report', () => {
    expect(html(report(board))).toBe(html(report(board)));
  });

  it('is made of any report: titles, paragraphs, tables and lines', () => {
    const plain = html({
      document: {
        blocks: [
          { kind: 'heading', level: 1, text: 'Phiếu điểm' },
          { kind: 'paragraph', text: 'Dự thảo', tone: 'warn' },
          { kind: 'lines', lines: [[text('  a <b>', 'bad'), text(' c')]] },
          {
            kind: 'table',
            columns: [
              { title: 'Đơn vị', align: 'left', flexible: true },
              { title: 'Điểm', align: 'right' },
            ],
            rows: [[text('Vạn Ninh'), number('76.28', 'strong')]],
          },
        ],
      },
      flat: { columns: [], rows: [] },
      data: {},
    });
    expect(plain).toContain('<title>Phiếu điểm</title>');
    expect(plain).toContain('<p class="warn">Dự thảo</p>');
    expect(plain).toContain('<pre><span class="bad">  a &lt;b&gt;</span> c</pre>');
    expect(plain).toContain('<th scope="row" class="wide">Vạn Ninh</th>');
    expect(plain).toContain('<td class="r strong">76,28</td>');
  });
});

describe('colours', () => {
  /** Relative luminance and contrast of WCAG 2.1, section 1.4.3. */
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it('can be read: 4.5 : 1 for letters, 3 : 1 for bars', () => {
    for (const { ground, ink } of HEAT) {
      expect(contrast(ground.light, ink.light)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ground.dark, ink.dark)).toBeGreaterThanOrEqual(4.5);
    }
    for (const [part, { light, dark }] of Object.entries(COLOURS)) {
      const least = ['label', 'figure', 'muted'].includes(part) ? 4.5 : part === 'grid' ? 1 : 3;
      expect(contrast(light, '#ffffff'), part).toBeGreaterThanOrEqual(least);
      expect(contrast(dark, '#0d1117'), part).toBeGreaterThanOrEqual(least);
    }
  });

  it('are declared for day and night', () => {
    expect(STYLE).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(STYLE).toContain('@page{size:A4');
  });
});

describe('drawing alone', () => {
  it('is an SVG with its words, its colours and nothing hostile', () => {
    const chart = {
      title: HOSTILE,
      description: 'Hai đơn vị',
      width: 100,
      height: 50,
      shapes: [
        { kind: 'box', x: 1, y: 2, width: 3, height: 4, part: 'heat-8', hint: HOSTILE } as const,
        { kind: 'label', x: 1, y: 2, text: HOSTILE, anchor: 'start', part: 'heat-8' } as const,
      ],
    };
    const svg = standaloneSvg(chart);
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="94"');
    expect(svg).toContain('<desc id="d">Hai đơn vị</desc>');
    expect(svg).toContain('fill="#0d3f68"');
    expect(svg).toContain('fill="#ffffff">&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });
});
