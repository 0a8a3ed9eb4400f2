import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Case, type CaseId, type Fact, type Facts, type FactValue, known } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, type RecordKey, sealedUnder, Vault } from '#vault';
import type { Information, InformationSource, NewInformation, Withdrawal } from '../information.ts';

type Owner = Pick<Case, 'id' | 'authorityId' | 'referralId'>;

const NOTE = 'case_information.note';
const REASON = 'case_information.withdrawn_reason';

/** What was learned about cases since they came in: written once, withdrawn with a reason, words sealed. */
@Injectable()
export class LearnedInformation {
  constructor(private readonly vault: Vault) {}

  async add(tx: Tx, found: Owner, information: NewInformation): Promise<Information> {
    const id = randomUUID();
    const { facts, note, source, learnedOn, recordedAt, recordedBy, recordedByName } = information;
    const sealed = note === null ? null : sealedUnder(await this.keyOf(tx, found), NOTE, id, note);
    const about = [id, found.authorityId, found.id, JSON.stringify(facts), sealed, source, learnedOn];
    await execute(tx, INSERT, [...about, recordedAt, recordedBy, recordedByName]);
    return { ...information, id, caseId: found.id, withdrawal: null };
  }

  /** What stands of it about each of the cases, as facts, oldest first; cases without any are left out. */
  async factsOf(tx: Tx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, readonly Facts[]>> {
    const rows = await sql<Standing>(tx, STANDING, [caseIds]);
    const learned = new Map<CaseId, Facts[]>(rows.map(({ caseId }) => [caseId, []]));
    for (const { caseId, facts } of rows) learned.get(caseId)?.push(knownFacts(facts));
    return learned;
  }

  /** Everything that was recorded, oldest first, what was withdrawn included. */
  async ofCase(tx: Tx, found: Owner): Promise<Information[]> {
    const rows = await sql<Row>(tx, OF_CASE, [found.id]);
    const key = await this.keyOf(tx, found);
    return rows.map((row) => informationOf(row, key));
  }

  /** `false` when it is not of this case, or was withdrawn before. */
  async withdraw(tx: Tx, found: Owner, id: string, withdrawal: Withdrawal): Promise<boolean> {
    const { withdrawnAt, withdrawnBy, withdrawnByName, withdrawnReason } = withdrawal;
    const reason = sealedUnder(await this.keyOf(tx, found), REASON, id, withdrawnReason);
    const touched = await execute(tx, WITHDRAW, [id, found.id, withdrawnAt, withdrawnBy, withdrawnByName, reason]);
    return touched > 0;
  }

  private keyOf(tx: Tx, found: Owner): Promise<RecordKey | null> {
    return this.vault.keyOf(tx, found);
  }
}

interface Standing {
  readonly caseId: CaseId;
  readonly facts: Readonly<Record<string, FactValue>>;
}

function knownFacts(facts: Standing['facts']): Facts {
  return Object.fromEntries(Object.entries(facts).map(([id, value]): [string, Fact] => [id, known(value)]));
}

interface Row {
  readonly id: string;
  readonly caseId: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly note: string | null;
  readonly source: InformationSource;
  readonly learnedOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnReason: string | null;
}

function informationOf(row: Row, key: RecordKey | null): Information {
  const { withdrawnAt, withdrawnBy, withdrawnByName, withdrawnReason, note, ...rest } = row;
  const isWithdrawn = withdrawnAt !== null && withdrawnBy !== null && withdrawnByName !== null;
  return {
    ...rest,
    note: note === null ? null : openedUnder(key, NOTE, row.id, note),
    withdrawal: isWithdrawn
      ? {
          ...{ withdrawnAt, withdrawnBy, withdrawnByName },
          withdrawnReason: openedUnder(key, REASON, row.id, withdrawnReason ?? ''),
        }
      : null,
  };
}

const INSERT = `INSERT INTO case_information
    (id, authority_id, case_id, facts, note, source, learned_on, recorded_at, recorded_by, recorded_by_name)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const STANDING = `SELECT case_id AS "caseId", facts FROM case_information
  WHERE case_id = ANY ($1::uuid[]) AND withdrawn_at IS NULL ORDER BY recorded_at, id`;

const OF_CASE = `SELECT id, case_id AS "caseId", facts, note, source, learned_on::text AS "learnedOn",
    recorded_at AS "recordedAt", recorded_by AS "recordedBy", recorded_by_name AS "recordedByName",
    withdrawn_at AS "withdrawnAt", withdrawn_by AS "withdrawnBy", withdrawn_by_name AS "withdrawnByName",
    withdrawn_reason AS "withdrawnReason"
  FROM case_information WHERE case_id = $1 ORDER BY recorded_at, id`;

const WITHDRAW = `UPDATE case_information
  SET withdrawn_at = $3, withdrawn_by = $4, withdrawn_by_name = $5, withdrawn_reason = $6
  WHERE id = $1 AND case_id = $2 AND withdrawn_at IS NULL`;
