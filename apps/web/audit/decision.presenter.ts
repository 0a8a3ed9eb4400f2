import type { AuditedDecision, DecisionBasis } from '#decisions';
import type { ExplanationFact, ExplanationLine } from '#rules';
import type { Words } from '../words/words.ts';
import { outcomeIn, proposalIn } from './outcome-words.ts';

interface Row {
  readonly key: string;
  readonly value: string;
}

/** One decision as somebody reads it later. */
export interface DecisionSection {
  readonly anchor: string;
  readonly title: string;
  readonly isCurrent: boolean;
  readonly rows: readonly Row[];
  readonly decidedAt: Date;
  readonly signedAt: Date | null;
  readonly rules: RulesSection | null;
  readonly learned: readonly { readonly at: Date; readonly text: string; readonly note: string | null }[];
  readonly learnedLater: string;
}

interface RulesSection {
  readonly version: string;
  /** Address of the version; `null` for one that came with the service. */
  readonly href: string | null;
  readonly summary: readonly string[];
  readonly lines: readonly (ExplanationLine & { readonly state: string; readonly name: string })[];
  readonly known: readonly ExplanationFact[];
  readonly notThere: readonly ExplanationFact[];
  readonly notKnown: readonly ExplanationFact[];
}

/** Ids of own rule set versions by the hash of their content. */
export type VersionsByHash = ReadonlyMap<string, string>;

export function presentDecisions(
  decisions: readonly AuditedDecision[],
  versions: VersionsByHash,
  words: Words,
): DecisionSection[] {
  const { page } = words.audit;
  return decisions.map((audited, at) => ({
    anchor: `decision-${String(decisions.length - at)}`,
    title: page.decision(decisions.length - at, decisions.length),
    isCurrent: at === 0 && audited.signOff?.outcome !== 'returned',
    rows: rowsOf(audited, words),
    decidedAt: audited.decision.decidedAt,
    signedAt: audited.signOff?.signedAt ?? null,
    rules: audited.basis === null ? null : rulesOf(audited.basis, versions, words),
    learned: audited.learned.map(({ recordedAt, source, recordedByName, note }) => ({
      at: recordedAt,
      text: page.learnedLine(words.codes.informationSources[source], recordedByName),
      note,
    })),
    learnedLater: page.learnedLater(audited.learnedLater),
  }));
}

function rowsOf(audited: AuditedDecision, words: Words): Row[] {
  const { page, differences } = words.audit;
  const { decision } = audited;
  const proposed = proposalIn(words, decision.proposedLevel, decision.proposedUrgency);
  return [
    { key: page.outcome, value: outcomeIn(words, decision.level) },
    { key: page.urgency, value: words.codes.urgencies[decision.urgency] },
    { key: page.proposed, value: proposed ?? page.noProposal },
    ...(decision.overrideReason === null && proposed !== null
      ? [{ key: page.differs, value: differences.as_proposed }]
      : []),
    ...(decision.overrideReason === null ? [] : [{ key: page.overrideReason, value: decision.overrideReason }]),
    { key: page.rationale, value: decision.rationale },
    { key: page.legalBasis, value: decision.legalBasis ?? page.noLegalBasis },
    { key: page.who, value: `${decision.decidedByName}, ${roleOf(decision.decidedByRole, words)}` },
    ...(decision.registration === null ? [] : [{ key: page.registration, value: decision.registration }]),
    ...signOffRows(audited, words),
  ];
}

function signOffRows({ decision, signOff }: AuditedDecision, words: Words): Row[] {
  const { page, signOffs } = words.audit;
  if (decision.signOffReasons.length === 0) return [{ key: page.signOff, value: signOffs.not_needed }];
  const why = decision.signOffReasons.map((reason) => words.codes.signOffReasons[reason]).join('. ');
  return [
    { key: page.signOffWhy, value: why },
    { key: page.signOff, value: secondPerson(signOff, words) },
  ];
}

function secondPerson(signOff: AuditedDecision['signOff'], words: Words): string {
  const { page, signOffs } = words.audit;
  if (signOff === null) return signOffs.waiting;
  const who =
    signOff.outcome === 'signed' ? page.signedBy(signOff.signedByName) : page.returnedBy(signOff.signedByName);
  return signOff.reason === null ? who : `${who}: ${signOff.reason}`;
}

function rulesOf({ run, explanation, facts }: DecisionBasis, versions: VersionsByHash, words: Words): RulesSection {
  const { page } = words.audit;
  const id = versions.get(run.ruleSetHash);
  return {
    version: run.ruleSetVersion,
    href: id === undefined ? null : `/rules/${id}`,
    summary: explanation.summary,
    lines: explanation.lines.map((line) => ({
      ...line,
      state: line.result === 'true' ? page.holds : page.openRule,
      name: line.ruleVersion === undefined ? line.title : `${line.title} (${page.version} ${String(line.ruleVersion)})`,
    })),
    ...facts,
  };
}

function roleOf(role: string, words: Words): string {
  return role === 'manager' ? words.codes.roles.manager : words.codes.roles.social_worker;
}
