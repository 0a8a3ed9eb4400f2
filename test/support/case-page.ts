import type { CasePage } from '#decisions';
import { type Actor, asId, type Case, type Decision, type Language, type ReferralDocument } from '#domain';
import { NO_HISTORY } from '#facts';
import { profileOf } from '#nation-packs';
import { compileRuleSet } from '#rules';
import type { Telling } from '../../apps/web/case/telling.ts';
import { WORDS } from '../../apps/web/words/words.ts';
import { availableActions } from '../../libs/decisions/available-actions.ts';
import { explained } from '../../libs/decisions/explain-case.ts';
import { reportable } from '../../libs/decisions/information-facts.ts';
import { signOffOutlook } from '../../libs/decisions/page/sign-off-outlook.ts';
import { proposeFor } from '../../libs/triage/propose-for.ts';
import { aReferral } from './referral-builder.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const ID = 'c0000000-0000-4000-8000-000000000001';
const PROFILE = profileOf('larkshire');
const RULES = { ruleSet: PROFILE.ruleSet, compiled: compileRuleSet(PROFILE.ruleSet), hash: 'hash' };

export const SOCIAL_WORKER: Actor = {
  ...{ id: 'wren', kind: 'person', name: 'Wren Whitethroat', roles: ['social_worker'] },
  ...{ authorityId: asId('larkshire'), agencyId: null, teams: ['assessment'] },
  ...{ homePostcode: null, registration: 'SW000001' },
};
export const MANAGER: Actor = { ...SOCIAL_WORKER, id: 'martin', name: 'Martin Merlin', roles: ['manager'] };

export function aTelling(actor: Actor = SOCIAL_WORKER, language: Language = 'en'): Telling {
  return { words: WORDS[language], language, now: NOW, actor, authority: PROFILE };
}

export interface CasePageGiven {
  readonly document?: Partial<ReferralDocument>;
  readonly found?: Partial<Case>;
  readonly actor?: Actor;
  readonly language?: Language;
  readonly decisions?: CasePage['detail']['decisions'];
  readonly unread?: number;
  /** Without a run, as before triage. */
  readonly isUntriaged?: boolean;
}

/** A case as `ReadCasePage` gives it, by the rules of the demonstration authority; nothing beside it unless given. */
export function aCasePage(given: CasePageGiven = {}): CasePage {
  const { actor = SOCIAL_WORKER, language = 'en', isUntriaged = false } = given;
  const document = aReferral(given.document);
  const run = isUntriaged ? null : runOf(document);
  const found = caseOf(run, given.found);
  const why = run === null ? null : explained(run, RULES, actor, language);
  const asked = new Set(why?.explanation.openQuestions.map(({ factId }) => factId));
  return {
    ...{ detail: detailOf({ found, run, document, actor }, given), why },
    known: {
      family: { found, members: [], cases: [], homes: [], gaps: [], prompts: [] },
      history: { found, counts: NO_HISTORY, entries: [] },
      ...{ missed: [], passed: [] },
    },
    course: { information: [], enquiries: [], timing: { found, clocks: [], milestones: [], handovers: [] } },
    outlook: signOffOutlook(found, run),
    answerable: reportable(RULES.ruleSet.catalogue).filter(({ id }) => asked.has(id)),
  };
}

interface Made {
  readonly found: Case;
  readonly run: Run | null;
  readonly document: ReferralDocument;
  readonly actor: Actor;
}

function detailOf({ found, run, document, actor }: Made, { decisions = [], unread = 0 }: CasePageGiven) {
  return {
    ...{ found, run, ruleSet: run === null ? null : RULES.ruleSet, decisions, attachments: [] },
    referral: { document } as CasePage['detail']['referral'],
    enquiries: { open: 0, unread },
    availableActions: availableActions(found, actor, decisions.at(-1)?.decision.decidedBy ?? null),
    signOffObstacles: unread === 0 ? [] : [{ code: 'replies_unread' as const, count: unread }],
  };
}

type Run = NonNullable<CasePage['detail']['run']>;

function runOf(document: ReferralDocument): Run {
  const moment = { document, childIndex: 0, history: NO_HISTORY, learned: [], onDate: '2026-11-23', area: null };
  const proposed = proposeFor({ ...moment, profile: PROFILE, inForce: RULES });
  const { id: ruleSetId, version: ruleSetVersion } = RULES.ruleSet;
  return {
    ...{ id: asId('run'), caseId: asId(ID), inputVersion: 1, ruleSetId, ruleSetVersion, ruleSetHash: 'hash' },
    ...{ evaluatedAt: NOW, evaluatedOn: '2026-11-23', area: null, ...proposed },
  };
}

function caseOf(run: Run | null, changes: Partial<Case> = {}): Case {
  return {
    ...{ id: asId(ID), authorityId: asId('larkshire'), referralId: asId('r1'), agencyId: asId('larkbridge-primary') },
    ...{ reference: 'FD-2345-6789-1', childIndex: 0, childName: 'Robin Example', childDateOfBirth: '2017-05-04' },
    ...{ area: null, queue: 'assessment', state: 'auto_triaged', receivedAt: new Date('2026-11-23T09:00:00Z') },
    ...{ nextDueAt: new Date('2026-11-23T13:00:00Z'), first1001Days: false, restricted: false },
    ...{ handoverWaiting: false, triageFailure: null, claimedBy: null, claimedByName: null, claimedAt: null },
    ...{ inputVersion: 1, currentDecisionId: null, decidedPathway: null, version: 3 },
    ...(run === null ? NOT_PROPOSED : proposedBy(run)),
    ...changes,
  };
}

const NOT_PROPOSED = {
  ...{ urgency: null, proposedLevel: null, proposedUrgency: null, needsInformation: false, currentRunId: null },
};

function proposedBy({ id, proposal: { level, urgency, needsInformation } }: Run) {
  return { urgency, proposedLevel: level, proposedUrgency: urgency, needsInformation, currentRunId: id };
}

export function aDecision(changes: Partial<Decision> = {}): Decision {
  return {
    ...{ id: asId('d1'), caseId: asId(ID), runId: null, proposedLevel: 'statutory_need', proposedUrgency: 'amber' },
    ...{ level: 'statutory_need', pathway: 'statutory', urgency: 'amber', legalBasis: null },
    ...{
      rationale: 'The facts speak for it.',
      overrideReason: null,
      decidedBy: 'robin',
      decidedByName: 'Robin Redpoll',
    },
    ...{ decidedByRole: 'social_worker', registration: 'SW000002', decidedAt: NOW },
    ...{ signOffReasons: ['statutory_outcome'], ...changes },
  };
}
