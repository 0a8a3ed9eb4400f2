import { createHash } from 'node:crypto';
import { entryText } from '../entry/entry-text.ts';
import type { Hash } from '../log/hashes.ts';
import type { SigningKey } from '../sealing/signing-key.ts';
import { headJson, type SignedTreeHead } from '../sealing/tree-head.ts';
import type { LoggedEvent } from '../store/entry.query.ts';

const FORMAT = 'front-door-evidence/1';

/** What a pack covers, and what proves it. */
export interface PackHeader {
  readonly head: SignedTreeHead;
  readonly kind: 'case' | 'month' | 'all';
  readonly month: string | null;
  readonly caseId: string | null;
  readonly referralId: string | null;
  /** How many entries follow. */
  readonly count: number;
  /** Entries in a row, with the hashes of what stands left and right of them; `null` where each has its own proof. */
  readonly range: {
    readonly from: number;
    readonly to: number;
    readonly left: readonly Hash[];
    readonly right: readonly Hash[];
  } | null;
  readonly consistency: { readonly size: number; readonly proof: readonly Hash[] } | null;
  readonly exportedAt: Date;
}

/** Why a reason does not stand in the pack: its record is restricted, or was disposed of. */
type Missing = 'withheld' | 'erased';

export interface PackEntry {
  readonly event: LoggedEvent;
  /** In clear; `null` where none was given. */
  readonly reason: { readonly text: string } | Missing | null;
  /** Of its own, where the pack has none for a range that the entry is in. */
  readonly proof: readonly Hash[] | null;
}

/** Writes a pack line by line, and signs every byte of it at the end. */
export class PackWriter {
  private readonly bytes = createHash('sha256');
  private count = 0;

  constructor(
    private readonly authorityId: string,
    private readonly key: SigningKey,
  ) {}

  header(header: PackHeader): string {
    const { head, kind, month, count, range, consistency, exportedAt } = header;
    const evidence = {
      format: FORMAT,
      authority: this.authorityId,
      kind,
      month,
      case: header.caseId,
      referral: header.referralId,
      count,
      range: range === null ? null : { ...range, left: texts(range.left), right: texts(range.right) },
      consistency: consistency === null ? null : { size: consistency.size, proof: texts(consistency.proof) },
      head: headJson(head),
      exportedAt: exportedAt.toISOString(),
    };
    return this.line(JSON.stringify({ evidence }));
  }

  /** The entry stands last in its line, letter for letter as it was hashed. */
  entry({ event, reason, proof }: PackEntry): string {
    this.count += 1;
    const { actorSalt, actorId: id, actorName: name, reasonSalt } = event;
    const given = reason === null || typeof reason === 'string' ? reason : [saltText(reasonSalt), reason.text];
    const disclosed = { actor: [saltText(actorSalt), { id, name }], ...(given === null ? {} : { reason: given }) };
    const rest = proof === null ? {} : { position: event.position, proof: texts(proof) };
    const before = JSON.stringify({ disclosed, ...rest });
    return this.line(`${before.slice(0, -1)},"entry":${entryText(event)}}`);
  }

  trailer(): string {
    const { count } = this;
    const sha256 = this.bytes.digest('base64url');
    const signature = this.key.sign({ authority: this.authorityId, count, format: FORMAT, sha256 });
    const signed = { key: this.key.publicKey.id, signature: signature.toString('base64url') };
    return `${JSON.stringify({ trailer: { count, sha256, ...signed } })}\n`;
  }

  private line(text: string): string {
    const line = `${text}\n`;
    this.bytes.update(line);
    return line;
  }
}

function texts(hashes: readonly Hash[]): string[] {
  return hashes.map((hash) => hash.toString('base64url'));
}

function saltText(salt: Buffer | null): string {
  return salt?.toString('base64url') ?? '';
}
