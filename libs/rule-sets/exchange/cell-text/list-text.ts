import { below } from '../pointer.ts';
import { CellFault } from './cell-fault.ts';
import type { NotePlace } from './parse-condition.ts';

const NONE = 'none';
const PLAIN = /^[^\s";](?:[^";\r\n\t]*[^\s";])?$/;
const QUOTED = /\s*"((?:[^"\\]|\\.)*)"\s*(;|$)/y;
const BARE = /([^;"]*)(;|$)/y;

/** A list of texts with semicolons between them; `none` for one that is there and empty. */
export function listText(items: readonly string[]): string {
  if (items.length === 0) return NONE;
  return items.map((item) => (PLAIN.test(item) && item !== NONE ? item : JSON.stringify(item))).join('; ');
}

function unescaped(quoted: string, offset: number): string {
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    throw new CellFault(
      offset,
      'This text has a line break or an escape that is not known; write \\n for a line break.',
    );
  }
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** @throws CellFault */
export function parseList(text: string, path: string, note: NotePlace): readonly string[] {
  if (text.trim() === NONE) return [];
  const items: string[] = [];
  for (let offset = 0; ;) {
    const bare = matchAt(BARE, text, offset);
    const match = bare ?? matchAt(QUOTED, text, offset);
    if (match === null) {
      throw new CellFault(offset, 'An entry with a double quote in it must stand in double quotes as a whole.');
    }
    const [whole, item = '', end] = match;
    note(below(path, items.length), offset + whole.search(/\S|$/));
    items.push(bare === null ? unescaped(item, offset) : item.trim());
    if (end !== ';') return items;
    offset += whole.length;
  }
}
