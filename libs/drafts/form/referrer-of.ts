import type { Referrer } from '#domain';
import type { DraftChannel } from '../draft.ts';
import { type Given, given } from './given.ts';

/** Who a referral is from, by the form it was written in. */
export function referrerOf(from: Given, channel: DraftChannel, organisation: string | null): Referrer {
  const capacity = capacityOf(from, channel);
  const isAnonymous = capacity === 'public' && from.is('caller-anonymous', 'yes');
  const isChild = channel === 'self_referral' && capacity === 'child';
  const ownName = [from.text('child-1-givenName'), from.text('child-1-familyName')].filter(Boolean).join(' ');
  return given<Referrer>({
    capacity,
    anonymous: isAnonymous ? true : undefined,
    name: isChild ? ownName : from.text('sender-name'),
    role: capacity === 'professional' ? from.text('sender-role') : undefined,
    organisation: capacity === 'professional' ? (organisation ?? undefined) : undefined,
    phone: from.text('sender-phone'),
    email: from.text('sender-email'),
    relationship: from.text('sender-relationship') ?? relationshipOf(from, channel),
    wantsAnonymityFromFamily: wishOf(from),
    safeContact: safeContactOf(from, channel),
    safeguardingLeadConsultedOn: from.is('sender-lead', 'yes') ? from.day('sender-lead-on') : undefined,
  });
}

function capacityOf(from: Given, channel: DraftChannel): Referrer['capacity'] {
  switch (channel) {
    case 'form':
      return 'professional';
    case 'telephone':
      return from.oneOf<Referrer['capacity']>('caller') ?? 'public';
    case 'self_referral':
      return from.is('who', 'child') ? 'child' : from.is('who', 'friend') ? 'public' : 'family';
  }
}

/** In the words of the schema's reader: people, not machines, look at it. */
function relationshipOf(from: Given, channel: DraftChannel): string | undefined {
  if (channel !== 'self_referral') return undefined;
  return from.is('who', 'parent') ? 'Parent' : from.is('who', 'relative') ? 'Relative' : undefined;
}

function wishOf(from: Given): boolean | undefined {
  if (from.is('sender-hidden', 'yes')) return true;
  return from.is('sender-hidden', 'no') ? false : undefined;
}

/** Nobody who asks for help is written to before a person has looked, unless they say that it is safe. */
function safeContactOf(from: Given, channel: DraftChannel): string | undefined {
  const said = from.text('contact-how');
  if (channel !== 'self_referral' || from.is('contact-safe', 'yes')) return said;
  const unsafe = from.is('contact-safe', 'no')
    ? 'Not safe to call or write.'
    : 'Not known whether it is safe to call or write.';
  return said === undefined ? unsafe : `${unsafe} ${said}`;
}
