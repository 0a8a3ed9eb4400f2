import { Injectable } from '@nestjs/common';
import { mayDo } from '#access-policy';
import type { Actor, Case } from '#domain';
import { findRelatedCases, type RelatedCase } from '#people';
import type { Tx } from '#platform';
import { Vault } from '#vault';
import { ChronologyStores } from './chronology-stores.ts';
import type { ChronologyCase } from './entry.ts';
import type { Reading } from './reading.ts';

/** Newest cases first; what is left out is told, never dropped in silence. */
const MOST_CASES = 100;

/** Says which cases belong in a chronology, and fetches what its sources share. */
@Injectable()
export class FindReading {
  constructor(
    private readonly stores: ChronologyStores,
    private readonly vault: Vault,
  ) {}

  /** Of the child's own cases, and on request of brothers and sisters: as many as this person may see. */
  async execute(tx: Tx, actor: Actor, found: Case, withSiblings: boolean): Promise<Reading & { leftOut: number }> {
    const { authorityId } = found;
    const related = (await findRelatedCases(tx, found)).filter(
      ({ relatedBy }) => relatedBy === 'child' || (withSiblings && relatedBy === 'sibling'),
    );
    const seen = await this.stores.cases.ofIds(
      tx,
      authorityId,
      related.map(({ caseId }) => caseId),
    );
    const open = related.flatMap((each) => placed(each, actor, seen));
    const cases: ChronologyCase[] = [
      { found, relation: 'self', certainty: 'confirmed' },
      ...open.slice(0, MOST_CASES - 1),
    ];
    const ids = [...new Set(cases.map((each) => each.found.referralId))];
    const keys = await this.vault.keysOf(tx, authorityId, ids);
    const referrals = await this.stores.referrals.ofIds(tx, authorityId, ids);
    const there = new Set(referrals.map(({ id }) => id));
    return {
      ...{ tx, authorityId, referrals, stores: this.stores, leftOut: open.length + 1 - cases.length },
      cases: cases.filter((each) => there.has(each.found.referralId)),
      keyOf: (referralId) => keys.get(referralId) ?? null,
    };
  }
}

/** Nobody learns from a chronology of a case that they may not read. */
function placed(related: RelatedCase, actor: Actor, seen: readonly Case[]): ChronologyCase[] {
  const found = seen.find(({ id }) => id === related.caseId);
  if (found === undefined || mayDo(actor, 'case.read', found) !== 'allowed') return [];
  const relation = related.relatedBy === 'child' ? 'child' : 'sibling';
  return [{ found, relation, certainty: related.certainty }];
}
