import { Injectable } from '@nestjs/common';
import type { Case } from '#domain';
import { execute, sql, type Tx } from '#platform';
import { openedUnder, sealedUnder, Vault } from '#vault';

/** What somebody made of a chronology. */
export interface Analysis {
  readonly id: string;
  /** From 1 for the first of a case. */
  readonly version: number;
  readonly note: string;
  readonly writtenBy: string;
  readonly writtenByName: string;
  readonly writtenByRole: string;
  readonly writtenAt: Date;
}

const PLACE = 'chronology_analysis.note';
/** How many versions are shown. */
const SHOWN = 20;

/** Analysis notes: every version is kept as it was written, sealed. */
@Injectable()
export class ChronologyAnalysisRepository {
  constructor(private readonly vault: Vault) {}

  /** The version of the newest; 0 where there is none. */
  async version(tx: Tx, { id, authorityId }: Case): Promise<number> {
    const [row] = await sql<{ version: number }>(tx, VERSION, [authorityId, id]);
    return row?.version ?? 0;
  }

  async insert(tx: Tx, about: Case, analysis: Analysis): Promise<void> {
    const { id, version, writtenBy, writtenByName, writtenByRole, writtenAt } = analysis;
    const note = sealedUnder(await this.vault.keyOf(tx, about), PLACE, id, analysis.note);
    const by = [writtenBy, writtenByName, writtenByRole, writtenAt];
    await execute(tx, INSERT, [id, about.authorityId, about.id, version, note, ...by]);
  }

  async ofVersion(tx: Tx, about: Case, version: number): Promise<Analysis | null> {
    const [row] = await sql<Analysis>(tx, OF_VERSION, [about.authorityId, about.id, version]);
    if (row === undefined) return null;
    return { ...row, note: openedUnder(await this.vault.keyOf(tx, about), PLACE, row.id, row.note) };
  }

  /** Newest first. */
  async ofCase(tx: Tx, about: Case): Promise<Analysis[]> {
    const rows = await sql<Analysis>(tx, OF_CASE, [about.authorityId, about.id, SHOWN]);
    const key = rows.length === 0 ? null : await this.vault.keyOf(tx, about);
    return rows.map((row) => ({ ...row, note: openedUnder(key, PLACE, row.id, row.note) }));
  }
}

const VERSION = `SELECT max(version) AS version FROM chronology_analysis WHERE authority_id = $1 AND case_id = $2`;

const INSERT = `INSERT INTO chronology_analysis (id, authority_id, case_id, version, note, written_by, written_by_name,
    written_by_role, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const ANALYSES = `SELECT id, version, note, written_by AS "writtenBy", written_by_name AS "writtenByName",
    written_by_role AS "writtenByRole", written_at AS "writtenAt"
  FROM chronology_analysis WHERE authority_id = $1 AND case_id = $2`;

const OF_VERSION = `${ANALYSES} AND version = $3`;

const OF_CASE = `${ANALYSES} ORDER BY version DESC LIMIT $3`;
