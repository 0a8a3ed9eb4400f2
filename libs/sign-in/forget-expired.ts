import { Injectable } from '@nestjs/common';
import { ForgetRows } from '#platform';

/** Removes attempts and held forms that are over, and sessions a day after their end. */
@Injectable()
export class ForgetExpired extends ForgetRows {
  protected readonly statements = [
    'DELETE FROM sign_in_attempt WHERE expires_at < now()',
    'DELETE FROM held_form WHERE expires_at < now()',
    `DELETE FROM session WHERE expires_at < now() - interval '1 day'`,
  ];
}
