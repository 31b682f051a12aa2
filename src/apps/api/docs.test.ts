import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { allActions, allQueries } from '#core/action.ts';
import { newId } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { projectRoot } from '#core/project-root.ts';
import { createToken } from '#modules/network/sign-in/create-token.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { openApi } from './openapi.ts';

const run = promisify(execFile);

it('the three examples of docs/api.md do what is written there', async () => {
  const examples = [...readFileSync(join(projectRoot(), 'docs', 'api.md'), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);
  expect(examples).toHaveLength(3);
  const world = await openHub();
  const { origin, stop } = await (await openWeb(world)).listen();
  try {
    const { token } = await act(world.house, world.console, createToken, { role: 'desk_officer', hub: world.hub, name: 'example' });
    const env = { ...process.env, HADINA: origin, TOKEN: token, KEY: newId() };
    const curl = async (example: string) => (await run('sh', ['-c', example], { env })).stdout;
    expect(JSON.parse(await curl(examples[0]!))).toEqual([expect.objectContaining({ id: world.hub })]);
    const [first, again] = [JSON.parse(await curl(examples[1]!)), JSON.parse(await curl(examples[1]!))];
    expect(first).toEqual({ ticket: expect.any(String), number: 1, via: 'walk-in' });
    expect(again).toEqual(first);
    expect(await ownerQuery(world.house, 'select id from desk.ticket where network_id = $1', [world.network])).toHaveLength(1);
    const page = await curl(examples[2]!);
    expect(page).toMatch(/x-total-count: \d+/i);
    expect(page).toMatch(/link: <\/api\/v1\/network\/territory-list\?page=3&per_page=10>; rel="next"/i);
    expect(JSON.parse(page.split('\r\n\r\n')[1]!)).toHaveLength(10);
  } finally {
    await stop();
  }
});

interface Operation { readonly requestBody?: { readonly content: Record<string, { readonly schema: object; readonly example: unknown }> }; readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>; readonly parameters: readonly { readonly schema?: object }[]; readonly operationId: string }

it('every schema of the document is one of JSON Schema 2020-12, and every example of a body fits its schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const document = openApi() as unknown as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } };
  ajv.addSchema(document, 'openapi');
  const resolved = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/')) as object;
  const wrong: string[] = [];
  for (const [name, schema] of Object.entries(document.components.schemas)) if (!ajv.validateSchema(schema)) wrong.push(name);
  for (const operation of Object.values(document.paths).flatMap((methods) => Object.values(methods))) {
    const body = operation.requestBody?.content['application/json'];
    const schemas = [body?.schema, operation.responses['200']?.content?.['application/json']?.schema, ...operation.parameters.map(({ schema }) => schema)];
    for (const schema of schemas) if (schema && !ajv.validateSchema(schema)) wrong.push(operation.operationId);
    if (body && !ajv.validate(resolved(body.schema), body.example)) wrong.push(`${operation.operationId} example: ${ajv.errorsText()} ${JSON.stringify(body.example)}`);
  }
  expect(wrong).toEqual([]);
});

it('every part of the house has its name in three languages', () => {
  const { tags } = openApi() as { tags: { name: string; description?: string }[] };
  expect(tags.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

it('tells the shape of every answer (npm run response-shapes)', () => {
  const { answers } = JSON.parse(readFileSync(join(projectRoot(), 'src/apps/api/response-shapes.json'), 'utf8')) as { answers: Record<string, object> };
  expect([...allActions().keys(), ...allQueries().keys()].filter((name) => !answers[name])).toEqual([]);
});
