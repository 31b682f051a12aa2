import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import { hadinaVersion, projectRoot } from '#core/project-root.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { exampleOf } from './example.ts';
import { moduleNames } from './module-names.ts';

type Schema = Record<string, unknown>;
interface Shapes { readonly answers: Readonly<Record<string, Schema>>; readonly shared: Readonly<Record<string, Schema>> }

/** The OpenAPI 3.1 document of every action and query: inputs from the shapes that check them, answers from the types they return. */
export function openApi(): Record<string, unknown> {
  const { answers, shared } = answerShapes();
  const schemas: Record<string, object> = { Problem: problemSchema, ...shared };
  const paths = Object.fromEntries([
    ...[...allActions().values()].map((action) => [pathOf(action), { post: operationOf(action, answers[action.fullName], schemas) }]),
    ...[...allQueries().values()].map((query) => [pathOf(query), { get: operationOf(query, answers[query.fullName], schemas) }]),
  ]);
  const modules = [...new Set([...allActions().values(), ...allQueries().values()].map(({ module }) => module))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hadina', version: hadinaVersion(), license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      description: 'Every action and every list of the house, under the same rules as its pages. A POST does, a GET reads. Times are ISO 8601 in UTC, dates are calendar dates, texts are NFC.',
    },
    servers: [{ url: '/' }],
    tags: modules.map((name) => ({ name, ...(moduleNames[name] ? { description: `${moduleNames[name].en} · ${moduleNames[name].fr} · ${moduleNames[name].ar}` } : {}) })),
    paths,
    components: { schemas, headers, responses: sharedResponses, parameters: sharedParameters, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

let read: Shapes | undefined;

/** What each answer looks like, written by `npm run response-shapes` from the compiler's own types. */
const answerShapes = (): Shapes => (read ??= JSON.parse(readFileSync(join(projectRoot(), 'src/apps/api/response-shapes.json'), 'utf8')) as Shapes);

const pathOf = ({ fullName }: Action | Query): string => `/api/v1/${fullName.replace('.', '/')}`;

const problemSchema = {
  type: 'object', description: 'RFC 9457; the reason in the language of Accept-Language (ar, fr, en)', required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' }, title: { type: 'string', description: 'The code, e.g. desk.already-called' }, status: { type: 'integer' }, detail: { type: 'string' },
    reference: { type: 'string', description: 'A number to read aloud when the fault is ours' }, retry_after: { type: 'integer', description: 'Seconds' },
    errors: { type: 'array', items: { type: 'object', required: ['field', 'reason'], properties: { field: { type: 'string' }, reason: { type: 'string' } } } },
  },
};

const whole = (description: string) => ({ description, schema: { type: 'integer' } });
const headers = {
  'RateLimit-Limit': whole('Requests a minute'), 'RateLimit-Remaining': whole('Requests left in this minute'), 'RateLimit-Reset': whole('Seconds until it begins anew'),
  'Retry-After': whole('Seconds to wait'), 'X-Total-Count': whole('How many there are in all, when a page of a list was asked for'), Link: { description: 'rel=next and rel=prev, when a page of a list was asked for', schema: { type: 'string' } },
};
const limits = Object.fromEntries(['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const problem = (description: string, more: object = {}) => ({ description, ...more, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
const sharedResponses = {
  Token: problem('The token is not one, ended, or was taken back'),
  Refused: problem('Not for this role, or not without signing in'),
  Absent: problem('Absent or hidden: the same answer'),
  KeyReused: problem('The same Idempotency-Key with another body'),
  TooMany: problem('Too many requests', { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } }),
  NotJson: problem('The body is not application/json'),
};
const sharedParameters = {
  IdempotencyKey: { name: 'Idempotency-Key', in: 'header', required: false, description: 'A UUID made by the caller: sent again, it is answered again and done once', schema: { type: 'string', format: 'uuid' } },
  AcceptLanguage: { name: 'Accept-Language', in: 'header', required: false, description: 'ar, fr or en: the language of reasons', schema: { type: 'string' } },
};
const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

function operationOf(asked: Action | Query, answer: Schema = {}, schemas: Record<string, object>): Record<string, unknown> {
  const rule = ruleOf(asked.fullName);
  const acts = asked.kind === 'action';
  const shape = shapeOf(asked, schemas);
  const refusals = (asked.spec.refuses ?? []).map((code) => `${asked.module}.${code}`);
  return {
    operationId: asked.fullName, summary: asked.spec.says, tags: [asked.module], ...(rule?.reach === 'public' ? {} : { security: [{ token: [] }] }),
    ...(acts
      ? { parameters: [ref('parameters', 'IdempotencyKey'), ref('parameters', 'AcceptLanguage')], requestBody: { required: true, content: { 'application/json': { schema: shape, example: exampleOf(shape, schemas) } } } }
      : { parameters: [...parametersOf(shape), ...pagesOf(shape, answer), ref('parameters', 'AcceptLanguage')] }),
    responses: {
      200: { description: acts ? 'Done' : 'Found', headers: limits, content: { 'application/json': { schema: answer } } },
      401: ref('responses', 'Token'), 403: ref('responses', 'Refused'), 404: ref('responses', 'Absent'),
      ...(acts ? { 409: ref('responses', 'KeyReused'), 415: ref('responses', 'NotJson') } : {}),
      422: problem(`Not understood (core.invalid-input)${refusals.length ? `, or refused: ${refusals.join(', ')}` : ''}`),
      429: ref('responses', 'TooMany'),
    },
  };
}

interface ObjectSchema extends Schema {
  properties?: Record<string, Schema>;
  required?: string[];
  $defs?: Record<string, object>;
}

/**
 * The shape as JSON Schema. What a form may leave empty is not required here either. Parts that refer to themselves go to
 * the document's own schemas: a reference means the whole document, not the shape it stands in.
 */
function shapeOf({ fullName, spec: { input } }: Action | Query, schemas: Record<string, object>): ObjectSchema {
  const text = JSON.stringify(z.toJSONSchema(input, { io: 'output', unrepresentable: 'any' }));
  const { $defs = {}, $schema: _, ...schema } = JSON.parse(text.replaceAll('"#/$defs/', `"#/components/schemas/${fullName}.`)) as ObjectSchema;
  for (const [name, part] of Object.entries($defs)) schemas[`${fullName}.${name}`] = part;
  const fields = input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {};
  return { ...schema, required: schema.required?.filter((name) => !fields[name]?.safeParse(undefined).success) ?? [] };
}

const parametersOf = ({ properties = {}, required = [] }: ObjectSchema): object[] =>
  Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));

/** A list that has no pages of its own can be asked for page by page. */
const pagesOf = ({ properties = {} }: ObjectSchema, answer: Schema): object[] =>
  answer.type !== 'array' || 'page' in properties ? [] : [
    { name: 'page', in: 'query', required: false, schema: { type: 'integer', minimum: 1 } },
    { name: 'per_page', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 500 } },
  ];
