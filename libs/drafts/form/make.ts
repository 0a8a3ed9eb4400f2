import type { Control } from './control.ts';

type Opens = Readonly<Record<string, readonly Control[]>>;

const ANSWERS = ['yes', 'no', 'not_known'] as const;

/** Makes questions whose names begin alike, such as all about the second child. */
export function questionsOf(prefix: string) {
  const named = (key: string) => ({ key, name: key.replace(/^(child|adult)-/, prefix) });
  return {
    line: (key: string, most = 200, use?: 'tel' | 'email' | 'postcode'): Control => ({
      ...named(key),
      kind: 'line',
      most,
      ...(use === undefined ? {} : { use }),
    }),
    prose: (key: string, most = 20_000): Control => ({ ...named(key), kind: 'prose', most }),
    one: (key: string, options: readonly string[], opens: Opens = {}): Control => ({
      ...named(key),
      kind: 'one',
      options,
      opens,
    }),
    answer: (key: string, opens: Opens = {}): Control => ({ ...named(key), kind: 'one', options: ANSWERS, opens }),
    many: (key: string, options: readonly string[], alone?: string): Control => ({
      ...named(key),
      kind: 'many',
      options,
      ...(alone === undefined ? {} : { alone }),
    }),
    day: (key: string): Control => ({ ...named(key), kind: 'day' }),
    amount: (key: string, most = 999): Control => ({ ...named(key), kind: 'amount', most }),
    moment: (key: string): Control => ({ ...named(key), kind: 'moment' }),
  };
}
