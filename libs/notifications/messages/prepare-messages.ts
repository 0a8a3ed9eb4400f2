import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#domain';
import { authorityPack } from '#nation-packs';
import { CLOCK, Environment, type Tx } from '#platform';
import type { Channel } from '../channels/channel.ts';
import { Channels } from '../channels/channels.ts';
import { type MessageSubject, subjectOf } from '../store/message-facts.query.ts';
import { othersOfDigest } from '../store/message-work.query.ts';
import { composeMessage, type ComposedMessage, type MessageFields } from '../words/compose-message.ts';
import { type Reader, recordPage } from '../words/record-page.ts';
import type { Worded } from '../words/wording.ts';
import type { ClaimedDelivery, WithheldCode } from './delivery.ts';
import { FindAddress, type Found } from './find-address.ts';

/** A message ready to go. `others`: deliveries of the same digest that it tells of as well. */
export interface Prepared {
  readonly channel: Channel;
  readonly to: string;
  readonly message: ComposedMessage;
  readonly others: readonly string[];
}

export type PreparedOrWithheld = Prepared | { readonly withheld: WithheldCode };

/** Finds address, way and words for an attempt at each of some deliveries. */
@Injectable()
export class PrepareMessages {
  constructor(
    private readonly findAddress: FindAddress,
    private readonly channels: Channels,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one authority, in their order. */
  async execute(tx: Tx, dues: readonly ClaimedDelivery[]): Promise<PreparedOrWithheld[]> {
    const all = await this.findAddress.execute(tx, dues);
    return Promise.all(
      dues.map(async (due, at): Promise<PreparedOrWithheld> => {
        const found = all[at] ?? NOWHERE;
        return 'withheld' in found ? found : this.worded(tx, due, found);
      }),
    );
  }

  private async worded(tx: Tx, due: ClaimedDelivery, found: Found): Promise<PreparedOrWithheld> {
    const way = this.wayTo(found);
    if (way === null) return { withheld: 'no_channel' };
    const others = due.digest ? await othersOfDigest(tx, due, this.clock.now()) : [];
    const about = await subjectOf(tx, due);
    const references = [about.reference, ...others.map((other) => other.about)].filter((each) => each !== null);
    const fields: MessageFields = {
      references: [...new Set(references)],
      link: new URL(others.length > 0 ? '/notices' : pageOf(due, about), this.environment.PUBLIC_URL).href,
      dueAt: about.dueAt,
      authority: authorityPack(due.authorityId),
    };
    const message = composeMessage(wordedOf(due, found, others.length), found.languages, fields);
    return { ...way, message, others: others.map(({ id }) => id) };
  }

  /** The first address that there is a way to. */
  private wayTo({ addresses }: Found): Pick<Prepared, 'channel' | 'to'> | null {
    for (const { kind, to } of addresses) {
      const channel = this.channels.of(kind);
      if (channel !== null) return { channel, to };
    }
    return null;
  }
}

const NOWHERE = { withheld: 'no_address' } as const;

/** Where the recipient reads it. */
function pageOf(due: ClaimedDelivery, { referralReference, agencyId }: MessageSubject): string {
  return recordPage({ ...due, referralReference }, readerOf(due, agencyId));
}

function readerOf({ recipient, template, toId }: ClaimedDelivery, senderAgency: string | null): Reader {
  if (recipient === 'sender') return 'sender';
  if (recipient !== 'agency') return 'staff';
  if (template === 'enquiry_requested' || template === 'enquiry_nudge') return 'asked_agency';
  return toId === senderAgency ? 'sender' : 'other_agency';
}

function wordedOf({ template }: ClaimedDelivery, { isPublic }: Found, others: number): Worded {
  if (others > 0) return 'digest';
  if (isPublic && template === 'acknowledgement') return 'acknowledgement_to_public';
  return isPublic && template === 'outcome' ? 'outcome_to_public' : template;
}
