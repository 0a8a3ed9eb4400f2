import {
  type DraftFields,
  type DraftOwner,
  type FormPage,
  membersOf,
  type OpenedDraft,
  pagesOf,
  pageToSave,
  textIn,
} from '#drafts';
import type { Actor, Language } from '#domain';
import { authorityPack, profileOf } from '#nation-packs';
import { WORDS } from '../words/words.ts';
import type { ControlSource } from './control.presenter.ts';

/** A draft that somebody has open, and where its pages stand. */
export interface FormPlace {
  readonly owner: DraftOwner | Actor;
  readonly opened: OpenedDraft;
  /** Address of its pages, without a slash at the end. */
  readonly base: string;
}

/** The pages of the form as it stands now. */
export function pagesAt({ opened: { draft } }: FormPlace) {
  return pagesOf(draft.channel, draft.content.fields, profileOf(draft.authorityId).redLineIndicators);
}

/** The page of this id, to save what was typed into it; `null` for none. */
export function pageToSaveAt({ opened: { draft } }: Pick<FormPlace, 'opened'>, id: string): FormPage | null {
  const { redLineIndicators } = profileOf(draft.authorityId);
  return pageToSave(draft.channel, draft.content.fields, redLineIndicators, id);
}

/** Where the words and answers of the draft's pages come from; `faults`: what is wrong, by field. */
export function sourceOf(place: FormPlace, language: Language, faults: ControlSource['faults'] = {}): ControlSource {
  const { draft } = place.opened;
  const { fields, others } = draft.content;
  const words = WORDS[language];
  const agencies = authorityPack(draft.authorityId).agencies.filter(({ type }) => type !== 'family');
  return {
    ...{ words, language, nation: profileOf(draft.authorityId).nationPack, fields, others, faults },
    lists: {
      'sign-children': namesOf(fields, 'children', words.referral.childNumber),
      adults: namesOf(fields, 'adults', words.referral.adultNumber),
      ...(draft.channel === 'telephone'
        ? { 'caller-agency': Object.fromEntries(agencies.map(({ id, name }) => [id, name])) }
        : {}),
    },
    manner: mannerOf(place),
  };
}

/** How the form speaks: to a professional, of a caller, to a child or to a family. */
function mannerOf({ opened: { draft } }: FormPlace): string | null {
  switch (draft.channel) {
    case 'form':
      return null;
    case 'telephone':
      return 'caller';
    case 'self_referral':
      return textIn(draft.content.fields, 'who') === 'child' ? 'child' : 'family';
  }
}

/** Names of a group's members by their number in the draft; the number in words for whom none was typed. */
function namesOf(
  fields: DraftFields,
  group: 'children' | 'adults',
  numbered: (number: number) => string,
): Record<string, string> {
  const parts = group === 'children' ? ['child', 'givenName', 'familyName'] : ['adult', 'name'];
  const [kind = '', ...ends] = parts;
  return Object.fromEntries(
    membersOf(fields, group).map((member, at) => {
      const name = ends.map((end) => textIn(fields, `${kind}-${member}-${end}`)).filter((part) => part !== '');
      return [member, name.length === 0 ? numbered(at + 1) : name.join(' ')];
    }),
  );
}
