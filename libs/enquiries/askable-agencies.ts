import { localDateOf } from '#deadlines';
import { DomainError, type Fault } from '#domain';
import { type Agency, authorityPack, mayShareWith } from '#nation-packs';

/**
 * The agencies by these ids, each with a data-sharing agreement in force that covers enquiries.
 * @throws DomainError `validation_failed`, with the place of each that cannot be asked.
 */
export function askableAgencies(authorityId: string, agencyIds: readonly string[], now: Date): Agency[] {
  const known = authorityPack(authorityId).agencies;
  const today = localDateOf(now.getTime());
  const faults: Fault[] = [];
  const askable = agencyIds.flatMap((agencyId, index) => {
    const found = known.find(({ id }) => id === agencyId);
    const isRepeated = agencyIds.indexOf(agencyId) < index;
    if (found !== undefined && !isRepeated && mayShareWith({ authorityId, agencyId }, 'enquiry', today)) return [found];
    const message = found === undefined ? 'Must be an agency of this authority.' : whyNot(isRepeated);
    faults.push({ pointer: `/agencies/${String(index)}`, message });
    return [];
  });
  if (faults.length > 0) throw new DomainError('validation_failed', 'Some agencies cannot be asked.', faults);
  return askable;
}

function whyNot(isRepeated: boolean): string {
  return isRepeated ? 'Is named twice.' : 'Has no agreement in force to be told of a child.';
}
