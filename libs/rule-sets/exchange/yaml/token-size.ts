import type { CST } from 'yaml';
import type { Finding } from '../findings.ts';
import { MAX_DEPTH, MAX_ENTRIES } from '../limits.ts';

type Nested = CST.Token | null | undefined;

function partsOf(token: CST.Token): readonly Nested[] {
  if (token.type === 'document') return [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item): Nested[] => [item.key, item.value]);
}

/** The first place that is nested too deep or has too many entries; without recursion, whatever the text. */
export function sizeFault(tokens: readonly CST.Token[]): Finding | null {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    const isList = 'items' in token;
    const offset = 'offset' in token ? token.offset : 0;
    if (depth > MAX_DEPTH) {
      return { path: '', offset, message: `Lists and objects may be nested at most ${MAX_DEPTH} deep.` };
    }
    if (isList && token.items.length > MAX_ENTRIES + 1) {
      return { path: '', offset, message: `There may be at most ${MAX_ENTRIES} entries here.` };
    }
    for (const part of partsOf(token)) if (part) open.push({ token: part, depth: depth + (isList ? 1 : 0) });
  }
  return null;
}
