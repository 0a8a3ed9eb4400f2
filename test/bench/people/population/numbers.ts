import { isNhsNumber, isUpn } from '#domain';

/** A number with its check digit, in ranges from which none is issued. No two serials below 100 million give the same. */
export function nhsNumberOf(serial: number): string {
  const spread = String((serial * 618_033) % 100_000_000).padStart(8, '0');
  // Where the check digit would be 10, with another first digit it is not.
  for (const first of '985') {
    for (let check = 0; check < 10; check += 1)
      if (isNhsNumber(`${first}${spread}${check}`)) return `${first}${spread}${check}`;
  }
  throw new Error('Three first digits cannot all give 10.');
}

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A pupil number with its check letter. */
export function upnOf(serial: number): string {
  const digits = String(893_000_000_000 + ((serial * 61_803_399) % 1_000_000_000));
  const upn = Array.from(LETTERS, (letter) => `${letter}${digits}`).find(isUpn);
  if (upn === undefined) throw new Error('One letter of 23 always fits.');
  return upn;
}
