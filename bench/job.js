// The job of the bench: 100 leaves of one point each in 8 domains, and what a unit reports for each.
// 40 bands of a percentage, 30 ratios a/b, 20 percentages in proportion with a floor, 10 deductions by count.

export const DOMAINS = 8;
export const LEAVES = 100;
/** As many groups as Vietnam had provinces in 2024. */
export const GROUPS = 63;

/** Kinds of leaves in turn; by tens, so that every domain has some of each. */
const KINDS = ['bands', 'ratio', 'bands', 'floor', 'ratio', 'bands', 'deduct', 'bands', 'ratio', 'floor'];

/** { id, domain, kind } of each leaf: ids such as `3.02`. */
export const leaves = Array.from({ length: LEAVES }, (_, at) => {
  const domain = Math.floor((at * DOMAINS) / LEAVES);
  const first = Math.ceil((domain * LEAVES) / DOMAINS);
  return {
    id: `${domain + 1}.${String(at - first + 1).padStart(2, '0')}`,
    domain: domain + 1,
    kind: KINDS[at % KINDS.length],
  };
});

const RULES = {
  bands:
    '{ type: bands, bands: [{ from: 90%, points: 1 }, { from: 70%, below: 90%, points: 0.5 }, { below: 70%, points: 0 }] }',
  ratio: '{ type: proportional }',
  floor: '{ type: proportional, floor: 70% }',
  deduct: '{ type: deduct, points: 0.1, min: 0 }',
};

/** The points of a leaf in SQL, over the typed columns of the peer's file. */
export const POINTS_SQL = `
  CASE kind
    WHEN 'bands' THEN CASE WHEN value >= 90 THEN 1 WHEN value >= 70 THEN 0.5 ELSE 0 END
    WHEN 'ratio' THEN numerator / denominator
    WHEN 'floor' THEN CASE WHEN value < 70 THEN 0 ELSE value / 100 END
    ELSE CASE WHEN value > 10 THEN 0 ELSE 1 - 0.1 * value END
  END`;

/** The rubric as YAML. */
export function rubricText() {
  const domains = Array.from({ length: DOMAINS }, (_, at) => {
    const own = leaves.filter(({ domain }) => domain === at + 1);
    const criteria = own.map(({ id, kind }) => `      - { id: "${id}", title: ${kind}, max: 1, rule: ${RULES[kind]} }`);
    return [
      `  - id: "${at + 1}"\n    title: Domain ${at + 1}\n    max: ${own.length}\n    criteria:`,
      ...criteria,
    ].join('\n');
  });
  return `format: 1
id: bench
title: Made-up rubric of the bench
rounding: { at: total, decimals: 2 }
rank: { on: rounded, ties: competition }
missing: error
grades:
  on: rounded
  bands: [{ id: tot, name: Tốt, from: 70 }, { id: kha, name: Khá, from: 65 }, { id: yeu, name: Yếu }]
domains:
${domains.join('\n')}
`;
}

/** Random whole numbers below a bound, the same in every run (mulberry32). */
function createDice(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Every row of the job, unit by unit: { unit, group, leaf, cell, typed, evidence }; `typed` for the peer. */
export function* rows(units) {
  const dice = createDice(20191231);
  for (let at = 0; at < units; at++) {
    const unit = unitOf(at);
    for (const leaf of leaves) {
      const { cell, typed } = drawCell(leaf.kind, dice);
      yield { unit, leaf, cell, typed, evidence: drawEvidence(dice) };
    }
  }
}

export function unitOf(at) {
  return { id: String(10_000_000 + at * 7), group: `g${(at % GROUPS) + 1}` };
}

function drawCell(kind, dice) {
  if (kind === 'deduct') {
    const count = dice(13);
    return { cell: `${count}`, typed: `${count},,` };
  }
  if (kind === 'ratio') {
    const below = 1 + dice(400);
    const above = dice(below + 1);
    return { cell: `${above}/${below}`, typed: `,${above},${below}` };
  }
  const hundredths = 4000 + dice(6001);
  const percent = String(hundredths / 100);
  return { cell: `${percent}%`, typed: `${percent},,` };
}

/** One in ten is quoted, with a comma and letters outside ASCII. */
function drawEvidence(dice) {
  const number = 1 + dice(999);
  return dice(10) === 0 ? `"Số ${number}, QĐ-UBND"` : `QD-${number}/UB`;
}
