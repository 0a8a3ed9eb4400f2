import { Inject, Injectable } from '@nestjs/common';
import { localDateOf } from '#deadlines';
import {
  asId,
  type AuthorityId,
  type Clock,
  DomainError,
  type Language,
  type ReferralId,
  type Referrer,
} from '#domain';
import { ReferralRepository, type StoredReferral } from '#intake';
import { ContactPoints } from '#messages';
import { type AuthorityPack, authorityPack, mayShareWith } from '#nation-packs';
import { CLOCK, type Tx } from '#platform';
import { languagesOf } from '../words/languages-of.ts';
import type { ChannelKind, ClaimedDelivery, WithheldCode } from './delivery.ts';
import { unsafeToWrite } from './safe-contact.ts';

/** Where somebody can be reached, best first; looked up for one attempt and kept nowhere. */
export interface Found {
  readonly addresses: readonly { readonly kind: ChannelKind; readonly to: string }[];
  readonly languages: readonly [Language, ...Language[]];
  /** Family, children and the public get limited words. */
  readonly isPublic: boolean;
}

export type FoundOrWithheld = Found | { readonly withheld: WithheldCode };

const UK_MOBILE = /^(?:\+44|0044|0)7\d{9}$/;

/** Looks up where the recipients of deliveries are reached, and whether they may be. */
@Injectable()
export class FindAddress {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly contactPoints: ContactPoints,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For deliveries of one authority, in their order. */
  async execute(tx: Tx, dues: readonly ClaimedDelivery[]): Promise<FoundOrWithheld[]> {
    const referrals = await this.referralsOf(tx, dues);
    return Promise.all(
      dues.map(async (due) => {
        const found = await this.find(tx, due, referrals);
        return 'withheld' in found || found.addresses.length > 0 ? found : { withheld: 'no_address' };
      }),
    );
  }

  /** Those whose sender is written to. */
  private async referralsOf(tx: Tx, dues: readonly ClaimedDelivery[]): Promise<readonly StoredReferral[]> {
    const written = dues.filter(({ recipient }) => recipient === 'sender');
    const ids = [...new Set(written.flatMap(({ referralId }) => referralId ?? []))];
    const [first] = written;
    if (first === undefined) return [];
    return this.referrals.ofIds(tx, asId<AuthorityId>(first.authorityId), ids.map(asId<ReferralId>));
  }

  private find(
    tx: Tx,
    due: ClaimedDelivery,
    referrals: readonly StoredReferral[],
  ): Promise<FoundOrWithheld> | FoundOrWithheld {
    const pack = authorityPack(due.authorityId);
    switch (due.recipient) {
      case 'sender':
        return this.sender(due, referrals, pack);
      case 'person':
        return this.person(tx, due, pack);
      case 'agency':
        return official(pack, emailOf(pack.agencies.find(({ id }) => id === due.toId)?.email));
      case 'team': {
        const ofQueue = pack.queues.find(({ id }) => id === due.toQueue)?.email;
        return official(pack, emailOf(ofQueue ?? pack.frontDoor.email));
      }
      case 'emergency_duty_team': {
        const { mobile, email } = pack.emergencyDutyTeam;
        return official(pack, [...mobileOf(mobile), ...emailOf(email)]);
      }
    }
  }

  private sender(due: ClaimedDelivery, referrals: readonly StoredReferral[], pack: AuthorityPack): FoundOrWithheld {
    const referral = referrals.find(({ id }) => id === due.referralId);
    if (referral === undefined) throw new DomainError('not_found', 'The referral that a message is about is gone.');
    const { document, agencyId, authorityId } = referral;
    const { referrer } = document;
    if (referrer.anonymous === true) return { withheld: 'anonymous' };
    const unsafe = due.isReleased ? null : unsafeToWrite(document);
    if (unsafe !== null) return { withheld: unsafe };
    if (referrer.capacity !== 'professional') return ownAddress(referrer, pack);
    const today = localDateOf(this.clock.now().getTime());
    if (due.template === 'outcome' && !mayShareWith({ authorityId, agencyId }, 'outcome', today)) {
      return { withheld: 'no_sharing_agreement' };
    }
    return official(pack, emailOf(atAgency(pack, agencyId, referrer)));
  }

  private async person(tx: Tx, due: ClaimedDelivery, pack: AuthorityPack): Promise<FoundOrWithheld> {
    const contact = await this.contactPoints.find(tx, due.authorityId, due.personId ?? '');
    if (contact === null) return { withheld: 'no_address' };
    const addresses = [...emailOf(contact.email ?? undefined), ...mobileOf(contact.mobile ?? undefined)];
    const languages = contact.language === null ? languagesOf(pack) : ([contact.language] as const);
    return { addresses, languages, isPublic: false };
  }
}

/** A professional is reached at work: at the address they gave if it is their agency's, else at the agency's own. */
function atAgency(pack: AuthorityPack, agencyId: string, { email }: Referrer): string | undefined {
  const agency = pack.agencies.find(({ id }) => id === agencyId);
  const domain = agency?.emailDomain?.toLowerCase();
  const given = email?.toLowerCase().split('@').at(-1);
  return domain !== undefined && given === domain ? email : agency?.email;
}

function ownAddress({ email, phone }: Referrer, pack: AuthorityPack): FoundOrWithheld {
  const addresses = [...emailOf(email), ...mobileOf(phone)];
  if (addresses.length === 0 && phone !== undefined) return { withheld: 'telephone_only' };
  return { addresses, languages: languagesOf(pack), isPublic: true };
}

function official(pack: AuthorityPack, addresses: Found['addresses']): Found {
  return { addresses, languages: languagesOf(pack), isPublic: false };
}

function emailOf(address: string | undefined): Found['addresses'] {
  return address === undefined || !/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(address) ? [] : [{ kind: 'email', to: address }];
}

function mobileOf(number: string | undefined): Found['addresses'] {
  const plain = number?.replaceAll(/[\s()./-]/g, '') ?? '';
  return UK_MOBILE.test(plain) ? [{ kind: 'sms', to: plain }] : [];
}
