import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#domain';
import { OutcomeUnknownError, toOutcome, toUnavailable } from './unavailable.ts';

const withCode = (code: string): Error => Object.assign(new Error('As PostgreSQL says it.'), { code });

describe('a fault of the database', () => {
  it('is “not now” when the server is away, full, locked or a standby', () => {
    for (const code of ['ECONNREFUSED', 'EHOSTUNREACH', '53100', '53300', '55P03', '57P01', '25006', '40P01']) {
      expect(toUnavailable(withCode(code))).toMatchObject({ code: 'unavailable' });
    }
    expect(toUnavailable(new Error('Query runner already released. Cannot run queries anymore.'))).toMatchObject({
      code: 'unavailable',
    });
  });

  it('passes unchanged when it is a fault of ours', () => {
    const ours = withCode('23505');

    expect(toUnavailable(ours)).toBe(ours);
    expect(toOutcome(ours)).toBe(ours);
  });

  it('leaves open what became of a COMMIT, but only where the connection ended before the answer', () => {
    for (const open of [withCode('ECONNRESET'), withCode('57P01'), new Error('Connection terminated unexpectedly')]) {
      expect(toOutcome(open)).toBeInstanceOf(OutcomeUnknownError);
    }
    const notSent = 'Client has encountered a connection error and is not queryable';
    for (const told of [withCode('53100'), withCode('40P01'), withCode('57014'), new Error(notSent)]) {
      expect(toOutcome(told)).toBeInstanceOf(DomainError);
      expect(toOutcome(told)).not.toBeInstanceOf(OutcomeUnknownError);
    }
  });
});
