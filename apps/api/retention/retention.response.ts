import Type, { type Static, type TSchema } from 'typebox';
import { DISPOSAL_ITEM_STATES, DISPOSAL_STATES, SKIP_REASONS } from '#retention';

const nullable = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const instant = (description: string) => Type.String({ format: 'date-time', description });
const day = (description: string) => Type.String({ format: 'date', description });
const doneBy = Type.Object({ by: Type.String(), at: instant('When') });

export const legalHoldsResponse = Type.Object(
  {
    reference: Type.String(),
    isHeld: Type.Boolean({ description: 'A hold is in force: the record is kept whatever the schedule says' }),
    suggestedBy: Type.Array(Type.String(), { description: 'Flags for which an inquiry may ask: think about a hold' }),
    holds: Type.Array(
      Type.Object({
        id: Type.String({ format: 'uuid' }),
        reason: Type.String(),
        placed: doneBy,
        lifted: nullable(Type.Object({ ...doneBy.properties, reason: Type.String() }), 'Null while it is in force'),
      }),
    ),
  },
  { description: 'Legal holds on one referral with its cases.' },
);

export const disposalResponse = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    state: Type.Enum([...DISPOSAL_STATES]),
    dueOn: day('What was due on this day'),
    scheduleSha256: Type.String({ description: 'SHA-256 of the retention schedule as canonical JSON (RFC 8785)' }),
    requested: doneBy,
    examined: Type.Integer({ description: 'Referrals looked at so far' }),
    listedAt: nullable(Type.String({ format: 'date-time' }), 'When the list was complete'),
    approved: nullable(doneBy, 'By a second person'),
    finishedAt: nullable(Type.String({ format: 'date-time' }), 'When the last record was settled'),
    listSha256: nullable(Type.String(), 'SHA-256 over the hashes of the references that were destroyed'),
    counts: Type.Object({
      listed: Type.Integer({ description: 'Waiting' }),
      kept: Type.Integer({ description: 'Taken out by a person' }),
      disposed: Type.Integer(),
      skipped: Type.Integer({ description: 'No longer due, held, or gone when their turn came' }),
    }),
  },
  { description: 'What is due to be destroyed: listed, approved by a second person, then carried out.' },
);

export const disposalListResponse = Type.Object({
  disposals: Type.Array(disposalResponse),
  next: nullable(Type.String({ format: 'uuid' }), 'Send as `after` for the next page'),
});

export const disposalRecordResponse = Type.Object({
  referralId: Type.String({ format: 'uuid' }),
  reference: nullable(Type.String(), 'Null once it is destroyed, and for a record that is not yours to see'),
  referenceSha256: Type.String(),
  outcome: Type.String({ description: 'The highest of its cases' }),
  cases: Type.Integer(),
  rule: Type.String({ description: 'The rule of the schedule that keeps it longest' }),
  lastContactOn: day('Last contact about any of its children'),
  dueOn: day('First day on which it may go'),
  holdSuggested: Type.Boolean({ description: 'An inquiry may ask for it: think about a legal hold' }),
  state: Type.Enum([...DISPOSAL_ITEM_STATES]),
  kept: nullable(Type.Object({ by: Type.String(), reason: nullable(Type.String(), 'Why') }), 'Taken out by a person'),
  skippedBecause: nullable(Type.Enum([...SKIP_REASONS]), 'Why it was not destroyed after all'),
});

export const disposalRecordsResponse = Type.Object({
  records: Type.Array(disposalRecordResponse),
  next: nullable(Type.String({ format: 'uuid' }), 'Send as `after` for the next page'),
});

export const certificateResponse = Type.Object(
  {
    certificate: Type.Object({
      disposalId: Type.String({ format: 'uuid' }),
      authorityId: Type.String(),
      authorityName: Type.String(),
      dueOn: day('What was due on this day'),
      scheduleSha256: Type.String(),
      requested: doneBy,
      approved: doneBy,
      finishedAt: instant('When the last record was settled'),
      destroyed: Type.Integer(),
      kept: Type.Integer(),
      skipped: Type.Integer(),
      byRule: Type.Array(
        Type.Object({
          ruleId: Type.String(),
          source: nullable(Type.String(), 'What the schedule rests on; null for a rule that holds in every schedule'),
          destroyed: Type.Integer(),
        }),
      ),
      referenceHashes: Type.Array(Type.String(), { description: 'SHA-256 of each reference, in order' }),
      listSha256: Type.String({ description: 'SHA-256 of that list as canonical JSON' }),
    }),
    signature: nullable(
      Type.Object({
        algorithm: Type.Literal('Ed25519'),
        keyId: Type.String(),
        value: Type.String({
          description:
            'Base64url, over {"context":"front-door/disposal-certificate/1","certificate":…} as canonical JSON',
        }),
      }),
      'Null where the service has no key for it: the audit event is the proof',
    ),
    auditEventId: nullable(
      Type.String({ format: 'uuid' }),
      'The event in the audit log that holds the hash of the list',
    ),
  },
  { description: 'Certificate of a disposal.' },
);

export type LegalHoldsResponse = Static<typeof legalHoldsResponse>;
export type DisposalResponse = Static<typeof disposalResponse>;
export type DisposalListResponse = Static<typeof disposalListResponse>;
export type DisposalRecordResponse = Static<typeof disposalRecordResponse>;
export type DisposalRecordsResponse = Static<typeof disposalRecordsResponse>;
export type CertificateResponse = Static<typeof certificateResponse>;
