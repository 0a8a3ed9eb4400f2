import { describe, expect, it } from '@jest/globals';
import type { ClockEvent, ClockKind } from '#domain';
import { nationPack } from '#nation-packs';
import { workingCalendar } from '#deadlines';
import type { CaseClock, NewClock } from './case-clock.ts';
import { nextDueOf } from './next-due.ts';
import { type ClockMoment, type ClockRules, planClocks } from './plan-clocks.ts';

function rulesOf(nation: 'england' | 'wales' | 'scotland' | 'northern_ireland'): ClockRules {
  const { caseClocks, division } = nationPack(nation);
  return { caseClocks, calendar: workingCalendar(division, { receivedOutsideHours: 'same_day' }) };
}

const RECEIVED = new Date('2026-03-23T10:00:00Z');

function moment(event: ClockEvent, at: string, more: Partial<ClockMoment> = {}): ClockMoment {
  const none = { urgency: null, pathway: null, subjectId: null, stage: null, eventAt: null, startedAt: null };
  return { event, at: new Date(at), receivedAt: RECEIVED, ...none, milestones: new Map(), ...more };
}

/** As it is once it is stored. */
function stored(clock: NewClock): CaseClock {
  return { ...clock, id: `${clock.kind}-${clock.dueAt.toISOString()}`, pausedAt: null, breach: null };
}

function started(rules: ClockRules, what: ClockMoment, running: readonly CaseClock[] = []): Record<string, string> {
  const { starts } = planClocks(rules, what, running);
  return Object.fromEntries(starts.map(({ kind, dueAt }) => [kind, dueAt.toISOString()]));
}

describe('the table of clocks', () => {
  const england = rulesOf('england');
  const atArrival = planClocks(england, moment('referral_received', '2026-03-23T10:00:00Z'), []).starts.map(stored);

  it('starts with a referral what must be decided and acknowledged, and nothing else', () => {
    expect(atArrival.map(({ kind }) => kind).sort()).toEqual(['acknowledge', 'decide_next_steps']);
  });

  it('runs a clock to the event that the referral names, even one that is past', () => {
    const eventAt = new Date('2026-03-23T09:30:00Z');
    expect(started(england, moment('referral_received', '2026-03-23T10:00:00Z', { eventAt }))).toMatchObject({
      event: '2026-03-23T09:30:00.000Z',
    });
  });

  it('counts an urgency from the receipt, and does not start it again for the same end', () => {
    const red = moment('urgency_set', '2026-03-23T11:00:00Z', { urgency: 'red' });
    const first = planClocks(england, red, atArrival);
    expect(first.starts.map(({ dueAt }) => dueAt.toISOString())).toEqual(['2026-03-23T14:00:00.000Z']);
    const running = [...atArrival, ...first.starts.map(stored)];
    expect(planClocks(england, red, running)).toEqual({ stops: [], starts: [] });

    const raised = planClocks(england, { ...red, urgency: 'amber' }, running);
    expect(raised.stops.map(({ kind }) => kind)).toEqual(['urgency']);
    expect(raised.starts.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([['urgency', RECEIVED]]);
  });

  it('counts the urgency of a case that came back from when it came back', () => {
    const back = planClocks(england, moment('reopened', '2026-05-01T09:00:00Z'), []).starts.map(stored);
    const rated = moment('urgency_set', '2026-05-01T10:00:00Z', { urgency: 'red' });
    expect(started(england, rated, back)).toEqual({ urgency: '2026-05-01T13:00:00.000Z' });
  });

  it('takes a case that nobody has rated for red', () => {
    expect(started(england, moment('decided', '2026-03-23T11:00:00Z'))).toEqual({
      sign_off: '2026-03-23T15:00:00.000Z',
    });
  });

  it('stops at the signature what waited for it, and starts the feedback; an assessment only for statutory help', () => {
    const early = planClocks(england, moment('signed', '2026-03-23T12:00:00Z', { pathway: 'early_help' }), atArrival);
    const statutory = planClocks(
      england,
      moment('signed', '2026-03-23T12:00:00Z', { pathway: 'statutory' }),
      atArrival,
    );
    expect(early.stops.map(({ kind }) => kind)).toEqual(['decide_next_steps']);
    expect(early.starts.map(({ kind }) => kind)).toEqual(['feedback']);
    expect(statutory.starts.map(({ kind }) => kind)).toEqual(['feedback', 'assessment']);
    expect(statutory.starts.at(-1)?.startedAt).toEqual(RECEIVED);
  });

  it('keeps the clocks of different enquiries apart, and gives partners their time by urgency', () => {
    const sent = moment('enquiry_sent', '2026-03-23T15:00:00Z', { subjectId: 'a', urgency: 'amber' });
    const first = planClocks(england, sent, []).starts.map(stored);
    const second = planClocks(england, { ...sent, subjectId: 'b', urgency: 'red' }, first).starts.map(stored);
    expect([...first, ...second].map(({ subjectId, dueAt }) => [subjectId, dueAt.toISOString()])).toEqual([
      ['a', '2026-03-24T13:00:00.000Z'],
      ['b', '2026-03-23T17:00:00.000Z'],
    ]);
    const answered = moment('enquiry_answered', '2026-03-23T16:00:00Z', { subjectId: 'b' });
    expect(planClocks(england, answered, [...first, ...second]).stops.map(({ subjectId }) => subjectId)).toEqual(['b']);
  });

  it('gives each stage of a challenge its time, and starts the next from the move', () => {
    const about = { subjectId: 'c' };
    let running: CaseClock[] = [];
    const due: (string | undefined)[] = [];
    for (const stage of [1, 2, 3, 4]) {
      const event = stage === 1 ? 'challenge_opened' : 'challenge_stage_moved';
      const plan = planClocks(england, moment(event, '2026-06-01T10:00:00Z', { ...about, stage }), running);
      expect(plan.stops).toEqual(running);
      running = plan.starts.map(stored);
      due.push(running[0]?.dueAt.toISOString().slice(0, 10));
    }
    expect(due).toEqual(['2026-06-02', '2026-06-03', '2026-06-04', '2026-06-08']);
  });

  it('counts a conference from the strategy discussion, and takes a child seen before the record of the enquiry', () => {
    const milestones = new Map([
      ['strategy_discussion_held', new Date('2026-03-23T09:00:00Z')],
      ['child_seen', new Date('2026-03-25T09:00:00Z')],
    ] as const);
    const plan = planClocks(england, moment('section_47_started', '2026-03-25T08:00:00Z', { milestones }), []);
    const of = (kind: ClockKind) => plan.starts.find((clock) => clock.kind === kind);
    expect(of('conference')?.dueAt.toISOString()).toBe('2026-04-15T22:59:00.000Z');
    expect(of('child_seen')).toMatchObject({ stoppedBy: 'child_seen', nextEscalationAt: null });
    expect(of('conference')).toMatchObject({ stoppedAt: null });
  });

  it.each([
    ['scotland', 'section_47_started', '2026-03-02T10:00:00Z', 'conference', '2026-03-30T22:59:00.000Z'],
    ['wales', 'signed', '2025-12-01T10:00:00Z', 'assessment', '2026-02-02T23:59:00.000Z'],
    ['northern_ireland', 'signed', '2026-03-23T10:00:00Z', 'assessment', '2026-04-08T22:59:00.000Z'],
    [
      'northern_ireland',
      'strategy_discussion_decided',
      '2026-03-23T10:00:00Z',
      'child_seen',
      '2026-03-24T10:00:00.000Z',
    ],
    ['england', 'conference_held', '2026-03-23T10:00:00Z', 'core_group', '2026-04-08T22:59:00.000Z'],
    ['scotland', 'referral_received', '2026-03-23T10:00:00Z', 'feedback', '2026-04-02T22:59:00.000Z'],
  ] as const)('has in %s after %s its own clock', (nation, event, at, kind, due) => {
    const what = moment(event, at, { receivedAt: new Date(at), pathway: 'statutory' });
    expect(started(rulesOf(nation), what)[kind]).toBe(due);
  });

  it('has no clock where the nation has no limit', () => {
    expect(rulesOf('scotland').caseClocks.has('assessment')).toBe(false);
    expect(rulesOf('northern_ireland').caseClocks.has('core_group')).toBe(false);
  });

  it('puts into the worklist the first of the clocks on which the front door acts, and none that stands still', () => {
    const feedback = planClocks(england, moment('signed', '2026-03-23T12:00:00Z'), []).starts.map(stored);
    expect(nextDueOf(england, feedback)).toBeNull();
    const [first] = atArrival.filter(({ kind }) => kind === 'decide_next_steps');
    expect(nextDueOf(england, [...feedback, ...atArrival])).toEqual(first?.dueAt);
    const paused = atArrival.map((clock) => ({ ...clock, pausedAt: RECEIVED }));
    expect(nextDueOf(england, paused)).toBeNull();
  });
});
