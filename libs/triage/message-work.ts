import { Injectable } from '@nestjs/common';
import type { ClaimedMessage } from '#outbox';
import type { Tx } from '#platform';
import { AskFamily } from './ask-family.ts';
import { TriageCase } from './triage-case.ts';

/** Which work a message asks for. */
@Injectable()
export class MessageWork {
  constructor(
    private readonly triageCase: TriageCase,
    private readonly askFamily: AskFamily,
  ) {}

  async execute(tx: Tx, message: ClaimedMessage): Promise<void> {
    switch (message.topic) {
      case 'triage.requested':
        return this.triageCase.execute(tx, message);
      case 'family.contacted':
        return this.askFamily.execute(tx, message);
    }
  }
}
