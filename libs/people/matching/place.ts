import type { PersonAddress } from '../mentions/person-details.ts';
import { foldWords } from './fold.ts';

/** An address in the parts that are compared. */
export interface Place {
  readonly uprn: string | null;
  /** Without a space, in capitals. */
  readonly postcode: string | null;
  /** The first half of the postcode and the digit after it: some two or three thousand homes. */
  readonly sector: string | null;
  /** Numbers in the lines, flats and houses, smallest first; the first line itself where it has none. */
  readonly house: string | null;
}

export function placeOf({ lines, postcode, uprn }: PersonAddress): Place {
  const compact = (postcode ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return {
    uprn: uprn === null ? null : uprn.replace(/\s/g, '').replace(/^0+(?=\d)/, ''),
    postcode: compact === '' ? null : compact,
    sector: compact.length < 5 ? null : compact.slice(0, -2),
    house: houseOf(lines),
  };
}

function houseOf(lines: readonly string[]): string | null {
  const words = lines.slice(0, 2).flatMap(foldWords);
  const numbers = words.filter((word) => /^\d+[a-z]?$/.test(word));
  if (numbers.length > 0) return [...new Set(numbers)].sort().join(' ');
  return lines[0] === undefined ? null : foldWords(lines[0]).join(' ');
}
