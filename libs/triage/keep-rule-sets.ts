import { Injectable, type OnModuleInit } from '@nestjs/common';
import { authorityIds, profileOf } from '#nation-packs';
import { Database } from '#platform';
import { ruleSetInForce } from './rule-set-in-force.ts';
import { TriageRunRepository } from './store/triage-run.repository.ts';

/** Stores every rule set of this process before its first run names it, and refuses to start with a faulty one. */
@Injectable()
export class KeepRuleSets implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly runs: TriageRunRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      for (const id of authorityIds()) await this.runs.keepRuleSet(tx, ruleSetInForce(profileOf(id)));
    });
  }
}
