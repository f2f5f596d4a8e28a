/** Policies of a rubric: what holds if nothing is said, and names that must be in the tree. */
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/model/exact.ts';
import { rubricOf, seeRubric } from './rubric-text.ts';

const GIVEN = 'rule: { type: given }';

/** Twelve lines: with the three that every rubric has, what comes behind begins on line 16. */
const TREE = [
  'domains:',
  '  - id: "1"',
  '    title: Một',
  '    max: 5',
  '    criteria:',
  '      - id: "1.1"',
  '        title: Một một',
  '        max: 4',
  `        parts: [{ id: 1.1.1, title: A, max: 1, ${GIVEN} }, { id: 1.1.2, title: B, max: 3, ${GIVEN} }]`,
  `      - { id: "1.2", title: C, max: 1, ${GIVEN} }`,
  `  - { id: "2", title: Hai, max: 5, criteria: [{ id: "2.1", title: D, max: 5, ${GIVEN} }] }`,
  '',
];

const see = (...lines: readonly string[]) => seeRubric(...TREE, ...lines);
const policiesOf = (...lines: readonly string[]) => rubricOf(...TREE, ...lines);

describe('policies', () => {
  it('that are not written are those of the Ministry: two stages, two decimals of the total, ranks 1, 2, 2, 4', () => {
    expect(policiesOf()).toMatchObject({
      stages: ['self', 'appraised'],
      rounding: { at: 'total', decimals: 2 },
      rank: { on: 'rounded', ties: 'competition', breaks: [] },
      missing: 'error',
      appliesTo: [],
      indexBounds: {},
      adjustmentCaps: {},
    });
    expect(Object.keys(policiesOf())).not.toContain('grades');
  });

  it('are what is written', () => {
    expect(
      policiesOf(
        'stages: [self, appraised, reviewed]',
        'rounding: { at: leaf, decimals: 0 }',
        'rank: { on: exact, ties: dense }',
      ),
    ).toMatchObject({
      stages: ['self', 'appraised', 'reviewed'],
      rounding: { at: 'leaf', decimals: 0 },
      rank: { on: 'exact', ties: 'dense', breaks: [] },
    });
  });
});

describe('stages', () => {
  it.each([
    ['[self]', 'bad-stages 16:9 The stages have no "appraised".'],
    ['[appraised, self]', 'bad-stages 16:21 The stage "self" is not the first.'],
    ['[appraised, appraised]', 'bad-stages 16:21 The stage "appraised" stands twice.'],
    ['[appraised, note]', 'bad-stages 16:21 "note" is the name of another column.'],
    ['[appraised, survey]', 'bad-stages 16:21 "survey" is the name of another column.'],
  ])('%s are refused', (stages, fault) => {
    expect(see(`stages: ${stages}`).told).toEqual([fault]);
  });

  it.each(['[appraised]', '[self, appraised]', '[draft, appraised, reviewed]'])('%s are as good as any', (stages) => {
    expect(see(`stages: ${stages}`).told).toEqual([]);
  });
});

describe('bounds of the index', () => {
  it('leave something between them', () => {
    expect(see('index: { min: 100, max: 0 }').told).toEqual([
      'bounds-crossed 16:8 The lowest index 100 is not below the highest 0.',
    ]);
    expect(see('index: { min: 5, max: 5.0 }').told).toHaveLength(1);
    expect(see('index: { min: 4.99, max: 5 }').told).toEqual([]);
  });

  it('may be one', () => {
    const { min, max } = policiesOf('index: { max: 100 }').indexBounds;
    expect([min, max && toText(max)]).toEqual([undefined, '100']);
    expect(Object.keys(policiesOf('index: { min: 0 }').indexBounds)).toEqual(['min']);
  });
});

describe('tie-breaks', () => {
  it('name domains, criteria and parts, in order', () => {
    expect(
      policiesOf('rank: { break: [{ domain: "2" }, { criterion: "1.1" }, { criterion: 1.1.2 }, { criterion: "2.1" }] }')
        .rank.breaks,
    ).toEqual([
      { level: 'domain', at: 1 },
      { level: 'criterion', at: 0 },
      { level: 'leaf', at: 1 },
      // A criterion that is itself a leaf is a criterion.
      { level: 'criterion', at: 2 },
    ]);
  });

  it('that name what is not there are told at the name', () => {
    const { told, hints } = see('rank: { break: [{ domain: "1.1" }, { criterion: 1.1.3 }, { criterion: "2" }] }');
    expect(told).toEqual([
      'unknown-node 16:27 There is no domain "1.1" in the rubric.',
      'unknown-node 16:49 There is no criterion "1.1.3" in the rubric.',
      'unknown-node 16:71 There is no criterion "2" in the rubric.',
    ]);
    expect(hints[1]).toBe('did you mean "1.1.1"?');
    expect(see('rank: { break: [{ criterion: hoàn-toàn-khác }] }').hints).toEqual([
      'correct the value; docs/rubric.md describes each key.',
    ]);
    expect(see('rank: { break: [{ criterion: something-else }] }').hints).toEqual([
      'name an id that the rubric declares.',
    ]);
  });

  it('name one thing each', () => {
    expect(see('rank: { break: [{ domain: "1", criterion: "1.1" }, {}] }').told).toEqual([
      'one-of-keys 16:17 Exactly one of domain, criterion is asked here.',
      'one-of-keys 16:52 Exactly one of domain, criterion is asked here.',
    ]);
  });
});

const bandsOf = (...bands: readonly string[]) =>
  `  bands: [${bands.map((band) => `{ id: ${band.replace(' ', ', name: A, from: ').replace(/^(\S+)$/, '$1, name: A')} }`).join(', ')}]`;

describe('grades', () => {
  it('fall from the first to the last, which has no line', () => {
    const { grades } = policiesOf('grades:', bandsOf('tot 85', 'kha 84.99', 'yeu'));
    expect(grades?.on).toBe('rounded');
    expect(grades?.bands.map(({ id, from }) => [id, from && toText(from)])).toEqual([
      ['tot', '85'],
      ['kha', '84.99'],
      ['yeu', undefined],
    ]);
    expect(grades?.gates).toEqual([]);
    expect(policiesOf('grades:', '  on: exact', bandsOf('tot')).grades?.on).toBe('exact');
  });

  it.each([
    [
      ['tot 85', 'kha 90', 'yeu'],
      ['grades-not-falling 17:69 "kha" begins at 90, which is not below the 85 of the grade above it. (17:37)'],
    ],
    [
      ['tot 85', 'kha 85', 'yeu'],
      ['grades-not-falling 17:69 "kha" begins at 85, which is not below the 85 of the grade above it. (17:37)'],
    ],
    [
      ['tot 85', 'kha 75'],
      ['grade-ends 17:43 The last grade "kha" has a "from", so a lower index would have no grade.'],
    ],
    [['tot', 'kha'], ['grade-ends 17:11 The grade "tot" has no "from".']],
    [['tot 85', 'tot'], ['repeated-grade 17:49 The grade "tot" stands twice. (17:17)']],
  ])('%s are refused', (bands, faults) => {
    expect(see('grades:', bandsOf(...bands)).told).toEqual(faults);
  });
});

describe('gates', () => {
  const gates = (...gates: readonly string[]) =>
    see(
      'grades:',
      bandsOf('tot 85', 'kha 70', 'yeu'),
      ...(gates.length > 0 ? ['  gates:'] : []),
      ...gates.map((gate) => `    - ${gate}`),
    );

  it('look at each domain, each criterion or one node, and cap at a grade', () => {
    const { rubric, told } = gates(
      '{ each: domain, below: 50, cap: kha }',
      '{ each: criterion, below: 40, cap: yeu }',
      '{ domain: "2", below: 30, cap: tot }',
      '{ criterion: 1.1.1, below: 20.5, cap: kha }',
    );
    expect(told).toEqual([]);
    expect(rubric?.grades?.gates.map(({ nodes, below, cap }) => [nodes, toText(below), cap])).toEqual([
      [
        [
          { level: 'domain', at: 0 },
          { level: 'domain', at: 1 },
        ],
        '50',
        1,
      ],
      [[0, 1, 2].map((at) => ({ level: 'criterion', at })), '40', 2],
      [[{ level: 'domain', at: 1 }], '30', 0],
      [[{ level: 'leaf', at: 0 }], '20.5', 1],
    ]);
  });

  it('name what is there, and one thing each', () => {
    const { told, hints } = gates(
      '{ each: domain, below: 50, cap: khaa }',
      '{ domain: "3", below: 50, cap: kha }',
      '{ each: domain, domain: "1", below: 50, cap: kha }',
      '{ below: 50, cap: tuyệt-vời }',
    );
    expect(told.slice(0, 3)).toEqual([
      'wrong-value 22:25 "tuyệt-vời": an id begins with a letter or digit and holds only letters, digits, ".", "_" and "-".',
    ]);
    expect(hints).toHaveLength(1);
    const second = gates(
      '{ each: domain, below: 50, cap: khaa }',
      '{ domain: "3", below: 50, cap: kha }',
      '{ each: domain, domain: "1", below: 50, cap: kha }',
      '{ below: 50, cap: excellent }',
    );
    expect(second.told).toEqual([
      'unknown-node 19:39 There is no grade "khaa" in the rubric.',
      'unknown-node 20:17 There is no domain "3" in the rubric.',
      'one-of-keys 21:7 Exactly one of each, domain, criterion is asked here.',
      'unknown-node 22:25 There is no grade "excellent" in the rubric.',
      'one-of-keys 22:7 Exactly one of each, domain, criterion is asked here.',
    ]);
    expect(second.hints.slice(0, 2)).toEqual(['did you mean "kha"?', 'did you mean "1"?']);
  });
});
