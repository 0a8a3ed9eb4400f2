import { CreateFrontDoor1763700000000 } from './1763700000000-create-front-door.ts';
import { RuleSets1763800000000 } from './1763800000000-rule-sets.ts';
import { RowSecurity1764000000000 } from './1764000000000-row-security.ts';
import { Vault1764100000000 } from './1764100000000-vault.ts';
import { AuditLog1764200000000 } from './1764200000000-audit-log.ts';
import { SignIn1764300000000 } from './1764300000000-sign-in.ts';
import { CaseAccess1764400000000 } from './1764400000000-case-access.ts';
import { AtTheDoor1764500000000 } from './1764500000000-at-the-door.ts';
import { Webhooks1764600000000 } from './1764600000000-webhooks.ts';
import { Retention1764700000000 } from './1764700000000-retention.ts';

/** Forward only, oldest first. A released migration is never edited. */
export const migrations = [
  CreateFrontDoor1763700000000,
  RuleSets1763800000000,
  RowSecurity1764000000000,
  Vault1764100000000,
  AuditLog1764200000000,
  SignIn1764300000000,
  CaseAccess1764400000000,
  AtTheDoor1764500000000,
  Webhooks1764600000000,
  Retention1764700000000,
];
