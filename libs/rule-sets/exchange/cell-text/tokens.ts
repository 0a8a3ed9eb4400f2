import { CellFault } from './cell-fault.ts';

/** A word (ids, keywords, numbers), a text in double quotes, a mark of punctuation, or the end. */
export interface Token {
  readonly kind: 'word' | 'text' | 'mark' | 'end';
  readonly value: string;
  readonly offset: number;
}

const PATTERN = /(?:(-?[A-Za-z0-9][A-Za-z0-9._-]*)|("(?:[^"\\]|\\.)*")|([();,:]))/y;
const SPACE = /\s*/y;

function textOf(quoted: string, offset: number): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw new CellFault(
      offset,
      'This text has a line break or an escape that is not known; write \\n for a line break.',
    );
  }
}

function tokenAt(text: string, from: number): { readonly token: Token; readonly end: number } {
  SPACE.lastIndex = from;
  const offset = from + (SPACE.exec(text)?.[0].length ?? 0);
  if (offset === text.length) return { token: { kind: 'end', value: '', offset }, end: offset };
  PATTERN.lastIndex = offset;
  const match = PATTERN.exec(text);
  if (match === null) throw new CellFault(offset, complaint(text, offset));
  const end = PATTERN.lastIndex;
  const [, word, quoted, mark = ''] = match;
  if (word !== undefined) return { token: { kind: 'word', value: word, offset }, end };
  if (quoted !== undefined) return { token: { kind: 'text', value: textOf(quoted, offset), offset }, end };
  return { token: { kind: 'mark', value: mark, offset }, end };
}

function complaint(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (character === '"') return 'The text that begins here has no closing quote.';
  if ('“”„‟'.includes(character)) return 'Texts stand in straight double quotes ("), not in curly ones.';
  return `The character ${JSON.stringify(character)} has no meaning here.`;
}

/**
 * Cuts the text of a cell into tokens; the last is always the end.
 *
 * @throws CellFault at a character that begins no token.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const { token, end } = tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    at = end;
  }
}
