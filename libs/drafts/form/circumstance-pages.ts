import { LEVELS } from '#domain';
import type { Control } from './control.ts';
import { questionsOf } from './make.ts';
import type { FormPage } from './page.ts';

const q = questionsOf('');

const WHY_NOT_ASKED = [
  ...['greater_risk', 'would_hinder_investigation', 'would_cause_delay', 'could_not_contact'],
  ...['parent_is_alleged_source', 'covert_enquiry_agreed'],
] as const;

const SHARING_BASES = [
  ...['public_task', 'legal_obligation', 'vital_interests', 'recognised_legitimate_interest'],
] as const;

/** The household, what happened before, what the family was told, and the sender's own view. */
export function circumstancePages(): FormPage[] {
  return [
    page('household', [q.prose('other-children', 2_000), q.prose('visit-safety', 2_000)]),
    page('history', [
      q.answer('referred-before'),
      q.answer('assessed-before'),
      q.one('early-help', ['in_place', 'declined', 'disengaged', 'none', 'not_known']),
      q.answer('protection-plan'),
      q.prose('history-note', 4_000),
    ]),
    page('agreement', [
      q.many('told', ['parent_a', 'parent_b', 'child', 'nobody', 'not_known'], 'nobody'),
      q.one('agreed', ['yes', 'no', 'not_asked', 'cannot_be_asked', 'not_known'], {
        not_asked: [q.one('why-not-asked', WHY_NOT_ASKED)],
      }),
      q.one('basis', [...SHARING_BASES, 'not_known']),
      q.prose('agreement-note', 2_000),
    ]),
    page('view', [q.one('level', [...LEVELS, 'not_known']), q.prose('level-why', 4_000)]),
  ];
}

function page(id: string, controls: readonly Control[]): FormPage {
  return { id, key: id, number: null, group: null, controls };
}
