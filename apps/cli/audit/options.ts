import { parseArgs } from 'node:util';
import { asId, type AuthorityId } from '#domain';
import { knownAuthorityIds } from '#nation-packs';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** Options of a command by name, each with a value; `switches` have none. */
export function optionsOf(
  args: readonly string[],
  names: readonly string[],
  switches: readonly string[] = [],
): Options {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of names) options[name] = { type: 'string' };
  for (const name of switches) options[name] = { type: 'boolean' };
  const { values } = parseArgs({ args: [...args], options });
  return values;
}

/** @throws Error for an authority that no pack describes. */
export function authorityOf(value: string | boolean | undefined): AuthorityId {
  if (typeof value === 'string' && knownAuthorityIds().includes(value)) return asId<AuthorityId>(value);
  throw new Error(`Name the authority with --authority: ${knownAuthorityIds().join(', ')}.`);
}

export function textOf(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
