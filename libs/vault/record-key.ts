import { DomainError } from '#domain';
import { bytesOfText, seal, unseal } from './sealing.ts';

/**
 * The key of one referral and of everything that hangs on it. `place` is `table.column`, `rowId` the row's id: what is
 * sealed for one place opens in no other.
 */
export interface RecordKey {
  /** The key was destroyed, and what it sealed with it. */
  readonly erased: boolean;
  seal(place: string, rowId: string, text: string): string;
  /** @throws BrokenSealError when altered or moved; DomainError `record_disposed` when the key was destroyed. */
  open(place: string, rowId: string, sealed: string): string;
  sealBytes(place: string, rowId: string, bytes: Buffer): Buffer;
  /** @throws as `open` does. */
  openBytes(place: string, rowId: string, sealed: Buffer): Buffer;
}

/** A data key that is there. */
export class OpenRecordKey implements RecordKey {
  readonly erased = false;

  constructor(
    private readonly referralId: string,
    private readonly key: Buffer,
  ) {}

  seal(place: string, rowId: string, text: string): string {
    return this.sealBytes(place, rowId, Buffer.from(text)).toString('base64');
  }

  open(place: string, rowId: string, sealed: string): string {
    return this.openBytes(place, rowId, bytesOfText(sealed)).toString();
  }

  sealBytes(place: string, rowId: string, bytes: Buffer): Buffer {
    return seal(this.key, [place, rowId, this.referralId], bytes);
  }

  openBytes(place: string, rowId: string, sealed: Buffer): Buffer {
    return unseal(this.key, [place, rowId, this.referralId], sealed);
  }
}

/** Stands where a data key was destroyed: nothing opens, and nothing new may be sealed. */
export class ErasedRecordKey implements RecordKey {
  readonly erased = true;
  readonly seal = refuse;
  readonly open = refuse;
  readonly sealBytes = refuse;
  readonly openBytes = refuse;
}

function refuse(): never {
  throw new DomainError('record_disposed', 'The content of this record was destroyed, as its retention schedule says.');
}

/** Seals, or leaves clear what belongs to a record from before there were keys. */
export function sealedUnder(key: RecordKey | null, place: string, rowId: string, text: string): string {
  return key === null ? text : key.seal(place, rowId, text);
}

/** Opens, or reads as it stands what was stored before there were keys. */
export function openedUnder(key: RecordKey | null, place: string, rowId: string, stored: string): string {
  return key === null ? stored : key.open(place, rowId, stored);
}
