import { Inject, Injectable } from '@nestjs/common';
import { type AccessPurpose, mayDo } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import { localDateOf } from '#deadlines';
import type { Actor, Case, CaseId, Clock } from '#domain';
import type { RelatedCase } from '#people';
import { CLOCK, Database, type Tx } from '#platform';
import { type FamilyGap, gapsOf } from './gaps.ts';
import { type Home, homesOf } from './homes.ts';
import { promptsOf, type SiblingPrompt } from './prompts.ts';
import { withoutSecrets } from './residence-secrets.ts';
import { SiblingCheck, type StandingMember } from './sibling-check.ts';
import type { FamilyCase } from './store/family-case.ts';

export interface FamilyView {
  readonly found: Case;
  readonly members: readonly StandingMember[];
  /** The cases of the family that show, the child's own among them. */
  readonly cases: readonly FamilyCase[];
  readonly homes: readonly Home[];
  readonly gaps: readonly FamilyGap[];
  readonly prompts: readonly SiblingPrompt[];
}

/**
 * The whole family of one child on one page: each child decided separately, seen together. Every case of which something
 * is shown has its own look in the access log.
 */
@Injectable()
export class ReadFamily {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly siblings: SiblingCheck,
    private readonly log: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` or `not_allowed`. */
  execute(actor: Actor, caseId: CaseId, purpose: AccessPurpose | null): Promise<FamilyView> {
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const view = await this.of(tx, actor, found);
      const others = view.cases.filter(({ id }) => id !== found.id);
      await this.log.viewedWith(tx, actor, found, others, { event: 'case.family_viewed', by: 'case.read', purpose });
      return view;
    });
  }

  /** For who holds the case already, and records the look. `given`: the related cases, where they have been read. */
  async of(tx: Tx, actor: Actor, found: Case, given?: readonly RelatedCase[]): Promise<FamilyView> {
    const { members, cases } = await this.siblings.read(tx, actor, found, given);
    const onDate = localDateOf(this.clock.now().getTime());
    return {
      found,
      members: mayDo(actor, 'family.record', found) === 'allowed' ? members : withoutSecrets(members),
      cases,
      homes: homesOf(members, onDate),
      gaps: gapsOf(members, onDate),
      prompts: promptsOf(members, cases),
    };
  }
}
