import type { DraftContent } from './draft-content.ts';
import type { FieldValue } from './fields.ts';

/** What becomes of a text from elsewhere: it takes the field's place, or it goes. */
export type Settling = 'use' | 'drop';

/** Settles the oldest text from elsewhere of a field; what gives way to it stays as one from elsewhere. */
export function settleOther(content: DraftContent, name: string, settling: Settling): DraftContent {
  const [first, ...rest] = content.others[name] ?? [];
  if (first === undefined) return content;
  const before = content.fields[name];
  const kept: readonly FieldValue[] = settling === 'use' && before !== undefined ? [...rest, before] : rest;
  const { [name]: _settled, ...others } = content.others;
  return {
    ...content,
    fields: settling === 'use' ? { ...content.fields, [name]: first } : content.fields,
    others: kept.length === 0 ? others : { ...others, [name]: kept },
  };
}
