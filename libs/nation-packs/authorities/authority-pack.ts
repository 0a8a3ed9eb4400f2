import type { ReceivedOutsideHours, WorkingCalendarOptions } from '#deadlines';
import type { Level, Nation } from '#domain';
import type { RuleSet } from '#rules';
import type { YamlNode } from '../yaml-node.ts';
import type { SharingAgreement } from './sharing-agreement.ts';

export interface FrontDoor {
  readonly name: string;
  readonly telephone: string;
  /** When somebody answers the telephone; outside these hours the emergency duty team does. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Of the team, for messages to a role whose people have not said where to reach them. */
  readonly email?: string;
}

interface EmergencyDutyTeam extends Pick<FrontDoor, 'name' | 'telephone' | 'email'> {
  /** For text messages. */
  readonly mobile?: string;
}

export interface Area {
  readonly id: string;
  readonly name: string;
  /** Outward codes of the postcodes in it, such as `LK4`. */
  readonly postcodes: readonly string[];
}

export interface Queue {
  readonly id: string;
  readonly title: string;
  /** Of the team that works in it. */
  readonly email?: string;
}

export const AGENCY_TYPES = [
  'school',
  'early_years',
  'health',
  'police',
  'housing',
  'voluntary',
  'contact_centre',
  'family',
] as const;
export type AgencyType = (typeof AGENCY_TYPES)[number];

export const CONTACT_POLICIES = ['contact_first', 'referral_first'] as const;
export type ContactPolicy = (typeof CONTACT_POLICIES)[number];

/** An organisation that sends referrals to this authority. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly type: AgencyType;
  /** Referral source code of the children in need census. */
  readonly source: string;
  /** Source code where the person behind the referral gave no name. */
  readonly anonymousSource?: string;
  /** Left out where there is none. */
  readonly sharingAgreement?: SharingAgreement;
  /** Where the agency itself is written to. */
  readonly email?: string;
  /** What its people's addresses end in, after the @: an address that a professional gives counts only there. */
  readonly emailDomain?: string;
}

/** What is unusual enough for a manager to be told. */
interface AccessLimits {
  /** Different cases that one person looks at within an hour. */
  readonly casesViewedPerHour: number;
}

/** What the sender is told with the receipt. */
export interface ReceiptAdvice {
  readonly always: string;
  readonly immediateDanger: string;
  readonly outOfHours: string;
  readonly red: string;
}

export const OWN_RULE_FILES = ['catalogue', 'rules', 'prompts', 'exclusions', 'tests'] as const;
export type OwnRuleFile = (typeof OWN_RULE_FILES)[number];

/** Where an authority adds rules to its nation's: the name of the set that comes out, and the files they are in. */
export interface OwnRuleSet extends Pick<RuleSet, 'id' | 'version' | 'title'> {
  /** In the folder named by the authority's id. */
  readonly files: readonly OwnRuleFile[];
}

/** How one authority works its front door, as data (domain pack 2.7, 4.1, 4.3). */
export interface AuthorityPack {
  readonly id: string;
  readonly name: string;
  readonly nation: Nation;
  readonly frontDoor: FrontDoor;
  readonly emergencyDutyTeam: EmergencyDutyTeam;
  /** Wall-clock time at which day clocks end. */
  readonly closeOfBusiness: string;
  readonly receivedOutsideHours: ReceivedOutsideHours;
  /** Days on which this authority does not work, besides weekends and bank holidays. */
  readonly extraClosedOn: readonly string[];
  /** Whether a communication counts as a contact first, or as a referral at once. */
  readonly contactPolicy: ContactPolicy;
  readonly areas: readonly Area[];
  /** Deprivation decile, from 1 (most deprived) to 10, by outward code; empty where no source gives them. */
  readonly deprivationDeciles: ReadonlyMap<string, number>;
  readonly queues: readonly Queue[];
  /** The queue in which a case waits until the rules have proposed a pathway. */
  readonly untriagedQueue: string;
  /** The queue that a case of each level goes to. */
  readonly routing: Readonly<Record<Level, string>>;
  readonly receiptAdvice: ReceiptAdvice;
  readonly agencies: readonly Agency[];
  readonly accessLimits: AccessLimits;
  /** What the authority changes about its nation's clocks; left out where it takes them as they are. */
  readonly caseClocks?: YamlNode;
  /** Null where the nation's rule set is used as it is. */
  readonly ruleSet: OwnRuleSet | null;
  /** What no source gives and we had to assume, in sentences: shown wherever the pack is, until the authority confirms. */
  readonly assumptions: readonly string[];
  /** The same hours and days as the deadline calculator takes them. */
  readonly calendar: WorkingCalendarOptions;
}
