/** By which way a referral came: from a partner's system, the form, a call, the public's form, a file of notices. */
export type ReferralChannel = 'system' | 'form' | 'telephone' | 'self_referral' | 'upload';
