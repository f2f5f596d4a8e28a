/** The rubric's tree: what a node takes from above, and the laws that hold between nodes. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { rubricOf, seeRubric } from './rubric-text.ts';

const GIVEN = 'rule: { type: given }';

/** Two domains: the first with a criterion of two parts and a leaf, the second with one leaf. */
const TREE = [
  'domains:',
  '  - id: "1"',
  '    title: Một',
  '    max: 6',
  '    criteria:',
  '      - id: "1.1"',
  '        title: Một một',
  '        max: 4',
  '        parts:',
  `          - { id: 1.1.1, title: A, max: 1.5, source: self, evidence: required, ${GIVEN} }`,
  `          - { id: 1.1.2, title: B, max: 2.5, source: survey, exempt: allowed, rule: { type: survey } }`,
  `      - { id: "1.2", title: C, max: 2, note: Xem phụ lục., from: ["1.3", "1.4"], ${GIVEN} }`,
  '  - id: "2"',
  '    title: Hai',
  '    max: 4',
  '    criteria:',
  `      - { id: "2.1", title: D, max: 4, ${GIVEN} }`,
];

describe('the tree', () => {
  const { domains, criteria, leaves } = rubricOf(...TREE);

  it('holds domains, criteria and leaves in the order of the file, each with the positions of those below', () => {
    expect(domains.map(({ id, title, criteria, leaves }) => [id, title, criteria, leaves])).toEqual([
      ['1', 'Một', [0, 1], [0, 1, 2]],
      ['2', 'Hai', [2], [3]],
    ]);
    expect(criteria.map(({ id, domain, leaves, hasParts }) => [id, domain, leaves, hasParts])).toEqual([
      ['1.1', 0, [0, 1], true],
      ['1.2', 0, [2], false],
      ['2.1', 1, [3], false],
    ]);
    expect(leaves.map(({ id, domain, criterion, max }) => [id, domain, criterion, toText(max)])).toEqual([
      ['1.1.1', 0, 0, '1.5'],
      ['1.1.2', 0, 0, '2.5'],
      ['1.2', 0, 1, '2'],
      ['2.1', 1, 2, '4'],
    ]);
  });

  it('knows where each node stands, and where its maximum is set', () => {
    expect(leaves[1]).toMatchObject({ place: { line: 14, column: 19 }, maxPlace: { line: 14, column: 41 } });
    expect(criteria[0]).toMatchObject({ place: { line: 9, column: 13 }, maxPlace: { line: 11, column: 14 } });
    expect(domains[1]).toMatchObject({ place: { line: 16, column: 9 }, maxPlace: { line: 18, column: 10 } });
  });

  it('gives a leaf what it says of itself: the appraised figure, no evidence, no exemption if it says nothing', () => {
    expect(leaves.map(({ source, evidence, exemptible }) => [source, evidence, exemptible])).toEqual([
      ['self', true, false],
      ['survey', false, true],
      ['appraised', false, false],
      ['appraised', false, false],
    ]);
    expect(leaves[2]).toMatchObject({ note: 'Xem phụ lục.', rule: { type: 'given' } });
    expect(leaves[2]?.from).toMatchObject([
      { id: '1.3', place: { line: 15, column: 67 } },
      { id: '1.4', place: { line: 15, column: 74 } },
    ]);
    expect(Object.keys(leaves[3] ?? {})).not.toContain('note');
    expect(Object.keys(leaves[3] ?? {})).not.toContain('from');
  });

  it('permits n/a on all leaves below a domain or a criterion that permits it, and on no other', () => {
    const exemptible = (lines: readonly string[]) => rubricOf(...lines).leaves.map((leaf) => leaf.exemptible);
    expect(exemptible(TREE.toSpliced(3, 0, '    exempt: allowed'))).toEqual([true, true, true, false]);
    expect(exemptible(TREE.toSpliced(7, 0, '        exempt: allowed'))).toEqual([true, true, false, false]);
    expect(exemptible([...TREE.slice(0, -1), TREE.at(-1)?.replace('max: 4', 'max: 4, exempt: allowed') ?? ''])).toEqual(
      [false, true, false, true],
    );
  });
});

describe('ids', () => {
  it('are single among domains, criteria, parts and adjustments together', () => {
    const twice = (from: string, to: string) => seeRubric(...TREE.map((line) => line.replace(from, to))).told;
    expect(twice('- id: "2"', '- id: "1"')).toEqual(['repeated-id 16:9 The id "1" is already taken. (5:9)']);
    expect(twice('id: "2.1"', 'id: 1.1.1')).toEqual(['repeated-id 20:15 The id "1.1.1" is already taken. (13:19)']);
    const adjustment = `adjustments: [{ id: "1", kind: bonus, max: 1, ${GIVEN} }]`;
    expect(seeRubric(...TREE, adjustment).told).toEqual(['repeated-id 21:21 The id "1" is already taken. (5:9)']);
  });

  it('that a spreadsheet would make one number are told: 1.10 beside 1.1, 1.0 beside 1, and only those', () => {
    const lookAlike = (id: string) =>
      seeRubric(...TREE.map((line) => line.replace('id: "2.1"', `id: "${id}"`))).told.map((text) =>
        text.replace(/ A spreadsheet would turn the id ("[^"]*") into ("[^"]*"), which is another id here\./, ' $1 $2'),
      );
    expect(lookAlike('1.10')).toEqual(['look-alike-ids 20:15 "1.10" "1.1" (9:13)']);
    expect(lookAlike('1.2000')).toEqual(['look-alike-ids 20:15 "1.2000" "1.2" (15:15)']);
    expect(lookAlike('1.0')).toEqual(['look-alike-ids 20:15 "1.0" "1" (5:9)']);
    expect(lookAlike('2.00')).toEqual(['look-alike-ids 20:15 "2.00" "2" (16:9)']);
    // Another number, no number, or a number that is no other id.
    for (const id of ['1.01', '10', '20', 'a1.10', '1.10a', '1.1.10', '7.10', '2.1']) expect(lookAlike(id)).toEqual([]);
  });
});

describe('maxima', () => {
  it('of a parent are the sum of its children: told at the parent, with the sum', () => {
    const { rubric, told, hints } = seeRubric(
      ...TREE.map((line) => line.replace('    max: 6', '    max: 7').replace('max: 2.5', 'max: 2.4')),
    );
    expect(rubric).toBeUndefined();
    expect(told).toEqual([
      'max-not-sum 11:14 The maximum of 1.1 is 4; its children add up to 1.5 + 2.4 = 3.9.',
      'max-not-sum 7:10 The maximum of 1 is 7; its children add up to 4 + 2 = 6.',
    ]);
    expect(hints).toEqual([
      "correct a child's maximum, or write 3.9 here.",
      "correct a child's maximum, or write 6 here.",
    ]);
  });

  it('add up exactly: 0.1 + 0.2 is 0.3', () => {
    const criterion = (id: string, max: string) => `      - { id: "${id}", title: A, max: ${max}, ${GIVEN} }`;
    const domain = ['domains:', '  - id: "1"', '    title: A', '    max: 0.3', '    criteria:'];
    expect(seeRubric(...domain, criterion('1.1', '0.1'), criterion('1.2', '0.2')).told).toEqual([]);
    expect(toText(rubricOf(...TREE).scale)).toBe('10');
  });
});

describe('a criterion', () => {
  const domain = ['domains:', '  - id: "1"', '    title: A', '    max: 1', '    criteria:'];
  const part = `parts: [{ id: 1.1.1, title: A, max: 1, ${GIVEN} }]`;

  it.each([
    ['neither parts nor a rule', '', 'has neither parts nor a rule.'],
    ['a source alone', ', source: self', 'has neither parts nor a rule.'],
    ['parts and a rule', `, ${GIVEN}, ${part}`, "has parts and also a leaf's keys (rule, source, evidence or cost)."],
    [
      'parts and a source',
      `, source: self, ${part}`,
      "has parts and also a leaf's keys (rule, source, evidence or cost).",
    ],
    [
      'parts and evidence',
      `, evidence: required, ${part}`,
      "has parts and also a leaf's keys (rule, source, evidence or cost).",
    ],
    ['parts and a cost', `, cost: 2, ${part}`, "has parts and also a leaf's keys (rule, source, evidence or cost)."],
  ])('is a leaf or a parent, told at its id: with %s it is neither', (_, keys, words) => {
    const { told } = seeRubric(...domain, `      - { id: "1.1", title: A, max: 1${keys} }`);
    expect(told).toEqual([`leaf-or-parent 9:15 1.1 ${words}`]);
  });

  it('with parts may permit n/a and have a note', () => {
    const line = `      - { id: "1.1", title: A, max: 1, exempt: allowed, note: B, ${part} }`;
    expect(rubricOf(...domain, line).criteria[0]).toMatchObject({ note: 'B', hasParts: true });
  });
});

describe('rules', () => {
  const leaf = (more: string) => [
    ...['domains:', '  - id: "1"', '    title: A', '    max: 1', '    criteria:'],
    `      - { id: "1.1", title: A, max: 1, ${more} }`,
  ];

  it('are held against their leaf; what its maximum contradicts names the maximum too', () => {
    const { told } = seeRubric(...leaf('rule: { type: levels, levels: { a: 2, b: 1 } }'));
    expect(told).toEqual([expect.stringMatching(/^points-out-of-range 9:75 .*\(9:37\)$/)]);
  });

  it('are told at the value, or at the key where a name is at fault', () => {
    const { told } = seeRubric(...leaf('rule: { type: levels, levels: { Hoà: 1, hòa: 0 } }'));
    expect(told).toEqual([expect.stringMatching(/^alike-names 9:80 [^(]*$/)]);
  });

  it('know whose figure counts: a survey rule asks for the source survey', () => {
    expect(seeRubric(...leaf('rule: { type: survey }')).told).toEqual([expect.stringMatching(/^survey-source 9:/)]);
    expect(seeRubric(...leaf('source: survey, rule: { type: survey }')).told).toEqual([]);
  });
});

describe('adjustments', () => {
  it('have the id for a title where they have none, and stand apart from the scale', () => {
    const { adjustments, scale, leaves } = rubricOf(
      ...TREE,
      'adjustments:',
      `  - { id: T1, kind: bonus, max: 2, evidence: required, note: C, ${GIVEN} }`,
      `  - { id: P1, title: Phạt, kind: penalty, max: 1.5, ${GIVEN} }`,
    );
    expect(adjustments.map(({ id, title, kind, evidence, max }) => [id, title, kind, evidence, toText(max)])).toEqual([
      ['T1', 'T1', 'bonus', true, '2'],
      ['P1', 'Phạt', 'penalty', false, '1.5'],
    ]);
    expect(adjustments[0]).toMatchObject({ note: 'C', place: { line: 22, column: 11 } });
    expect(toText(scale)).toBe('10');
    expect(leaves).toHaveLength(4);
  });

  it('take rules that need neither a survey nor the group', () => {
    const adjustment = (rule: string) =>
      seeRubric(...TREE, `adjustments: [{ id: T1, kind: bonus, max: 2, rule: ${rule} }]`).told;
    expect(adjustment('{ type: survey }')).toHaveLength(1);
    expect(adjustment('{ type: given }')).toEqual([]);
    expect(adjustment('{ type: levels, levels: { a: 3, b: 2 } }')).toEqual([
      expect.stringMatching(/^points-out-of-range 21:/),
    ]);
  });
});
