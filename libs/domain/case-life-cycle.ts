import type { CaseState } from './case-state.ts';

/** What sets off a transition: the service itself, a person, or a challenge that somebody upheld. */
export type TransitionBy = 'service' | 'person' | 'challenge';

export const CASE_ACTIONS = [
  'validate',
  'match',
  'propose',
  'propose_with_questions',
  'claim',
  'gather_information',
  'resume',
  'hold_for_police',
  'escalate',
  'decide',
  'sign',
  'return',
  'route',
  'accept',
  'bounce',
  'send_feedback',
  'close',
  'reopen',
  'uphold',
] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];

export interface Transition {
  readonly action: CaseAction;
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly by: TransitionBy;
}

const BEFORE_SCREENING: readonly CaseState[] = [
  'received',
  'validated',
  'matched',
  'auto_triaged',
  'needs_information',
];
const UNDER_CONSIDERATION: readonly CaseState[] = ['screening', 'information_gathering', 'on_hold_police'];

/**
 * The life cycle of a case (domain pack 4.2), the only place that says what may follow what. The service never gets a
 * case past a proposal; it stands still in no state, because no state here stops a clock except through a person.
 */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'validate', from: ['received'], to: 'validated', by: 'service' },
  { action: 'match', from: ['validated'], to: 'matched', by: 'service' },
  { action: 'propose', from: ['matched', 'auto_triaged', 'needs_information'], to: 'auto_triaged', by: 'service' },
  {
    action: 'propose_with_questions',
    from: ['matched', 'auto_triaged', 'needs_information'],
    to: 'needs_information',
    by: 'service',
  },
  { action: 'claim', from: [...BEFORE_SCREENING, 'bounced', 'reopened'], to: 'screening', by: 'person' },
  { action: 'gather_information', from: ['screening', 'escalated'], to: 'information_gathering', by: 'person' },
  { action: 'resume', from: ['information_gathering', 'on_hold_police', 'escalated'], to: 'screening', by: 'person' },
  { action: 'hold_for_police', from: ['screening', 'information_gathering'], to: 'on_hold_police', by: 'person' },
  { action: 'escalate', from: [...BEFORE_SCREENING, ...UNDER_CONSIDERATION, 'bounced'], to: 'escalated', by: 'person' },
  {
    action: 'decide',
    from: ['auto_triaged', 'needs_information', ...UNDER_CONSIDERATION, 'escalated'],
    to: 'threshold_decision',
    by: 'person',
  },
  { action: 'sign', from: ['threshold_decision'], to: 'signed', by: 'person' },
  { action: 'return', from: ['threshold_decision'], to: 'screening', by: 'person' },
  { action: 'route', from: ['signed', 'bounced'], to: 'routed', by: 'person' },
  { action: 'accept', from: ['routed'], to: 'accepted', by: 'person' },
  { action: 'bounce', from: ['routed'], to: 'bounced', by: 'person' },
  { action: 'send_feedback', from: ['signed', 'accepted'], to: 'feedback_sent', by: 'person' },
  { action: 'close', from: ['feedback_sent'], to: 'closed', by: 'person' },
  { action: 'reopen', from: ['feedback_sent', 'closed'], to: 'reopened', by: 'person' },
  {
    action: 'uphold',
    from: ['signed', 'routed', 'accepted', 'bounced', 'feedback_sent', 'closed'],
    to: 'reopened',
    by: 'challenge',
  },
];

/** The state that an action leads to; `null` when the case's state does not allow it. */
export function stateAfter(state: CaseState, action: CaseAction): CaseState | null {
  return TRANSITIONS.find((entry) => entry.action === action && entry.from.includes(state))?.to ?? null;
}

/** What a person could do next with a case in this state. Who of them may, the access policy says. */
export function actionsOpenTo(state: CaseState, by: TransitionBy): CaseAction[] {
  return TRANSITIONS.filter((entry) => entry.by === by && entry.from.includes(state)).map((entry) => entry.action);
}
