import type { CasePage } from '#decisions';
import type { Information } from '#history';
import { type EnquirySummary, enquirySummary } from '../enquiries/enquiry-summary.presenter.ts';
import { type ClockSummary, clockSummary } from '../timing/clock-summary.presenter.ts';
import { day, moment, outcomeWords, type Said, said, type Telling } from './telling.ts';

type Decided = CasePage['detail']['decisions'][number];

/** Something that was learned since the referral came. */
interface LearnedLine {
  readonly note: string | null;
  readonly facts: readonly { readonly label: Said; readonly value: string }[];
  readonly source: string;
  readonly learnedOn: string;
  readonly by: string;
  /** Who took it back and why; `null` while it stands. */
  readonly withdrawn: string | null;
}

interface DecisionLine {
  readonly outcome: string;
  readonly urgency: string;
  readonly by: string;
  readonly agrees: string;
  readonly proposedThen: string | null;
  readonly rationale: string;
  readonly whyDiffers: string | null;
  readonly basis: string | null;
  readonly signature: string;
  readonly returnReason: string | null;
}

/** What happened since the case came in. */
export interface Course {
  readonly learned: readonly LearnedLine[];
  /** The newest first. */
  readonly decisions: readonly DecisionLine[];
  readonly enquiries: EnquirySummary;
  readonly clocks: ClockSummary;
}

export function presentCourse({ detail, course }: CasePage, telling: Telling): Course {
  const { words, now } = telling;
  const { id: caseId, authorityId } = detail.found;
  return {
    learned: course.information.map((each) => learnedLine(each, telling)),
    decisions: detail.decisions.map((each) => decisionLine(each, telling)).reverse(),
    enquiries: enquirySummary(course.enquiries, words, { caseId, authorityId, now }),
    clocks: clockSummary(course.timing, words, now),
  };
}

function learnedLine({ facts, note, source, withdrawal, ...information }: Information, telling: Telling): LearnedLine {
  const { course } = telling.words.casePage;
  return {
    note,
    facts: Object.entries(facts).map(([id, value]) => ({
      label: factLabel(id, telling),
      value: valueWords(value, telling),
    })),
    source: telling.words.codes.informationSources[source],
    learnedOn: course.learnedOn(day(telling, information.learnedOn)),
    by: course.by(information.recordedByName, moment(telling, information.recordedAt)),
    withdrawn: withdrawal === null ? null : course.withdrawn(withdrawal.withdrawnByName, withdrawal.withdrawnReason),
  };
}

function factLabel(id: string, telling: Telling): Said {
  const entry = telling.authority.ruleSet.catalogue.find((each) => each.id === id);
  return entry === undefined ? { text: id, lang: 'en' } : said(telling, entry.label, entry.labelCy);
}

function valueWords(value: Information['facts'][string], { words: { codes } }: Telling): string {
  if (typeof value === 'boolean') return value ? codes.answers.yes : codes.answers.no;
  return String(value).replaceAll('_', ' ');
}

function decisionLine({ decision, signOff }: Decided, telling: Telling): DecisionLine {
  const { words } = telling;
  const { course } = words.casePage;
  const { proposedLevel, proposedUrgency, overrideReason } = decision;
  const hadProposal = proposedLevel !== null && proposedUrgency !== null;
  return {
    outcome: outcomeWords(telling, decision.level),
    urgency: words.codes.urgencies[decision.urgency],
    by: course.by(decision.decidedByName, moment(telling, decision.decidedAt)),
    agrees: overrideReason === null ? course.accepted : course.differs,
    proposedThen:
      overrideReason === null || !hadProposal
        ? null
        : course.proposedThen(outcomeWords(telling, proposedLevel), words.codes.urgencies[proposedUrgency]),
    rationale: decision.rationale,
    whyDiffers: overrideReason,
    basis: decision.legalBasis,
    signature: signatureWords({ decision, signOff }, telling),
    returnReason: signOff?.reason ?? null,
  };
}

function signatureWords({ decision, signOff }: Decided, telling: Telling): string {
  const { course } = telling.words.casePage;
  if (decision.signOffReasons.length === 0) return course.takesEffect;
  if (signOff === null) return course.waits;
  const { signedByName: name, signedAt } = signOff;
  const at = moment(telling, signedAt);
  return signOff.outcome === 'signed' ? course.signed(name, at) : course.returned(name, at);
}
