import type { Language } from '#domain';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', cy: 'cy-GB' };

/** Numbers as readers of a language write them. */
export interface Numbers {
  readonly count: (value: number) => string;
  /** Of a share from 0 to 1: "12.5%". */
  readonly share: (value: number) => string;
}

export function numbersIn(language: Language): Numbers {
  const share = new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 });
  const count = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 });
  return { count: (value) => count.format(value), share: (value) => share.format(value) };
}
