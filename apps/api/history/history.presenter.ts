import type { FamilyEntry, HistoryOfCase, MissedEntry, PassedContact } from '#decisions';
import type { Information } from '#history';
import type {
  HistoryResponse,
  InformationEntryResponse,
  InformationPassedResponse,
  MissedOpportunitiesResponse,
} from './history.response.ts';

export function presentHistory({ counts, entries }: HistoryOfCase): HistoryResponse {
  // Nobody is told that a child was not assessed by a service that holds no assessments.
  const { assessedIn12Months: _, ...shown } = counts;
  return { counts: shown, cases: entries.map(presentEntry) };
}

function presentEntry({ other, ties, decision }: FamilyEntry): HistoryResponse['cases'][number] {
  return {
    id: other.caseId,
    reference: other.reference,
    receivedAt: other.receivedAt.toISOString(),
    agencyId: other.agencyId,
    ties: ties.map(({ relatedBy, certainty }) => ({ relatedBy, certainty })),
    state: other.state,
    proposedLevel: other.proposedLevel,
    domesticAbuse: other.domesticAbuse,
    decision:
      decision === null
        ? null
        : {
            level: decision.level,
            pathway: decision.pathway,
            urgency: decision.urgency,
            rationale: decision.rationale,
            decidedBy: decision.decidedByName,
            decidedAt: decision.decidedAt.toISOString(),
          },
  };
}

export function presentMissed(entries: readonly MissedEntry[]): MissedOpportunitiesResponse {
  return {
    missed: entries.map(({ noted, decision, knownThen }) => ({
      decisionId: noted.decisionId,
      caseId: noted.earlierCaseId,
      reference: noted.reference,
      receivedAt: noted.receivedAt.toISOString(),
      agencyId: noted.agencyId,
      relatedBy: noted.relatedBy,
      outcome: noted.outcome,
      proposedLevel: noted.proposedLevel,
      decidedLevel: noted.decidedLevel,
      rationale: decision?.rationale ?? null,
      decidedAt: decision?.decidedAt.toISOString() ?? null,
      knownThen: [...knownThen],
    })),
  };
}

export function presentInformation({ withdrawal, ...information }: Information): InformationEntryResponse {
  return {
    id: information.id,
    facts: information.facts,
    note: information.note,
    source: information.source,
    learnedOn: information.learnedOn,
    recordedAt: information.recordedAt.toISOString(),
    recordedBy: information.recordedByName,
    withdrawn:
      withdrawal === null
        ? null
        : {
            by: withdrawal.withdrawnByName,
            at: withdrawal.withdrawnAt.toISOString(),
            reason: withdrawal.withdrawnReason,
          },
  };
}

export function presentPassed(contacts: readonly PassedContact[]): InformationPassedResponse {
  return {
    passed: contacts.map(({ passed, from, document, dueAt }) => ({
      id: passed.id,
      from: {
        caseId: passed.caseId,
        reference: from.reference,
        agencyId: from.agencyId,
        receivedAt: from.receivedAt.toISOString(),
        urgency: from.urgency,
      },
      worries: document.worries.summary,
      present: (document.indicators ?? []).filter(({ answer }) => answer === 'present').map(({ id }) => id),
      sentAt: passed.sentAt.toISOString(),
      dueAt: dueAt?.toISOString() ?? null,
      read:
        passed.readAt === null || passed.readByName === null
          ? null
          : { by: passed.readByName, at: passed.readAt.toISOString() },
    })),
  };
}
