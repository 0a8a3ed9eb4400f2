import { Injectable } from '@nestjs/common';
import { ScanAttachments } from '#intake';
import { authorityIds } from '#nation-packs';
import { DeliverWebhooks } from '#notifications';
import { KeepRetention } from '#retention';
import { ForgetExpired } from '#sign-in';
import { RewrapKeys } from '#vault';

/** One kind of work that may wait a moment. Finds its own work in PostgreSQL, and is safe to run twice. */
interface Housekeeper {
  execute(): Promise<void>;
}

/** Everybody who keeps house, by a code for the log. */
@Injectable()
export class Housekeepers {
  readonly all: Readonly<Record<string, Housekeeper>>;

  constructor(
    rewrapKeys: RewrapKeys,
    forgetExpired: ForgetExpired,
    deliverWebhooks: DeliverWebhooks,
    scanAttachments: ScanAttachments,
    keepRetention: KeepRetention,
  ) {
    this.all = {
      rewrap_keys: { execute: () => rewrapKeys.execute(authorityIds()) },
      forget_expired: forgetExpired,
      deliver_webhooks: deliverWebhooks,
      scan_attachments: { execute: () => scanAttachments.begin() },
      keep_retention: keepRetention,
    };
  }
}
