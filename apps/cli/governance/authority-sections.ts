import { type Action, mayEver } from '#access-policy';
import { asId, type Role, ROLES } from '#domain';
import type { Agency, RetentionRule, RetentionSchedule } from '#nation-packs';
import { dataItemsOf } from './data-items.ts';
import type { GovernanceFacts, Risk } from './governance-facts.ts';
import { markdownTable } from './markdown-table.ts';

/** From the sender to the decision, in steps. */
export function flow({ authority }: GovernanceFacts): string {
  const types = [...new Set(authority.agencies.map(({ type }) => type.replaceAll('_', ' ')))].sort();
  return [
    `1. A partner agency (${types.join(', ')}) sends a referral, or the front-door team enters one.`,
    '2. The service stores it unchanged, gives a receipt, opens a case for each child, and starts the clocks.',
    '3. It counts earlier contacts about the same child and household, by exact identifiers.',
    '4. The rules propose a level and an urgency, say why, and ask for what is missing.',
    `5. A person reads it in one of ${String(authority.queues.length)} queues and decides; some outcomes need a second person.`,
    '6. The sender is told the outcome where a sharing agreement covers it.',
    '7. Every step is entered in the audit trail. Records go by the retention schedule, by a person’s approval.',
  ].join('\n');
}

/** Which roles decide and check, as the access policy has it. */
export function oversight(): string {
  return (
    'The rules propose and a person decides: the engine’s database role has no right to write a decision. ' +
    `Those who may decide: ${rolesWhoMay('case.decide')}, with a professional registration number. A second signature ` +
    'is needed for every statutory outcome, every lowering, and no further action about a child with earlier ' +
    `contacts; those who may sign: ${rolesWhoMay('decision.sign_off')}, never the decider. The rules are changed by ` +
    `${rolesWhoMay('rule_set.edit')} and approved by another of ${rolesWhoMay('rule_set.approve')}.`
  );
}

/** Who reads records, in a sentence. */
export function access(): string {
  return (
    `Cases are read by ${rolesWhoMay('case.read')}, each within their reach; the trail by ${rolesWhoMay('audit.read')}. ` +
    'Stored in PostgreSQL, apart by authority through row-level security; how, and what is encrypted, stands in ' +
    '`docs/security.md`.'
  );
}

export function legalBases({ legalBases: bases }: GovernanceFacts): string {
  const rows = bases.map(({ title, test, consentNeeded, evidence }) => [
    title,
    test,
    consentNeeded.replaceAll('_', ' '),
    evidence === 'found' ? 'from a public source' : 'to be checked by lawyers',
  ]);
  return markdownTable(['law', 'test', 'family’s agreement needed', 'evidence'], rows);
}

export function levels({ levels: words }: GovernanceFacts): string {
  return markdownTable(
    ['level', 'law'],
    words.map(({ title, legalBasis }) => [title, legalBasis]),
  );
}

export function recipients({ authority, day }: GovernanceFacts): string {
  const rows = authority.agencies.map((agency) => [
    agency.name,
    agency.type.replaceAll('_', ' '),
    agreementOf(agency, day),
  ]);
  if (rows.length === 0) return '**TO COMPLETE**: the agencies of the authority, which its pack does not list yet.';
  return `${markdownTable(['agency', 'kind', 'told'], rows)}\n\nAn agency without an agreement in force can refer and is told nothing new.`;
}

function agreementOf({ sharingAgreement: agreement }: Agency, day: string): string {
  if (agreement === undefined) return 'nothing: no sharing agreement';
  const { purposes, until } = agreement;
  return day <= until ? `${purposes.join(', ')}, until ${until}` : `nothing: the agreement ended on ${until}`;
}

export function retention({ retention: schedule }: GovernanceFacts): string {
  const rows = schedule.rules.map((rule) => [
    appliesTo(rule),
    `${String(rule.years)} years from ${rule.from.replaceAll('_', ' ')}`,
    rule.evidence === 'found' ? rule.source : `${rule.source} (to be confirmed)`,
  ]);
  return [
    `${markdownTable(['records of', 'kept for', 'source'], rows)}\n`,
    `Nothing goes sooner than ${soonest(schedule)} months after the last contact. A legal hold beats the schedule. A ` +
      'person approves each disposal, and a certificate is kept.\n',
    ...schedule.assumptions.map((sentence) => `- **TO COMPLETE**: confirm. ${sentence}`),
  ].join('\n');
}

function appliesTo({ appliesTo: which }: RetentionRule): string {
  return ('outcome' in which ? which.outcome : `any outcome, with the flag ${which.flag}`).replaceAll('_', ' ');
}

function soonest({ reReferralWindowMonths, monthsAfterWindow }: RetentionSchedule): string {
  return String(reReferralWindowMonths + monthsAfterWindow);
}

export function risks({ risks: all }: GovernanceFacts): string {
  const row = ({ risk, measures, tests }: Risk): string[] => [
    risk,
    measures,
    tests.map((test) => `\`${test}\``).join(', '),
    '**TO COMPLETE**: before, after',
  ];
  return markdownTable(
    ['risk', 'what is done about it', 'tests that show it', 'likelihood and severity'],
    all.map(row),
  );
}

export function dataItems({ referralSchema }: GovernanceFacts): string {
  const rows = dataItemsOf(referralSchema).map(({ place, meaning, isNeeded }) => [
    `\`${place}\``,
    meaning,
    isNeeded ? 'needed where it applies' : 'may be left out',
  ]);
  return markdownTable(['field', 'meaning', 'needed'], rows);
}

function rolesWhoMay(action: Action): string {
  const may = ROLES.filter((role) => mayEver(someone(role), action)).map((role) => role.replaceAll('_', ' '));
  return may.length === 0 ? 'nobody' : may.join(', ');
}

function someone(role: Role): Parameters<typeof mayEver>[0] {
  return {
    ...{ id: role, kind: 'person', name: role, roles: [role], authorityId: asId('any'), agencyId: asId('any') },
    ...{ teams: [], homePostcode: null, registration: null },
  };
}
