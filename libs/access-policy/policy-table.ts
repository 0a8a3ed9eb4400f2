import { type Role, ROLES } from '#domain';
import { type Action, ACTIONS } from './actions.ts';
import { type Grant, POLICY } from './policy.ts';

/** The policy as a table in Markdown, an action a row and a role a column, for the page on security. */
export function policyTable(): string {
  const head = ['action', ...ROLES.map((role) => role.replaceAll('_', ' '))];
  const rows = ACTIONS.map((action) => [`\`${action}\``, ...ROLES.map((role) => cellOf(role, action))]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cellOf(role: Role, action: Action): string {
  const grants = POLICY.filter((grant) => grant.role === role && grant.action === action);
  return grants.length === 0 ? '-' : [...new Set(grants.map(inWords))].join('; ');
}

function inWords({ relation, states }: Grant): string {
  const words = relation.replaceAll('_', ' ');
  return states === 'any' ? words : `${words} (${states.join(', ')})`;
}
