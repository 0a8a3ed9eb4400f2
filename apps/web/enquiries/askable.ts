import { localDateOf } from '#deadlines';
import { authorityPack, mayShareWith } from '#nation-packs';
import type { Option } from '../records/field.ts';

/** The agencies that have an agreement in force under which they may be asked, by name. */
export function askableOptions(authorityId: string, now: Date): readonly Option[] {
  const today = localDateOf(now.getTime());
  return authorityPack(authorityId)
    .agencies.filter(({ id }) => mayShareWith({ authorityId, agencyId: id }, 'enquiry', today))
    .map(({ id, name }) => ({ value: id, text: name }))
    .toSorted((one, other) => one.text.localeCompare(other.text));
}
