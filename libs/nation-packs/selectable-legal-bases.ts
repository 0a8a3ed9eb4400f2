import type { LegalBasis, NationPack } from './nation-pack.ts';

/**
 * The law that a decision of this day (`YYYY-MM-DD`) may rest on: commenced, and not before its first or after its last
 * day. What was repealed stays in the pack, so that old decisions can be read, and is not offered again.
 */
export function selectableLegalBases(pack: NationPack, onDate: string): readonly LegalBasis[] {
  return pack.legalBases.filter(({ inForce, effectiveFrom = '', effectiveTo = '9999-12-31' }) => {
    return inForce && effectiveFrom <= onDate && onDate <= effectiveTo;
  });
}
