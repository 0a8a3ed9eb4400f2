import { Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import type { Actor, Case, CaseId, Language } from '#domain';
import { profileOf } from '#nation-packs';
import { Database } from '#platform';
import { type KeptRuleSet, RuleSetContentRepository } from '#rule-sets';
import type { CatalogueEntry } from '#rules';
import { type CaseExplanation, explained } from '../explain-case.ts';
import { reportable } from '../information-facts.ts';
import { ReadCase, type UnexplainedCase } from '../read-case.ts';
import { CaseProgress, type CourseOfCase, FamilyKnowledge, type KnownOfFamily } from './case-page-parts.ts';
import { type SignOffOutlook, signOffOutlook } from './sign-off-outlook.ts';

/** Everything that one screen about a case shows. */
export interface CasePage {
  readonly detail: UnexplainedCase;
  /** In the language that was asked for; `null` while the rules have proposed nothing. */
  readonly why: CaseExplanation | null;
  readonly known: KnownOfFamily;
  readonly course: CourseOfCase;
  readonly outlook: SignOffOutlook;
  /** The open facts that somebody can report; of others, such as a date of birth, no answer is taken here. */
  readonly answerable: readonly CatalogueEntry[];
}

export interface CasePageRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly language: Language;
  readonly purpose: AccessPurpose | null;
}

/** Where a case page comes from. */
@Injectable()
export class CasePageParts {
  constructor(
    readonly readCase: ReadCase,
    readonly knowledge: FamilyKnowledge,
    readonly progress: CaseProgress,
    readonly ruleSets: RuleSetContentRepository,
  ) {}
}

/**
 * A case as a person looks at it on one screen: one transaction and one look in the access log, beside one for every
 * other case of the family of which something shows.
 * @throws DomainError `not_found` or `not_allowed`.
 */
@Injectable()
export class ReadCasePage {
  constructor(
    private readonly database: Database,
    private readonly gate: CaseGate,
    private readonly log: AccessLog,
    private readonly parts: CasePageParts,
  ) {}

  async execute({ actor, caseId, language, purpose }: CasePageRequest): Promise<CasePage> {
    const { kept, ...read } = await this.database.inTransaction(actor, async (tx) => {
      const found = await this.gate.read(tx, actor, caseId, 'case.read');
      const detail = await this.parts.readCase.of(tx, actor, found);
      const { known, seen } = await this.parts.knowledge.read(tx, actor, found);
      const course = await this.parts.progress.read(tx, actor, found);
      const look = { event: 'case.viewed', by: 'case.read', purpose, details: { part: 'page' } } as const;
      await this.log.viewedWith(tx, actor, found, seen, { ...look, document: detail.referral.document });
      const hash = detail.run?.ruleSetHash;
      return { detail, known, course, kept: hash === undefined ? null : await this.parts.ruleSets.get(tx, hash) };
    });
    const { found, run } = read.detail;
    const why = whyOf(read.detail, kept, actor, language);
    return { ...read, why, outlook: signOffOutlook(found, run), answerable: answerableOf(found, why) };
  }
}

function answerableOf({ authorityId }: Case, why: CaseExplanation | null): readonly CatalogueEntry[] {
  const asked = new Set(why?.explanation.openQuestions.map(({ factId }) => factId));
  return reportable(profileOf(authorityId).ruleSet.catalogue).filter(({ id }) => asked.has(id));
}

/** Worked out after the transaction, which holds a connection. */
function whyOf(
  { run }: UnexplainedCase,
  kept: KeptRuleSet | null,
  actor: Actor,
  language: Language,
): CaseExplanation | null {
  return run === null || kept === null ? null : explained(run, kept, actor, language);
}
