import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, URGENCIES, type Urgency } from '#domain';
import { type Agreement, agreementOf } from './agreement/kappa.ts';
import { QualityDesk } from './quality-desk.ts';
import { RATED_OUTCOMES, type RatedOutcome, type SampleItem, type SampleProgress } from './sample.ts';
import { findSample, findSamples } from './store/sample.query.ts';

/** How decisions and ratings agree, on each scale. `null` before anything is rated. */
export interface SampleAgreement {
  /** Level or nothing further, each disagreement counting the same. */
  readonly outcome: Agreement | null;
  /** The same, a step apart counting less than more. */
  readonly outcomeWeighted: Agreement | null;
  readonly urgency: Agreement | null;
}

export interface SampleView {
  readonly sample: SampleProgress;
  readonly items: readonly SampleItem[];
  readonly agreement: SampleAgreement;
}

/** Samples of the own authority, and one with its items: a decision shows only beside its rating. */
@Injectable()
export class ReadSamples {
  constructor(private readonly desk: QualityDesk) {}

  /** Newest first. */
  all(actor: Actor): Promise<SampleProgress[]> {
    return this.desk.blindly(actor, (tx) => findSamples(tx, actor));
  }

  /** @throws DomainError `not_found`. */
  one(actor: Actor, id: string): Promise<SampleView> {
    return this.desk.blindly(actor, async (tx) => {
      const sample = await findSample(tx, actor, id);
      if (sample === null) throw new DomainError('not_found', 'There is no sample like this for you.');
      const items = await this.desk.items.ofSample(tx, actor, id);
      return { sample, items, agreement: agreementAmong(items) };
    });
  }

  /** What this person could rate now; their own first. */
  toRate(actor: Actor): Promise<SampleItem[]> {
    return this.desk.blindly(actor, (tx) => this.desk.items.toRate(tx, actor, 100));
  }
}

function agreementAmong(items: readonly SampleItem[]): SampleAgreement {
  const rated = items.flatMap((item) => item.rated ?? []);
  const outcomes = rated.map(({ decision, rating }): [RatedOutcome, RatedOutcome] => [
    decision.outcome,
    rating.outcome,
  ]);
  const urgencies = rated.map(({ decision, rating }): [Urgency, Urgency] => [decision.urgency, rating.urgency]);
  return {
    outcome: agreementOf(outcomes, RATED_OUTCOMES, 'none'),
    outcomeWeighted: agreementOf(outcomes, RATED_OUTCOMES, 'linear'),
    urgency: agreementOf(urgencies, URGENCIES, 'linear'),
  };
}
