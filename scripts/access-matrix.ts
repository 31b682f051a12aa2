import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#core/project-root.ts';
import { accessMatrix } from '#apps/trust/authz/access-matrix.ts';

// Writes docs/access-matrix.md anew, to be read and committed with the rule that changed.
await writeFile(join(projectRoot(), 'docs', 'access-matrix.md'), accessMatrix());
