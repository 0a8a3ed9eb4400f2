import { type Action, mayDo } from '#access-policy';
import type { Actor, Case } from '#domain';
import type { Words } from '../words/words.ts';

/** The pages below a case, in the order in which the navigation names them, with what somebody needs to see each. */
const SECTIONS = [
  { id: 'case', path: '', needs: 'case.read' },
  { id: 'family', path: '/family', needs: 'case.read' },
  { id: 'people', path: '/people', needs: 'family.record' },
  { id: 'enquiries', path: '/enquiries', needs: 'enquiry.read' },
  { id: 'chronology', path: '/chronology', needs: 'case.read' },
  { id: 'clocks', path: '/clocks', needs: 'case.read' },
  { id: 'challenges', path: '/challenges', needs: 'challenge.read' },
  { id: 'messages', path: '/messages', needs: 'case.read' },
  { id: 'information', path: '/information-passed', needs: 'case.read' },
  { id: 'restriction', path: '/restriction', needs: 'case.restrict' },
  { id: 'subjectAccess', path: '/subject-access', needs: 'subject_access.export' },
  { id: 'audit', path: '/audit', needs: 'audit.read' },
  { id: 'access', path: '/access', needs: 'access.read' },
] as const satisfies readonly { readonly id: string; readonly path: string; readonly needs: Action }[];
export type SectionId = (typeof SECTIONS)[number]['id'];

interface SectionLink {
  readonly href: string;
  readonly text: string;
  readonly active: boolean;
}

/** The navigation among the pages of one case, as far as this person may see them. */
export function sectionLinks(actor: Actor, found: Case, words: Words, active: SectionId): SectionLink[] {
  return SECTIONS.filter(({ needs }) => mayDo(actor, needs, found) === 'allowed').map(({ id, path }) => ({
    href: `/cases/${found.id}${path}`,
    text: words.records.sections[id],
    active: id === active,
  }));
}
