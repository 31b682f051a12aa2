import { z } from 'zod';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import { hadinaVersion } from '#core/project-root.ts';
import { ruleOf } from '#core/policy/rule.ts';

/** The OpenAPI 3.1 document of every action and query, made from the same shapes that check the input. */
export function openApi(): Record<string, unknown> {
  const schemas: Record<string, object> = {};
  const paths = Object.fromEntries([
    ...[...allActions().values()].map((action) => [pathOf(action), { post: { ...common(action), requestBody: { required: true, content: { 'application/json': { schema: shapeOf(action, schemas) } } } } }]),
    ...[...allQueries().values()].map((query) => [pathOf(query), { get: { ...common(query), parameters: parametersOf(query, schemas) } }]),
  ]);
  return { openapi: '3.1.0', info: { title: 'Hadina', version: hadinaVersion() }, paths, components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } };
}

const pathOf = ({ fullName }: Action | Query): string => `/api/v1/${fullName.replace('.', '/')}`;

function common(asked: Action | Query): Record<string, unknown> {
  const open = ruleOf(asked.fullName)?.reach === 'public';
  return {
    operationId: asked.fullName, summary: asked.spec.says, tags: [asked.module], ...(open ? {} : { security: [{ token: [] }] }),
    responses: { 200: { description: 'done' }, 422: { description: 'refused, with the reason (problem+json)' }, 404: { description: 'absent or hidden' } },
  };
}

interface ObjectSchema {
  properties?: Record<string, object>;
  required?: string[];
  $defs?: Record<string, object>;
}

/**
 * The shape as JSON Schema. What a form may leave empty is not required here either. Parts that refer to themselves go to
 * the document's own schemas: a reference means the whole document, not the shape it stands in.
 */
function shapeOf({ fullName, spec: { input } }: Action | Query, schemas: Record<string, object>): ObjectSchema {
  const written = JSON.stringify(z.toJSONSchema(input, { io: 'output', unrepresentable: 'any' }));
  const { $defs = {}, ...schema } = JSON.parse(written.replaceAll('"#/$defs/', `"#/components/schemas/${fullName}.`)) as ObjectSchema;
  for (const [name, part] of Object.entries($defs)) schemas[`${fullName}.${name}`] = part;
  const fields = input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {};
  return { ...schema, required: schema.required?.filter((name) => !fields[name]?.safeParse(undefined).success) };
}

function parametersOf(query: Query, schemas: Record<string, object>): object[] {
  const { properties = {}, required = [] } = shapeOf(query, schemas);
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}
