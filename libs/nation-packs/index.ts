/**
 * Nation packs: what differs between the nations of the United Kingdom and between authorities, as data in YAML files
 * that their owners can read. Sources: domain pack 2, 3.2, 4.3, 4.4 and 5.1.
 */
export { agencyName, agencyOf } from './authorities/agency-of.ts';
export { type AuthorityClock, startClock } from './authorities/authority-clock.ts';
export { type AuthorityProfile, authorityProfiles, profileOf } from './authorities/authority-profile.ts';
export { areaOf } from './authorities/area-of.ts';
export { authorityIds, authorityPack, knownAuthorityIds } from './authorities/authorities.ts';
export { mayShareWith } from './authorities/may-share-with.ts';
export type {
  Agency,
  AgencyType,
  Area,
  AuthorityPack,
  ContactPolicy,
  FrontDoor,
  Queue,
  ReceiptAdvice,
} from './authorities/authority-pack.ts';
export type {
  CaseClockDefinition,
  CaseClockTable,
  EscalatesTo,
  EscalationStage,
  PauseReason,
  WarnBefore,
} from './case-clocks/case-clock-definition.ts';
export { ruleOf } from './case-clocks/case-clocks-of.ts';
export { nationPack } from './nation-packs.ts';
export { INDICATOR_DOMAINS, type IndicatorDefinition, type IndicatorDomain } from './indicator-definition.ts';
export type {
  Code,
  CodeList,
  Evidence,
  Frame,
  LegalBasis,
  LevelWords,
  NationPack,
  PackClock,
  PathwayWords,
  Prompt,
  PromptKind,
  Term,
  UrgencyLimit,
  UrgencyLimits,
} from './nation-pack.ts';
export { PackDataError } from './pack-data-error.ts';
export { TERM_IDS, type TermId } from './parse-terms.ts';
export type {
  RetentionFlag,
  RetentionRule,
  RetentionSchedule,
  RetentionStart,
} from './retention/retention-schedule.ts';
export { retentionScheduleOf } from './retention/retention-schedule-of.ts';
export { selectableLegalBases } from './selectable-legal-bases.ts';
