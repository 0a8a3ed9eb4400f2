/** What happened, in English and Welsh; `{name}` is a code of the entry in words. */
export const WHAT_HAPPENED = {
  referral: { en: 'Referral received', cy: 'Derbyniwyd atgyfeiriad' },
  notification: { en: 'Notification received', cy: 'Derbyniwyd hysbysiad' },
  incident: { en: 'Reported to have happened', cy: 'Adroddwyd iddo ddigwydd' },
  time_critical: { en: 'Somebody had to act by now', cy: 'Roedd yn rhaid i rywun weithredu erbyn hyn' },
  proposed: {
    en: 'The rules proposed: {level}, urgency {urgency}',
    cy: 'Cynigiodd y rheolau: {level}, brys {urgency}',
  },
  decided: { en: 'Decided: {outcome}, urgency {urgency}', cy: 'Penderfynwyd: {outcome}, brys {urgency}' },
  signed: { en: 'Decision signed off', cy: 'Cymeradwywyd y penderfyniad' },
  returned: { en: 'Decision returned', cy: 'Dychwelwyd y penderfyniad' },
  moved: { en: 'Moved from {from} to {to}', cy: 'Symudwyd: {from} → {to}' },
  milestone: { en: '{milestone}', cy: '{milestone}' },
  learned: { en: 'New information', cy: 'Gwybodaeth newydd' },
  learned_withdrawn: { en: 'What was learned was withdrawn', cy: 'Tynnwyd yn ôl yr hyn a ddysgwyd' },
  enquiry_sent: { en: 'Enquiry sent to {agency}', cy: 'Anfonwyd ymholiad at {agency}' },
  enquiry_answered: { en: '{agency} answered: {reply}', cy: 'Atebodd {agency}: {reply}' },
  enquiry_withdrawn: { en: 'Enquiry to {agency} withdrawn', cy: 'Tynnwyd yn ôl yr ymholiad at {agency}' },
  challenge: { en: '{kind}, stage {stage}: {step}', cy: '{kind}, cam {stage}: {step}' },
  event: { en: '{kind}', cy: '{kind}' },
} as const;
export type WhatCode = keyof typeof WHAT_HAPPENED;
