import type { Tx } from '#platform';
import type { Vault } from '#vault';
import { commitmentOf } from '../entry/commitment.ts';
import { openReasons } from '../entry/reasons.ts';
import type { LoggedEvent } from '../store/entry.query.ts';
import { faultAt } from './chain-check.ts';

/** The record that an event is about, as it stands now; `null` when it is gone. */
export type RecordReader = (tx: Tx, event: LoggedEvent) => Promise<{ readonly value: unknown } | null>;

/** Ids of cases and referrals whose disposal the log records: only of them may values be erased. */
export type Disposed = ReadonlySet<string>;

/** Compares clear values, and the records themselves, with what the log vouches for. */
export class CommitmentCheck {
  constructor(
    private readonly vault: Vault,
    private readonly disposed: Disposed,
    private readonly records: RecordReader,
  ) {}

  erased = 0;
  intact = 0;

  /** @throws LogFault */
  async check(tx: Tx, event: LoggedEvent): Promise<void> {
    const { actorSalt, actorCommitment, actorId: id, actorName: name } = event;
    if (!commitmentOf(actorSalt, { id, name }).equals(actorCommitment)) {
      throw faultAt(event, 'was done by another than was recorded');
    }
    await this.checkReason(tx, event);
    await this.checkRecord(tx, event);
  }

  private async checkReason(tx: Tx, event: LoggedEvent): Promise<void> {
    const { authorityId, reason, reasonSalt, reasonCommitment } = event;
    if (reasonCommitment === null) {
      if (reason !== null || reasonSalt !== null) throw faultAt(event, 'has got a reason that was not recorded');
      return;
    }
    const text = reason === null ? undefined : (await this.openReason(tx, authorityId, event)).get(event.id);
    if (text === undefined || reasonSalt === null) this.requireDisposal(event, 'has lost its reason');
    else if (!commitmentOf(reasonSalt, text).equals(reasonCommitment)) {
      throw faultAt(event, 'has another reason than was recorded');
    }
  }

  private async openReason(tx: Tx, authorityId: string, event: LoggedEvent): Promise<ReadonlyMap<string, string>> {
    return openReasons(this.vault, tx, authorityId, [event]).catch(() => {
      throw faultAt(event, 'has a reason that does not open: it was altered or moved');
    });
  }

  private async checkRecord(tx: Tx, event: LoggedEvent): Promise<void> {
    const { recordSalt, recordCommitment } = event;
    if (recordCommitment === null) {
      if (recordSalt !== null) throw faultAt(event, 'has got a salt that was not recorded');
      return;
    }
    if (recordSalt === null) {
      this.requireDisposal(event, 'has lost the salt of its record');
      return;
    }
    const found = await this.records(tx, event).catch(() => {
      throw faultAt(event, 'is about a record that cannot be read: it was altered');
    });
    if (found === null) this.requireDisposal(event, 'is about a record that is gone');
    else if (!commitmentOf(recordSalt, JSON.parse(JSON.stringify(found.value))).equals(recordCommitment)) {
      throw faultAt(event, 'is about a record that was changed afterwards');
    } else this.intact += 1;
  }

  private requireDisposal(event: LoggedEvent, what: string): void {
    const isDisposed = [event.caseId, event.referralId].some((id) => id !== null && this.disposed.has(id));
    if (!isDisposed) throw faultAt(event, `${what}, and no disposal of it is recorded`);
    this.erased += 1;
  }
}
