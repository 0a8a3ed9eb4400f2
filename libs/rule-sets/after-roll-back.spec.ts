import { describe, expect, it } from '@jest/globals';
import { afterRollBack } from './after-roll-back.ts';
import type { Activation, ActivationId, RuleSetVersion } from './rule-set-version.ts';

const TODAY = '2026-11-22';

function put(id: string, area: string, fromDate: string, given: Partial<Activation> = {}): Activation {
  const by = { activatedBy: 'x', activatedByName: 'X', activatedAt: new Date(`${fromDate}T09:00:00Z`) };
  const withdrawn = { withdrawnByName: null, withdrawnAt: null, withdrawnReason: null };
  const ids = { id: id as ActivationId, authorityId: 'larkshire', versionId: 'v', hash: 'h' };
  return { ...ids, area, fromDate, ...by, ...withdrawn, ...given } as Activation;
}

function version(label: string, ...activations: Activation[]): { version: RuleSetVersion; activations: Activation[] } {
  return { version: { label } as RuleSetVersion, activations };
}

describe('what would be in force after a roll-back', () => {
  const versions = [
    version('spring', put('a', '*', '2026-03-01')),
    version('summer', put('b', 'harbour', '2026-07-01')),
    version('autumn', put('c', '*', '2026-10-01')),
    version('winter', put('d', '*', '2026-12-01')),
  ];
  const after = (id: string) =>
    afterRollBack(versions, id as ActivationId, ['harbour', 'vale'], TODAY).map((one) => one.version?.label ?? null);

  it('is the version before it, in each area its own', () => {
    expect(after('c')).toEqual(['summer', 'spring']);
  });

  it('stays as it is where the activation has not begun', () => {
    expect(after('d')).toEqual(['autumn', 'autumn']);
  });

  it('is what came with the service where nothing else was ever put in force', () => {
    const alone = [version('only', put('a', '*', '2026-03-01'))];
    expect(afterRollBack(alone, 'a' as ActivationId, ['vale'], TODAY)).toEqual([
      { area: 'vale', version: null, since: null },
    ]);
  });

  it('passes over what was rolled back before', () => {
    const gone = { withdrawnAt: new Date('2026-08-01T09:00:00Z') };
    const some = [version('old', put('a', '*', '2026-01-01')), version('gone', put('b', '*', '2026-07-01', gone))];
    const found = afterRollBack([...some, ...versions.slice(2, 3)], 'c' as ActivationId, ['vale'], TODAY);
    expect(found[0]?.version?.label).toBe('old');
  });
});
