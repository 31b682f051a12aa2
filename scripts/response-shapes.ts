/** Writes src/apps/api/response-shapes.json: the shape of every answer, read from the types that actions and queries return. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { responseShapes } from '../tests/shape/read-response-shapes.ts';

const file = join(projectRoot(), 'src/apps/api/response-shapes.json');
const written = await responseShapes();
if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== written) writeFileSync(file, written);
