import { Injectable } from '@nestjs/common';
import { ForgetRows } from '#platform';

/** Removes uploads whose time is over, with their rows. */
@Injectable()
export class ForgetUploads extends ForgetRows {
  protected readonly statements = ['DELETE FROM bulk_upload WHERE expires_at < now()'];
}
