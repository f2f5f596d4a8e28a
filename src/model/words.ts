/** Words a person reads, in each language the tool speaks. A missing language is a type error. */

export type Language = 'en' | 'vi';

export const LANGUAGES: readonly Language[] = ['en', 'vi'];

export interface Words {
  readonly en: string;
  readonly vi: string;
}

/** Words made from facts. */
export interface Told<Facts> {
  readonly en: (facts: Facts) => string;
  readonly vi: (facts: Facts) => string;
}
