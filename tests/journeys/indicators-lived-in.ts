import { join } from 'node:path';
import type { Actor } from '#core/actor.ts';
import { sealEvents } from '#core/chain/seal-events.ts';
import { signingKey } from '#core/chain/signing.ts';
import { act, ask } from '#core/pipeline.ts';
import { loadIndicatorSet } from '#modules/evidence/kept/load-set.ts';
import { openIndicator } from '#modules/evidence/kept/open-indicator.ts';
import { stateValue } from '#modules/evidence/kept/state-value.ts';
import { printFigure } from '#modules/evidence/printed/print-figure.ts';
import { chainHeads } from '#modules/evidence/chain-heads/chain-heads.query.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** A ready set in the network, an indicator of the hub that was printed, and one with a stated number: every page of indicators has something to show. */
export async function indicatorsLivedIn({ house }: World, { admin, manager }: { admin: Actor; manager: Actor }): Promise<void> {
  await act(house, admin, loadIndicatorSet, { set: 'hub' });
  const own = { reach: 'direct', said_by: 'Le comité du centre', since: '2020-01-01' };
  const { indicator } = await act(house, manager, openIndicator, { ...own, code: 'visites', unit: 'visit', counted: 'once', source: 'events', events: ['desk.client-received'], cuts: ['month'], names: { fr: 'Visites du centre' } } as never);
  const { indicator: stated } = await act(house, manager, openIndicator, { ...own, code: 'ateliers', unit: 'other', counted: 'each', source: 'stated', names: { fr: 'Ateliers tenus' } } as never);
  await act(house, manager, stateValue, { indicator: stated, value: '3', from: '2025-01-01', to: '2025-01-31', said_by: 'Cahier des ateliers' });
  const sealer = { pool: house.worker, key: signingKey(house.keyFor('chain-heads')), headsFile: join(process.env.HADINA_TEST_HOME!, 'heads.log') };
  while ((await ask(house, manager, chainHeads, {})).heads.length === 0) await sealEvents(sealer, 'core', true);
  await act(house, manager, printFigure, { indicator });
}
