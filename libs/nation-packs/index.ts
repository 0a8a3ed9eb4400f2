/**
 * Nation packs: what differs between the nations of the United Kingdom and between authorities, as data in YAML files
 * that their owners can read. Sources: domain pack 2, 3.2, 4.3, 4.4 and 5.1.
 */
export { type AuthorityClock, startClock } from './authorities/authority-clock.ts';
export { type AuthorityProfile, authorityProfiles, profileOf } from './authorities/authority-profile.ts';
export { areaOf } from './authorities/area-of.ts';
export { authorityIds, authorityPack } from './authorities/authorities.ts';
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
export { englandPack } from './england/england-pack.ts';
export type { IndicatorDefinition, IndicatorDomain } from './indicator-definition.ts';
export type {
  ClockLimit,
  Code,
  CodeList,
  Evidence,
  LegalBasis,
  LevelWords,
  NationPack,
  PackClock,
  PathwayWords,
  Prompt,
  PromptKind,
  UrgencyLimit,
  UrgencyLimits,
} from './nation-pack.ts';
export { PackDataError } from './pack-data-error.ts';
