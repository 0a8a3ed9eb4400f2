import { Injectable, type OnModuleInit } from '@nestjs/common';
import { authorityIds, profileOf } from '#nation-packs';
import { Database } from '#platform';
import { RuleSetContentRepository, shippedRuleSet } from './store/rule-set-content.repository.ts';

/** Stores every shipped rule set before its first run names it, and refuses to start with a faulty one. */
@Injectable()
export class KeepShipped implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly contents: RuleSetContentRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    // Read and compiled before the transaction, which would stand idle meanwhile; several authorities may share one.
    const ruleSets = new Set(authorityIds().map((id) => shippedRuleSet(profileOf(id).ruleSet).ruleSet));
    await this.database.acrossAuthorities(async (tx) => {
      for (const ruleSet of ruleSets) await this.contents.keep(tx, ruleSet);
    });
  }
}
