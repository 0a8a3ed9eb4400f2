import { type DraftFields, textIn } from '../content/fields.ts';
import { questionsOf } from './make.ts';
import { indicatorControls } from './concern-pages.ts';
import type { FormPage } from './page.ts';

const q = questionsOf('');

/** The first page of every form. */
export function dangerPage(): FormPage {
  const controls = [
    q.answer('danger'),
    q.answer('medical'),
    q.answer('deadline', { yes: [q.moment('deadline-at'), q.line('deadline-what', 500)] }),
  ];
  return { id: 'danger', key: 'danger', number: null, group: null, controls };
}

/** Who writes: a professional, who can be reached. */
export function senderPage(): FormPage {
  const controls = [
    ...[q.line('sender-name'), q.line('sender-role'), q.line('sender-phone', 60, 'tel')],
    ...[q.line('sender-email', 254, 'email'), q.line('sender-relationship')],
    q.answer('sender-lead', { yes: [q.day('sender-lead-on')] }),
    q.one('sender-hidden', ['yes', 'no']),
    q.line('sender-reference', 60),
  ];
  return { id: 'sender', key: 'sender', number: null, group: null, controls, oneOf: ['sender-phone', 'sender-email'] };
}

/** Who is on the telephone. Only a member of the public may stay anonymous. */
export function callPages(fields: DraftFields): FormPage[] {
  const caller = q.one('caller', ['professional', 'public', 'family', 'child'], {
    professional: [q.line('caller-agency')],
    public: [q.one('caller-anonymous', ['no', 'yes'])],
  });
  const isAnonymous = textIn(fields, 'caller') === 'public' && textIn(fields, 'caller-anonymous') === 'yes';
  const call: FormPage = {
    id: 'caller',
    key: 'caller',
    number: null,
    group: null,
    controls: [caller],
    oneOf: ['caller'],
  };
  const controls = [
    ...[
      q.line('sender-name'),
      q.line('sender-role'),
      q.line('sender-phone', 60, 'tel'),
      q.line('sender-email', 254, 'email'),
    ],
    ...[q.line('sender-relationship'), q.one('sender-hidden', ['yes', 'no']), q.prose('contact-how', 2_000)],
  ];
  const page: FormPage = { id: 'sender', key: 'caller-details', number: null, group: null, controls };
  return [call, isAnonymous ? page : { ...page, oneOf: ['sender-phone', 'sender-email'] }];
}

/** Red lines are asked before anything else of a caller (domain pack S4-11). */
export function urgentSigns(indicators: readonly string[], fields: DraftFields): FormPage {
  return {
    id: 'urgent-signs',
    key: 'urgent-signs',
    number: null,
    group: null,
    controls: indicatorControls(indicators, fields),
  };
}
