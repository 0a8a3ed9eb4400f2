import type { TrailCheck } from '#decisions';
import type { Words } from '../words/words.ts';

/** Whether the record can be trusted, in words. */
export interface Integrity {
  readonly state: TrailCheck['state'];
  readonly title: string;
  readonly texts: readonly string[];
  /** Over how much the latest seal is, and the beginning of its key's id. */
  readonly sealed: string | null;
  readonly key: string | null;
  readonly sealedAt: Date | null;
}

export function presentIntegrity(check: TrailCheck, words: Words): Integrity {
  const { integrity } = words.audit;
  switch (check.state) {
    case 'not_sealed':
      return { ...plain(check.state), title: integrity.notSealed, texts: [integrity.notSealedText] };
    case 'broken':
      return { ...plain(check.state), title: integrity.broken, texts: [integrity.brokenText] };
    case 'sound': {
      const { sealed, records, waiting, headSize, sealedAt, keyId } = check.found;
      return {
        state: 'sound',
        title: integrity.sound,
        texts: [...integrity.soundMeans, `${integrity.counts(sealed, records)} ${integrity.waiting(waiting)}`],
        sealed: integrity.sealSize(headSize),
        key: keyId.slice(0, 16),
        sealedAt,
      };
    }
  }
}

function plain(state: TrailCheck['state']): Pick<Integrity, 'state' | 'sealed' | 'key' | 'sealedAt'> {
  return { state, sealed: null, key: null, sealedAt: null };
}
