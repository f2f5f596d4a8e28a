/** How wide a text is in Times New Roman Bold, so that lines and columns can be measured where no font is at hand. */

/** Advance widths in thousandths of the size, from the metrics of Times Bold (Adobe AFM); what is missing is as wide as a digit. */
const WIDTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [250, ' .,'],
      [278, 'il/'],
      [333, 'fjt-();:'],
      [389, 'Is'],
      [444, 'cerz'],
      [500, 'agovxyJ0123456789'],
      [556, 'bdhknpquS'],
      [611, 'FP'],
      [667, 'BELTZ'],
      [722, 'ACDNRUVXYw'],
      [778, 'GHKOQ'],
      [833, 'm'],
      [944, 'M'],
      [1000, 'W%…'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])),
);

/** The width of a text at a size, in the unit of the size; marks over and under letters add nothing. */
export function textWidth(text: string, size: number): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')];
  return (letters.reduce((total, letter) => total + (WIDTHS[letter] ?? 500), 0) * size) / 1000;
}
