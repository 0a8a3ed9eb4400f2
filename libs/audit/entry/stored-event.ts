/** An event as its row holds it. Everything that is hashed is rebuilt from these columns; there is no second copy. */
export interface StoredEvent {
  readonly id: string;
  readonly authorityId: string;
  readonly referralId: string | null;
  readonly caseId: string | null;
  readonly occurredAt: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly actorKind: string;
  readonly actorRole: string | null;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  /** Sealed with the key of the referral, where there is one. */
  readonly reason: string | null;
  readonly ruleSetVersion: string | null;
  readonly ruleSetHash: string | null;
  readonly correlationId: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** The case, else the referral, that the event changed; `null` for what changes neither. */
  readonly chainId: string | null;
  readonly chainSequence: number | null;
  /** Leaf hash of the event before it in its chain. */
  readonly previousHash: Buffer | null;
  readonly actorSalt: Buffer;
  readonly actorCommitment: Buffer;
  readonly reasonSalt: Buffer | null;
  readonly reasonCommitment: Buffer | null;
  readonly recordSalt: Buffer | null;
  readonly recordCommitment: Buffer | null;
  readonly leafHash: Buffer;
}

/** An event with what PostgreSQL gave it: the transaction that wrote it, and its place among all events. */
export interface ArrivedEvent extends StoredEvent {
  readonly xid: string;
  readonly sequence: string;
}
