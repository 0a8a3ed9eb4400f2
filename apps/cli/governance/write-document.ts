import { policyTable } from '#access-policy';
import * as ofAuthority from './authority-sections.ts';
import { fillTemplate } from './fill-template.ts';
import type { GovernanceFacts } from './governance-facts.ts';
import * as ofRules from './rule-sections.ts';

/** The data protection impact assessment in Markdown; what only the authority can write says TO COMPLETE. */
export function dpia(template: string, facts: GovernanceFacts): string {
  return fillTemplate(template, {
    ...shared(facts),
    ruleSetLine: ofRules.ruleSetLine(facts),
    legalBases: ofAuthority.legalBases(facts),
    levels: ofAuthority.levels(facts),
    policy: policyTable(),
    retention: ofAuthority.retention(facts),
    dataItems: ofAuthority.dataItems(facts),
    catalogue: ofRules.catalogueTable(facts),
  });
}

/** The algorithmic transparency record in Markdown, by the fields of the standard. */
export function atrs(template: string, facts: GovernanceFacts): string {
  return fillTemplate(template, {
    ...shared(facts),
    ruleSetTable: ofRules.ruleSetTable(facts),
    suppliers: ofRules.suppliers(facts),
    access: ofAuthority.access(),
  });
}

function shared(facts: GovernanceFacts) {
  const { day, authority } = facts;
  return {
    day,
    authority: authority.name,
    frontDoor: authority.frontDoor.name,
    telephone: authority.frontDoor.telephone,
    flow: ofAuthority.flow(facts),
    rulesSummary: ofRules.rulesSummary(facts),
    factSummary: ofRules.factSummary(facts),
    oversight: ofAuthority.oversight(),
    recipients: ofAuthority.recipients(facts),
    risks: ofAuthority.risks(facts),
    tests: ofRules.testsText(facts),
    rules: ofRules.rulesTable(facts),
  };
}
