import { describe, expect, it } from '@jest/globals';
import { checkIdentifiers, isChiNumber, isHcNumber, isNhsNumber } from './check-identifiers.ts';
import { isUpn } from './upn.ts';

describe('identifiers of domain pack 3.3', () => {
  it.each(['943 476 5919', '999 000 0018', '999 000 0026', '999 000 0034', '401 023 2137'])(
    'accepts the NHS number %s',
    (text) => {
      expect(isNhsNumber(text)).toBe(true);
    },
  );

  it.each([
    ...['943 476 5918', '123 456 7890', '943 476 59', '', 'not known'],
    ...['000 000 0000', '111 111 1111', '999 999 9999'],
  ])('rejects the NHS number %j', (text) => {
    expect(isNhsNumber(text)).toBe(false);
  });

  it.each(['010112 3450', '150312 4819'])('accepts the CHI number %s', (text) => {
    expect(isChiNumber(text)).toBe(true);
  });

  it('accepts a Health and Care number in its range only', () => {
    expect(isHcNumber('320 000 0015')).toBe(true);
    expect(isHcNumber('943 476 5919')).toBe(false);
  });

  it.each(['A950000178301', 'H243278544154', 'D893412326001', 'U93841232600A'])('accepts the UPN %s', (text) => {
    expect(isUpn(text)).toBe(true);
  });

  it('rejects the UPN R247962919251', () => {
    expect(isUpn('R247962919251')).toBe(false);
  });

  it('flags each wrong identifier by its place and keeps quiet about right ones', () => {
    const flags = checkIdentifiers(
      { nhsNumber: '943 476 5918', upn: 'A950000178301', chiNumber: '150312 4819' },
      '2012-03-16',
      '/children/0/identifiers',
    );

    expect(flags.map((flag) => [flag.pointer, flag.code])).toEqual([
      ['/children/0/identifiers/nhsNumber', 'identifier_not_valid'],
      ['/children/0/identifiers/chiNumber', 'identifier_contradicts_birth_date'],
    ]);
  });
});
