import { Injectable } from '@nestjs/common';
import { DomainError } from '#domain';
import { Environment } from '#platform';
import { type Outlet } from './guard/guarded-post.ts';
import { checkTarget, systemResolver } from './guard/public-hosts.ts';
import { NOT_PUBLIC, readWebhookUrl } from './guard/webhook-url.ts';

const LIMIT_MS = 3_000;

/** How this installation reaches out to partners. */
export function outletOf(environment: Environment, limitMs: number): Outlet {
  return {
    resolve: systemResolver,
    allowLoopback: environment.WEBHOOKS_ALLOW_LOOPBACK === 'on',
    ca: environment.WEBHOOK_CA ?? null,
    limitMs,
  };
}

/** Asks of an address that somebody wants to be told at whether it is one outside. Asked again at every delivery. */
@Injectable()
export class AddressCheck {
  private readonly outlet: Outlet;

  constructor(environment: Environment) {
    this.outlet = outletOf(environment, LIMIT_MS);
  }

  /**
   * @throws DomainError `validation_failed`. What is wrong with a host is not said: the answer must not tell which names
   * are known inside.
   */
  async require(url: string): Promise<void> {
    const read = readWebhookUrl(url, this.outlet.allowLoopback);
    if ('fault' in read) throw refused(read.fault);
    const checked = await checkTarget(read.target, this.outlet.resolve, this.outlet.limitMs);
    if ('refused' in checked) throw refused(NOT_PUBLIC);
  }
}

function refused(message: string): DomainError {
  return new DomainError('validation_failed', 'This address cannot be used.', [{ pointer: '/url', message }]);
}
