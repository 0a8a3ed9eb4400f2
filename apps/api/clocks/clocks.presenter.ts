import { type BreachReasonCode, type ClockDetail, clockStatus } from '#clocks';
import { describeClockRule } from '#deadlines';
import type { CaseTiming } from '#decisions';
import type { ClockResponse, ClocksResponse } from './clocks.response.ts';

const MS_PER_MINUTE = 60_000;

export function presentClocks({ clocks, milestones, handovers }: CaseTiming, now: Date): ClocksResponse {
  return {
    clocks: clocks.map((each) => presentClock(each, now)),
    milestones: milestones.map(({ milestone, happenedAt, source, recordedByName, recordedAt }) => ({
      milestone,
      happenedAt: happenedAt.toISOString(),
      source,
      by: recordedByName,
      recordedAt: recordedAt.toISOString(),
    })),
    handovers: handovers.map(({ actions, madeByName, madeAt, acceptedByName, acceptedAt }) => ({
      actions,
      by: madeByName,
      at: madeAt.toISOString(),
      acceptedBy: acceptedByName,
      acceptedAt: acceptedAt?.toISOString() ?? null,
    })),
  };
}

function presentClock({ clock, definition, pauses, steps }: ClockDetail, now: Date): ClockResponse {
  const { state, byMs } = clockStatus(clock, definition, now);
  return {
    ...presentTimes(clock),
    ...presentDefinition(clock.kind, definition),
    state,
    byMinutes: Math.floor(byMs / MS_PER_MINUTE),
    pauses: pauses.map(({ reasonCode, note, from, to, byName }) => ({
      reason: reasonCode,
      note,
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
      by: byName,
    })),
    escalations: steps.map(({ stage, dueAt, firedAt, told }) => ({
      stage,
      dueAt: dueAt.toISOString(),
      takenAt: firedAt.toISOString(),
      told: [...told],
    })),
    breachReason: presentBreach(clock.breach),
  };
}

function presentTimes({ id, kind, subjectId, stage, law, rule, ...times }: ClockDetail['clock']) {
  return {
    ...{ id, kind, subjectId, stage, law },
    limit: describeClockRule(rule),
    startedAt: times.startedAt.toISOString(),
    dueAt: times.dueAt.toISOString(),
    stoppedAt: times.stoppedAt?.toISOString() ?? null,
    pausedAt: times.pausedAt?.toISOString() ?? null,
  };
}

/** What the authority's table says; of a kind that it no longer runs only the code is left. */
function presentDefinition(kind: string, definition: ClockDetail['definition']) {
  if (definition === null) return { title: kind, source: null, verified: false, mayBePausedFor: [] };
  const { title, source, evidence, pauses } = definition;
  const mayBePausedFor = pauses.map((reason) => ({ code: reason.code, title: reason.title }));
  return { title, source, verified: evidence === 'found', mayBePausedFor };
}

function presentBreach(breach: ClockDetail['clock']['breach']): ClockResponse['breachReason'] {
  if (breach === null) return null;
  return {
    reason: breach.code as BreachReasonCode,
    note: breach.note,
    by: breach.byName,
    at: breach.at.toISOString(),
  };
}
