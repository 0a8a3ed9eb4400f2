import { type Activation, type InForceThere, type StandingAt, type WouldBeInForce } from '#rule-sets';
import type { Words } from '../../words/words.ts';
import { type AreaName, areaName, scopeName } from '../areas.ts';

export interface ActivationView {
  readonly area: string;
  readonly from: string;
  readonly by: string;
  readonly state: string;
  readonly link: { readonly href: string; readonly text: string } | null;
  readonly withdrawn: { readonly text: string; readonly reason: string; readonly at: Date } | null;
}

/** Where a version was put in force, the latest first, each with the way back. */
export function presentActivations(
  { version, activations, inForceIn }: StandingAt,
  at: { areas: readonly AreaName[]; today: string; mayRollBack: boolean },
  words: Words,
): ActivationView[] {
  const { activate } = words.rules.force;
  return activations.map((activation) => {
    const { id, area, fromDate, activatedByName, withdrawnAt } = activation;
    const isWaiting = fromDate > at.today;
    const href = `/rules/${version.id}/activations/${id}/roll-back`;
    const text = isWaiting ? activate.cancel : activate.rollBack;
    return {
      ...{ area: scopeName(at.areas, area, words), from: fromDate, by: activatedByName },
      state: activate.states[stateOf(activation, isWaiting, inForceIn)],
      link: withdrawnAt === null && at.mayRollBack ? { href, text } : null,
      withdrawn:
        withdrawnAt === null
          ? null
          : {
              text: activate.withdrawnBy(activation.withdrawnByName ?? ''),
              reason: activation.withdrawnReason ?? '',
              at: withdrawnAt,
            },
    };
  });
}

function stateOf(
  { withdrawnAt, area }: Activation,
  isWaiting: boolean,
  inForceIn: readonly string[],
): keyof Words['rules']['force']['activate']['states'] {
  if (withdrawnAt !== null) return 'withdrawn';
  if (isWaiting) return 'waiting';
  return inForceIn.some((one) => area === '*' || one === area) ? 'begun' : 'replaced';
}

/** What an area has now, and after a roll-back. */
export interface RollBackLine {
  readonly area: string;
  readonly now: string;
  readonly then: string;
  readonly changes: boolean;
}

export function presentRollBack(
  inForce: readonly InForceThere[],
  after: readonly WouldBeInForce[],
  areas: readonly AreaName[],
  words: Words,
): RollBackLine[] {
  const { shipped } = words.rules;
  return inForce.map(({ area, label, versionId }) => {
    const would = after.find((one) => one.area === area)?.version ?? null;
    const changes = (would?.id ?? null) !== versionId;
    const then = changes ? (would?.label ?? shipped) : words.rules.force.rollBack.unchanged;
    return { area: areaName(areas, area, words), now: versionId === null ? shipped : label, then, changes };
  });
}
