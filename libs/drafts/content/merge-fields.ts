import { createHash } from 'node:crypto';
import type { DraftContent, Mark } from './draft-content.ts';
import { type DraftFields, type FieldValue, sameValue } from './fields.ts';

/** So many changes of a field are remembered: at one every two seconds, two minutes of another device's typing. */
const MOST_MARKS = 60;
const MOST_WRITERS = 30;

/** What a page sends to be kept. */
export interface Saving {
  /** The version that the page was filled with. */
  readonly base: number;
  /** The version that comes of it. */
  readonly version: number;
  /** Tells one open page from another; the same page never stands in its own way. */
  readonly writer: string;
  /** Which saving of the open page this is: it counts up. */
  readonly turn: number;
  readonly fields: DraftFields;
}

export interface Merged {
  readonly content: DraftContent;
  readonly changed: boolean;
  /** Fields in which somebody else had written meanwhile: their text is under `others`. */
  readonly conflicts: readonly string[];
}

/**
 * Takes over what a page sends, field by field. A field that the page did not change keeps what was written elsewhere
 * meanwhile; where both changed it, the later one stands in the field and the other beside it. No text is lost.
 */
export function mergeFields(content: DraftContent, saving: Saving): Merged {
  const { writer, turn, fields } = saving;
  const isLate = (content.turns[writer] ?? 0) > turn;
  const steps = isLate ? [] : Object.entries(fields).map(([name, given]) => ({ name, given }));
  const turns = Object.fromEntries([...Object.entries(content.turns), [writer, turn] as const].slice(-MOST_WRITERS));
  const conflicts: string[] = [];
  let merged = content;
  for (const { name, given } of steps) {
    const weight = weigh(content, name, given, saving);
    if (weight === 'conflict') conflicts.push(name);
    if (weight !== 'unchanged')
      merged = withField(merged, name, given, { ...saving, isConflict: weight === 'conflict' });
  }
  return { content: { ...merged, turns }, changed: merged !== content, conflicts };
}

/** The content with the field's new text; of a conflict with the text before beside it. */
function withField(
  content: DraftContent,
  name: string,
  given: FieldValue,
  saving: Saving & { readonly isConflict: boolean },
): DraftContent {
  const before = content.fields[name] ?? '';
  const { [name]: known = [], ...others } = content.others;
  const kept = saving.isConflict ? [...known.filter((other) => !holds(before, other)), before] : known;
  return {
    ...content,
    fields: { ...content.fields, [name]: given },
    marks: { ...content.marks, [name]: [...(content.marks[name] ?? []), markOf(given, saving)].slice(-MOST_MARKS) },
    others: kept.length === 0 ? others : { ...others, [name]: kept },
  };
}

type Weight = 'changed' | 'unchanged' | 'conflict';

function weigh(content: DraftContent, name: string, given: FieldValue, { base, writer }: Saving): Weight {
  const before = content.fields[name] ?? '';
  if (sameValue(before, given)) return 'unchanged';
  const marks = content.marks[name] ?? [];
  const last = marks.at(-1);
  if (last === undefined || last.version <= base || last.writer === writer) return 'changed';
  if (hashOf(given) === hashAt(marks, base)) return 'unchanged';
  return holds(given, before) ? 'changed' : 'conflict';
}

/** What stood in a field when a page was filled with it, as far as that is remembered. */
function hashAt(marks: readonly Mark[], version: number): string {
  return marks.findLast((mark) => mark.version <= version)?.hash ?? hashOf('');
}

/** Whether nothing of `inner` would be lost. */
function holds(outer: FieldValue, inner: FieldValue): boolean {
  if (typeof outer === 'string' && typeof inner === 'string') return outer.includes(inner);
  return [inner].flat().every((each) => [outer].flat().includes(each));
}

function markOf(value: FieldValue, { version, writer }: Saving): Mark {
  return { version, hash: hashOf(value), writer };
}

function hashOf(value: FieldValue): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64').slice(0, 11);
}
