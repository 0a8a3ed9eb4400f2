import { Inject, Injectable } from '@nestjs/common';
import { requireAllowed } from '#case-access';
import { localDateOf } from '#deadlines';
import { type Actor, type Case, type CaseId, type Clock, DomainError, type Language } from '#domain';
import { CaseRepository, ReferralRepository, type StoredReferral } from '#intake';
import { profileOf } from '#nation-packs';
import { CLOCK, contentHash, Database, type Tx } from '#platform';
import { isReferrerConfidential, ownWordsOf, thirdPartiesOf } from '#redaction';
import { GatherRecord } from './gather-record.ts';
import { requestClock } from './request-clock.ts';
import type { ForWhom, RedactionReport, SubjectAccessDocument } from './subject-access-document.ts';
import { type Withheld, writeDocument, type Written } from './write-document.ts';

export interface SubjectAccessRequest {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly forWhom: ForWhom;
  readonly language: Language;
  /** Words that a person found and the service cannot know. */
  readonly redact: readonly string[];
  readonly withhold: readonly Withheld[];
  /** Harm could come of it if the family learnt who told us. */
  readonly hideReferrer: boolean;
  /** Today where it is `null`. */
  readonly requestedOn: string | null;
  readonly stoppedOn: string | null;
  readonly restartedOn: string | null;
  /** Hash of the preview that was read; `null` asks for one. */
  readonly previewSha256: string | null;
}

export interface SubjectAccessAnswer {
  readonly isFinal: boolean;
  /** To be sent with the final request: of this document, the same answers and the same record. */
  readonly previewSha256: string;
  readonly report: RedactionReport;
  readonly document: SubjectAccessDocument;
}

/**
 * What the service holds about the child of a case, without what would tell who other people are. First a preview, for
 * a person to read; then, with its hash, the same again to hand out. Recorded each time, with counts and no values.
 * @throws DomainError `not_found`, `not_allowed`, `preview_needed` where the preview was of something else, or
 * `redaction_incomplete` where somebody could still be recognised in what would be handed out.
 */
@Injectable()
export class ExportSubjectAccess {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
    private readonly referrals: ReferralRepository,
    private readonly gather: GatherRecord,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(request: SubjectAccessRequest): Promise<SubjectAccessAnswer> {
    const { actor, caseId } = request;
    return this.database.inTransaction(actor, async (tx) => {
      const found = requireAllowed(
        await this.cases.find(tx, actor.authorityId, caseId),
        actor,
        'subject_access.export',
      );
      const referral = await this.referrals.get(tx, found.referralId);
      const written = await this.write(tx, found, referral, request);
      const previewSha256 = hashOf(written, request);
      const isFinal = request.previewSha256 !== null;
      if (isFinal) requireSound(written, request.previewSha256 === previewSha256);
      await this.record(tx, found, request, written);
      return { isFinal, previewSha256, ...written };
    });
  }

  private async write(
    tx: Tx,
    found: Case,
    { document, ...stored }: StoredReferral,
    request: SubjectAccessRequest,
  ): Promise<Written> {
    const { language, forWhom, redact, withhold } = request;
    const isReferrerHidden = request.hideReferrer || isReferrerConfidential(document.referrer);
    const referral = { document, ...stored };
    const child = document.children[found.childIndex];
    const requestedOn = request.requestedOn ?? localDateOf(this.clock.now().getTime());
    const days = { requestedOn, stoppedOn: request.stoppedOn, restartedOn: request.restartedOn };
    return writeDocument({
      sections: await this.gather.execute(tx, found, referral, { language, isReferrerHidden }),
      people: thirdPartiesOf({ document, childIndex: found.childIndex, isReferrerHidden }),
      own: ownWordsOf(child ?? { ref: '' }),
      added: redact,
      withhold,
      frame: {
        ...{ language, forWhom, caseReference: found.reference },
        clock: requestClock(profileOf(found.authorityId).calendar, days),
      },
    });
  }

  private async record(
    tx: Tx,
    { id, referralId }: Case,
    request: SubjectAccessRequest,
    { report }: Written,
  ): Promise<void> {
    const { counts, people, withheld, leaksIn } = report;
    const { actor, forWhom, language, withhold } = request;
    const action = request.previewSha256 === null ? 'subject_access.previewed' : 'subject_access.exported';
    const details = {
      forWhom,
      language,
      counts,
      people,
      withheld,
      leaksIn,
      exemptions: withhold.map((each) => each.exemption),
    };
    const occurredAt = this.clock.now();
    await this.gather.stores.audit.append(tx, [{ action, actor, occurredAt, caseId: id, referralId, details }]);
  }
}

/** Who looked meanwhile changes nothing of what was read. */
function hashOf({ document, report }: Written, request: SubjectAccessRequest): string {
  const { redact, hideReferrer } = request;
  const sections = document.sections.filter((section) => section.id !== 'readers');
  return contentHash({ document: { ...document, sections }, report, redact, hideReferrer });
}

function requireSound({ report }: Written, isPreviewed: boolean): void {
  if (!isPreviewed) {
    throw new DomainError('preview_needed', 'The record or your answers differ from what the preview showed.');
  }
  if (report.leaksIn.length === 0) return;
  const sections = report.leaksIn.join(', ');
  throw new DomainError('redaction_incomplete', `Somebody else can still be recognised in: ${sections}.`);
}
