import { type Case, type DecisionId, SETTLED_STATES } from '#domain';
import { canonicalJson } from '#platform';
import { casesOf, evaluatedFor, replayOf, ruleSetOf } from '../service/documents.ts';
import { checkLog } from './check-log.ts';
import type { Evidence, Timing } from './evidence.ts';

/** Says what a history broke, by the invariants of the fault matrix; nothing when all hold. */
export function checkHistory(evidence: Evidence): string[] {
  return [
    ...nothingLost(evidence).map((what) => `I1 nothing lost: ${what}`),
    ...nothingStranded(evidence).map((what) => `I2 nothing stranded: ${what}`),
    ...decidedOnce(evidence).map((what) => `I3 decided once: ${what}`),
    ...rightRuleSet(evidence).map((what) => `I4 right rule set: ${what}`),
    ...checkLog(evidence).map((what) => `I5 log whole: ${what}`),
  ];
}

/** A rule set may only be named that was in force at some moment while the run was made. */
export function checkTiming({ runs, inForce }: Timing): string[] {
  return runs.flatMap(({ id, ruleSetHash, startedAfter, writtenAt }) => {
    const during = inForce.filter(({ from }, at) => {
      const until = inForce[at + 1]?.from ?? Infinity;
      return from < writtenAt && until > startedAfter;
    });
    return during.some(({ hash }) => hash === ruleSetHash) ? [] : [`I4 right rule set: ${id} names one not in force`];
  });
}

/** Every receipt has its one referral with that very body, and a refused key was used for another body. */
function nothingLost({ told, referrals }: Evidence): string[] {
  const byKey = grouped(referrals, ({ agencyId, key }) => `${agencyId} ${key ?? ''}`);
  const doubled = [...byKey.values()].filter(([first, ...more]) => first?.key !== null && more.length > 0);
  const bySending = grouped(referrals, ({ sending }) => sending);
  const twice = [...bySending.values()].filter((rows) => rows.length > 1);
  return [
    ...told.flatMap(({ answer, bodySha256, key, sending }) => {
      if (answer.status === 'unavailable') return [];
      if (answer.status === 'key_reused') {
        const other = referrals.some((row) => row.key === key && row.bodySha256 !== bodySha256);
        return other ? [] : [`${sending} was refused for a key that nobody else used`];
      }
      const rows = referrals.filter(({ reference }) => reference === answer.reference);
      const isThere = rows.length === 1 && rows[0]?.bodySha256 === bodySha256;
      return isThere ? [] : [`${answer.reference} is acknowledged and there ${rows.length} times`];
    }),
    ...doubled.map(([first]) => `key ${first?.key ?? ''} is stored twice`),
    ...twice.map(([first]) => `${first?.sending ?? ''} is stored twice`),
  ];
}

/** Every child has its case in a human queue; proposed by its latest input, or the trail says why not. */
function nothingStranded({ referrals, cases, runs, work, information }: Evidence): string[] {
  const found: string[] = [];
  for (const { id, kind } of referrals) {
    const own = cases.filter(({ referralId }) => referralId === id);
    if (own.length !== casesOf(kind).length) found.push(`${id} has ${own.length} cases`);
    for (const each of own) {
      const run = runs.find((one) => one.id === each.currentRunId);
      const needsNobody = SETTLED_STATES.includes(each.state) || each.triageFailure !== null;
      if (each.queue === '') found.push(`${each.id} is in no queue`);
      if (needsNobody) continue;
      if (run?.inputVersion !== each.inputVersion) {
        found.push(`${each.id} waits for version ${each.inputVersion}`);
        continue;
      }
      const learned = information.filter(({ caseId }) => caseId === each.id).map(({ facts }) => facts);
      const expected = evaluatedFor(kind, each, learned, ruleSetOf(run.ruleSetHash)).facts;
      if (!isSame(run.facts, expected)) found.push(`${each.id} was looked at without what was learned`);
    }
  }
  const open = work.filter(({ isDone, failure }) => !isDone && failure === null);
  return [...found, ...open.map(({ caseId }) => `work on ${caseId} still waits`)];
}

/** One run an input version, each with one entry; decisions by people alone, and at most one that counts. */
function decidedOnce({ runs, cases, decisions, events }: Evidence): string[] {
  const versions = grouped(runs, ({ caseId, inputVersion }) => `${caseId} version ${inputVersion}`);
  const twice = [...versions].filter(([, rows]) => rows.length > 1).map(([version]) => `${version} has two runs`);
  const proposed = events.filter(({ action }) => action === 'case.proposed');
  const unrecorded = runs.filter(({ id }) => proposed.filter(({ details }) => details['runId'] === id).length !== 1);
  const entries = proposed.length === runs.length ? [] : ['a proposal is recorded that is not there'];
  const signed = events.filter(({ action }) => action === 'decision.signed');
  const decided = events.filter(({ action }) => action === 'case.decided');
  return [
    ...[...twice, ...entries, ...unrecorded.map(({ id }) => `${id} is not recorded once`)],
    ...cases.flatMap((each) => faultsOfDecision(each, signed.filter(({ caseId }) => caseId === each.id).map(idOf))),
    ...decisions.flatMap(({ id, caseId }) => {
      const entry = decided.filter(({ details }) => details['decisionId'] === id);
      const isRecorded = entry.length === 1 && entry[0]?.actorKind === 'person' && entry[0].caseId === caseId;
      return isRecorded ? [] : [`${id} is not recorded once, by a person`];
    }),
  ];
}

function idOf({ details }: Evidence['events'][number]): unknown {
  return details['decisionId'];
}

function faultsOfDecision({ id, state, currentDecisionId }: Case, signed: readonly unknown[]): string[] {
  const isSettled = SETTLED_STATES.includes(state);
  if (!isSettled) return signed.length === 0 ? [] : [`${id} was signed and is open`];
  const isSigned = signed.length === 1 && (signed[0] as DecisionId) === currentDecisionId;
  return isSigned ? [] : [`${id} is settled by ${signed.length} signatures`];
}

/** A run is wholly by the rule set it names: it replays to the same. */
function rightRuleSet({ runs }: Evidence): string[] {
  return runs.flatMap((run) => (isSame(replayOf(run), run.evaluation) ? [] : [`${run.id} replays to something else`]));
}

/** `Map.groupBy`, which Node 20 lacks. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

const texts = new WeakMap<object, string>();

function isSame(one: object, other: object): boolean {
  return one === other || textOf(one) === textOf(other);
}

function textOf(value: object): string {
  const ready = texts.get(value) ?? canonicalJson(value);
  texts.set(value, ready);
  return ready;
}
