import type { Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, type Vault } from '#vault';
import type { StoredEvent } from './stored-event.ts';

const PLACE = 'audit_event.reason';

/** A reason quotes what staff wrote about a child: it is sealed with the key of the referral. */
export async function sealedReason(
  vault: Vault,
  tx: Tx,
  { authorityId, referralId, id, reason }: Pick<StoredEvent, 'authorityId' | 'referralId' | 'id' | 'reason'>,
): Promise<string | null> {
  if (reason === null || referralId === null) return reason;
  return sealedUnder(await vault.keyOf(tx, { authorityId, referralId }), PLACE, id, reason);
}

/** Reasons in clear, by event; an event whose reason was erased, or its key, is left out. */
export async function openReasons(
  vault: Vault,
  tx: Tx,
  authorityId: string,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, string>> {
  const withReason = events.filter((event) => event.reason !== null);
  const keys = await vault.keysOf(
    tx,
    authorityId,
    withReason.flatMap(({ referralId }) => referralId ?? []),
  );
  return new Map(withReason.flatMap((event) => opened(keys.get(event.referralId ?? '') ?? null, event)));
}

function opened(key: RecordKey | null, { id, reason }: StoredEvent): [string, string][] {
  if (reason === null || key?.erased === true) return [];
  return [[id, openedUnder(key, PLACE, id, reason)]];
}
