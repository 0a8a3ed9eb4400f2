/**
 * Check digit of the ten-digit health numbers (NHS, CHI, H&C): weights 10 to 2, 11 minus the remainder, 11 counts as 0,
 * 10 is never issued (domain pack 3.3). Ten equal digits pass the sum and are what people write where they know none.
 */
export function hasValidMod11(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** People write these numbers in groups; spaces and hyphens carry no meaning. */
export function compactNumber(text: string): string {
  return text.replace(/[\s-]/g, '');
}
