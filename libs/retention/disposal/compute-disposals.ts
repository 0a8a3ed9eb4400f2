import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { DecidedPathway } from '#domain';
import { type RetentionSchedule, retentionScheduleOf } from '#nation-packs';
import { Database, type Tx } from '#platform';
import { disposalDueOn, lastContactOn } from '../schedule/disposal-due-on.ts';
import { ReadRetentionFacts } from '../schedule/read-retention-facts.ts';
import type { RetentionFacts } from '../schedule/retention-facts.ts';
import { suggestsHold } from '../schedule/retention-flags.ts';
import { DisposalRecord } from './disposal-record.ts';
import {
  addItems,
  type Candidate,
  claimComputing,
  type Computing,
  findCandidates,
  keepPlace,
  type NewItem,
} from './disposal-work.query.ts';
import { keeperActor } from './keeper-actor.ts';

/** Referrals that one step looks at: no transaction may take long. */
const STEP = 50;
const LOWEST_FIRST: readonly DecidedPathway[] = ['no_further_action', 'universal', 'early_help', 'statutory'];

/** Works out lists that managers asked for, a step at a time; whoever takes over goes on where the last one stood. */
@Injectable()
export class ComputeDisposals {
  constructor(
    private readonly database: Database,
    private readonly facts: ReadRetentionFacts,
    private readonly disposals: DisposalRecord,
  ) {}

  /** One step for this authority; `false` when no list waits. */
  step(authorityId: string): Promise<boolean> {
    return this.database.inTransaction({ authorityId }, async (tx) => {
      const list = await claimComputing(tx, authorityId);
      if (list === null) return false;
      const schedule = retentionScheduleOf(authorityId);
      const until = { receivedBy: latestReceipt(schedule, list), limit: STEP };
      const candidates = await findCandidates(tx, authorityId, list, until);
      const items: NewItem[] = [];
      for (const candidate of candidates) {
        const item = await this.itemOf(tx, authorityId, candidate, list);
        if (item !== null) items.push(item);
      }
      await addItems(tx, authorityId, list.id, items);
      const isEnd = candidates.length < STEP;
      const listedAt = isEnd ? this.disposals.now() : null;
      await keepPlace(tx, list.id, { examined: candidates.length, last: candidates.at(-1) ?? null, listedAt });
      const actor = keeperActor(authorityId);
      if (isEnd) await this.disposals.record(tx, { action: 'disposal.listed', actor, id: list.id });
      return true;
    });
  }

  private async itemOf(tx: Tx, authorityId: string, candidate: Candidate, list: Computing): Promise<NewItem | null> {
    const schedule = retentionScheduleOf(authorityId);
    const { referralId, referenceSha256 } = candidate;
    const facts = await this.facts.execute(tx, schedule, { authorityId, referralId });
    const due = disposalDueOn(schedule, facts);
    if (due === null || due.dueOn > list.dueOn) return null;
    return {
      ...{ referralId, referenceSha256, ...due },
      outcome: highestOutcome(facts),
      cases: facts.cases.length,
      lastContactOn: lastContactOn(facts),
      holdSuggested: suggestsHold(
        schedule,
        facts.cases.flatMap((each) => [...each.flags]),
      ),
    };
  }
}

/** Nothing that came later can be due, whatever else is known of it. */
function latestReceipt({ reReferralWindowMonths, monthsAfterWindow }: RetentionSchedule, { dueOn }: Computing): string {
  const months = reReferralWindowMonths + monthsAfterWindow;
  return Temporal.PlainDate.from(dueOn).subtract({ months }).toString();
}

function highestOutcome({ cases }: RetentionFacts): DecidedPathway {
  const ranks = cases.map((each) => (each.outcome === null ? 0 : LOWEST_FIRST.indexOf(each.outcome)));
  return LOWEST_FIRST[Math.max(...ranks)] ?? 'no_further_action';
}
