import type { RecordedEvent } from '#audit';
import { CASE_STATES, ROLES } from '#domain';
import type { Cell } from '../pages/csv.ts';
import type { Words } from '../words/words.ts';
import { capitalised } from './outcome-words.ts';

/** One step of the trail in words. */
export interface TrailStep {
  readonly what: string;
  readonly by: string;
  readonly at: Date;
  /** From which state to which, where it changed. */
  readonly states: string | null;
  readonly reason: string | null;
  readonly rules: string | null;
}

export function presentTrail(events: readonly RecordedEvent[], words: Words): TrailStep[] {
  const { trail } = words.audit;
  return events.map((event) => ({
    what: capitalised(words.audit.actions[event.action]),
    by: trail.by(event.actorName, roleIn(event, words)),
    at: event.occurredAt,
    states: statesIn(event, words),
    reason: event.reason,
    rules: event.ruleSetVersion === null ? null : trail.rules(event.ruleSetVersion),
  }));
}

/** The same as lines of a file, with the number by which a step is found in the log of the service. */
export function trailLines(events: readonly RecordedEvent[], words: Words): Cell[][] {
  return events.map((event) => [
    event.sequence,
    event.occurredAt.toISOString(),
    event.actorName,
    roleIn(event, words),
    capitalised(words.audit.actions[event.action]),
    stateIn(event.fromState, words),
    stateIn(event.toState, words),
    event.reason,
    event.ruleSetVersion,
    event.correlationId,
  ]);
}

/** Roles of somebody as they were then, in words. */
export function rolesIn(roles: string | null, words: Words): string {
  const known = ROLES.filter((role) => (roles ?? '').split(',').includes(role));
  return known.map((role) => words.codes.roles[role]).join(', ');
}

function roleIn({ actorKind, actorRole }: RecordedEvent, words: Words): string {
  if (actorKind === 'service') return words.audit.trail.service;
  if (actorKind === 'partner_system') return words.audit.trail.partner;
  return rolesIn(actorRole, words);
}

function statesIn({ fromState, toState }: RecordedEvent, words: Words): string | null {
  const [from, to] = [stateIn(fromState, words), stateIn(toState, words)];
  return from === null || to === null || from === to ? null : words.audit.trail.from(from, to);
}

function stateIn(state: string | null, words: Words): string | null {
  const known = CASE_STATES.find((each) => each === state);
  return known === undefined ? null : words.codes.caseStates[known];
}
