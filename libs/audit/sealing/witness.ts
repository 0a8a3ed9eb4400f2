import { appendFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Environment, EventLog } from '#platform';
import { headJson, type SignedTreeHead } from './tree-head.ts';

/** Writes each signed head to a file outside the database, if there is one: a restored older copy cannot deny it. */
@Injectable()
export class Witness {
  constructor(
    private readonly environment: Environment,
    private readonly log: EventLog,
  ) {}

  /** The head is signed and stored; that the file cannot be written is logged, and holds nothing up. */
  async note(head: SignedTreeHead): Promise<void> {
    const file = this.environment.AUDIT_WITNESS_FILE;
    if (file === undefined) return;
    await appendFile(file, `${JSON.stringify(headJson(head))}\n`).catch((error: unknown) => {
      this.log.fault('audit.witness_failed', error);
    });
  }
}
