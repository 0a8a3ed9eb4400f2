import { mayEver } from '#access-policy';
import type { Actor } from '#domain';
import type { RuleSetStage, StandingAt } from '#rule-sets';
import type { Words } from '../../words/words.ts';

const TABS = ['read', 'edit', 'try', 'verify', 'differences', 'backtests', 'approve', 'activate'] as const;
export type Tab = (typeof TABS)[number];

/** Colour of the mark of a stage; its words say the same. */
export const STAGE_COLOURS: Readonly<Record<RuleSetStage, string>> = {
  draft: 'grey',
  verified: 'light-blue',
  backtested: 'blue',
  approved: 'purple',
  scheduled: 'turquoise',
  active: 'green',
  superseded: 'grey',
  abandoned: 'orange',
};

/** What stands at the top of every page of one version. */
export interface Frame {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly label: string;
  readonly stage: { readonly text: string; readonly colour: string };
  readonly next: string;
  readonly isDraft: boolean;
  readonly mayEdit: boolean;
  readonly revision: number;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly active: boolean }[];
}

const EDITABLE: readonly RuleSetStage[] = ['draft', 'verified', 'backtested'];

export function presentFrame({ version, stage }: StandingAt, actor: Actor, words: Words, tab: Tab): Frame {
  const isDraft = EDITABLE.includes(stage);
  const path = `/rules/${version.id}`;
  const mayEdit = isDraft && mayEver(actor, 'rule_set.edit');
  const shown = TABS.filter((one) => isShown(one, { isDraft, mayEdit, actor }));
  return {
    ...{ id: version.id, path, title: version.title, label: version.label, revision: version.revision },
    stage: { text: words.rules.stages[stage], colour: STAGE_COLOURS[stage] },
    next: words.rules.nextSteps[stage],
    isDraft,
    mayEdit,
    tabs: shown.map((one) => ({
      href: one === 'read' ? path : `${path}/${one}`,
      text: words.rules.tabs[one],
      active: one === tab,
    })),
  };
}

/** What a version at its stage, and this person, have no use for is left out. */
function isShown(tab: Tab, { isDraft, mayEdit, actor }: { isDraft: boolean; mayEdit: boolean; actor: Actor }): boolean {
  if (tab === 'edit') return mayEdit;
  if (tab === 'approve') return isDraft && mayEver(actor, 'rule_set.approve');
  if (tab === 'activate') return !isDraft && mayEver(actor, 'rule_set.activate');
  return true;
}
