import { PackDataError } from '../pack-data-error.ts';
import { readYaml, type YamlNode } from '../yaml-node.ts';
import type { AuthorityPack } from './authority-pack.ts';
import { parseAuthority } from './parse-authority.ts';

interface Register {
  /** The file of each authority that has a pack, by id. */
  readonly files: ReadonlyMap<string, string>;
  readonly serves: readonly string[];
}

let register: Register | undefined;
const loaded = new Map<string, AuthorityPack>();

/** The authority with this id, served here or not; throws `PackDataError` when there is none. */
export function authorityPack(id: string): AuthorityPack {
  const ready = loaded.get(id) ?? readAuthority(id, registered().files.get(id));
  loaded.set(id, ready);
  return ready;
}

/** Ids of the authorities that this installation serves: the only ones that anybody can sign in to. */
export function authorityIds(): readonly string[] {
  return registered().serves;
}

/** Ids of all authorities that have a pack: their rule sets can be verified and tried whether they are served or not. */
export function knownAuthorityIds(): readonly string[] {
  return [...registered().files.keys()];
}

function registered(): Register {
  register ??= parseRegister(readYaml(new URL('authorities.yaml', import.meta.url)));
  return register;
}

/** Throws `PackDataError` for an installation that serves nobody, or an authority without a pack. */
export function parseRegister(file: YamlNode): Register {
  const packs = file.only('packs', 'serves').get('packs').entries();
  const files = new Map(packs.map(([id, name]) => [id, name.text()]));
  const served = file.get('serves');
  if (served.texts().length === 0) served.fail('must name an authority');
  for (const id of served.texts()) if (!files.has(id)) served.fail(`names ${id}, which has no pack`);
  return { files, serves: served.texts() };
}

/** Each file is read when it is first asked for: a fault in one authority's pack must not stop another's front door. */
function readAuthority(id: string, name: string | undefined): AuthorityPack {
  if (name === undefined) throw new PackDataError('authorities', `there is no authority ${id}`);
  const file = readYaml(new URL(name, import.meta.url));
  const authority = parseAuthority(file);
  return authority.id === id ? authority : file.get('id').fail(`must be ${id}, as authorities.yaml says`);
}
