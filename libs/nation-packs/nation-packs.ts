import type { Nation } from '#domain';
import { loadNationPack } from './load-nation-pack.ts';
import type { NationPack } from './nation-pack.ts';

/** Where each nation's files lie. */
const FOLDERS: Readonly<Record<Nation, string>> = {
  england: 'england',
  wales: 'wales',
  scotland: 'scotland',
  northern_ireland: 'northern-ireland',
};

const loaded = new Map<Nation, NationPack>();

/** A nation's pack. Read once: the files do not change while the service runs. Throws `PackDataError`. */
export function nationPack(nation: Nation): NationPack {
  const known = loaded.get(nation);
  if (known !== undefined) return known;
  const pack = loadNationPack(nationFolder(nation));
  loaded.set(nation, pack);
  return pack;
}

export function nationFolder(nation: Nation): URL {
  return new URL(`./${FOLDERS[nation]}/`, import.meta.url);
}
