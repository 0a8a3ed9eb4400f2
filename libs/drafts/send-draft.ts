import { Injectable } from '@nestjs/common';
import { type Actor, type AgencyId, asId, DomainError } from '#domain';
import { type Receipt, SubmitReferral } from '#intake';
import { agencyOf, authorityPack, profileOf } from '#nation-packs';
import { textIn } from './content/fields.ts';
import { type Draft, type DraftOwner, familyActor } from './draft.ts';
import { DraftDesk } from './draft-desk.ts';
import { documentOf } from './form/document-of.ts';
import { faultsOf } from './form/faults-of.ts';
import { pagesOf } from './form/pages-of.ts';
import { SenderRepository } from './store/sender.repository.ts';

/** What is taken over into the next draft of the same person. */
const REMEMBERED = ['sender-name', 'sender-role', 'sender-phone', 'sender-email'];

/**
 * Sends a draft as a referral. The draft's id is its key: however often it is sent, one referral comes of it, and the
 * draft ends in the same transaction.
 */
@Injectable()
export class SendDraft {
  constructor(
    private readonly desk: DraftDesk,
    private readonly senders: SenderRepository,
    private readonly submit: SubmitReferral,
  ) {}

  /**
   * The receipt; of a draft that was sent before, the first one again.
   * @throws DomainError `not_found`, `action_not_available` (it was abandoned or has run out), `validation_failed`.
   */
  async execute(owner: DraftOwner | Actor, id: string): Promise<Receipt> {
    const draft = await this.desk.inTransaction(owner, (tx) => this.desk.open(tx, owner, id));
    if (draft.receipt !== null) return draft.receipt;
    if (draft.ended !== null) throw new DomainError('action_not_available', 'The draft was removed.');
    requireComplete(draft);
    return this.send(owner, draft);
  }

  private async send(owner: DraftOwner | Actor, draft: Draft): Promise<Receipt> {
    const agency = agencyFor(owner, draft);
    const redLines = profileOf(owner.authorityId).redLineIndicators;
    const { channel, content } = draft;
    const document = documentOf({ channel, fields: content.fields, organisation: agency.name, redLines });
    const { receipt } = await this.submit.execute({
      actor: 'roles' in owner ? owner : familyActor(owner, agency.id),
      ...{ body: Buffer.from(JSON.stringify(document)), parsed: document, idempotencyKey: draft.id, channel },
      ...(channel === 'form' ? {} : { onBehalfOf: agency.id }),
      alongside: async (tx, made) => {
        const at = this.desk.now();
        await this.desk.drafts.markSent(tx, draft, made, at);
        if (channel === 'form') await this.senders.keep(tx, owner, rememberedOf(draft), at);
      },
    });
    return receipt;
  }
}

/** Who the referral is from: the writer's own agency, the caller's, or the authority's families. */
function agencyFor(owner: DraftOwner | Actor, { channel, content }: Draft): { id: AgencyId; name: string | null } {
  const { agencies } = authorityPack(owner.authorityId);
  const named = (id: string | undefined) => ({
    id: asId<AgencyId>(id ?? ''),
    name: agencyOf(owner.authorityId, id ?? '')?.name ?? null,
  });
  switch (channel) {
    case 'form':
      return named('roles' in owner ? (owner.agencyId ?? undefined) : undefined);
    case 'self_referral':
      return named(agencies.find(({ type }) => type === 'family')?.id);
    case 'telephone': {
      const caller = textIn(content.fields, 'caller');
      if (caller === 'professional') return named(textIn(content.fields, 'caller-agency'));
      const type = caller === 'public' ? 'contact_centre' : 'family';
      return named(agencies.find((agency) => agency.type === type)?.id);
    }
  }
}

/** @throws DomainError `validation_failed`: the page that shows all answers names every fault before. */
function requireComplete({ authorityId, channel, content: { fields } }: Draft): void {
  const pages = pagesOf(channel, fields, profileOf(authorityId).redLineIndicators);
  const faults = pages.flatMap((page) => faultsOf(page, fields));
  if (faults.length === 0) return;
  const named = faults.map(({ name, code }) => ({ pointer: `/${name}`, message: code }));
  throw new DomainError('validation_failed', 'Some answers of the draft need mending.', named);
}

function rememberedOf({ content: { fields } }: Draft): Record<string, string> {
  return Object.fromEntries(REMEMBERED.map((name) => [name, textIn(fields, name)]));
}
