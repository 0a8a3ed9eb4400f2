import type { WorklistDesk } from '#decisions';
import { chipsOf } from './filters.presenter.ts';
import { type Reader, teamName } from './row.presenter.ts';
import { filtersFrom, listAt } from './worklist.form.ts';

interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly query: string;
  readonly filters: string;
  readonly whose: string;
  readonly isDefault: boolean;
  readonly mayRemove: boolean;
}

export interface ViewsView {
  readonly saved: readonly SavedView[];
  /** The filters that can be kept now; empty when none is set. */
  readonly query: string;
  readonly filters: readonly string[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly opensWithAll: boolean;
}

export function presentViews(
  { views, choice }: WorklistDesk,
  query: string,
  reader: Pick<Reader, 'actor' | 'words' | 'language' | 'profile'>,
): ViewsView {
  const { actor, words, profile } = reader;
  const texts = words.worklist.views;
  const inWords = (text: string): string[] => chipsOf(filtersFrom(text), reader, null);
  const { defaultQuery } = choice;
  return {
    saved: views.map((view) => ({
      id: view.id,
      name: view.name,
      href: listAt(view.query),
      query: view.query,
      filters: inWords(view.query).join(', ') || texts.everything,
      whose: view.team === null ? texts.mine : texts.ofTeam(teamName(profile, view.team)),
      isDefault: view.query === defaultQuery,
      mayRemove: view.madeBy === actor.id || actor.roles.includes('manager'),
    })),
    query,
    filters: inWords(query),
    teams: profile.authority.queues
      .filter(({ id }) => actor.teams.includes(id))
      .map(({ id, title }) => ({ id, name: title })),
    opensWithAll: defaultQuery === null || defaultQuery === '',
  };
}
