import { z } from 'zod';
import { choice, isoDate, multilingual, text } from '#core/input.ts';
import environment from '../sets/environment.json' with { type: 'json' };
import hub from '../sets/hub.json' with { type: 'json' };
import iess from '../sets/iess.json' with { type: 'json' };
import jisr from '../sets/jisr.json' with { type: 'json' };
import medtown from '../sets/medtown.json' with { type: 'json' };
import { versionFields, versionOf, type VersionToKeep } from './version.ts';

/** The sets that come with the house, each a file of definitions with the figures of its source word for word. */
export const setCodes = ['medtown', 'jisr', 'iess', 'hub', 'environment'] as const;
export type SetCode = (typeof setCodes)[number];
const files: Readonly<Record<SetCode, unknown>> = { medtown, jisr, iess, hub, environment };

const shape = z.strictObject({
  code: choice(setCodes), names: multilingual(200), said_by: text(300), since: isoDate(),
  indicators: z.array(z.strictObject({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/), ...versionFields, said_by: versionFields.said_by.optional(), since: versionFields.since.optional() })),
});

/** A ready set, read and checked as what is typed in a form is. */
export function readySet(code: SetCode): { names: z.output<typeof shape>['names']; indicators: { code: string; version: VersionToKeep }[] } {
  const { names, said_by, since, indicators } = shape.parse(files[code]);
  return { names, indicators: indicators.map(({ code: short, ...one }) => ({ code: short, version: versionOf({ ...one, said_by: one.said_by ?? said_by, since: one.since ?? since }) })) };
}
