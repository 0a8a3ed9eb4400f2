import type { AccessPurpose } from '#access-policy';
import type { CaseState, Language, Urgency } from '#domain';
import type { ChronologyCategory, EventKind } from '../categories.ts';
import type { Words } from './words.ts';

export const CATEGORY_WORDS: Readonly<Record<ChronologyCategory, Words>> = {
  contact: { en: 'Contact', cy: 'Cyswllt' },
  incident: { en: 'Incident', cy: 'Digwyddiad' },
  proposal: { en: 'Proposal of the rules', cy: 'Cynnig y rheolau' },
  decision: { en: 'Decision', cy: 'Penderfyniad' },
  sign_off: { en: 'Sign-off', cy: 'Cymeradwyo' },
  move: { en: 'Step of the case', cy: 'Cam yn yr achos' },
  milestone: { en: 'Milestone', cy: 'Carreg filltir' },
  information: { en: 'Learned later', cy: 'Dysgwyd yn ddiweddarach' },
  enquiry: { en: 'Enquiry', cy: 'Ymholiad' },
  challenge: { en: 'Challenge', cy: 'Her' },
  event: { en: 'Significant event', cy: 'Digwyddiad arwyddocaol' },
};

const KIND_WORDS: Readonly<Record<EventKind, Words>> = {
  birth: { en: 'Birth', cy: 'Genedigaeth' },
  death: { en: 'Death', cy: 'Marwolaeth' },
  harm_or_injury: { en: 'Harm or injury', cy: 'Niwed neu anaf' },
  domestic_abuse: { en: 'Domestic abuse', cy: 'Cam-drin domestig' },
  missing: { en: 'Missing', cy: 'Ar goll' },
  health: { en: 'Health of the child', cy: 'Iechyd y plentyn' },
  education: { en: 'Education', cy: 'Addysg' },
  home_move: { en: 'Move of home', cy: 'Symud cartref' },
  change_in_family: { en: 'Change in the family', cy: 'Newid yn y teulu' },
  adult_health: { en: 'Health of an adult', cy: 'Iechyd oedolyn' },
  offence: { en: 'Offence or police', cy: 'Trosedd neu’r heddlu' },
  legal_step: { en: 'Legal step', cy: 'Cam cyfreithiol' },
  placement: { en: 'Where the child is cared for', cy: 'Lle mae’r plentyn yn cael gofal' },
  service_began: { en: 'A service began', cy: 'Dechreuodd gwasanaeth' },
  service_ended: { en: 'A service ended', cy: 'Daeth gwasanaeth i ben' },
  seen_or_visited: { en: 'Seen or visited', cy: 'Gwelwyd neu ymwelwyd' },
  strength: { en: 'Strength or protection', cy: 'Cryfder neu amddiffyniad' },
  other: { en: 'Other event', cy: 'Digwyddiad arall' },
};

const STATE_WORDS: Readonly<Record<CaseState, Words>> = {
  received: { en: 'received', cy: 'derbyniwyd' },
  validated: { en: 'checked', cy: 'gwiriwyd' },
  matched: { en: 'matched', cy: 'parwyd' },
  auto_triaged: { en: 'proposed by the rules', cy: 'cynigiwyd gan y rheolau' },
  needs_information: { en: 'needs information', cy: 'angen gwybodaeth' },
  screening: { en: 'screening', cy: 'sgrinio' },
  information_gathering: { en: 'gathering information', cy: 'casglu gwybodaeth' },
  on_hold_police: { en: 'on hold for the police', cy: 'yn aros am yr heddlu' },
  escalated: { en: 'escalated', cy: 'uwchgyfeiriwyd' },
  threshold_decision: { en: 'threshold decision', cy: 'penderfyniad trothwy' },
  signed: { en: 'signed off', cy: 'cymeradwywyd' },
  routed: { en: 'routed', cy: 'anfonwyd ymlaen' },
  accepted: { en: 'accepted', cy: 'derbyniwyd gan y tîm' },
  bounced: { en: 'sent back', cy: 'anfonwyd yn ôl' },
  feedback_sent: { en: 'feedback sent', cy: 'anfonwyd adborth' },
  closed: { en: 'closed', cy: 'caewyd' },
  reopened: { en: 'reopened', cy: 'ailagorwyd' },
};

const URGENCY_WORDS: Readonly<Record<Urgency, Words>> = {
  blue: { en: 'blue', cy: 'glas' },
  green: { en: 'green', cy: 'gwyrdd' },
  amber: { en: 'amber', cy: 'oren' },
  red: { en: 'red', cy: 'coch' },
};

/** Levels and pathways, where the words of the nation do not name them. */
const LEVEL_WORDS: Readonly<Record<string, Words>> = {
  universal: { en: 'universal', cy: 'cyffredinol' },
  early_help: { en: 'early help', cy: 'cymorth cynnar' },
  targeted_early_help: { en: 'targeted early help', cy: 'cymorth cynnar wedi’i dargedu' },
  statutory_need: { en: 'statutory: child in need', cy: 'statudol: plentyn mewn angen' },
  statutory_protection: { en: 'statutory: child protection', cy: 'statudol: amddiffyn plant' },
  statutory: { en: 'statutory', cy: 'statudol' },
  no_further_action: { en: 'no further action', cy: 'dim camau pellach' },
};

/** Roles, whom a referrer speaks for, and from whom something was learned. */
const ROLE_WORDS: Readonly<Record<string, Words>> = {
  rules: { en: 'triage rules', cy: 'rheolau brysbennu' },
  referrer: { en: 'referrer', cy: 'atgyfeiriwr' },
  screener: { en: 'screener', cy: 'sgriniwr' },
  social_worker: { en: 'social worker', cy: 'gweithiwr cymdeithasol' },
  practitioner: { en: 'practitioner', cy: 'ymarferydd' },
  manager: { en: 'manager', cy: 'rheolwr' },
  professional: { en: 'professional', cy: 'gweithiwr proffesiynol' },
  family: { en: 'member of the family', cy: 'aelod o’r teulu' },
  child: { en: 'child', cy: 'plentyn' },
  partner_agency: { en: 'partner agency', cy: 'asiantaeth bartner' },
  own_records: { en: 'own records', cy: 'cofnodion ein hunain' },
  visit: { en: 'visit', cy: 'ymweliad' },
  public: { en: 'member of the public', cy: 'aelod o’r cyhoedd' },
};

const PURPOSE_WORDS: Readonly<Record<AccessPurpose, Words>> = {
  triage: { en: 'triage', cy: 'brysbennu' },
  review: { en: 'review', cy: 'adolygiad' },
  quality_audit: { en: 'quality audit', cy: 'archwiliad ansawdd' },
  complaint: { en: 'complaint', cy: 'cwyn' },
  subject_access: { en: 'subject access', cy: 'mynediad gan y testun' },
  other: { en: 'other', cy: 'arall' },
};

const MILESTONE_WORDS: Readonly<Record<string, Words>> = {
  strategy_discussion_decided: { en: 'Strategy discussion decided on', cy: 'Penderfynwyd ar drafodaeth strategaeth' },
  strategy_discussion_held: { en: 'Strategy discussion held', cy: 'Cynhaliwyd trafodaeth strategaeth' },
  section_47_started: { en: 'Child protection enquiry began', cy: 'Dechreuodd ymholiad amddiffyn plant' },
  child_seen: { en: 'Child seen', cy: 'Gwelwyd y plentyn' },
  assessment_authorised: { en: 'Assessment authorised', cy: 'Awdurdodwyd yr asesiad' },
  conference_held: { en: 'Conference held', cy: 'Cynhaliwyd cynhadledd' },
  core_group_held: { en: 'Core group held', cy: 'Cyfarfu’r grŵp craidd' },
};

/** Of enquiries and challenges. */
const STEP_WORDS: Readonly<Record<string, Words>> = {
  known: { en: 'child known', cy: 'plentyn yn hysbys' },
  nothing_known: { en: 'nothing known', cy: 'dim yn hysbys' },
  declined: { en: 'declined', cy: 'gwrthodwyd' },
  professional: { en: 'Professional challenge', cy: 'Her broffesiynol' },
  family_review: { en: 'Review asked for by the family', cy: 'Adolygiad y gofynnodd y teulu amdano' },
  opened: { en: 'opened', cy: 'agorwyd' },
  response: { en: 'response', cy: 'ymateb' },
  withdrawn: { en: 'withdrawn', cy: 'tynnwyd yn ôl' },
  acknowledged: { en: 'acknowledged', cy: 'cydnabuwyd' },
  decided: { en: 'decided', cy: 'penderfynwyd' },
  upheld: { en: 'upheld', cy: 'cadarnhawyd' },
  partly_upheld: { en: 'partly upheld', cy: 'cadarnhawyd yn rhannol' },
  not_upheld: { en: 'not upheld', cy: 'nis cadarnhawyd' },
  decision_stands: { en: 'the decision stands', cy: 'mae’r penderfyniad yn sefyll' },
  decision_changed: { en: 'the decision was changed', cy: 'newidiwyd y penderfyniad' },
  explained: { en: 'explained', cy: 'esboniwyd' },
};

const ALL: Readonly<Record<string, Words>> = {
  ...LEVEL_WORDS,
  ...MILESTONE_WORDS,
  ...STEP_WORDS,
  ...STATE_WORDS,
  ...URGENCY_WORDS,
  ...KIND_WORDS,
};

export function categoryInWords(category: ChronologyCategory, language: Language): string {
  return CATEGORY_WORDS[category][language];
}

export function eventKindInWords(kind: EventKind, language: Language): string {
  return KIND_WORDS[kind][language];
}

/** A code in words; one that has none stays as it is. */
export function codeInWords(code: string, language: Language): string {
  return wordsIn(ALL, code, language);
}

/** A role in words; what people typed stays as it is. */
export function roleInWords(role: string, language: Language): string {
  return wordsIn(ROLE_WORDS, role, language);
}

export function purposeInWords(purpose: AccessPurpose, language: Language): string {
  return PURPOSE_WORDS[purpose][language];
}

function wordsIn(words: Readonly<Record<string, Words>>, code: string, language: Language): string {
  return (Object.hasOwn(words, code) ? words[code]?.[language] : null) ?? code.replaceAll('_', ' ');
}
