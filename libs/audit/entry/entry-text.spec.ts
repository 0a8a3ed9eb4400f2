import { describe, expect, it } from '@jest/globals';
import { leafHash } from '../log/hashes.ts';
import { commitmentOf, commitTo } from './commitment.ts';
import { CHAIN_START, entryText } from './entry-text.ts';
import type { StoredEvent } from './stored-event.ts';

const SALT = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
const event: Omit<StoredEvent, 'leafHash'> = {
  id: '5a1f0c3e-0000-4000-8000-000000000001',
  authorityId: 'larkshire',
  referralId: '5a1f0c3e-0000-4000-8000-000000000002',
  caseId: '5a1f0c3e-0000-4000-8000-000000000003',
  occurredAt: new Date('2026-11-22T04:00:00.123Z'),
  actorId: 'p1',
  actorName: 'Seren O’Brien',
  actorKind: 'person',
  actorRole: 'social_worker',
  action: 'case.moved',
  fromState: 'screening',
  toState: 'information_gathering',
  reason: 'Asked the school.',
  ruleSetVersion: null,
  ruleSetHash: null,
  correlationId: '5a1f0c3e-0000-4000-8000-000000000004',
  details: { b: 1, a: [true, null] },
  chainId: '5a1f0c3e-0000-4000-8000-000000000003',
  chainSequence: 0,
  previousHash: CHAIN_START,
  actorSalt: SALT,
  actorCommitment: commitmentOf(SALT, { name: 'Seren O’Brien', id: 'p1' }),
  reasonSalt: SALT,
  reasonCommitment: commitmentOf(SALT, 'Asked the school.'),
  recordSalt: null,
  recordCommitment: null,
};

describe('an entry of the log', () => {
  it('is what it always was: packs and signed heads of years ago rest on it', () => {
    expect(leafHash(entryText(event)).toString('hex')).toBe(
      '6357ef25bc6ce28faad50a1d26adba5a624ae82de8d4e307f8da95917ad5a183',
    );
  });

  it('is canonical: keys in order, no spaces', () => {
    const text = entryText(event);
    expect(text).toMatch(
      /^\{"action":"case\.moved","actor":\{"commitment":"[\w-]{43}","kind":"person","role":"social_worker"\},/,
    );
    expect(text).toContain('"details":{"a":[true,null],"b":1}');
    expect(text).toContain('"occurredAt":"2026-11-22T04:00:00.123Z"');
  });

  it('names nobody and quotes nobody', () => {
    expect(entryText(event)).not.toMatch(/Seren|p1|school/);
  });

  it('changes with every part that is not a clear value', () => {
    const changes: Partial<StoredEvent>[] = [
      { id: 'x' },
      { authorityId: 'x' },
      { referralId: null },
      { caseId: null },
      { occurredAt: new Date(0) },
      { actorKind: 'service' },
      { actorRole: null },
      { action: 'x' },
      { fromState: null },
      { toState: null },
      { ruleSetVersion: 'x' },
      { ruleSetHash: 'x' },
      { correlationId: 'x' },
      { details: {} },
      { chainId: null },
      { chainSequence: 1 },
      { previousHash: SALT },
      { actorCommitment: SALT },
      { reasonCommitment: null },
      { recordCommitment: SALT },
    ];
    const texts = new Set([event, ...changes.map((change) => ({ ...event, ...change }))].map(entryText));
    expect(texts.size).toBe(changes.length + 1);
  });
});

describe('a commitment', () => {
  it('stands for one value under its salt', () => {
    const { salt, commitment } = commitTo({ b: 2, a: 1 });
    expect(commitmentOf(salt, { a: 1, b: 2 })).toEqual(commitment);
    expect(commitmentOf(salt, { a: 1, b: 3 })).not.toEqual(commitment);
    expect(commitmentOf(SALT, { a: 1, b: 2 })).not.toEqual(commitment);
  });

  it('of the same value is never the same twice', () => {
    expect(commitTo('x').commitment).not.toEqual(commitTo('x').commitment);
  });
});
