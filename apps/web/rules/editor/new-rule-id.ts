import type { AuthorityId } from '#domain';
import type { RuleSet } from '#rules';

const MOST_CHARACTERS = 60;

/** An id for a new rule, made of its name: nobody has to think of one. */
export function newRuleId(title: string, authorityId: AuthorityId, { rules }: RuleSet): string {
  const plain = title
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const name = `${authorityId.toUpperCase()}-${plain.slice(0, MOST_CHARACTERS) || 'rule'}`;
  const taken = new Set(rules.map(({ id }) => id));
  let id = name;
  for (let again = 2; taken.has(id); again += 1) id = `${name}-${String(again)}`;
  return id;
}
