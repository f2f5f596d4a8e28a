/** JUnit XML by the rules of Jenkins' junit-10.xsd, read by a real XML parser. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/formats/junit.ts';
import { checked, folders, runIn } from '../gallery.ts';
import { context, report } from './hostile.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What each element may hold, which attributes it must and which it may have. */
const RULES: Readonly<Record<string, { children: string[]; must: string[]; may: string[]; text?: true }>> = {
  testsuites: { children: ['testsuite'], must: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    children: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
    must: ['name', 'tests', 'failures', 'errors'],
    may: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
  },
  properties: { children: ['property'], must: [], may: [] },
  property: { children: [], must: ['name', 'value'], may: [] },
  testcase: {
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
    must: ['name'],
    may: ['time', 'classname', 'group'],
  },
  failure: { children: [], must: [], may: ['type', 'message'], text: true },
  'system-out': { children: [], must: [], may: [], text: true },
};

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    (open.at(-1) as Element).text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  expect(root.children.map(({ name }) => name)).toEqual(['testsuites']);
  return root.children[0] as Element;
}

function prove({ name, attributes, children, text }: Element): void {
  const rule = RULES[name];
  if (rule === undefined) throw new Error(`no rule for <${name}>`);
  expect(rule.must.filter((key) => !(key in attributes))).toEqual([]);
  expect(Object.keys(attributes).filter((key) => ![...rule.must, ...rule.may].includes(key))).toEqual([]);
  expect(children.map((child) => child.name).filter((child) => !rule.children.includes(child))).toEqual([]);
  if (!rule.text) expect(text.trim()).toBe('');
  for (const child of children) prove(child);
}

function casesOf(suites: Element): readonly Element[] {
  return suites.children.flatMap((suite) => suite.children.filter(({ name }) => name === 'testcase'));
}

function isFailed({ children }: Element): boolean {
  return children.some(({ name }) => name === 'failure');
}

describe('junit', () => {
  it.each(checked)('%s is valid, and its totals are those of its tests', async (folder) => {
    const { stdout, exit } = await runIn(folder, ['--format', 'junit']);
    const suites = parse(stdout);
    prove(suites);
    const cases = casesOf(suites);
    expect(suites.attributes['tests']).toBe(`${cases.length}`);
    expect(suites.attributes['failures']).toBe(`${cases.filter(isFailed).length}`);
    for (const suite of suites.children) {
      const own = suite.children.filter(({ name }) => name === 'testcase');
      expect([suite.attributes['tests'], suite.attributes['failures']]).toEqual([
        `${own.length}`,
        `${own.filter(isFailed).length}`,
      ]);
    }
    expect(isFailed(cases[0] as Element)).toBe(exit === 1);
  });

  it('stays XML whatever the texts are', () => {
    const xml = format.render(report, context) as string;
    const suites = parse(xml);
    prove(suites);
    expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\ufffe\uffff]/);
    const cases = casesOf(suites).slice(1);
    expect(cases.map(isFailed)).toEqual([true, false, false, false]);
    expect(cases[0]?.children[0]?.text).toContain(`]]> <b a="1"> 'q' & \\u{1b}[31m`);
  });

  it('has a gallery to look at', () => {
    expect(checked.length).toBeGreaterThan(folders.length / 3);
  });
});
