import { DomainError, type Fault } from '#domain';
import type { Choice } from '#decisions';
import type { DecideRequest } from './decide.request.ts';

/** @throws DomainError `validation_failed` when "confirm" comes with another outcome. */
export function choiceOf(request: DecideRequest): Choice {
  const { kind, rationale, outcome, urgency, overrideReason } = request;
  const common = { rationale, legalBasis: request.legalBasis ?? null };
  if (kind === 'confirm') {
    const surplus = Object.entries({ outcome, urgency, overrideReason }).filter(([, value]) => value !== undefined);
    if (surplus.length > 0)
      throw new DomainError('validation_failed', 'A confirmation takes no outcome.', surplus.map(faultOf));
    return { ...common, kind };
  }
  if (outcome === undefined || urgency === undefined || overrideReason === undefined) {
    throw new DomainError('validation_failed', 'To differ, say the outcome, the urgency and why.');
  }
  return { ...common, kind, outcome, urgency, overrideReason };
}

function faultOf([field]: [string, unknown]): Fault {
  return { pointer: `/${field}`, message: 'Only for "differ".' };
}
