import { Inject, Injectable } from '@nestjs/common';
import { ReadClocks } from '#clocks';
import type { Actor, Case, Clock } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import type { ReferralWithCases } from './read-referral.ts';
import { sentCase } from './sent-case.ts';
import { SentReferrals } from './sent-referrals.ts';

/** What the sender was promised about one child, and whether it was kept. */
export interface Promised {
  readonly caseReference: string;
  /** `decision`: what happens next is decided; `answer`: they are told what was decided. */
  readonly what: 'decision' | 'answer';
  readonly by: Date;
  /** When it was done; `null` while it is not. */
  readonly doneAt: Date | null;
  readonly isLate: boolean;
}

export interface FollowedReferral extends ReferralWithCases {
  /** None where it may not be told how the cases stand. */
  readonly promises: readonly Promised[];
}

const WHAT = { decide_next_steps: 'decision', feedback: 'answer' } as const;

/**
 * A referral with where it stands and whether what its sender was promised is kept in time.
 * @throws DomainError `not_found`, also for a referral that is not the reader's to see.
 */
@Injectable()
export class FollowReferral {
  constructor(
    private readonly database: Database,
    private readonly sent: SentReferrals,
    private readonly clocks: ReadClocks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(actor: Actor, reference: string): Promise<FollowedReferral> {
    const isWithheld = this.sent.isWithheld(actor, 'outcome');
    return this.database.inTransaction(actor, async (tx) => {
      const { referral, cases } = await this.sent.open(tx, { actor, reference, purpose: null });
      const promises: Promised[] = [];
      for (const found of isWithheld ? [] : cases) promises.push(...(await this.promisesOf(tx, found)));
      return {
        referral,
        cases: cases.map((found) => sentCase(found, isWithheld)),
        withheld: isWithheld ? 'sharing_agreement_expired' : null,
        promises,
      };
    });
  }

  /** Why a clock stands still, or ran out, is the front door's own: a covert enquiry would show. */
  private async promisesOf(tx: Tx, found: Case): Promise<Promised[]> {
    const now = this.clock.now();
    const all = await this.clocks.execute(tx, found);
    const newest = new Map(all.map(({ clock }) => [clock.kind, clock]));
    return Object.entries(WHAT).flatMap(([kind, what]) => {
      const clock = newest.get(kind as keyof typeof WHAT);
      if (clock === undefined) return [];
      const { dueAt: by, stoppedAt: doneAt } = clock;
      return [{ caseReference: found.reference, what, by, doneAt, isLate: (doneAt ?? now) > by }];
    });
  }
}
