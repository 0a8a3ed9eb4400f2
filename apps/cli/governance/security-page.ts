import { policyTable } from '#access-policy';

export const SECURITY_PAGE = 'docs/security.md';

const BEGIN = '<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

/**
 * The page on security with the table of who may do what as the policy has it now.
 * @throws Error when the page has lost the marks between which it stands.
 */
export function withPolicyTable(page: string): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${SECURITY_PAGE} has no place for the policy.`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${policyTable()}\n\n${page.slice(to)}`;
}
