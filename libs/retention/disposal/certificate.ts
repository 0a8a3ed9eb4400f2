import type { Disposal } from './disposal.ts';

/** That and why records were destroyed, for whoever asks later; it names nobody whose record it was. */
export interface Certificate {
  readonly disposalId: string;
  readonly authorityId: string;
  readonly authorityName: string;
  readonly dueOn: string;
  readonly scheduleSha256: string;
  readonly requested: { readonly by: string; readonly at: string };
  readonly approved: { readonly by: string; readonly at: string };
  readonly finishedAt: string;
  readonly destroyed: number;
  readonly kept: number;
  readonly skipped: number;
  readonly byRule: readonly { readonly ruleId: string; readonly source: string | null; readonly destroyed: number }[];
  /** SHA-256 of each reference, in hexadecimal and in order. */
  readonly referenceHashes: readonly string[];
  /** SHA-256 of that list as canonical JSON; it stands in the audit log too. */
  readonly listSha256: string;
}

export interface SignedCertificate {
  readonly certificate: Certificate;
  /** Ed25519 over the certificate as canonical JSON; `null` where the service has no key: the audit log is the proof. */
  readonly signature: { readonly algorithm: 'Ed25519'; readonly keyId: string; readonly value: string } | null;
  /** The audit event that holds the hash of the list. */
  readonly auditEventId: string | null;
}

export type FinishedDisposal = Disposal & {
  readonly approvedByName: string;
  readonly approvedAt: Date;
  readonly finishedAt: Date;
  readonly listSha256: string;
};

export function isFinished(disposal: Disposal): disposal is FinishedDisposal {
  return disposal.finishedAt !== null && disposal.approvedAt !== null && disposal.listSha256 !== null;
}
