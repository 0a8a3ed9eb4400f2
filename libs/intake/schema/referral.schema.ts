import Type from 'typebox';
import { LEVELS } from '#domain';
import { closed, count, line, oneOf, prose, scale } from './building-blocks.ts';
import { childSchema } from './child.schema.ts';
import {
  agreementSchema,
  attachmentsSchema,
  domesticAbuseSchema,
  historySchema,
  indicatorsSchema,
  safetySchema,
} from './circumstances.schema.ts';
import { householdSchema, referrerSchema, worriesSchema } from './people.schema.ts';

export const REFERRAL_SCHEMA_ID = 'urn:front-door:schema:referral:1';

/**
 * The published JSON Schema of a referral (domain pack 3.1). Only three things are needed: who the child is or why
 * that is unknown, what the worry is, and how to reach the sender. Everything else that is missing becomes a question.
 */
export const referralSchema = Type.Object(
  {
    schemaVersion: Type.Literal('1', { description: 'Version of this schema' }),
    kind: Type.Optional(oneOf(['request', 'notification'], 'A request, or a notice that asks for nothing')),
    senderReference: Type.Optional(line('Your own reference', 60)),
    safety: Type.Optional(safetySchema),
    referrer: referrerSchema,
    children: Type.Array(childSchema, { minItems: 1, maxItems: 30, description: 'One to thirty children' }),
    household: Type.Optional(householdSchema),
    worries: worriesSchema,
    strengths: Type.Optional(prose('What is working well, and who keeps the child safe')),
    whatNeedsToHappen: Type.Optional(
      closed(
        {
          referrer: Type.Optional(prose('What you want to happen', 4_000)),
          family: Type.Optional(prose('What the family wants', 4_000)),
          child: Type.Optional(prose('What the child wants', 4_000)),
        },
        'What needs to happen.',
      ),
    ),
    scaling: Type.Optional(
      closed(
        {
          referrer: Type.Optional(scale('You')),
          parent: Type.Optional(scale('A parent')),
          child: Type.Optional(scale('The child')),
        },
        'How worried each is. Never used alone.',
      ),
    ),
    indicators: Type.Optional(indicatorsSchema),
    domesticAbuse: Type.Optional(domesticAbuseSchema),
    missingEpisodesIn90Days: Type.Optional(count('Times missing in 90 days')),
    history: Type.Optional(historySchema),
    agreement: Type.Optional(agreementSchema),
    referrerView: Type.Optional(
      closed(
        {
          level: Type.Optional(oneOf(LEVELS, 'The level you see')),
          why: Type.Optional(prose('Why', 4_000)),
        },
        'Your own view of the level of need; kept apart from what the rules propose.',
      ),
    ),
    attachments: Type.Optional(attachmentsSchema),
  },
  {
    $id: REFERRAL_SCHEMA_ID,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Referral',
    description: 'A referral to the front door, about one to thirty children.',
    additionalProperties: false,
  },
);
