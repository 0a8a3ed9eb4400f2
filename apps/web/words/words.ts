import type { Language } from '#domain';
import { AUDIT_ENGLISH } from './audit/english.ts';
import { AUDIT_WELSH } from './audit/welsh.ts';
import { CASE_NOTICES_ENGLISH } from './case/act/english.ts';
import { CASE_NOTICES_WELSH } from './case/act/welsh.ts';
import { CASE_ENGLISH } from './case/english.ts';
import { CASE_WELSH } from './case/welsh.ts';
import { CODES_ENGLISH } from './codes/english.ts';
import { CODES_WELSH } from './codes/welsh.ts';
import { COMMON_ENGLISH } from './common/english.ts';
import { COMMON_WELSH } from './common/welsh.ts';
import { HELP_ENGLISH } from './help/english.ts';
import { HELP_WELSH } from './help/welsh.ts';
import { NOTICES_ENGLISH } from './notices/english.ts';
import { NOTICES_WELSH } from './notices/welsh.ts';
import { ACCESS_ENGLISH } from './oversight/access-english.ts';
import { ACCESS_WELSH } from './oversight/access-welsh.ts';
import { OVERSIGHT_ENGLISH } from './oversight/english.ts';
import { RETENTION_ENGLISH } from './oversight/retention-english.ts';
import { RETENTION_WELSH } from './oversight/retention-welsh.ts';
import { OVERSIGHT_WELSH } from './oversight/welsh.ts';
import { QUALITY_ENGLISH } from './quality/english.ts';
import { QUALITY_WELSH } from './quality/welsh.ts';
import { RECORD_AREAS_ENGLISH } from './records/areas-english.ts';
import { RECORD_AREAS_WELSH } from './records/areas-welsh.ts';
import { RECORD_NOTICES_ENGLISH } from './records/english.ts';
import { RECORD_NOTICES_WELSH } from './records/welsh.ts';
import { RULES_ENGLISH, RULES_NOTICES_ENGLISH } from './rules/english.ts';
import { RULES_NOTICES_WELSH, RULES_WELSH } from './rules/welsh.ts';
import { SIGN_OFF_ENGLISH } from './sign-off/english.ts';
import { SIGN_OFF_WELSH } from './sign-off/welsh.ts';
import { BULK_ENGLISH, BULK_NOTICES_ENGLISH } from './bulk/english.ts';
import { BULK_NOTICES_WELSH, BULK_WELSH } from './bulk/welsh.ts';
import { CHECK_ENGLISH } from './check/english.ts';
import { CHECK_WELSH } from './check/welsh.ts';
import { PARTNER_ENGLISH, PARTNER_NOTICES_ENGLISH } from './partner/english.ts';
import { PARTNER_NOTICES_WELSH, PARTNER_WELSH } from './partner/welsh.ts';
import { REFERRAL_FIELDS_ENGLISH } from './referral/english-fields.ts';
import { REFERRAL_ENGLISH } from './referral/english.ts';
import { REFERRAL_FIELDS_WELSH } from './referral/welsh-fields.ts';
import { REFERRAL_WELSH } from './referral/welsh.ts';
import { SELF_REFERRAL_ENGLISH } from './self-referral/english.ts';
import { SELF_REFERRAL_WELSH } from './self-referral/welsh.ts';
import { TELEPHONE_ENGLISH } from './telephone/english.ts';
import { TELEPHONE_WELSH } from './telephone/welsh.ts';
import type { Worded } from './worded.ts';
import { WORKLIST_ENGLISH, WORKLIST_NOTICES_ENGLISH } from './worklist/english.ts';
import { WORKLIST_NOTICES_WELSH, WORKLIST_WELSH } from './worklist/welsh.ts';

/** Every text of the pages. An area has its own files, and a line here; what is said after something was done is under `notices`. */
export const ENGLISH = {
  ...COMMON_ENGLISH,
  ...RECORD_AREAS_ENGLISH,
  codes: CODES_ENGLISH,
  audit: AUDIT_ENGLISH,
  quality: QUALITY_ENGLISH,
  oversight: OVERSIGHT_ENGLISH,
  access: ACCESS_ENGLISH,
  retention: RETENTION_ENGLISH,
  referral: REFERRAL_ENGLISH,
  referralFields: REFERRAL_FIELDS_ENGLISH,
  telephone: TELEPHONE_ENGLISH,
  selfReferral: SELF_REFERRAL_ENGLISH,
  partner: PARTNER_ENGLISH,
  thresholdCheck: CHECK_ENGLISH,
  bulk: BULK_ENGLISH,
  help: HELP_ENGLISH,
  noticePages: NOTICES_ENGLISH,
  casePage: CASE_ENGLISH,
  signOffQueue: SIGN_OFF_ENGLISH,
  rules: RULES_ENGLISH,
  worklist: WORKLIST_ENGLISH,
  notices: {
    ...WORKLIST_NOTICES_ENGLISH,
    ...PARTNER_NOTICES_ENGLISH,
    ...BULK_NOTICES_ENGLISH,
    ...RULES_NOTICES_ENGLISH,
    ...QUALITY_ENGLISH.notices,
    ...ACCESS_ENGLISH.notices,
    ...RETENTION_ENGLISH.notices,
    ...NOTICES_ENGLISH.banners,
    ...CASE_NOTICES_ENGLISH,
    ...RECORD_NOTICES_ENGLISH,
    ...REFERRAL_ENGLISH.notices,
  },
};

export type Words = Worded<typeof ENGLISH>;

const WELSH: Words = {
  ...COMMON_WELSH,
  ...RECORD_AREAS_WELSH,
  codes: CODES_WELSH,
  audit: AUDIT_WELSH,
  quality: QUALITY_WELSH,
  oversight: OVERSIGHT_WELSH,
  access: ACCESS_WELSH,
  retention: RETENTION_WELSH,
  referral: REFERRAL_WELSH,
  referralFields: REFERRAL_FIELDS_WELSH,
  telephone: TELEPHONE_WELSH,
  selfReferral: SELF_REFERRAL_WELSH,
  partner: PARTNER_WELSH,
  thresholdCheck: CHECK_WELSH,
  bulk: BULK_WELSH,
  help: HELP_WELSH,
  noticePages: NOTICES_WELSH,
  casePage: CASE_WELSH,
  signOffQueue: SIGN_OFF_WELSH,
  rules: RULES_WELSH,
  worklist: WORKLIST_WELSH,
  notices: {
    ...WORKLIST_NOTICES_WELSH,
    ...PARTNER_NOTICES_WELSH,
    ...BULK_NOTICES_WELSH,
    ...RULES_NOTICES_WELSH,
    ...QUALITY_WELSH.notices,
    ...ACCESS_WELSH.notices,
    ...RETENTION_WELSH.notices,
    ...NOTICES_WELSH.banners,
    ...CASE_NOTICES_WELSH,
    ...RECORD_NOTICES_WELSH,
    ...REFERRAL_WELSH.notices,
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, cy: WELSH };
