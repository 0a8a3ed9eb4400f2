import { CreateFrontDoor1763700000000 } from './1763700000000-create-front-door.ts';
import { RuleSets1763800000000 } from './1763800000000-rule-sets.ts';
import { RowSecurity1764000000000 } from './1764000000000-row-security.ts';

/** Forward only, oldest first. A released migration is never edited. */
export const migrations = [CreateFrontDoor1763700000000, RuleSets1763800000000, RowSecurity1764000000000];
