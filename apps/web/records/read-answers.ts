import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { Answers } from './answers.ts';
import { anchorOf, type Field } from './field.ts';
import { readDay, readMoment, readVagueDay } from './read-dates.ts';

/** What was answered and what is wrong with it, by the place on the page that each fault leads to. */
interface ReadForm {
  readonly answers: Answers;
  readonly faults: Faults;
}

interface OptionField extends Pick<Field, 'kind' | 'name'> {
  readonly options: readonly { readonly value: string }[];
}

/** How one field was filled: its values, or what is wrong with them. */
type Filled = readonly string[] | string;

/** Checks what was typed against the fields. `today`: the local day; what has passed is judged by `now`. */
export function readAnswers(
  fields: readonly Field[],
  typed: FormFields,
  about: { readonly words: Words; readonly now: Date },
): ReadForm {
  const values = new Map<string, readonly string[]>();
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const filled = fill(field, typed, about);
    if (typeof filled === 'string') faults[anchorOf(field)] = filled;
    else if (filled.length > 0) values.set(field.name, filled);
    else {
      const missing = missingOf(field, typed);
      if (missing !== undefined) faults[anchorOf(field)] = missing;
    }
  }
  return { answers: new Answers(values), faults };
}

function missingOf({ missing, missingWhen }: Field, typed: FormFields): string | undefined {
  const isNeeded = missingWhen !== undefined && textOf(typed, missingWhen.name) === missingWhen.is;
  return isNeeded ? missingWhen.text : missing;
}

function fill(field: Field, typed: FormFields, { words, now }: { words: Words; now: Date }): Filled {
  const { faults } = words.records;
  switch (field.kind) {
    case 'line':
    case 'prose':
      return prose(textOf(typed, field.name), field.longest, faults.tooLong);
    case 'choice':
    case 'list':
    case 'choices':
      return chosen(field, typed);
    case 'tick':
      return chosen({ ...field, options: TICKED }, typed);
    case 'day':
    case 'vagueDay':
    case 'moment':
      return DATES[field.kind](field, typed, { faults, now });
  }
}

const TICKED = [{ value: 'yes' }];
const DATES = { day: readDay, vagueDay: readVagueDay, moment: readMoment };

/** Browsers send line ends of two characters; one is counted and kept. */
function prose(given: string, longest: number, tooLong: (n: number) => string): Filled {
  const text = given.replaceAll('\r\n', '\n').trim();
  if (text.length > longest) return tooLong(longest);
  return text === '' ? [] : [text];
}

/** What is offered, in the order in which it is; one alone, except where several may be chosen. */
function chosen({ kind, name, options }: OptionField, typed: FormFields): readonly string[] {
  const given = kind === 'choices' ? [typed[name] ?? []].flat() : [textOf(typed, name)];
  return options.map(({ value }) => value).filter((value) => given.includes(value));
}
