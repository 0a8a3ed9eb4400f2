import { describe, expect, it } from '@jest/globals';
import { CLOCK_KINDS, NATIONS } from '#domain';
import { nationPack } from '../nation-packs.ts';
import { readYaml, YamlNode } from '../yaml-node.ts';
import { caseClocksOf, ruleOf, withOwnLimits } from './case-clocks-of.ts';

const { clocks, urgencyLimits, caseClocks: england } = nationPack('england');
const common = readYaml(new URL('../common/case-clocks.yaml', import.meta.url));

function aFile(value: unknown): YamlNode {
  return new YamlNode(value, 'authority.yaml');
}

function ofNation(own: object): ReturnType<typeof caseClocksOf> {
  return caseClocksOf(common, aFile({ clocks: own }), { clocks, urgencyLimits });
}

describe('the clocks of a nation', () => {
  it.each(NATIONS)(
    'are complete in %s: what starts and stops each, who is told, where the limit comes from',
    (nation) => {
      const { caseClocks } = nationPack(nation);
      expect(caseClocks.size).toBeGreaterThan(13);
      for (const { kind, startsOn, stopsOn, escalation, source } of caseClocks.values()) {
        const whole = [startsOn, stopsOn, escalation].every((each) => each.length > 0) && source !== '';
        expect({ kind, whole }).toEqual({ kind, whole: true });
        expect(escalation.some(({ when }) => when === 'breach')).toBe(true);
      }
    },
  );

  it('run by the law where it has a limit, and say which of them nobody has verified', () => {
    expect(england.get('assessment')).toMatchObject({
      law: 'E4',
      limits: { by: 'all', rule: { kind: 'working_days', limit: 45 } },
      evidence: 'found',
    });
    expect(england.get('strategy_discussion')).toMatchObject({ law: 'E3', evidence: 'unverified' });
    expect(england.get('sign_off')).toMatchObject({ law: null, evidence: 'unverified' });
  });

  it('may stand still only where the law or the procedure lets them: never before a decision', () => {
    const pausable = CLOCK_KINDS.filter((kind) => (england.get(kind)?.pauses ?? []).length > 0);
    expect(pausable).toEqual(['partner_reply', 'feedback', 'challenge_stage', 'family_review']);
  });

  it.each<[string, object, string]>([
    ['an unknown kind', { child_weighed: { law: 'E8' } }, 'authority.yaml > clocks: has no field child_weighed'],
    [
      'an unknown event',
      { sign_off: { startsOn: ['dawn'] } },
      'authority.yaml > clocks > sign_off > startsOn > item 1: must be',
    ],
    ['no start', { sign_off: { startsOn: [] } }, 'authority.yaml > clocks > sign_off: must start on something'],
    ['a law that there is not', { feedback: { law: 'E99' } }, 'names no clock of the nation: E99'],
    [
      'two limits',
      { feedback: { limit: { kind: 'working_days', limit: 1 }, byStage: [], source: 'Here' } },
      'must have one of',
    ],
    [
      'an urgency left out',
      { feedback: { byUrgency: { red: { kind: 'working_hours', limit: 1 } }, source: 'Here' } },
      'must have blue',
    ],
    ['no source', { feedback: { limit: { kind: 'working_days', limit: 1 } } }, 'must have source'],
    [
      'a warning after the end',
      { feedback: { law: 'E10', warnBefore: { share: 1 } } },
      'must leave a share of the time',
    ],
    ['two warnings', { feedback: { law: 'E10', warnBefore: { share: 0.5, hours: 1 } } }, 'either share or hours'],
    ['a step twice', { feedback: { law: 'E10', escalation: [step('a_step'), step('a_step')] } }, 'names a stage twice'],
    [
      'a step for nobody',
      { feedback: { law: 'E10', escalation: [{ ...step('a_step'), to: [] }] } },
      'must be told to somebody',
    ],
    [
      'a step to a stranger',
      { feedback: { law: 'E10', escalation: [{ ...step('a_step'), to: ['mayor'] }] } },
      'must be one of holder',
    ],
  ])('are refused with %s', (_, own, message) => {
    expect(() => ofNation(own)).toThrow(message);
  });
});

function step(stage: string): object {
  return { stage, when: 'breach', to: ['manager'] };
}

describe('the limits of an authority', () => {
  it('stand in place of its nation’s, unverified until they name evidence', () => {
    const table = withOwnLimits(
      england,
      aFile({
        feedback: { limit: { kind: 'working_hours', limit: 4 }, source: 'Local protocol', warnBefore: { hours: 1 } },
        partner_reply: { escalation: [{ stage: 'late', when: { hoursAfter: 2 }, to: ['manager'] }] },
      }),
    );
    expect(table.get('feedback')).toMatchObject({
      ...{ law: 'E10', source: 'Local protocol', evidence: 'unverified', startsOn: ['signed'] },
      limits: { by: 'all', rule: { kind: 'working_hours', limit: 4 } },
      warnBefore: { by: 'hours', hours: 1 },
    });
    expect(table.get('partner_reply')).toMatchObject({
      limits: england.get('partner_reply')?.limits,
      escalation: [{ stage: 'late', when: { hoursAfter: 2 }, to: ['manager'] }],
    });
    expect(table.get('assessment')).toBe(england.get('assessment'));
  });

  it.each<[string, object, string]>([
    [
      'longer than the law',
      { assessment: { limit: { kind: 'working_days', limit: 60 }, source: 'Here' } },
      'is longer than E4 allows: 45 working days',
    ],
    ['of a clock it has not', { child_weighed: { source: 'Here' } }, 'has no field child_weighed'],
    ['that change what stops it', { assessment: { stopsOn: ['signed'] } }, 'has no field stopsOn'],
    ['that let it stand still', { assessment: { pauses: { busy: 'Too busy' } } }, 'has no field pauses'],
    ['of zero', { feedback: { limit: { kind: 'working_days', limit: 0 }, source: 'Here' } }, 'must be above 0'],
  ])('are refused where they are %s', (_, own, message) => {
    expect(() => withOwnLimits(england, aFile(own))).toThrow(message);
  });
});

describe('the rule of a clock', () => {
  it('is that of the urgency, red for what nobody has rated; of the stage, the last for every later one', () => {
    const [reply, challenge] = [england.get('partner_reply'), england.get('challenge_stage')];
    if (reply === undefined || challenge === undefined) throw new Error('England has both.');
    expect(ruleOf(reply, 'green', null)).toEqual({ kind: 'working_hours', limit: 24 });
    expect(ruleOf(reply, null, null)).toEqual({ kind: 'elapsed_hours', limit: 2 });
    expect([1, 4, 9].map((stage) => ruleOf(challenge, null, stage))).toEqual([
      { kind: 'working_days', limit: 1 },
      { kind: 'working_days', limit: 5 },
      { kind: 'working_days', limit: 5 },
    ]);
  });
});
