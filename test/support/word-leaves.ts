/** One text of the pages: where it stands, and what it says. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
}

/** A text with something inserted, tried with marks for what is inserted. */
export interface Insertion {
  readonly path: string;
  readonly text: string;
  /** The marks that it shows, in no order. */
  readonly shown: readonly string[];
}

type Insert = (...given: unknown[]) => unknown;

/** Numbers that no text holds by itself. */
const NUMBERS = [70_301, 70_302, 70_303, 70_304, 70_305];
const KINDS: readonly ((index: number) => unknown)[] = [
  (index) => NUMBERS[index],
  (index) => `Qx${String(index)}`,
  (index) => [`Qx${String(index)}`],
];
const BROKEN = /undefined|NaN|\[object|\bnull\b/;

/** Every text under `words`, without those that are made by a function. */
export function textsIn(words: unknown, path = ''): Leaf[] {
  if (typeof words === 'string') return [{ path, text: words }];
  return childrenOf(words, path).flatMap(([at, child]) => textsIn(child, at));
}

/** Every function under `words`. */
export function functionsIn(words: unknown, path = ''): { readonly path: string; readonly insert: Insert }[] {
  if (typeof words === 'function') return [{ path, insert: words as Insert }];
  return childrenOf(words, path).flatMap(([at, child]) => functionsIn(child, at));
}

/**
 * What a function says for marks of the first kind that it takes: numbers, texts, lists of texts.
 * @throws Error for one that takes none of them.
 */
export function tried(path: string, insert: Insert): Insertion {
  for (const kind of KINDS) {
    const marks = Array.from({ length: insert.length }, (_, index) => kind(index));
    const text = said(insert, marks);
    if (text !== null) return { path, text, shown: marks.map(String).filter((mark) => isShown(text, mark)) };
  }
  throw new Error(`${path} takes neither numbers nor texts.`);
}

/** What a function says of so many; null where it does not take numbers. */
export function saidOf(insert: Insert, count: number): string | null {
  return said(
    insert,
    Array.from({ length: insert.length }, () => count),
  );
}

function said(insert: Insert, given: readonly unknown[]): string | null {
  try {
    const text = insert(...given);
    return typeof text === 'string' && !BROKEN.test(text) ? text : null;
  } catch {
    return null;
  }
}

/** Numbers may be written with commas or spaces between the thousands. */
function isShown(text: string, mark: string): boolean {
  return text.includes(mark) || text.replace(/(\d)[,.\s](?=\d)/g, '$1').includes(mark);
}

function childrenOf(words: unknown, path: string): [string, unknown][] {
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).map(([name, child]) => [path === '' ? name : `${path}.${name}`, child]);
}
