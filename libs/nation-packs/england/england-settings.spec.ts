import { describe, expect, it } from '@jest/globals';
import { nationPack } from '../nation-packs.ts';

const pack = nationPack('england');

describe("England's settings", () => {
  it('hold every code list of the census and the safeguarding data set, complete', () => {
    const counts = Object.fromEntries(pack.codeLists.map((list) => [list.id, list.codes.length]));

    expect(counts).toEqual({
      referral_source: 22,
      primary_need: 10,
      factors: 44,
      ethnicity: 20,
      disability: 13,
      sex: 3,
      abuse_category: 5,
      closure_reason: 9,
      upn_unknown: 7,
      referral_nfa: 2,
      contact_outcome: 4,
      referral_outcome: 6,
    });
  });

  it('keep the retired factors readable and marked', () => {
    const factors = pack.codeLists.find((list) => list.id === 'factors')?.codes ?? [];

    expect(factors.filter((code) => code.retired).map((code) => code.code)).toEqual(['18A', '19A']);
  });

  it('limit decisions by urgency, and next steps to one working day whatever the urgency', () => {
    const { byUrgency, decideNextSteps } = pack.urgencyLimits;

    expect(byUrgency.red.decision).toEqual({ kind: 'elapsed_hours', limit: 4 });
    expect(byUrgency.amber.decision).toEqual({ kind: 'working_days', limit: 1 });
    expect(byUrgency.green.decision).toEqual({ kind: 'working_days', limit: 3 });
    expect(byUrgency.blue.decision).toEqual({ kind: 'working_days', limit: 5 });
    expect(decideNextSteps).toMatchObject({ clock: 'E1', limit: { kind: 'working_days', limit: 1 } });
  });

  it('hold the clocks E1 to E14', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `E${String(index + 1)}`);

    expect(pack.clocks.map((clock) => clock.id)).toEqual(ids);
    expect(pack.clocks.find((clock) => clock.id === 'E1')?.limit).toEqual(pack.urgencyLimits.decideNextSteps.limit);
  });

  it('offer no law whose commencement is unknown', () => {
    const notInForce = pack.legalBases.filter((basis) => !basis.inForce).map((basis) => basis.id);

    expect(notInForce).toEqual(['ca2004_s16la', 'ca2004_s16lc', 'ca1989_s31za', 'cpa2026_child_sex_offences']);
  });

  it('name every level and pathway', () => {
    expect(pack.levels.map((words) => words.level)).toEqual([
      'universal',
      'early_help',
      'targeted_early_help',
      'statutory_need',
      'statutory_protection',
    ]);
    expect(pack.pathways.map((words) => words.pathway)).toEqual(['universal', 'early_help', 'statutory']);
  });
});
