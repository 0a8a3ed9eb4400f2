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
import { Messages1764800000000 } from './1764800000000-messages.ts';
import { People1764900000000 } from './1764900000000-people.ts';
import { CaseClocks1765000000000 } from './1765000000000-case-clocks.ts';
import { Families1765100000000 } from './1765100000000-families.ts';
import { History1765200000000 } from './1765200000000-history.ts';
import { MessageDelivery1765300000000 } from './1765300000000-message-delivery.ts';
import { Enquiries1765400000000 } from './1765400000000-enquiries.ts';
import { Challenges1765500000000 } from './1765500000000-challenges.ts';
import { Chronology1765600000000 } from './1765600000000-chronology.ts';
import { EarlierPeople1765700000000 } from './1765700000000-earlier-people.ts';
import { RestrictedByMatch1765800000000 } from './1765800000000-restricted-by-match.ts';
import { SignOffQueue1766300000000 } from './1766300000000-sign-off-queue.ts';
import { Drafts1766000000000 } from './1766000000000-drafts.ts';
import { Quality1766500000000 } from './1766500000000-quality.ts';
import { LowerListPages1766600000000 } from './1766600000000-lower-list-pages.ts';
import { Worklists1766200000000 } from './1766200000000-worklists.ts';
import { ManyAtOnce1766700000000 } from './1766700000000-many-at-once.ts';
import { ClaimsAmongMany1766800000000 } from './1766800000000-claims-among-many.ts';
import { BulkUploads1766100000000 } from './1766100000000-bulk-uploads.ts';
import { Traces1767000000000 } from './1767000000000-traces.ts';
import { MessagesInOrder1767100000000 } from './1767100000000-messages-in-order.ts';

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
  Messages1764800000000,
  People1764900000000,
  CaseClocks1765000000000,
  Families1765100000000,
  History1765200000000,
  MessageDelivery1765300000000,
  Enquiries1765400000000,
  Challenges1765500000000,
  Chronology1765600000000,
  EarlierPeople1765700000000,
  RestrictedByMatch1765800000000,
  SignOffQueue1766300000000,
  Drafts1766000000000,
  Quality1766500000000,
  LowerListPages1766600000000,
  Worklists1766200000000,
  BulkUploads1766100000000,
  ManyAtOnce1766700000000,
  ClaimsAmongMany1766800000000,
  Traces1767000000000,
  MessagesInOrder1767100000000,
];
