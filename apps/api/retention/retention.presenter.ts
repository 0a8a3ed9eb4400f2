import { stringify } from 'csv-stringify/sync';
import type { Disposal, DisposalItem, DisposalPage, LegalHolds } from '#retention';
import type {
  DisposalListResponse,
  DisposalRecordResponse,
  DisposalResponse,
  LegalHoldsResponse,
} from './retention.response.ts';

export function presentHolds({ holds, suggestedBy, ...standing }: LegalHolds): LegalHoldsResponse {
  return {
    ...standing,
    suggestedBy: [...suggestedBy],
    holds: holds.map(({ id, reason, placedByName, placedAt, lifted }) => ({
      id,
      reason,
      placed: { by: placedByName, at: placedAt.toISOString() },
      lifted: lifted === null ? null : { by: lifted.byName, at: lifted.at.toISOString(), reason: lifted.reason },
    })),
  };
}

export function presentDisposal(disposal: Disposal): DisposalResponse {
  const { id, state, dueOn, scheduleSha256, examined, listSha256, counts, approvedAt } = disposal;
  return {
    ...{ id, state, dueOn, scheduleSha256, examined, listSha256, counts },
    requested: { by: disposal.requestedByName, at: disposal.requestedAt.toISOString() },
    listedAt: disposal.listedAt?.toISOString() ?? null,
    approved: approvedAt === null ? null : { by: disposal.approvedByName ?? '', at: approvedAt.toISOString() },
    finishedAt: disposal.finishedAt?.toISOString() ?? null,
  };
}

export function presentDisposals({ disposals, next }: DisposalPage): DisposalListResponse {
  return { disposals: disposals.map(presentDisposal), next };
}

export function presentRecord({ ruleId, keptByName, keptReason, ...item }: DisposalItem): DisposalRecordResponse {
  return { ...item, rule: ruleId, kept: keptByName === null ? null : { by: keptByName, reason: keptReason } };
}

/** The list as CSV with a header line. */
export function recordsAsCsv(items: readonly DisposalItem[]): string {
  const rows = items.map((item) => ({
    ...item,
    keptByName: plainCell(item.keptByName),
    keptReason: plainCell(item.keptReason),
  }));
  return stringify(rows, { header: true, columns: COLUMNS, cast: { boolean: (value) => (value ? 'yes' : 'no') } });
}

const COLUMNS: readonly { readonly key: keyof DisposalItem; readonly header: string }[] = [
  { key: 'reference', header: 'reference' },
  { key: 'referenceSha256', header: 'reference_sha256' },
  { key: 'outcome', header: 'outcome' },
  { key: 'cases', header: 'cases' },
  { key: 'lastContactOn', header: 'last_contact_on' },
  { key: 'dueOn', header: 'due_on' },
  { key: 'ruleId', header: 'rule' },
  { key: 'holdSuggested', header: 'hold_suggested' },
  { key: 'state', header: 'state' },
  { key: 'keptByName', header: 'kept_by' },
  { key: 'keptReason', header: 'kept_reason' },
  { key: 'skippedBecause', header: 'skipped_because' },
];

/** What people wrote must not run as a formula in a spreadsheet. */
function plainCell(text: string | null): string | null {
  return text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
