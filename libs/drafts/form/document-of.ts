import { instantOf } from '#deadlines';
import type {
  Agreement,
  DomesticAbuse,
  IndicatorReport,
  Level,
  ReferralDocument,
  ReportedHistory,
  SafetyGate,
  Worries,
} from '#domain';
import { choicesIn, type DraftFields } from '../content/fields.ts';
import type { DraftChannel } from '../draft.ts';
import { Given, given } from './given.ts';
import { membersOf, pagesOf } from './pages-of.ts';
import { childOf, householdOf } from './people-of.ts';
import { referrerOf } from './referrer-of.ts';
import { typedTime } from './typed-values.ts';

/** What a draft is made into a referral with. */
export interface DraftToRead {
  readonly channel: DraftChannel;
  readonly fields: DraftFields;
  /** The agency's name, as the referral gives it; `null` for none. */
  readonly organisation: string | null;
  readonly redLines: ReadonlySet<string>;
}

/**
 * The referral that a draft says, without a clock and without a look anywhere: the same draft always gives the same
 * bytes. What is hidden behind an answer that was taken back is left out, and so is what nobody filled in.
 */
export function documentOf(draft: DraftToRead): ReferralDocument {
  const { fields, channel, organisation } = draft;
  const from = new Given(fields);
  const children = channel === 'self_referral' ? ['1'] : membersOf(fields, 'children');
  return given<ReferralDocument>({
    schemaVersion: '1',
    kind: 'request',
    senderReference: from.text('sender-reference'),
    safety: safetyOf(from),
    referrer: referrerOf(from, channel, organisation),
    children: children.map((member) => childOf(from, member, channel)),
    household: channel === 'self_referral' ? undefined : householdOf(from),
    worries: worriesOf(from),
    strengths: from.text('strengths'),
    whatNeedsToHappen: given({
      referrer: from.text('wanted-sender'),
      family: from.text('wanted-family'),
      child: from.text('wanted-child'),
    }),
    indicators: indicatorsOf(draft, from, children),
    domesticAbuse: channel === 'self_referral' ? undefined : abuseOf(from),
    missingEpisodesIn90Days: from.has('topics', 'exploitation') ? from.amount('missing-episodes', 999) : undefined,
    history: historyOf(from),
    agreement: agreementOf(from),
    referrerView: given({ level: from.known<Level>('level'), why: from.text('level-why') }),
  });
}

function safetyOf(from: Given): SafetyGate | undefined {
  const day = from.is('deadline', 'yes') ? from.day('deadline-at') : undefined;
  const time = typedTime(from.text('deadline-at-time') ?? '');
  const at = day === undefined || time === null ? undefined : new Date(instantOf(day, time)).toISOString();
  return given<SafetyGate>({
    immediateDanger: from.answer('danger'),
    needsMedicalAttention: from.answer('medical'),
    timeCriticalEvent: at === undefined ? undefined : given({ at, what: from.text('deadline-what') }),
  });
}

function worriesOf(from: Given): Worries {
  return given<Worries>({
    summary: from.text('summary') ?? '',
    firstHand: from.answer('first-hand'),
    happenedOn: from.text('happened-on'),
    frequency: from.text('frequency'),
    injury: from.answer('injury'),
    injuryDescription: from.is('injury', 'yes') ? from.text('injury-description') : undefined,
    allegedSourceOfHarm: given({
      name: from.text('source-name'),
      relationship: from.text('source-relationship'),
      contactWithChild: from.answer('source-contact'),
    }),
  });
}

/** Of the questions that are open now: one whose topic was taken back says nothing any more. */
function indicatorsOf(
  { channel, fields, redLines }: DraftToRead,
  from: Given,
  children: readonly string[],
): readonly IndicatorReport[] | undefined {
  const open = pagesOf(channel, fields, redLines).flatMap(({ controls }) => controls);
  const signs = open.filter(({ name }) => /^sign-[A-D]\d\d$/.test(name));
  const reports = signs.flatMap(({ key: id, name }): IndicatorReport[] => {
    const answer = from.text(name);
    if (answer !== 'yes') return answer === undefined ? [] : [{ id, answer: answer === 'no' ? 'absent' : 'not_asked' }];
    const whose = choicesIn(fields, `${name}-children`).filter((member) => children.includes(member));
    return [
      given<IndicatorReport>({
        ...{ id, answer: 'present', evidence: from.text(`${name}-evidence`) },
        children: whose.length === 0 ? undefined : whose.map((member) => `c${member}`),
      }),
    ];
  });
  return reports.length === 0 ? undefined : reports;
}

function abuseOf(from: Given): DomesticAbuse | undefined {
  if (!from.has('topics', 'domestic_abuse')) return undefined;
  return given<DomesticAbuse>({
    dashScore: from.amount('abuse-dash', 27),
    grade: from.oneOf<NonNullable<DomesticAbuse['grade']>>('abuse-grade'),
    childPresent: from.answer('abuse-child'),
    strangulation: from.answer('abuse-strangulation'),
    weapon: from.answer('abuse-weapon'),
    pregnancy: from.answer('abuse-pregnancy'),
    threatToKill: from.answer('abuse-threat'),
    safeContact: from.text('safe-contact'),
  });
}

function historyOf(from: Given): ReportedHistory | undefined {
  return given<ReportedHistory>({
    referredInLast12Months: from.answer('referred-before'),
    assessedInLast12Months: from.answer('assessed-before'),
    earlyHelp: from.oneOf<NonNullable<ReportedHistory['earlyHelp']>>('early-help'),
    childProtectionPlan: from.answer('protection-plan'),
    note: from.text('history-note'),
  });
}

function agreementOf(from: Given): Agreement | undefined {
  const told = from.choices<NonNullable<Agreement['told']>[number] | 'not_known'>('told');
  const named = told?.filter((each) => each !== 'not_known') ?? [];
  return given<Agreement>({
    told: named.length === 0 ? undefined : named,
    given: from.known<NonNullable<Agreement['given']>>('agreed'),
    reasonNotAsked: from.is('agreed', 'not_asked')
      ? from.oneOf<NonNullable<Agreement['reasonNotAsked']>>('why-not-asked')
      : undefined,
    basis: from.known<NonNullable<Agreement['basis']>>('basis'),
    note: from.text('agreement-note'),
  });
}
