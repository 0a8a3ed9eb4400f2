import type { RestrictionReason } from '#case-access';

const REASONS: Readonly<Record<RestrictionReason, string>> = {
  staff_family: 'Somebody in it is related to a member of staff',
  adoption: 'Adoption',
  witness_protection: 'Witness protection',
  mappa: 'Arrangements for dangerous offenders (MAPPA)',
  other: 'Another reason',
};

/** Who may see a record at all. */
export const RESTRICTION_ENGLISH = {
  title: 'Restriction',
  open: 'This referral is not restricted. Everybody whose role allows it can see it.',
  closed: 'This referral is restricted. Nobody but the people named here can see it, in no list and in no search.',
  inherited: 'It was restricted when it came in, because an earlier referral about the same child was.',
  reasons: REASONS,
  why: 'Why',
  by: 'Restricted by',
  at: 'Since',
  peopleTitle: 'Who can see it',
  restrict: 'Restrict this referral',
  name: 'Name somebody else',
  takeOff: 'Take somebody off',
  lift: 'Lift the restriction',
  reason: 'Why?',
  reasonHint: 'For the record.',
  reasonMissing: 'Say why',
  unknown: 'One of these people has never signed in here. Choose somebody else',
  nobodyLeft: 'Somebody who can decide must be left: name a social worker or manager',
  restrictForm: {
    title: 'Restrict this referral',
    lead: 'It closes every case of this referral to everybody but you and the people you name.',
    code: 'Why is it restricted?',
    codeMissing: 'Select why it is restricted',
    people: 'Who keeps access, besides you?',
    peopleHint: 'People who have signed in lately.',
    reason: 'Say more for the record',
    send: 'Restrict it',
  },
  nameForm: {
    title: 'Name somebody else',
    person: 'Whom do you name?',
    personMissing: 'Select whom you name',
    send: 'Name this person',
  },
  takeOffForm: {
    title: 'Take somebody off',
    person: 'Whom do you take off?',
    personMissing: 'Select whom you take off',
    send: 'Take this person off',
  },
  liftForm: {
    title: 'Lift the restriction',
    lead: 'Everybody whose role allows it can see this referral again. Other referrals about the same child stay as they are.',
    send: 'Lift the restriction',
  },
};
