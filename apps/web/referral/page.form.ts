import { type Control, type DraftFields, fieldNamesOf, type FieldValue } from '#drafts';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';

/** What a page carries beside its fields: by which it saves. */
export interface PageMarks {
  readonly saveKey: string;
  readonly base: number;
  readonly writer: string;
  readonly turn: number;
}

/** Everything the page has, as it was typed; a field that was not sent was left empty. */
export function pageFields(controls: readonly Control[], sent: FormFields): DraftFields {
  return Object.fromEntries(controls.flatMap((control) => valuesOf(control, sent)));
}

export function marksOf(sent: FormFields): PageMarks {
  const writer = textOf(sent, '_writer').slice(0, 40);
  return { saveKey: textOf(sent, '_save'), base: countOf(sent, '_base'), turn: countOf(sent, '_seq'), writer };
}

function countOf(sent: FormFields, name: string): number {
  const count = Number(textOf(sent, name));
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

function valuesOf(control: Control, sent: FormFields): (readonly [string, FieldValue])[] {
  switch (control.kind) {
    case 'one': {
      const value = textOf(sent, control.name);
      const opened = Object.values(control.opens).flat();
      const own = [control.name, control.options.includes(value) ? value : ''] as const;
      return [own, ...opened.flatMap((each) => valuesOf(each, sent))];
    }
    case 'many': {
      const ticked = [sent[control.name] ?? []].flat();
      return [[control.name, control.options.filter((option) => ticked.includes(option))]];
    }
    case 'line':
    case 'prose':
    case 'day':
    case 'amount':
    case 'moment':
      return fieldNamesOf(control).map((name) => [name, textOf(sent, name).replaceAll('\r\n', '\n')]);
  }
}
