import type { ChildIdentifiers } from '../child-in-referral.ts';
import { compactNumber, hasValidMod11 } from './mod-11.ts';
import { isUpn } from './upn.ts';

/** Something about a value that a person should look at. It never blocks a referral. */
export interface Flag {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

const NI_RANGE = { lowest: 3_200_000_000, highest: 3_999_999_999 };

export function isNhsNumber(text: string): boolean {
  return hasValidMod11(compactNumber(text));
}

/** Health and Care number of Northern Ireland: same check digit, its own range. */
export function isHcNumber(text: string): boolean {
  const digits = compactNumber(text);
  const value = Number(digits);
  return hasValidMod11(digits) && value >= NI_RANGE.lowest && value <= NI_RANGE.highest;
}

/** Community Health Index number: a date of birth, a serial and the check digit. */
export function isChiNumber(text: string): boolean {
  const digits = compactNumber(text);
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return hasValidMod11(digits) && day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/** True when the number's own birth date contradicts the one given: a flag, since either may be the wrong one. */
function chiContradictsBirthDate(chi: string, dateOfBirth: string): boolean {
  const digits = compactNumber(chi);
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  return digits.slice(0, 6) !== `${day}${month}${year.slice(2)}`;
}

/** Flags every identifier that fails its check, with a pointer below `base`. */
export function checkIdentifiers(ids: ChildIdentifiers, dateOfBirth: string | undefined, base: string): Flag[] {
  const checks: [keyof ChildIdentifiers, (text: string) => boolean, string][] = [
    ['nhsNumber', isNhsNumber, 'This is not a valid NHS number'],
    ['chiNumber', isChiNumber, 'This is not a valid CHI number'],
    ['hcNumber', isHcNumber, 'This is not a valid Health and Care number'],
    ['upn', isUpn, 'This is not a valid unique pupil number'],
    ['formerUpn', isUpn, 'This is not a valid unique pupil number'],
  ];
  const flags = checks.flatMap(([key, isValid, message]) => {
    const value = ids[key];
    if (value === undefined || isValid(value)) return [];
    return [{ pointer: `${base}/${key}`, code: 'identifier_not_valid', message: `${message}. It is kept as sent.` }];
  });
  const chi = ids.chiNumber;
  if (chi !== undefined && dateOfBirth !== undefined && isChiNumber(chi) && chiContradictsBirthDate(chi, dateOfBirth)) {
    const message = 'The CHI number holds another date of birth than the one given.';
    flags.push({ pointer: `${base}/chiNumber`, code: 'identifier_contradicts_birth_date', message });
  }
  return flags;
}
