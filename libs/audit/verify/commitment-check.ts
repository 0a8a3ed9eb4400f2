import type { Tx } from '#platform';
import type { Vault } from '#vault';
import { commitmentOf } from '../entry/commitment.ts';
import { openReasons } from '../entry/reasons.ts';
import type { LoggedEvent } from '../store/entry.query.ts';
import { faultAt } from './chain-check.ts';
import type { RecordReaders } from './record-readers.ts';

/** Ids of cases and referrals whose disposal the log records: only of them may values be erased. */
export type Disposed = ReadonlySet<string>;

/** What events vouch for, as it stands now, by the event's id; what is gone is left out. */
interface Beside {
  readonly reasons: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, unknown>;
}

/** Compares clear values, and the records themselves, with what the log vouches for. */
export class CommitmentCheck {
  constructor(
    private readonly vault: Vault,
    private readonly disposed: Disposed,
    private readonly records: RecordReaders,
  ) {}

  erased = 0;
  intact = 0;

  /**
   * In as few queries for many events as for one: nearly all that checking costs is reading.
   * @throws LogFault naming the first event of which something is wrong.
   */
  async check(tx: Tx, events: readonly LoggedEvent[]): Promise<void> {
    const all = await this.readTogether(tx, events).catch(() => null);
    for (const event of events) {
      checkActor(event);
      const { reasons, records } = all ?? (await this.readOne(tx, event));
      this.checkReason(event, reasons.get(event.id));
      this.checkRecord(event, records.get(event.id));
    }
  }

  /** @throws Error when one of them cannot be read: `readOne` says which. */
  private async readTogether(tx: Tx, events: readonly LoggedEvent[]): Promise<Beside> {
    return { reasons: await this.reasonsOf(tx, events), records: await this.recordsOf(tx, events) };
  }

  private async readOne(tx: Tx, event: LoggedEvent): Promise<Beside> {
    const reasons = await this.reasonsOf(tx, [event]).catch(() => {
      throw faultAt(event, 'has a reason that does not open: it was altered or moved');
    });
    const records = await this.recordsOf(tx, [event]).catch(() => {
      throw faultAt(event, 'is about a record that cannot be read: it was altered');
    });
    return { reasons, records };
  }

  private async reasonsOf(tx: Tx, events: readonly LoggedEvent[]): Promise<ReadonlyMap<string, string>> {
    const vouchedFor = events.filter(({ reasonCommitment }) => reasonCommitment !== null);
    const [first] = vouchedFor;
    return first === undefined ? new Map() : openReasons(this.vault, tx, first.authorityId, vouchedFor);
  }

  private async recordsOf(tx: Tx, events: readonly LoggedEvent[]): Promise<ReadonlyMap<string, unknown>> {
    return this.records.find(
      tx,
      events.filter(({ recordCommitment, recordSalt }) => recordCommitment !== null && recordSalt !== null),
    );
  }

  private checkReason(event: LoggedEvent, text: string | undefined): void {
    const { reason, reasonSalt, reasonCommitment } = event;
    if (reasonCommitment === null) {
      if (reason !== null || reasonSalt !== null) throw faultAt(event, 'has got a reason that was not recorded');
      return;
    }
    if (text === undefined || reasonSalt === null) this.requireDisposal(event, 'has lost its reason');
    else if (!commitmentOf(reasonSalt, text).equals(reasonCommitment)) {
      throw faultAt(event, 'has another reason than was recorded');
    }
  }

  private checkRecord(event: LoggedEvent, record: unknown): void {
    const { recordSalt, recordCommitment } = event;
    if (recordCommitment === null) {
      if (recordSalt !== null) throw faultAt(event, 'has got a salt that was not recorded');
      return;
    }
    if (recordSalt === null) this.requireDisposal(event, 'has lost the salt of its record');
    else if (record === undefined) this.requireDisposal(event, 'is about a record that is gone');
    else if (!commitmentOf(recordSalt, record).equals(recordCommitment)) {
      throw faultAt(event, 'is about a record that was changed afterwards');
    } else this.intact += 1;
  }

  private requireDisposal(event: LoggedEvent, what: string): void {
    const isDisposed = [event.caseId, event.referralId].some((id) => id !== null && this.disposed.has(id));
    if (!isDisposed) throw faultAt(event, `${what}, and no disposal of it is recorded`);
    this.erased += 1;
  }
}

function checkActor(event: LoggedEvent): void {
  const { actorSalt, actorCommitment, actorId: id, actorName: name } = event;
  if (commitmentOf(actorSalt, { id, name }).equals(actorCommitment)) return;
  throw faultAt(event, 'was done by another than was recorded');
}
