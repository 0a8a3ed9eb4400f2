import type { CatalogueEntry, Rule, RuleSet } from '#rules';
import type { GovernanceFacts } from './governance-facts.ts';
import { markdownTable } from './markdown-table.ts';

export function ruleSetLine({ ruleSet, hash }: GovernanceFacts): string {
  return `${ruleSet.title}, \`${ruleSet.id}\` version \`${ruleSet.version}\`, content hash \`${hash}\`.`;
}

/** How many rules there are, whose they are and what holds them. */
export function rulesSummary({ ruleSet, invariants }: GovernanceFacts): string {
  const { rules } = ruleSet;
  const redLines = rules.filter(({ then }) => then.redLine === true).length;
  return (
    `${String(rules.length)} rules, ${String(redLines)} of them red lines that always propose protection at once, ask ` +
    `about ${String(ruleSet.catalogue.length)} facts. ${String(ownersOf(ruleSet).length)} named roles own them. Each ` +
    `gives its reason, its law, its source and the days it is in force (annex). Whatever the rules are changed to, ` +
    `they are proved to keep ${String(invariants)} safety invariants over all possible referrals.`
  );
}

export function ruleSetTable({ ruleSet, hash, invariants }: GovernanceFacts): string {
  return markdownTable(
    ['what', 'value'],
    [
      ['name and version', `${ruleSet.title}; \`${ruleSet.id}\` \`${ruleSet.version}\``],
      ['content hash (SHA-256)', `\`${hash}\``],
      ['rules and facts', `${String(ruleSet.rules.length)} and ${String(ruleSet.catalogue.length)}`],
      ['owners of rules', ownersOf(ruleSet).join('; ')],
      ['safety invariants', String(invariants)],
    ],
  );
}

export function rulesTable({ ruleSet }: GovernanceFacts): string {
  const row = (rule: Rule): string[] => [
    `\`${rule.id}\``,
    String(rule.version),
    rule.title,
    rule.because,
    rule.owner,
    rule.legalBasis[ruleSet.nation] ?? '',
    rule.effectiveTo === undefined ? rule.effectiveFrom : `${rule.effectiveFrom} to ${rule.effectiveTo}`,
  ];
  return markdownTable(['rule', 'version', 'title', 'why', 'owner', 'law', 'in force from'], ruleSet.rules.map(row));
}

export function catalogueTable({ ruleSet }: GovernanceFacts): string {
  const row = (fact: CatalogueEntry): string[] => [
    `\`${fact.id}\``,
    fact.label,
    fact.sensitivity.replaceAll('_', ' '),
    fact.suppliedBy.join(', '),
    fact.missing === 'unknown' ? 'unknown: may keep a case open' : `taken as ${String(fact.missing.absent)}`,
    fact.aboutOthers === true ? 'yes' : 'no',
  ];
  const head = ['fact', 'label', 'sensitivity', 'told by', 'when nobody told', 'about others'];
  return markdownTable(head, ruleSet.catalogue.map(row));
}

/** How many facts of each sensitivity rules may ask about. */
export function factSummary({ ruleSet }: GovernanceFacts): string {
  const of = (sensitivity: CatalogueEntry['sensitivity']): string =>
    String(ruleSet.catalogue.filter((fact) => fact.sensitivity === sensitivity).length);
  const aboutOthers = ruleSet.catalogue.filter((fact) => fact.aboutOthers === true).length;
  return (
    `Of ${String(ruleSet.catalogue.length)} facts that rules may ask about, ${of('special_category')} are special ` +
    `categories or about alleged crimes, ${of('personal')} other personal data, ${of('ordinary')} neither; ` +
    `${String(aboutOthers)} are about somebody other than the child.`
  );
}

/** Who tells the facts. */
export function suppliers({ ruleSet }: GovernanceFacts): string {
  const told = (by: 'referrer' | 'screener' | 'system'): string =>
    String(ruleSet.catalogue.filter((fact) => fact.suppliedBy.includes(by)).length);
  return (
    `The referrer may tell ${told('referrer')} of the facts, the front-door team ${told('screener')}; ` +
    `${told('system')} come from what the service itself holds about earlier contacts, or from the calendar.`
  );
}

/** What the rules are tested with, from what travels with them. */
export function testsText({ ruleSet, invariants }: GovernanceFacts): string {
  const own = ruleSet.rules.reduce((sum, rule) => sum + rule.tests.length, 0);
  const whole = ruleSet.tests?.length ?? 0;
  return (
    `${String(own)} tests of single rules and ${String(whole)} examples of the whole set; a set that fails one does ` +
    `not load. ${String(invariants)} safety invariants proved over all possible referrals. \`npm run cli -- rules ` +
    `verify --mutants 50\` plants faults to check the checker; \`npm run vignettes\` compares proposals with what a ` +
    `careful reader expects; \`npm test\` runs everything else.`
  );
}

function ownersOf({ rules }: RuleSet): readonly string[] {
  return [...new Set(rules.map(({ owner }) => owner))].sort();
}
