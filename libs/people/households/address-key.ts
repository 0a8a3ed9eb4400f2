/** Postcodes that many families share because they have none: no fixed abode, not known. */
const NO_PLACE = ['zz993vz', 'unknown'];

interface Place {
  readonly lines?: readonly string[];
  readonly postcode?: string | null;
}

/**
 * What two ways of writing one address have in common: its first line and the postcode. In clear: only a blind index of
 * it is stored, the same for the household of a case and for where somebody lives. `null` where either is missing.
 */
export function addressKeyOf({ lines, postcode }: Place): string | null {
  const first = plainText(lines?.[0] ?? '');
  const area = plainText(postcode ?? '');
  return first === '' || area === '' || NO_PLACE.includes(area) ? null : `address ${first} ${area}`;
}

/** Letters and digits of any script, without case, accents, spaces or punctuation. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
