/** A pocket calculator for the sums that explanations print: `(271/276 − 80 %) ÷ (100 % − 80 %) × 1.5 ≈ 1.3641`. */

/** One printed sum: what stands before `=` or `≈`, the sign, and the figure after it. */
export interface PrintedSum {
  readonly sum: string;
  readonly sign: string;
  readonly result: string;
}

/** The sums in a sentence; words before a sum are left out. */
export function sumsIn(sentence: string): readonly PrintedSum[] {
  const pattern = /(?:^|; |\| |: |last year )([-\d.%()/ ×÷−+]+) ([=≈]) (-?[\d.]+(?: %)?)(?=$|;| \|)/g;
  return [...sentence.matchAll(pattern)]
    .map(([, sum = '', sign = '', result = '']) => ({ sum, sign, result }))
    .filter(({ sum }) => !/^×/.test(sum));
}

/** How far the printed result is from the true one, in units of its last printed digit; 0 or nearly for a true `=`. */
export function distanceOf({ sum, result }: PrintedSum): number {
  const decimals = /\.(\d+)/.exec(result)?.[1]?.length ?? 0;
  const scale = result.endsWith('%') ? 100 : 1;
  return Math.abs(calculate(sum) * scale - calculate(result) * scale) * 10 ** decimals;
}

/** Sums, products and brackets, with `%` after a number; plain doubles, as a calculator would. */
export function calculate(text: string): number {
  const tokens = [...text.matchAll(/\d+(?:\.\d+)?|[()×÷/−+%-]/g)].map(([token]) => token);
  let at = 0;
  const atom = (): number => {
    const token = tokens[at++];
    if (token === '-') return -atom();
    let value = Number(token);
    if (token === '(') {
      value = terms();
      at++;
    }
    while (tokens[at] === '%') {
      value /= 100;
      at++;
    }
    return value;
  };
  const factors = (): number => {
    let value = atom();
    for (let sign = tokens[at]; sign === '×' || sign === '÷' || sign === '/'; sign = tokens[at]) {
      at++;
      value = sign === '×' ? value * atom() : value / atom();
    }
    return value;
  };
  const terms = (): number => {
    let value = factors();
    for (let sign = tokens[at]; sign === '+' || sign === '−'; sign = tokens[at]) {
      at++;
      value = sign === '+' ? value + factors() : value - factors();
    }
    return value;
  };
  return terms();
}
