import { type DraftFields, textIn } from '../content/fields.ts';
import { questionsOf } from './make.ts';
import type { FormPage } from './page.ts';

const q = questionsOf('');

/** The form of families and young people: few questions, plain words. */
export function ownWordsPages(fields: DraftFields): FormPage[] {
  const isChild = textIn(fields, 'who') === 'child';
  const child = questionsOf('child-1-');
  const page = (id: string, controls: FormPage['controls'], oneOf?: readonly string[]): FormPage => ({
    ...{ id, key: `own-${id}`, number: null, group: null, controls },
    ...(oneOf === undefined ? {} : { oneOf }),
  });
  const aboutChild = [child.line('child-givenName'), child.line('child-familyName'), child.amount('child-years', 25)];
  const placed = [child.line('child-postcode', 20, 'postcode'), child.line('child-school')];
  return [
    { ...page('danger', [q.answer('danger')]), key: 'own-danger' },
    page('who', [q.one('who', ['child', 'parent', 'relative', 'friend'])], ['who']),
    page('child', [...(isChild ? [] : [q.line('sender-name')]), ...aboutChild, ...placed], ['child-1-givenName']),
    page('worries', [q.prose('summary'), q.prose('strengths'), q.prose('wanted-family', 4_000)], ['summary']),
    page(
      'contact',
      [
        q.line('sender-phone', 60, 'tel'),
        q.line('sender-email', 254, 'email'),
        q.answer('contact-safe'),
        q.prose('contact-how', 2_000),
      ],
      ['sender-phone', 'sender-email'],
    ),
  ];
}
