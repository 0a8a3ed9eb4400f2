import { questionsOf } from './make.ts';
import type { FormPage } from './page.ts';

/** Why the child was not heard, as the schema has it. */
const WHY_NOT_HEARD = ['too_young', 'not_safe_to_ask', 'not_seen', 'declined', 'communication', 'other'] as const;

/** Something about an adult that bears on the child, as the schema has it. */
const ADULT_FACTORS = [
  ...['domestic_abuse_victim', 'domestic_abuse_perpetrator', 'drugs', 'alcohol', 'mental_health'],
  ...['learning_disability', 'physical_health', 'offending', 'adult_at_risk', 'own_childhood_in_care'],
] as const;

/** Who the child is, where, and what the child says. */
export function aboutChild(member: string, number: number): FormPage[] {
  const q = questionsOf(`child-${member}-`);
  const page = (key: string, controls: FormPage['controls'], more: Partial<FormPage> = {}): FormPage => ({
    id: key.replace('child', `child-${member}`),
    ...{ key, number, group: null, controls },
    ...more,
  });
  const named = [q.line('child-givenName'), q.line('child-familyName'), q.line('child-otherNames')];
  const born = q.one('child-age', ['born', 'unborn', 'estimate', 'not_known'], {
    born: [q.day('child-born')],
    unborn: [q.day('child-due')],
    estimate: [q.amount('child-years', 25)],
  });
  return [
    page('child', [...named, q.line('child-whyUnknown', 500), born, q.one('child-sex', ['M', 'F', 'U', 'not_known'])], {
      oneOf: ['givenName', 'familyName', 'whyUnknown'].map((part) => `child-${member}-${part}`),
    }),
    page('child-home', [
      ...[q.line('child-line1'), q.line('child-line2'), q.line('child-town'), q.line('child-postcode', 20, 'postcode')],
      ...[q.line('child-whereabouts', 500), q.line('child-school'), q.line('child-gp')],
      q.line('child-nhsNumber', 40),
    ]),
    page('child-needs', [
      ...[q.line('child-language'), q.answer('child-interpreter'), q.prose('child-communication', 2_000)],
      q.one('child-mobility', ['mobile', 'not_mobile', 'not_known']),
    ]),
    page('child-voice', [
      q.answer('child-seen'),
      q.one('child-heard', ['yes', 'no', 'not_known'], {
        yes: [q.prose('child-said'), q.prose('child-howHeard', 2_000)],
        no: [q.one('child-whyNotHeard', WHY_NOT_HEARD)],
      }),
      q.prose('child-behaviour'),
    ]),
  ];
}

/** An adult, or another child, of the family or household. */
export function aboutAdult(member: string, number: number): FormPage {
  const q = questionsOf(`adult-${member}-`);
  const controls = [
    ...[q.line('adult-name'), q.line('adult-relationship'), q.day('adult-born')],
    ...[q.answer('adult-responsibility'), q.answer('adult-lives')],
    q.many('adult-factors', ADULT_FACTORS),
  ];
  return { id: `adult-${member}`, key: 'adult', number, group: null, controls };
}
