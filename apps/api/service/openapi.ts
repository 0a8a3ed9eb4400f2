import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ERROR_CATALOGUE } from '#domain';
import { referralSchema } from '#intake';
import { type Environment, PROBLEM_MEDIA_TYPE } from '#platform';
import { webhookMessageSchema, webhookOperations } from '../webhooks/webhook-message.schema.ts';

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'Problem document (RFC 9457).',
  required: ['type', 'title', 'status', 'detail', 'code', 'remedy', 'instance', 'correlationId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(ERROR_CATALOGUE) },
    remedy: { type: 'string', description: 'What to do about it' },
    instance: { type: 'string' },
    correlationId: { type: 'string', format: 'uuid' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer' },
          message: { type: 'string' },
          line: { type: 'integer', description: 'Line of a file that was sent, from 1' },
          column: { type: 'integer' },
        },
      },
    },
  },
};

/** Serves the OpenAPI 3.1 document and its reading page under /api/docs; it is written when somebody first asks for it. */
export function serveOpenApi(app: NestFastifyApplication, environment: Environment): void {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app, environment), {
    jsonDocumentUrl: 'api/docs/openapi.json',
    customSiteTitle: 'Front Door API',
    swaggerOptions: {
      initOAuth: { clientId: 'front-door-docs', usePkceWithAuthorizationCodeGrant: true },
      oauth2RedirectUrl: `${environment.PUBLIC_URL}/api/docs/oauth2-redirect.html`,
    },
  });
}

function openApiOf(app: NestFastifyApplication, environment: Environment): OpenAPIObject {
  const document = completed(SwaggerModule.createDocument(app, headOf(environment)));
  const {
    $schema: _dialect,
    $id: _id,
    ...referral
  } = referralSchema as typeof referralSchema & Record<string, unknown>;
  document.components = {
    ...document.components,
    schemas: {
      ...document.components?.schemas,
      Referral: referral as object,
      Problem: PROBLEM_SCHEMA,
      WebhookMessage: webhookMessageSchema,
    },
  };
  document.webhooks = webhookOperations();
  return document;
}

function headOf({ PUBLIC_URL, OIDC_ISSUER }: Environment) {
  return new DocumentBuilder()
    .setTitle('Front Door')
    .setDescription('Early-help front-door referral triage. The rules propose; a person decides.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(PUBLIC_URL)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addSecurity('oidc', {
      type: 'openIdConnect',
      openIdConnectUrl: `${OIDC_ISSUER}/.well-known/openid-configuration`,
    })
    .build();
}

const VERSIONED =
  /^\/api\/v1\/(cases\/\{id\}(?!\/access-events|\/prints|\/audit|\/evidence|\/explanation|\/subject-access|\/chronology(?!\/analysis)|\/enquir|\/challenges|\/family-reviews)|rule-sets\/\{id\}($|\/rules|\/approval|\/activations)|webhooks\/\{webhook\}($|\/secret))/;
const ETAG = {
  ETag: { description: 'Version of the record, to send back as If-Match', schema: { type: 'string' as const } },
};

/** What holds for many operations, said once: problem documents, both ways to sign in, the ETag of a record. */
function completed(document: OpenAPIObject): OpenAPIObject {
  const content = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const [address, path] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation === undefined) continue;
      if (VERSIONED.test(address))
        for (const answer of Object.values(operation.responses)) Object.assign(answer ?? {}, { headers: ETAG });
      operation.responses['default'] = { description: 'A problem', content };
      if (operation.security !== undefined) operation.security.push({ oidc: ['openid'] });
    }
  }
  return document;
}
