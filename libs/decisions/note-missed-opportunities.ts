import { Injectable } from '@nestjs/common';
import type { Actor, Case, Decision } from '#domain';
import { findFamilyCases, missedAmong, MissedOpportunities } from '#history';
import type { Tx } from '#platform';
import { maySee } from './family-reach.ts';

/** What the trail says of a statutory decision: how many earlier contacts had ended without help, and which. */
interface Noted {
  readonly missedOpportunities?: number;
  readonly missedCaseIds?: readonly string[];
}

/** Keeps with each statutory decision which earlier contacts had come to nothing, as far as the decider may see them. */
@Injectable()
export class NoteMissedOpportunities {
  constructor(private readonly store: MissedOpportunities) {}

  async note(tx: Tx, actor: Actor, found: Case, { id, pathway }: Decision): Promise<Noted> {
    if (pathway !== 'statutory') return {};
    const family = (await findFamilyCases(tx, found)).filter((other) => maySee(actor, other));
    const missed = missedAmong(found, family);
    await this.store.insert(tx, found, id, missed);
    return { missedOpportunities: missed.length, missedCaseIds: missed.map(({ earlierCaseId }) => earlierCaseId) };
  }
}
