import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApi } from '../../api/openapi.ts';
import type { Fits } from './check-reply.ts';

/** For each action and query, whether an answer has the shape that the OpenAPI document promises. */
export async function promisedShapes(): Promise<(name: string) => Fits> {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  const document = openApi() as { paths: Record<string, Record<string, Operation>> };
  ajv.addSchema(document, 'openapi');
  const fits = new Map<string, Fits>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, responses }] of Object.entries(methods)) {
      if (!responses['200']?.content?.['application/json']) continue;
      const pointer = ['paths', path, method, 'responses', '200', 'content', 'application/json', 'schema'].map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
      const check = ajv.compile({ $ref: `openapi#/${pointer}` });
      fits.set(operationId, (value) => (check(value) ? null : (check.errors ?? [])));
    }
  }
  return (name) => fits.get(name) ?? (() => null);
}

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}
