import type { NewView } from '#decisions';
import type { FormFields } from '#sign-in';
import { textOf } from '../door/visit.ts';
import type { Faults } from '../pages/pages.ts';
import type { Words } from '../words/words.ts';
import { filtersFrom, queryOf } from './worklist.form.ts';

/** A view to keep, and whether the list is to open with it. */
export interface ViewCommand extends NewView {
  readonly isDefault: boolean;
}

const MOST_CHARACTERS = 60;

export function readView(fields: FormFields, words: Words): { command: ViewCommand | null; faults: Faults } {
  const texts = words.worklist.views;
  const name = textOf(fields, 'name').trim();
  const fault = name === '' ? texts.noName : name.length > MOST_CHARACTERS ? texts.longName : null;
  if (fault !== null) return { command: null, faults: { name: fault } };
  const team = textOf(fields, 'team');
  const isDefault = textOf(fields, 'isDefault') === 'yes';
  return { command: { name, query: keptQuery(fields), team: team === '' ? null : team, isDefault }, faults: {} };
}

/** Filters alone, written as they always are: nothing else that came is kept. */
export function keptQuery(fields: FormFields): string {
  return queryOf(filtersFrom(textOf(fields, 'query')));
}
