/** The colours of charts and tints, on white and on a dark page; each text is at least 4.5 : 1 against its ground. */
import type { Part } from '../model/chart.ts';

export interface Colour {
  readonly light: string;
  readonly dark: string;
}

export const COLOURS: Readonly<Record<Exclude<Part, `heat-${number}`>, Colour>> = {
  label: { light: '#1b1f24', dark: '#e6edf3' },
  figure: { light: '#1b1f24', dark: '#e6edf3' },
  muted: { light: '#57606a', dark: '#9da7b1' },
  axis: { light: '#8c959f', dark: '#6e7681' },
  grid: { light: '#c4ccd4', dark: '#454d57' },
  bar: { light: '#2f6f9f', dark: '#58a6d6' },
  best: { light: '#0b6e4f', dark: '#4cc38a' },
  good: { light: '#2b6f9e', dark: '#5aa9e6' },
  middle: { light: '#9a6200', dark: '#d9a038' },
  low: { light: '#b0501a', dark: '#e0834a' },
  worst: { light: '#a4262c', dark: '#f0716b' },
  none: { light: '#6e7781', dark: '#8b949e' },
  up: { light: '#0b6e4f', dark: '#4cc38a' },
  down: { light: '#a4262c', dark: '#f0716b' },
  level: { light: '#6e7781', dark: '#8b949e' },
};

/** Ground and ink of the steps of a heat map, from the lowest to the highest; the deeper the higher. */
export const HEAT: readonly { readonly ground: Colour; readonly ink: Colour }[] = [
  { ground: { light: '#f3f7fb', dark: '#17212b' }, ink: { light: '#1b1f24', dark: '#e6edf3' } },
  { ground: { light: '#e3edf6', dark: '#1a2b3b' }, ink: { light: '#1b1f24', dark: '#e6edf3' } },
  { ground: { light: '#d0e1f0', dark: '#1c364c' }, ink: { light: '#1b1f24', dark: '#e6edf3' } },
  { ground: { light: '#b8d2e8', dark: '#1f425e' }, ink: { light: '#1b1f24', dark: '#e6edf3' } },
  { ground: { light: '#9cc1df', dark: '#234e70' }, ink: { light: '#1b1f24', dark: '#f5f9fc' } },
  { ground: { light: '#7eaed4', dark: '#295b83' }, ink: { light: '#10151a', dark: '#ffffff' } },
  { ground: { light: '#2f74a8', dark: '#5b9fce' }, ink: { light: '#ffffff', dark: '#0b1016' } },
  { ground: { light: '#1f5c8c', dark: '#84bbe0' }, ink: { light: '#ffffff', dark: '#0b1016' } },
  { ground: { light: '#0d3f68', dark: '#b3d7ef' }, ink: { light: '#ffffff', dark: '#0b1016' } },
];
