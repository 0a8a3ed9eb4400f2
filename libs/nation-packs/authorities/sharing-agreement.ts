import type { YamlNode } from '../yaml-node.ts';

/** What a data-sharing agreement can cover: how a case stands and ended, why, and what the front door asks about a child. */
const SHARING_PURPOSES = ['outcome', 'explanation', 'enquiry'] as const;
export type SharingPurpose = (typeof SHARING_PURPOSES)[number];

/** What an authority and an agency have agreed to tell, and until when. */
export interface SharingAgreement {
  /** Last day on which it holds. */
  readonly until: string;
  readonly purposes: readonly SharingPurpose[];
}

export function parseSharingAgreement(node: YamlNode): SharingAgreement {
  node.only('until', 'purposes');
  const purposes = node.get('purposes').list();
  return { until: node.get('until').date(), purposes: purposes.map((each) => each.oneOf(SHARING_PURPOSES)) };
}
