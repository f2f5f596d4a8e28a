/** How a cell wants to be seen; each format does with it what it can. */
export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'warn' | 'muted';
