import type { ActivationId, RuleSetJobId, RuleSetVersionId } from '#rule-sets';
import { idOf } from '../service/record.ts';

export const versionIdOf = (id: string): RuleSetVersionId => idOf(id, 'rule set');
export const jobIdOf = (id: string): RuleSetJobId => idOf(id, 'job');
export const activationIdOf = (id: string): ActivationId => idOf(id, 'activation');
