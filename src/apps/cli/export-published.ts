import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import type { Actor } from '#core/actor.ts';
import { isUuid } from '#core/id.ts';
import { act } from '#core/pipeline.ts';
import { InvalidInput, NotFound, Refusal } from '#core/refusal.ts';
import { StartRefusal } from '#core/start/start-refusal.ts';
import { takePublished, workStandards } from '#modules/exchange/public.ts';
import { actorOfToken, consoleActor } from '#modules/network/public.ts';
import { type OpenHadina, openHadina } from '../open-hadina.ts';
import { findHomeNetwork } from '../web/home-network.ts';
import { publishedFile } from '../write-published.ts';

interface Options { readonly out: string; readonly network?: string; readonly reportingOrg?: string; readonly reportingType?: string; readonly token?: string }

/** `hadina export iati --out FILE` and `hadina export cids --out FILE`: the published programmes with their targets and what was reached. */
export function registerExportPublished(group: Command, program: Command): void {
  for (const standard of workStandards) {
    const command = group.command(standard).description(standard === 'iati' ? 'the published programmes as IATI 2.03 activities' : 'the published programmes as CIDS 3.2.1, Basic tier (JSON-LD)')
      .requiredOption('--out <file>', 'where to write')
      .option('--network <id>', 'the network (the one of this folder when absent)')
      .option('--token <token>', 'act with this token instead of as the console', process.env.HADINA_TOKEN);
    if (standard === 'iati') command.option('--reporting-org <identifier>', 'what the IATI registry calls your organisation').option('--reporting-type <code>', 'its type (OrganisationType)', '24');
    command.action(async (options: Options) => {
      const hadina = await openHadina({ as: 'client' });
      try {
        const published = await act(hadina.house, await actorOver(hadina, options), takePublished, { standard });
        if (!published.works.length) throw new NotFound();
        await pipeline(Readable.from(publishedFile(standard, published, { ref: options.reportingOrg, type: options.reportingType }, new Date())), createWriteStream(options.out));
        process.stdout.write(program.opts().json ? `${JSON.stringify({ activities: published.works.length, out: options.out })}\n` : `${published.works.length} programmes\n`);
      } finally {
        await hadina.close();
      }
    });
  }
}

/** A token's own account, or the server's console over the network. */
async function actorOver({ house }: OpenHadina, { network, token }: Pick<Options, 'network' | 'token'>): Promise<Actor> {
  if (network && !isUuid(network)) throw new InvalidInput([{ field: 'network', code: 'not-understood', values: {} }]);
  if (token) {
    const actor = await actorOfToken(house, token);
    if (!actor) throw new Refusal('core.sign-in-first');
    return { ...actor, app: 'cli' };
  }
  const found = network ?? (await findHomeNetwork(house))?.network;
  if (!found) throw new StartRefusal('no-network', {});
  return consoleActor(found);
}
