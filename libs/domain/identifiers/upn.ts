const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

/**
 * Unique pupil number: a check letter, then twelve characters of which the last may be a letter (temporary numbers).
 * The letter is the sum of the characters times their place (2 to 13) modulo 23 (domain pack 3.3).
 */
export function isUpn(text: string): boolean {
  const upn = text.replace(/\s/g, '').toUpperCase();
  if (!SHAPE.test(upn)) return false;
  let sum = 0;
  for (let place = 2; place <= 13; place += 1) sum += valueOf(upn[place - 1] ?? '') * place;
  return CHECK_LETTERS[sum % 23] === upn[0];
}

function valueOf(character: string): number {
  return /\d/.test(character) ? Number(character) : CHECK_LETTERS.indexOf(character);
}
