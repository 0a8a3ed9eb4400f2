import { DomainError, type Fault } from '#domain';
import type { Reply } from '#enquiries';
import type { ReplyRequest } from './enquiries.request.ts';

/** @throws DomainError `validation_failed` where somebody who knows nothing, or declines, says something all the same. */
export function replyOf(request: ReplyRequest): Reply {
  const { kind, whatWeKnow, worries, strengths, indicators, declineReason } = request;
  const surplus = surplusOf(request);
  const faults = Object.entries(surplus).flatMap(([field, value]): Fault[] =>
    value === undefined ? [] : [{ pointer: `/${field}`, message: `Is not for "${kind}".` }],
  );
  if (faults.length > 0) throw new DomainError('validation_failed', 'The reply says more than its kind.', faults);
  return {
    kind,
    whatWeKnow: whatWeKnow ?? null,
    worries: worries ?? null,
    strengths: strengths ?? null,
    indicators: indicators ?? [],
    declineReason: declineReason ?? null,
  };
}

function surplusOf({ kind, whatWeKnow, worries, strengths, indicators, declineReason }: ReplyRequest): object {
  const known = { worries, strengths, indicators };
  switch (kind) {
    case 'known':
      return { declineReason };
    case 'nothing_known':
      return { whatWeKnow, ...known, declineReason };
    case 'declined':
      return known;
  }
}
