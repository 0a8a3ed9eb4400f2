import { describe, expect, it } from '@jest/globals';
import { MANAGER, SOCIAL_WORKER, aCasePage, aDecision, aTelling } from '../../../test/support/case-page.ts';
import { presentCase } from './case.presenter.ts';
import { NOTHING_TYPED } from './filling.ts';
import { presentDecide } from './decide.presenter.ts';
import { changesSince, isOtherProposal, seenOf } from './changes.presenter.ts';

const telling = aTelling();
const texts = telling.words.casePage;
const shown = (given: Parameters<typeof aCasePage>[0] = {}, of = telling) =>
  presentCase(aCasePage(given), NOTHING_TYPED, of);

describe('the page of a case', () => {
  it('has the child, their age then, urgency, clock and holder on top', () => {
    const { headline } = shown({
      found: { claimedBy: 'wren', claimedByName: 'Wren', claimedAt: new Date('2026-11-23T09:30:00Z') },
    });
    expect(headline).toMatchObject({
      name: 'Robin Example',
      age: '9 years old when referred',
      urgency: { word: 'Green' },
      due: { text: 'Due in 3 hours', isOverdue: false },
    });
    expect(headline.holder).toMatch(/^You, since/);
  });

  it('says overdue in words, and that no clock runs', () => {
    const late = shown({ found: { nextDueAt: new Date('2026-11-21T10:00:00Z') } });
    expect(late.headline.due).toMatchObject({ text: 'Overdue by 2 days', isOverdue: true });
    expect(shown({ found: { nextDueAt: null } }).headline.due.text).toBe(texts.due.nothing);
  });

  it.each([
    ['yes', texts.glance.danger, true],
    ['no', texts.glance.noDanger, false],
    ['not_known', texts.glance.dangerUnknown, false],
  ] as const)('puts danger first: %s', (immediateDanger, text, isNow) => {
    const { reported, glance } = shown({ document: { safety: { immediateDanger } } });
    expect(reported.danger).toMatchObject({ isNow, text });
    expect(glance[0]?.lines[0]?.text).toBe(text);
  });

  it('makes a call for a doctor and a known time stand out, and the absence of both not', () => {
    const at = '2026-11-23T15:30:00Z';
    const grave = shown({
      document: { safety: { needsMedicalAttention: 'yes', timeCriticalEvent: { at, what: 'goes home' } } },
    });
    expect(grave.reported.danger.grave.map(({ label }) => label)).toEqual([
      texts.reported.medical,
      texts.reported.timeCritical,
    ]);
    expect(grave.reported.danger.grave[1]?.value).toContain('15:30 GMT goes home');
    expect(shown().reported.danger.grave).toEqual([]);
  });

  it('shows the child’s own voice, or why it is not there', () => {
    expect(shown().reported.voice).toMatchObject({
      nothing: null,
      rows: [{ value: 'I would like help with the mornings.' }],
    });
    const [child] = aCasePage().detail.referral.document.children;
    const silent = { children: [{ ...child, ref: 'c1', voice: { whyNotObtained: 'not_seen' as const } }] };
    expect(shown({ document: silent }).reported.voice.nothing).toContain(texts.reported.whyNot.not_seen);
  });

  it('counts indicators about another child of the referral for nobody else', () => {
    const indicators = [
      { id: 'B17', answer: 'present' as const, children: ['c2'] },
      { id: 'B03', answer: 'present' as const },
    ];
    expect(shown({ document: { indicators } }).indicators.present).toHaveLength(1);
  });

  it('gives the proposal with its reasons, rules, facts and the rule set’s version', () => {
    const { proposal } = shown();
    expect(proposal.nothing).toBeNull();
    expect(proposal.summary[0]?.text).toMatch(/^The rules propose/);
    expect(proposal.rules[0]?.facts.length).toBeGreaterThan(0);
    expect(proposal.ruleSet).toContain(aCasePage().detail.run?.ruleSetVersion);
    expect(proposal.rules[0]?.version).toBeNull();
    const forManager = shown({ actor: MANAGER }, aTelling(MANAGER));
    expect(forManager.proposal.rules[0]?.version).toMatch(/^\d+$/);
  });

  it('says so while the rules have proposed nothing, and when they could not', () => {
    expect(shown({ isUntriaged: true }).proposal.nothing).toBe(texts.proposal.nothing);
    const failed = shown({ isUntriaged: true, found: { triageFailure: 'internal_fault' } });
    expect(failed.proposal.nothing).toBe(texts.proposal.failed);
    expect(failed.headline.urgency.word).toBe('Not rated yet');
  });

  it('asks what is open, and takes answers to it on the spot', () => {
    const { unknown, information } = shown({ document: { safety: {} } });
    expect(unknown.questions.length).toBeGreaterThan(0);
    expect(unknown.couldBecome).not.toBeNull();
    expect(information?.answers.length).toBeGreaterThan(0);
  });

  it('marks in Welsh what the packs have in English alone', () => {
    const cy = aTelling(undefined, 'cy');
    const page = presentCase(aCasePage({ language: 'cy' }), NOTHING_TYPED, cy);
    expect(page.proposal.summary[0]).toMatchObject({ text: expect.stringMatching(/^Mae/), lang: null });
    expect(page.headline.queue).toEqual({ text: 'Assessment teams', lang: 'en' });
  });

  it('shows again what was typed into a form that is not open any more', () => {
    const held = aCasePage({ found: { claimedBy: 'x', claimedByName: 'Robin Redpoll' } });
    const typed = { typed: { reason: 'An hour of work.' }, faults: {} };
    expect(presentCase(held, typed, telling).kept).toEqual([
      { label: texts.act.decide.reason, value: 'An hour of work.' },
    ]);
    expect(presentCase(aCasePage(), typed, telling).kept).toEqual([]);
  });
});

const { cannot, decide } = telling.words.casePage.act;
const GRAVE = {
  worries: { summary: 'A mark of a belt.', injury: 'yes' },
  indicators: [{ id: 'B17', answer: 'present' }],
} as const;
const WAITING = { state: 'threshold_decision', currentDecisionId: 'd1' } as never;

describe('the panel where somebody decides', () => {
  it('says what accepting means and that a second person signs it, before anybody decides', () => {
    const panel = presentDecide(aCasePage({ document: GRAVE }), NOTHING_TYPED, telling);
    expect(panel).toMatchObject({
      kind: 'decide',
      accept: expect.stringContaining('Level 4'),
      acceptHint: decide.needsSignOff,
      signOffReasons: [telling.words.codes.signOffReasons.statutory_outcome],
      chosen: '',
    });
  });

  it('says that a decision takes effect at once where nobody has to sign', () => {
    expect(presentDecide(aCasePage(), NOTHING_TYPED, telling)).toMatchObject({
      acceptHint: decide.noSignOff,
      signOffReasons: [],
    });
  });

  it('offers nothing to accept before the rules have proposed', () => {
    expect(presentDecide(aCasePage({ isUntriaged: true }), NOTHING_TYPED, telling)).toMatchObject({
      kind: 'decide',
      accept: null,
    });
  });

  it('tells of unread replies, and asks why one does not wait for them', () => {
    const panel = presentDecide(aCasePage({ unread: 2 }), NOTHING_TYPED, telling);
    expect(panel).toMatchObject({ unread: decide.unread(2) });
    expect(JSON.stringify(panel)).toContain('unreadReason');
  });

  it.each([
    [
      'somebody else holds the case',
      { found: { claimedBy: 'x', claimedByName: 'Robin Redpoll' } },
      cannot.held('Robin Redpoll'),
    ],
    ['it is decided', { found: { state: 'signed', currentDecisionId: 'd1' } as never }, cannot.settled],
    ['it has to be claimed first', { found: { state: 'reopened' } as never }, cannot.state],
  ])('says why it cannot be decided where %s', (_what, given, text) => {
    expect(presentDecide(aCasePage(given), NOTHING_TYPED, telling)).toEqual({ kind: 'told', text });
  });

  it.each([
    ['a screener', { ...SOCIAL_WORKER, roles: ['screener' as const] }, cannot.role],
    ['a social worker without a registration', { ...SOCIAL_WORKER, registration: null }, cannot.registration],
  ])('says to %s why they do not decide', (_who, actor, text) => {
    expect(presentDecide(aCasePage({ actor }), NOTHING_TYPED, aTelling(actor))).toEqual({ kind: 'told', text });
  });

  it('lets a second person sign with the reasons before them, and never the first', () => {
    const decision = aDecision({ overrideReason: 'The police hold more.' });
    const waiting = { found: WAITING, decisions: [{ decision, signOff: null }] };
    const panel = presentDecide(aCasePage({ ...waiting, actor: MANAGER }), NOTHING_TYPED, aTelling(MANAGER));
    expect(panel).toMatchObject({ kind: 'sign', isBarred: false, obstacles: [] });
    expect(JSON.stringify(panel)).toContain('The police hold more.');

    const own = { ...MANAGER, id: decision.decidedBy };
    const told = presentDecide(aCasePage({ ...waiting, actor: own }), NOTHING_TYPED, aTelling(own));
    expect(told).toEqual({ kind: 'told', text: cannot.own });
    expect(presentDecide(aCasePage(waiting), NOTHING_TYPED, telling)).toEqual({ kind: 'told', text: cannot.waits });
  });
});

const { changed } = telling.words.casePage.act;
const before = aCasePage().detail.found;

describe('what changed since a page was read', () => {
  it('is told part by part, as it was and as it is', () => {
    const now = { ...before, urgency: 'red' as const, claimedBy: 'x', claimedByName: 'Robin Redpoll', version: 9 };
    expect(changesSince(seenOf(before), now, telling)).toEqual([
      changed.from(changed.urgency, 'Green', 'Red'),
      changed.from(changed.holder, 'nobody', 'Robin Redpoll'),
    ]);
  });

  it('is never nothing: a version that counts on without a trace says so', () => {
    expect(changesSince(seenOf(before), { ...before, version: 9 }, telling)).toEqual([changed.other]);
  });

  it('reads what no page of ours wrote as unknown', () => {
    const told = changesSince('~~<script>', before, telling);
    expect(told.join()).not.toContain('script');
    expect(told.length).toBeGreaterThan(2);
  });

  it('knows another proposal from another holder', () => {
    const raised = { ...before, proposedLevel: 'statutory_protection' as const };
    expect(isOtherProposal(seenOf(before), raised)).toBe(true);
    expect(isOtherProposal(seenOf(before), { ...before, claimedBy: 'x' })).toBe(false);
  });

  it('carries nothing about the child', () => {
    expect(seenOf(before)).not.toMatch(/Robin|2017/);
  });
});
