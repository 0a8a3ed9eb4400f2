import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import type { Faults } from '../../pages/pages.ts';
import type { Read } from '../../quality/quality.form.ts';

const MOST_CHARACTERS = 4_000;

interface NoteWords {
  readonly noNote: string;
  readonly longNote: string;
}

/** A page may hold many such forms: the field carries the id of what the note is about. */
function noteField(id: string): string {
  return `note-${id}`;
}

export function readNote(fields: FormFields, id: string, words: NoteWords): Read<string> {
  const name = noteField(id);
  const note = textOf(fields, name).trim();
  if (note === '') return { faults: { [name]: words.noNote } satisfies Faults };
  return note.length > MOST_CHARACTERS ? { faults: { [name]: words.longNote } } : { value: note };
}
