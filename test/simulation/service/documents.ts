import { type Case, type CaseState, type Facts, known, type ReferralDocument } from '#domain';
import { localDateOf } from '#deadlines';
import { NO_HISTORY } from '#facts';
import { profileOf } from '#nation-packs';
import { contentHash } from '#platform';
import { compileRuleSet, evaluate, type Evaluation, type RuleSet } from '#rules';
import type { TriageRun } from '#triage';
import { openCases } from '../../../libs/intake/open-cases.ts';
import type { KeptRuleSet } from '../../../libs/rule-sets/store/rule-set-content.repository.ts';
import { proposeFor } from '../../../libs/triage/propose-for.ts';
import { aReferral, aRedReferral } from '../../support/referral-builder.ts';

export const AUTHORITY = 'larkshire';
export const STARTS_AT = Date.parse('2026-06-10T09:00:00Z');
const ON_DATE = localDateOf(STARTS_AT);
const profile = profileOf(AUTHORITY);

/** What may be sent: poison cannot be evaluated, and a killer takes its worker with it. */
export const DOCUMENTS = {
  plain: aReferral(),
  red: aRedReferral(),
  twins: aReferral({ children: ['c1', 'c2'].map((ref) => ({ ...firstChild(), ref })) }),
  poison: aReferral({ strengths: 'Poison.' }),
  killer: aReferral({ strengths: 'Killer.' }),
} as const satisfies Readonly<Record<string, ReferralDocument>>;
export type DocumentKind = keyof typeof DOCUMENTS;

function firstChild(): ReferralDocument['children'][number] {
  const [child] = aReferral().children;
  if (child === undefined) throw new Error('A referral has a child.');
  return child;
}

/** What may be learned later: something that raises a case, and something that does not. */
export const LEARNED: readonly Facts[] = [{ 'indicator.B17': known(true) }, { 'agreement.given': known('no') }];

/** The rule set that came with the service, and two that differ in what they say of every child. */
export const RULE_SETS: readonly KeptRuleSet[] = ['', 'a', 'b'].map((name) => keptOf(renamed(profile.ruleSet, name)));

export function ruleSetOf(hash: string): KeptRuleSet {
  const found = RULE_SETS.find((each) => each.hash === hash);
  if (found === undefined) throw new Error('Every hash on record names a rule set that is kept.');
  return found;
}

function renamed(ruleSet: RuleSet, name: string): RuleSet {
  if (name === '') return ruleSet;
  const rules = ruleSet.rules.map((rule) => ({ ...rule, version: rule.version + name.charCodeAt(0) }));
  return { ...ruleSet, version: `${ruleSet.version}-${name}`, rules };
}

function keptOf(ruleSet: RuleSet): KeptRuleSet {
  return { ruleSet, compiled: compileRuleSet(ruleSet), hash: contentHash(ruleSet) };
}

const opened = new Map<DocumentKind, readonly Case[]>();

/** The cases that a document of this kind opens, without ids of their own. */
export function casesOf(kind: DocumentKind): readonly Case[] {
  const ready = opened.get(kind) ?? open(kind);
  opened.set(kind, ready);
  return ready;
}

function open(kind: DocumentKind): readonly Case[] {
  const receivedAt = new Date(STARTS_AT);
  const referral = { id: '', authorityId: AUTHORITY, agencyId: '', reference: 'R', receivedAt };
  const arrival = { referral, first: { clocks: [], nextDueAt: null } } as unknown as Parameters<typeof openCases>[1];
  const state: CaseState = 'received';
  return openCases(DOCUMENTS[kind], arrival, profile, ON_DATE).map(({ row }) => ({ ...row, state }) as unknown as Case);
}

type Evaluated = Pick<TriageRun, 'facts' | 'evaluation' | 'proposal' | 'evaluatedOn'>;
const evaluated = new Map<string, Evaluated>();

/** What the rules propose. The same input gives the same, so that it is worked out once. */
export function evaluatedFor(kind: DocumentKind, found: Case, learned: readonly Facts[], by: KeptRuleSet): Evaluated {
  const key = JSON.stringify([kind, found.childIndex, found.area, learned, by.hash]);
  const ready = evaluated.get(key);
  if (ready !== undefined) return ready;
  const { childIndex, area } = found;
  const asked = { document: DOCUMENTS[kind], childIndex, history: NO_HISTORY, learned, onDate: ON_DATE, area, profile };
  const made = { ...proposeFor({ ...asked, inForce: by }), evaluatedOn: ON_DATE };
  evaluated.set(key, made);
  return made;
}

const replays = new WeakMap<Facts, Map<string, Evaluation>>();

/** What the named rule set says of a run's facts. */
export function replayOf({ facts, ruleSetHash, evaluatedOn: onDate, area }: TriageRun): Evaluation {
  const known = replays.get(facts) ?? new Map<string, Evaluation>();
  replays.set(facts, known);
  const ready = known.get(ruleSetHash) ?? evaluate(ruleSetOf(ruleSetHash).compiled, facts, { onDate, area });
  known.set(ruleSetHash, ready);
  return ready;
}
