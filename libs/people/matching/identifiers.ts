import { type ChildIdentifiers, compactNumber, isNhsNumber, isUpn } from '#domain';

/** Numbers that stand for one person. Ones that fail their check are kept apart: they are slips, or no numbers. */
export interface Identifiers {
  /** NHS, CHI and H&C numbers share ten digits and one check digit, and nobody has another's in any of them. */
  readonly health: readonly string[];
  readonly healthWrong: readonly string[];
  /** The pupil number and the one before it. */
  readonly pupil: readonly string[];
  /** Given by one office: the authority's own number of the child, the Scottish candidate number. */
  readonly local: readonly string[];
}

export function identifiersOf(ids: ChildIdentifiers): Identifiers {
  const health = [ids.nhsNumber, ids.chiNumber, ids.hcNumber].flatMap(numbered);
  return {
    health: health.filter(isNhsNumber),
    healthWrong: health.filter((number) => !isNhsNumber(number) && /^\d{9,11}$/.test(number)),
    pupil: [ids.upn, ids.formerUpn].flatMap(numbered).filter(isUpn),
    local: [
      ...numbered(ids.localAuthorityChildId).map((number) => `la ${number}`),
      ...numbered(ids.scottishCandidateNumber).map((number) => `scn ${number}`),
    ],
  };
}

/** "0000000000" passes the check digit and is nobody's. */
function numbered(text: string | undefined): string[] {
  const number = compactNumber(text ?? '').toUpperCase();
  return number.length < 4 || !/\d/.test(number) || /^(.)\1*$/.test(number) ? [] : [number];
}
