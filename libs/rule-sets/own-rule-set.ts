import { type AuthorityId, DomainError, type Fault } from '#domain';
import { profileOf } from '#nation-packs';
import { checkRuleSet, type RuleSet } from '#rules';

/** Why an authority may not put a set in force: its faults, another nation, areas it does not have. */
export function ownFaults(ruleSet: RuleSet, authorityId: AuthorityId): Fault[] {
  const faults: Fault[] = checkRuleSet(ruleSet).map(({ path, message }) => ({ pointer: path, message }));
  const { authority } = profileOf(authorityId);
  if (ruleSet.nation !== authority.nation) {
    faults.push({ pointer: '/nation', message: `It must be "${authority.nation}", the nation of your authority.` });
  }
  const areas = new Set(['*', ...authority.areas.map((area) => area.id)]);
  ruleSet.rules.forEach((rule, place) => {
    // A rule that was sent may lack them; the check has said so.
    const named: readonly string[] | undefined = rule.areas;
    (Array.isArray(named) ? named : []).forEach((area: string, index) => {
      if (areas.has(area)) return;
      const pointer = `/rules/${String(place)}/areas/${String(index)}`;
      faults.push({ pointer, message: `Your authority has no area ${JSON.stringify(area)}.` });
    });
  });
  return faults;
}

/**
 * What an authority may put in force: a set without faults, for its own nation, in areas it has.
 * @throws DomainError `validation_failed` with every fault, each at its place in the rule set; those of the one rule that
 *   was sent, at their place in it.
 */
export function requireOwn(ruleSet: RuleSet, authorityId: AuthorityId, sentRule?: string): void {
  const faults = ownFaults(ruleSet, authorityId);
  if (faults.length === 0) return;
  const base = `/rules/${String(ruleSet.rules.findIndex((rule) => rule.id === sentRule))}`;
  const placed = faults.map((fault) =>
    fault.pointer.startsWith(`${base}/`) ? { ...fault, pointer: fault.pointer.slice(base.length) } : fault,
  );
  throw new DomainError('validation_failed', 'The rules cannot be used as they stand; nothing was stored.', placed);
}
