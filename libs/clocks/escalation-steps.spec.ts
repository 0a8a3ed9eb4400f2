import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '#deadlines';
import { nationPack } from '#nation-packs';
import type { CaseClock, ClockTimes } from './case-clock.ts';
import { clockStatus } from './clock-status.ts';
import { escalationSteps, nextStepAt } from './escalation-steps.ts';

const calendar = workingCalendar('england-and-wales', { receivedOutsideHours: 'same_day' });
const { caseClocks } = nationPack('england');

function definitionOf(kind: 'decide_next_steps' | 'urgency' | 'event') {
  const definition = caseClocks.get(kind);
  if (definition === undefined) throw new Error('England has it.');
  return definition;
}

function times(rule: ClockTimes['rule'], startedAt: string, dueAt: string): ClockTimes {
  return { rule, startedAt: new Date(startedAt), dueAt: new Date(dueAt) };
}

describe('the steps of an escalation', () => {
  it('come before, at and after the moment a clock is due, and each once', () => {
    const clock = times({ kind: 'elapsed_hours', limit: 4 }, '2026-01-05T20:00:00Z', '2026-01-06T00:00:00Z');
    const steps = escalationSteps(definitionOf('urgency'), calendar, clock);
    expect(steps.map(({ stage, at, breached }) => [stage, at.toISOString(), breached])).toEqual([
      ['due_soon', '2026-01-05T23:00:00.000Z', false],
      ['breached', '2026-01-06T00:00:00.000Z', true],
      ['breached_a_day', '2026-01-07T00:00:00.000Z', true],
    ]);
    expect(nextStepAt(steps, new Set())?.toISOString()).toBe('2026-01-05T23:00:00.000Z');
    expect(nextStepAt(steps, new Set(['due_soon']))?.toISOString()).toBe('2026-01-06T00:00:00.000Z');
    expect(nextStepAt(steps, new Set(['due_soon', 'breached', 'breached_a_day']))).toBeNull();
  });

  it('warn of working days while somebody is still there to act', () => {
    const friday = times({ kind: 'working_days', limit: 1 }, '2026-01-09T15:00:00Z', '2026-01-12T23:59:00Z');
    const [warning] = escalationSteps(definitionOf('decide_next_steps'), calendar, friday);
    expect(warning).toMatchObject({ stage: 'due_soon', at: new Date('2026-01-09T17:00:00Z') });
  });

  it('never warn before the clock started', () => {
    const evening = times({ kind: 'working_days', limit: 1 }, '2026-01-09T19:00:00Z', '2026-01-12T23:59:00Z');
    const [warning] = escalationSteps(definitionOf('decide_next_steps'), calendar, evening);
    expect(warning?.at).toEqual(evening.startedAt);
    const past = times({ kind: 'event' }, '2026-01-09T12:00:00Z', '2026-01-09T11:00:00Z');
    const [first] = escalationSteps(definitionOf('event'), calendar, past);
    expect(first?.at).toEqual(past.dueAt);
  });
});

describe('how a clock stands', () => {
  const base: CaseClock = {
    ...times({ kind: 'elapsed_hours', limit: 4 }, '2026-01-05T08:00:00Z', '2026-01-05T12:00:00Z'),
    ...{ id: 'x', kind: 'urgency', subjectId: null, stage: null, law: null, breach: null },
    ...{ startedBy: 'urgency_set', stoppedAt: null, stoppedBy: null, pausedAt: null },
  };
  const at = (time: string): Date => new Date(`2026-01-05T${time}:00Z`);

  it.each<[string, Partial<CaseClock>, string, string, number]>([
    ['in time', {}, '11:00', 'running', 60],
    ['at the very moment', {}, '12:00', 'running', 0],
    ['past it', {}, '12:30', 'overdue', 30],
    ['stopped in time', { stoppedAt: at('11:30'), stoppedBy: 'signed' }, '15:00', 'met', 30],
    ['stopped late', { stoppedAt: at('13:00'), stoppedBy: 'signed' }, '15:00', 'late', 60],
    ['standing still since before', { pausedAt: at('11:00') }, '15:00', 'paused', 60],
    ['standing still since after', { pausedAt: at('12:10') }, '15:00', 'overdue', 10],
    ['given way to another', { stoppedAt: at('11:30'), stoppedBy: 'urgency_set' }, '15:00', 'replaced', 30],
  ])('%s', (_, changes, now, state, minutes) => {
    const status = clockStatus({ ...base, ...changes }, definitionOf('urgency'), at(now));
    expect(status).toEqual({ state, byMs: minutes * 60_000 });
  });
});
