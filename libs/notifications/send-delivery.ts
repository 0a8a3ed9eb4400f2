import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import type { Clock } from '#domain';
import { mayShareWith } from '#nation-packs';
import { CLOCK, CrashPoints, Environment } from '#platform';
import { Vault } from '#vault';
import { outletOf } from './address-check.ts';
import { MAX_ATTEMPTS } from './after-attempt.ts';
import { guardedPost, type Outlet, type SendResult } from './guard/guarded-post.ts';
import { messageOf } from './message.ts';
import type { Claim, DueDelivery } from './store/delivery-work.query.ts';
import { signaturesOf } from './webhook-secret.ts';
import { OF_AGREEMENT } from './webhook.ts';

/** For one attempt altogether: a partner that takes longer has to answer first and work afterwards. */
export const LIMIT_MS = 10_000;

/** What became of an attempt; the last two were none. */
export type Sent = SendResult | { readonly skipped: 'withheld' | 'given_up' };

/** Signs a message and sends it, if its agency may still be told. */
@Injectable()
export class SendDelivery {
  private readonly outlet: Outlet;

  constructor(
    environment: Environment,
    private readonly vault: Vault,
    private readonly crashPoints: CrashPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.outlet = outletOf(environment, LIMIT_MS);
  }

  async execute({ authorityId, endpointId }: Claim, due: DueDelivery, stopping: AbortSignal): Promise<Sent> {
    const sentAt = this.clock.now();
    // A worker that is killed by a message never gets to count its failure.
    if (due.attempts > MAX_ATTEMPTS) return { skipped: 'given_up' };
    const agency = { authorityId, agencyId: due.agencyId };
    const needsAgreement = OF_AGREEMENT.includes(due.event);
    if (needsAgreement && !mayShareWith(agency, 'outcome', localDateOf(sentAt.getTime())))
      return { skipped: 'withheld' };
    const body = JSON.stringify(messageOf(due));
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'front-door-webhooks',
      'webhook-id': due.id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': signaturesOf(this.vault, endpointId, due.secrets, { id: due.id, sentAt, body }),
    };
    const result = await guardedPost({ url: due.url, headers, body }, this.outlet, stopping);
    this.crashPoints.pass('webhooks.sent');
    return result;
  }
}
