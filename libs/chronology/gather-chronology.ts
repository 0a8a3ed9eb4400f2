import { mayDo } from '#access-policy';
import type { Actor, CaseId } from '#domain';
import { ageAt, type Birth } from './age.ts';
import type { ChronologyCategory } from './categories.ts';
import type { ChronologyCase, ChronologyEntry, EntryChild, SourceEntry } from './entry.ts';
import { inOrder } from './in-order.ts';
import { LATE_AFTER_DAYS, recordedAfterDays } from './lateness.ts';
import type { Reading } from './reading.ts';
import { SOURCES } from './sources/sources.ts';

/**
 * Every entry of these categories, `null` for all, that this person may see; oldest first. One source after the other:
 * they share one connection.
 */
export async function gatherChronology(
  reading: Reading,
  actor: Actor,
  wanted: readonly ChronologyCategory[] | null,
): Promise<ChronologyEntry[]> {
  const gathered: SourceEntry[] = [];
  const asked = SOURCES.filter(({ categories }) => wanted === null || categories.some((each) => wanted.includes(each)));
  for (const { needs, source } of asked) {
    const cases = reading.cases.filter(({ found }) => mayDo(actor, needs, found) === 'allowed');
    if (cases.length > 0) gathered.push(...(await source({ ...reading, cases })));
  }
  const births = birthsOf(reading);
  return inOrder(gathered.map((entry) => placedEntry(entry, reading.cases, births)));
}

function placedEntry(
  { caseIds, ...entry }: SourceEntry,
  cases: readonly ChronologyCase[],
  births: ReadonlyMap<CaseId, Birth>,
): ChronologyEntry {
  const about = cases.filter(({ found }) => caseIds.includes(found.id));
  const late = recordedAfterDays(entry.date, entry.recordedAt);
  return {
    ...entry,
    children: about.map((each): EntryChild => ({ ...each, age: ageOf(births.get(each.found.id), entry) })),
    recordedAfterDays: late,
    recordedLate: late !== null && late > LATE_AFTER_DAYS,
  };
}

function ageOf(birth: Birth | undefined, { date }: Pick<SourceEntry, 'date'>): EntryChild['age'] {
  return birth === undefined ? null : ageAt(birth, date);
}

/** When each child was born or is due, as their own referral says; what one of a child’s referrals leaves out, another may say. */
function birthsOf({ cases, referrals }: Reading): ReadonlyMap<CaseId, Birth> {
  const told = new Map(
    cases.map(({ found }) => {
      const document = referrals.find(({ id }) => id === found.referralId)?.document;
      const child = document?.children[found.childIndex];
      return [found.id, { bornOn: child?.dateOfBirth ?? null, dueOn: child?.expectedDeliveryDate ?? null }] as const;
    }),
  );
  const same = cases.filter(({ relation }) => relation !== 'sibling').flatMap(({ found }) => told.get(found.id) ?? []);
  const own: Birth = {
    bornOn: same.find(({ bornOn }) => bornOn !== null)?.bornOn ?? null,
    dueOn: same.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
  };
  return new Map(
    cases.map(({ found, relation }) => [found.id, relation === 'sibling' ? (told.get(found.id) ?? own) : own]),
  );
}
