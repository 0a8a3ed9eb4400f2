import { localDateOf } from '#deadlines';
import type { CasePage } from '#decisions';
import type { Case } from '#domain';
import { ageInYears } from '#facts';
import { agencyName } from '#nation-packs';
import { type FamilySummary, familySummary } from '../family/family-summary.presenter.ts';
import { day, levelWords, moment, outcomeWords, type Telling } from './telling.ts';

type History = CasePage['known']['history'];
type Missed = CasePage['known']['missed'][number];
type Passed = CasePage['known']['passed'][number];

/** Another referral about the family in a line. */
interface HistoryLine {
  readonly reference: string;
  readonly href: string;
  readonly day: string;
  readonly ageThen: string | null;
  readonly agency: string;
  readonly ties: string;
  readonly isAbuse: boolean;
  readonly outcome: string;
  readonly decidedBy: string | null;
  readonly rationale: string | null;
}

interface MissedLine {
  readonly reference: string;
  readonly href: string;
  readonly day: string;
  readonly outcome: string;
  readonly rationale: string | null;
  readonly knownThen: readonly string[];
}

interface PassedLine {
  readonly id: string;
  readonly reference: string;
  readonly from: string;
  readonly worries: string;
  readonly read: string | null;
}

/** Who is in the family, and what the service knows of them beside this referral. */
export interface Known {
  readonly family: FamilySummary;
  readonly counts: string;
  readonly history: readonly HistoryLine[];
  readonly missed: readonly MissedLine[];
  readonly passed: readonly PassedLine[];
}

export function presentKnown({ family, history, missed, passed }: CasePage['known'], telling: Telling): Known {
  const { words } = telling;
  return {
    family: familySummary(family, words),
    counts: words.casePage.known.counts(history.counts.householdContactsIn365Days, history.counts.agenciesIn365Days),
    history: history.entries.map((entry) => historyLine(entry, history.found, telling)),
    missed: missed.map((entry) => missedLine(entry, telling)),
    passed: passed.map((contact) => passedLine(contact, telling)),
  };
}

function historyLine(
  { other, ties, decision }: History['entries'][number],
  found: Case,
  telling: Telling,
): HistoryLine {
  const { known } = telling.words.casePage;
  return {
    reference: other.reference,
    href: `/cases/${other.caseId}`,
    day: day(telling, other.receivedAt),
    ageThen: ageThen(found, other.receivedAt, telling),
    agency: agencyName(found.authorityId, other.agencyId),
    ties: tieWords(ties, telling),
    isAbuse: other.domesticAbuse,
    outcome: decision === null ? known.noDecision : outcomeWords(telling, decision.level),
    decidedBy: decision === null ? null : known.decidedBy(decision.decidedByName, day(telling, decision.decidedAt)),
    rationale: decision?.rationale ?? null,
  };
}

/** What only the details say is marked as likely: nobody has confirmed it. */
function tieWords(ties: History['entries'][number]['ties'], { words }: Telling): string {
  const { known } = words.casePage;
  const named = ties.map(({ relatedBy, certainty }) =>
    certainty === 'match' ? `${known.ties[relatedBy]} (${known.likely})` : known.ties[relatedBy],
  );
  return [...new Set(named)].join(', ');
}

function ageThen({ childDateOfBirth }: Case, at: Date, { words }: Telling): string | null {
  if (childDateOfBirth === null) return null;
  const years = ageInYears(childDateOfBirth, localDateOf(at.getTime()));
  return years === null || years < 0 ? null : words.casePage.age.then(years);
}

function missedLine({ noted, decision, knownThen }: Missed, telling: Telling): MissedLine {
  const { known } = telling.words.casePage;
  const level = noted.decidedLevel;
  const outcome = known.missedOutcomes[noted.outcome];
  return {
    reference: noted.reference,
    href: `/cases/${noted.earlierCaseId}`,
    day: day(telling, noted.receivedAt),
    outcome: level === null ? outcome : `${outcome}: ${levelWords(telling, level)}`,
    rationale: decision?.rationale ?? null,
    knownThen,
  };
}

function passedLine({ passed, from, document }: Passed, telling: Telling): PassedLine {
  const { known } = telling.words.casePage;
  const { readAt, readByName } = passed;
  return {
    id: passed.id,
    reference: from.reference,
    from: `${agencyName(from.authorityId, from.agencyId)}, ${day(telling, from.receivedAt)}`,
    worries: document.worries.summary,
    read: readAt === null || readByName === null ? null : known.readBy(readByName, moment(telling, readAt)),
  };
}
