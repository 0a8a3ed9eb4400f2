import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Body {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required?: boolean;
  }[];
  readonly requestBody?: Body;
  readonly responses: Readonly<Record<string, Body>>;
  readonly security?: readonly object[];
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Partial<Record<Method, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Given {
  readonly token?: string;
  readonly body?: unknown;
  /** Values of parameters of any kind, by name. */
  readonly with?: Readonly<Record<string, string>>;
}

export interface Checked<Answer> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answer;
  /** How the request or the answer breaks the document. */
  readonly breaches: readonly string[];
}

/** A client that knows nothing but an OpenAPI document, and holds both sides to it. */
export class OpenApiClient {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(
    private readonly url: string,
    readonly document: OpenApiDocument,
  ) {
    (addFormats as unknown as (target: Ajv2020) => void)(this.ajv);
    this.ajv.addSchema(document, 'openapi');
  }

  static async of(url: string): Promise<OpenApiClient> {
    const response = await fetch(`${url}/api/docs/openapi.json`);
    return new OpenApiClient(url, (await response.json()) as OpenApiDocument);
  }

  /** Every operation of the document as `method path`. */
  operations(): string[] {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
  }

  /** The operation whose request body is this component. */
  operationTaking(component: string): string {
    const wanted = `#/components/schemas/${component}`;
    const found = this.operations().find((name) => {
      const schema = this.operation(name).requestBody?.content?.['application/json']?.schema;
      return (schema as { $ref?: string } | undefined)?.$ref === wanted;
    });
    if (found === undefined) throw new Error(`No operation takes ${component}.`);
    return found;
  }

  async request<Answer>(name: string, given: Given = {}): Promise<Checked<Answer>> {
    const { parameters = [], requestBody } = this.operation(name);
    const [method = '', template = ''] = name.split(' ');
    const values = (kind: string): [string, string][] =>
      parameters
        .filter((each) => each.in === kind)
        .flatMap((each) => {
          const value = given.with?.[each.name];
          return value === undefined ? [] : [[each.name, value]];
        });
    const missing = parameters.filter((each) => each.required === true && given.with?.[each.name] === undefined);
    const path = values('path').reduce(
      (text, [key, value]) => text.replace(`{${key}}`, encodeURIComponent(value)),
      template,
    );
    const query = new URLSearchParams(values('query')).toString();
    const response = await fetch(`${this.url}${path}${query === '' ? '' : `?${query}`}`, {
      method: method.toUpperCase(),
      headers: {
        ...Object.fromEntries(values('header')),
        ...(given.token === undefined ? {} : { authorization: `Bearer ${given.token}` }),
        ...(requestBody === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    const text = await response.text();
    const body = (text === '' ? null : JSON.parse(text)) as Answer;
    return {
      status: response.status,
      headers: response.headers,
      body,
      breaches: [...missing.map((each) => `${each.name} is missing`), ...this.breachesOf(name, response, body)],
    };
  }

  /** What an operation says it answers, by status (null where it has no schema), and whether it asks for a sign-in. */
  promises(name: string): { readonly answers: Map<string, object | null>; readonly isGuarded: boolean } {
    const { responses, security = [] } = this.operation(name);
    const described = Object.entries(responses).map(([status, { content = {} }]): [string, object | null] => [
      status,
      Object.values(content)[0]?.schema ?? null,
    ]);
    return { answers: new Map(described), isGuarded: security.length > 0 };
  }

  /** Whether a request body is one that the document allows. */
  bodyFaults(name: string, body: unknown): string[] {
    return this.faults(`${this.place(name)}/requestBody/content/application~1json/schema`, body);
  }

  private operation(name: string): Operation {
    const [method = '', path = ''] = name.split(' ');
    const found = this.document.paths[path]?.[method as Method];
    if (found === undefined) throw new Error(`The document has no ${name}.`);
    return found;
  }

  private breachesOf(name: string, response: Response, body: unknown): string[] {
    const { responses } = this.operation(name);
    const status = String(response.status) in responses ? String(response.status) : 'default';
    if (response.ok && status === 'default') return [`${name} may not answer ${String(response.status)}`];
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const described = responses[status]?.content?.[type];
    if (described?.schema === undefined) return [`${name} ${status} has no schema for ${type}`];
    const escapedType = type.replaceAll('/', '~1');
    return this.faults(`${this.place(name)}/responses/${status}/content/${escapedType}/schema`, body);
  }

  private place(name: string): string {
    const [method = '', path = ''] = name.split(' ');
    return `/paths/${path.replaceAll('/', '~1')}/${method}`;
  }

  private faults(pointer: string, value: unknown): string[] {
    const reference = `openapi#${encodeURI(pointer)}`;
    const validate = this.compiled.get(reference) ?? this.ajv.compile({ $ref: reference });
    this.compiled.set(reference, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  }
}
