import { Inject, Injectable } from '@nestjs/common';
import type { AccessPurpose } from '#access-policy';
import { AccessLog, CaseGate } from '#case-access';
import { type Actor, type Case, type CaseId, type Clock, DomainError, type Language } from '#domain';
import { CLOCK, Database, type Tx } from '#platform';
import type { ChronologyEntry } from '../entry.ts';
import { FindReading } from '../find-reading.ts';
import { gatherChronology } from '../gather-chronology.ts';
import { type ChronologyFilter, filtered, othersIn } from '../read-chronology.ts';
import { ChronologyAnalysisRepository } from '../store/chronology-analysis.repository.ts';
import type { ChronologyDocument } from './chronology-document.ts';
import { makeDocument } from './make-document.ts';
import { ChronologyRedaction, type RedactionChoice } from './redact-entries.ts';

export const EXPORT_FORMATS = ['pdf', 'docx', 'html'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** More entries than anybody reads at once, and than one request may hold up others for. */
const MOST_ENTRIES = 1_000;

export interface ChronologyExport extends ChronologyFilter {
  readonly actor: Actor;
  readonly caseId: CaseId;
  readonly format: ExportFormat;
  readonly language: Language;
  readonly purpose: AccessPurpose;
  /** `null` for a copy with everybody in it. */
  readonly redact: RedactionChoice | null;
}

/** Who may have it, and that they had it. */
@Injectable()
export class ChronologyAccess {
  constructor(
    readonly gate: CaseGate,
    readonly log: AccessLog,
  ) {}
}

/**
 * The chronology of a child to hand out, whole or without what tells who other people are. Recorded with its purpose, for
 * each case that it tells of.
 * @throws DomainError `not_found`, `not_allowed`, `validation_failed` for more entries than one export takes, or
 * `redaction_incomplete` where somebody could still be recognised in a redacted copy.
 */
@Injectable()
export class ExportChronology {
  constructor(
    private readonly database: Database,
    private readonly access: ChronologyAccess,
    private readonly reading: FindReading,
    private readonly analyses: ChronologyAnalysisRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(asked: ChronologyExport): Promise<ChronologyDocument> {
    const { actor, caseId, redact, language, purpose } = asked;
    return this.database.inTransaction(actor, async (tx) => {
      const found = await this.access.gate.read(tx, actor, caseId, 'chronology.export');
      const reading = await this.reading.execute(tx, actor, found, asked.withSiblings);
      const entries = filtered(await gatherChronology(reading, actor, asked.categories), asked);
      if (entries.length > MOST_ENTRIES) throw tooMany(entries.length);
      const redaction = redact === null ? null : new ChronologyRedaction(reading, entries, redact, language);
      const analysis = (await this.analyses.ofCase(tx, found))[0] ?? null;
      const made = { reading, entries, analysis, redaction, filter: asked, language, actor, purpose };
      const document = makeDocument({ ...made, at: this.clock.now() });
      if (redaction !== null) requireSound(redaction);
      await this.record(tx, found, asked, entries);
      return document;
    });
  }

  private async record(
    tx: Tx,
    found: Case,
    { actor, purpose, format, language, redact }: ChronologyExport,
    entries: readonly ChronologyEntry[],
  ): Promise<void> {
    const details = { format, language, redacted: redact !== null, entries: entries.length };
    const look = { event: 'chronology.exported', by: 'chronology.export', purpose, details } as const;
    await this.access.log.viewedWith(tx, actor, found, othersIn(entries, found), look);
  }
}

function tooMany(entries: number): DomainError {
  const message = `There are ${String(entries)} entries; one export takes ${String(MOST_ENTRIES)}.`;
  return new DomainError('validation_failed', 'Narrow the export by days or categories.', [{ pointer: '', message }]);
}

function requireSound(redaction: ChronologyRedaction): void {
  const leaksIn = redaction.leaksIn();
  if (leaksIn.length === 0) return;
  const where = leaksIn.join(', ');
  throw new DomainError('redaction_incomplete', `Somebody else can still be recognised in: ${where}.`);
}
