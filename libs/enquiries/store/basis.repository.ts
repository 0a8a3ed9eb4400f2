import { Injectable } from '@nestjs/common';
import type { Case, Level } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';
import type { AgreementAnswer, AgreementSpeaker, AgreementWay, LawfulGround, OverrideReason } from '../enquiry.ts';

/** What the family said when somebody asked them. */
export interface FamilyAgreement {
  readonly id: string;
  readonly given: AgreementAnswer;
  readonly saidBy: readonly AgreementSpeaker[];
  readonly how: AgreementWay;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** Why agencies are asked without agreement, who says so and who signed. */
export interface EnquiryOverride {
  readonly id: string;
  readonly reason: OverrideReason;
  readonly basis: LawfulGround;
  readonly statement: string;
  /** The level that the case stood at. */
  readonly level: Level | null;
  readonly needsSignature: boolean;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly madeByRole: string;
  readonly registration: string;
  readonly madeAt: Date;
  readonly outcome: 'signed' | 'refused' | null;
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  readonly refusal: string | null;
}

type NewOverride = Omit<EnquiryOverride, 'outcome' | 'signedByName' | 'signedAt' | 'refusal'>;

export interface Signature {
  readonly outcome: 'signed' | 'refused';
  readonly signedBy: string;
  readonly signedByName: string;
  readonly signedAt: Date;
  readonly refusal: string | null;
}

type About = Pick<Case, 'id' | 'authorityId' | 'referralId'>;

const NOTE = 'family_agreement.note';
const STATEMENT = 'enquiry_override.statement';
const REFUSAL = 'enquiry_override.refusal';

/** What allows enquiries about a case; what people wrote in it sealed. */
@Injectable()
export class BasisRepository {
  constructor(private readonly vault: Vault) {}

  async insertAgreement(tx: Tx, about: About, made: FamilyAgreement): Promise<void> {
    const key = await this.vault.keyOf(tx, about);
    const { id, given, saidBy, how, note, recordedBy, recordedByName, recordedAt } = made;
    const sealed = note === null ? null : sealedUnder(key, NOTE, id, note);
    const who = [recordedBy, recordedByName, recordedAt];
    await execute(tx, INSERT_AGREEMENT, [id, about.authorityId, about.id, given, saidBy, how, sealed, ...who]);
  }

  /** Oldest first. */
  async agreementsOf(tx: Tx, about: About): Promise<FamilyAgreement[]> {
    const rows = await sql<FamilyAgreement>(tx, AGREEMENTS, [about.authorityId, about.id]);
    const key = await this.vault.keyOf(tx, about);
    return rows.map((row) => ({ ...row, note: row.note === null ? null : openedUnder(key, NOTE, row.id, row.note) }));
  }

  async insertOverride(tx: Tx, about: About, made: NewOverride): Promise<void> {
    const key = await this.vault.keyOf(tx, about);
    const statement = sealedUnder(key, STATEMENT, made.id, made.statement);
    const why = [made.reason, made.basis, statement, made.level, made.needsSignature];
    const who = [made.madeBy, made.madeByName, made.madeByRole, made.registration, made.madeAt];
    await execute(tx, INSERT_OVERRIDE, [made.id, about.authorityId, about.id, ...why, ...who]);
  }

  /** Oldest first. */
  async overridesOf(tx: Tx, about: About): Promise<EnquiryOverride[]> {
    const rows = await sql<EnquiryOverride>(tx, OVERRIDES, [about.authorityId, about.id]);
    const key = await this.vault.keyOf(tx, about);
    return rows.map((row) => ({
      ...row,
      statement: openedUnder(key, STATEMENT, row.id, row.statement),
      refusal: row.refusal === null ? null : openedUnder(key, REFUSAL, row.id, row.refusal),
    }));
  }

  /** Whether it still waited for a signature. */
  async sign(tx: Tx, about: About, id: string, signature: Signature): Promise<boolean> {
    const { outcome, signedBy, signedByName, signedAt, refusal } = signature;
    const key = await this.vault.keyOf(tx, about);
    const sealed = refusal === null ? null : sealedUnder(key, REFUSAL, id, refusal);
    const values = [about.authorityId, about.id, id, outcome, signedBy, signedByName, signedAt, sealed];
    return (await execute(tx, SIGN, values)) === 1;
  }
}

const INSERT_AGREEMENT = `INSERT INTO family_agreement (id, authority_id, case_id, given, said_by, how, note, recorded_by,
    recorded_by_name, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const AGREEMENTS = `SELECT id, given, said_by AS "saidBy", how, note, recorded_by AS "recordedBy",
    recorded_by_name AS "recordedByName", recorded_at AS "recordedAt"
  FROM family_agreement WHERE authority_id = $1 AND case_id = $2 ORDER BY recorded_at, id`;
const INSERT_OVERRIDE = `INSERT INTO enquiry_override (id, authority_id, case_id, reason, basis, statement, level,
    needs_signature, made_by, made_by_name, made_by_role, registration, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const OVERRIDES = `SELECT id, reason, basis, statement, level, needs_signature AS "needsSignature", made_by AS "madeBy",
    made_by_name AS "madeByName", made_by_role AS "madeByRole", registration, made_at AS "madeAt", outcome,
    signed_by_name AS "signedByName", signed_at AS "signedAt", refusal
  FROM enquiry_override WHERE authority_id = $1 AND case_id = $2 ORDER BY made_at, id`;
const SIGN = `UPDATE enquiry_override SET outcome = $4, signed_by = $5, signed_by_name = $6, signed_at = $7, refusal = $8
  WHERE authority_id = $1 AND case_id = $2 AND id = $3 AND needs_signature AND outcome IS NULL`;
