import { Injectable } from '@nestjs/common';
import type { ClaimedMessage } from '#outbox';
import { measure, noteOutcome, traced, type TracedWork, withCorrelation } from '#platform';
import { type Kind, MessageWork } from './message-work.ts';
import { TriageFaults } from './triage-faults.ts';
import { WorkerProcess } from './worker-process.ts';

/**
 * Works claimed messages: all of a kind together, and where that cannot be done each alone, so that one that cannot be
 * worked keeps no other from it.
 */
@Injectable()
export class WorkBatch {
  constructor(
    private readonly work: MessageWork,
    private readonly faults: TriageFaults,
    private readonly process: WorkerProcess,
  ) {}

  /** Gives those that were not begun when `isOver` said so. */
  async execute(claimed: readonly ClaimedMessage[], isOver: () => boolean): Promise<ClaimedMessage[]> {
    const left: ClaimedMessage[] = [];
    for (const messages of kindsOf(claimed)) {
      if (isOver()) left.push(...messages);
      else if (!(await this.together(messages))) left.push(...(await this.oneByOne(messages, isOver)));
    }
    return left;
  }

  /** `false`, and nothing written, when any of them stands in the way. One alone is worked as such. */
  private async together(messages: readonly ClaimedMessage[]): Promise<boolean> {
    const [first] = messages;
    if (first === undefined || messages.length === 1) return first === undefined;
    try {
      await this.workAll(first, messages);
      return true;
    } catch (error: unknown) {
      this.process.log.fault('triage.batch_failed', error, { count: messages.length });
      return false;
    }
  }

  private async oneByOne(messages: readonly ClaimedMessage[], isOver: () => boolean): Promise<ClaimedMessage[]> {
    for (const [index, message] of messages.entries()) {
      if (isOver()) return messages.slice(index);
      await withCorrelation(message.correlationId, () => this.alone(message));
    }
    return [];
  }

  private async alone(message: ClaimedMessage): Promise<void> {
    if (this.faults.isSpent(message)) {
      await this.faults.giveUp(message, 'attempts_spent');
      return;
    }
    try {
      await this.workAll(message, [message]);
    } catch (error: unknown) {
      this.process.log.fault('triage.failed', error, idsOf(message));
      await this.faults.record(message, error);
    }
  }

  private async workAll(kind: Kind, messages: readonly ClaimedMessage[]): Promise<void> {
    const begun = performance.now();
    const worked = await traced(workOn(messages), () => this.work.execute(kind, messages));
    this.tell(messages, worked);
    for (const message of worked) show(message, performance.now() - begun);
  }

  private tell(messages: readonly ClaimedMessage[], worked: readonly ClaimedMessage[]): void {
    const done = new Set(worked);
    for (const message of messages) {
      const event = done.has(message) ? 'triage.proposed' : 'triage.claim_lost';
      withCorrelation(message.correlationId, () => {
        this.process.log.info(event, idsOf(message));
      });
    }
  }
}

function workOn(messages: readonly ClaimedMessage[]): TracedWork {
  const broughtAboutBy = messages.flatMap(({ traceParent }) => traceParent ?? []);
  return { name: 'triage.work', fields: { count: messages.length }, broughtAboutBy };
}

/** How long it took, for whoever watches, and in the trace of the request that asked for it. */
function show({ lane, topic, attempts, readyAt, traceParent }: ClaimedMessage, tookMs: number): void {
  if (topic === 'triage.requested')
    measure('front_door_proposal_seconds', { lane }, (performance.now() - readyAt) / 1000);
  if (traceParent !== null)
    noteOutcome({ name: 'triage.propose', fields: { lane, topic, attempts }, after: traceParent, tookMs });
}

function idsOf({ caseId, id: messageId, lane }: ClaimedMessage): Record<string, string> {
  return { caseId, messageId, lane };
}

/** Each kind together, in the order of their first. */
function kindsOf(claimed: readonly ClaimedMessage[]): ClaimedMessage[][] {
  const kinds = new Map<string, ClaimedMessage[]>();
  for (const message of claimed) {
    const { authorityId, topic }: Kind = message;
    const kind = `${topic} ${authorityId}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), message]);
  }
  return [...kinds.values()];
}
