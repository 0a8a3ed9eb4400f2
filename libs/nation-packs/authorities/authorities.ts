import { PackDataError } from '../pack-data-error.ts';
import { readYaml } from '../yaml-node.ts';
import type { AuthorityPack } from './authority-pack.ts';
import { parseAuthority } from './parse-authority.ts';

/** The files of authorities; each is one authority's own. */
const FILES = ['demo.yaml'];

let loaded: ReadonlyMap<string, AuthorityPack> | undefined;

/** The authority with this id; throws `PackDataError` when there is none. */
export function authorityPack(id: string): AuthorityPack {
  return authorities().get(id) ?? missing(id);
}

export function authorityIds(): readonly string[] {
  return [...authorities().keys()];
}

function authorities(): ReadonlyMap<string, AuthorityPack> {
  loaded ??= new Map(FILES.map(readAuthority).map((authority) => [authority.id, authority]));
  return loaded;
}

function readAuthority(file: string): AuthorityPack {
  return parseAuthority(readYaml(new URL(file, import.meta.url)));
}

function missing(id: string): never {
  throw new PackDataError('authorities', `there is no authority ${id}`);
}
