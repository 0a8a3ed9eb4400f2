import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { KeepClocks } from '#clocks';
import { FoldWorklistCounts, ReleaseIdleClaims } from '#decisions';
import { RemoveExpiredDrafts } from '#drafts';
import { NudgeAgencies } from '#enquiries';
import { ForgetUploads, NameEarlierPeople, ScanAttachments } from '#intake';
import { authorityIds } from '#nation-packs';
import { DeliverMessages, DeliverWebhooks } from '#notifications';
import { KeepRetention } from '#retention';
import { ForgetExpired } from '#sign-in';
import { RewrapKeys } from '#vault';

/** One kind of work that may wait a moment. Finds its own work in PostgreSQL, and is safe to run twice. */
interface Housekeeper {
  execute(): Promise<void>;
}

/** Those who need nothing to be told, by a code for the log. */
const KEEPERS: Readonly<Record<string, Type<Housekeeper>>> = {
  forget_expired: ForgetExpired,
  remove_expired_drafts: RemoveExpiredDrafts,
  forget_uploads: ForgetUploads,
  deliver_webhooks: DeliverWebhooks,
  deliver_messages: DeliverMessages,
  keep_retention: KeepRetention,
  keep_clocks: KeepClocks,
  nudge_agencies: NudgeAgencies,
  name_earlier_people: NameEarlierPeople,
  fold_worklist_counts: FoldWorklistCounts,
  release_idle_claims: ReleaseIdleClaims,
};

/** Everybody who keeps house, by a code for the log. */
@Injectable()
export class Housekeepers {
  readonly all: Readonly<Record<string, Housekeeper>>;

  constructor(modules: ModuleRef, rewrapKeys: RewrapKeys, scanAttachments: ScanAttachments) {
    // Looked up when they are wanted: while this is being made, they may not have what they need yet.
    const found = Object.entries(KEEPERS).map(([code, keeper]): [string, Housekeeper] => [
      code,
      { execute: () => modules.get(keeper, { strict: false }).execute() },
    ]);
    this.all = {
      rewrap_keys: { execute: () => rewrapKeys.execute(authorityIds()) },
      scan_attachments: { execute: () => scanAttachments.begin() },
      ...Object.fromEntries(found),
    };
  }
}
