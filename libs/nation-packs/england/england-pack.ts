import { loadNationPack } from '../load-nation-pack.ts';
import type { NationPack } from '../nation-pack.ts';

let loaded: NationPack | undefined;

/** England's pack under Working Together 2023. Read once: the files do not change while the service runs. */
export function englandPack(): NationPack {
  loaded ??= loadNationPack(new URL('./', import.meta.url));
  return loaded;
}
