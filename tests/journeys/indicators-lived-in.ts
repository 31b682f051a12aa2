import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { loadIndicatorSet } from '#modules/evidence/kept/load-set.ts';
import { openIndicator } from '#modules/evidence/kept/open-indicator.ts';
import { stateValue } from '#modules/evidence/kept/state-value.ts';
import { printFigure } from '#modules/evidence/printed/print-figure.ts';
import { drawSample } from '#modules/evidence/sample/draw-sample.ts';
import { writeFinding } from '#modules/evidence/sample/write-finding.ts';
import { askExtract } from '#modules/research/ask-extract/ask-extract.ts';
import { decideExtract } from '#modules/research/decide-extract/decide-extract.ts';
import type { World } from '#tests/fixtures/open-hub.ts';
import { sealAll } from '#tests/fixtures/printed-figure.ts';

/** A ready set in the network, an indicator of the hub that was printed, and one with a stated number: every page of indicators has something to show. Gives the addresses of the last two. */
export async function indicatorsLivedIn(world: World, { admin, manager }: { admin: Actor; manager: Actor }): Promise<readonly string[]> {
  const { house } = world;
  await act(house, admin, loadIndicatorSet, { set: 'hub' });
  const own = { reach: 'direct', said_by: 'Le comité du centre', since: '2020-01-01' };
  const { indicator } = await act(house, manager, openIndicator, { ...own, code: 'visites', unit: 'visit', counted: 'once', source: 'events', events: ['desk.client-received'], cuts: ['month'], names: { fr: 'Visites du centre' } } as never);
  const { indicator: stated } = await act(house, manager, openIndicator, { ...own, code: 'ateliers', unit: 'other', counted: 'each', source: 'stated', names: { fr: 'Ateliers tenus' } } as never);
  await act(house, manager, stateValue, { indicator: stated, value: '3', from: '2025-01-01', to: '2025-01-31', said_by: 'Cahier des ateliers' });
  await sealAll(world);
  const { figure } = await act(house, manager, printFigure, { indicator });
  const { sample } = await act(house, manager, drawSample, { figure, many: '3', drawn_for: 'Cour des comptes' });
  await act(house, manager, writeFinding, { sample, place: '1', result: 'differs', note: 'Le cahier dit le lendemain' });
  await asksForResearch(world);
  return [indicator, stated].map((one) => `/indicators/${one}`);
}

/** A request of research that waits for its second yes. */
async function asksForResearch(world: World): Promise<void> {
  const { extract } = await act(world.house, await world.as('researcher'), askExtract, { purpose: 'Comprendre les chemins des femmes rurales', ethics: 'Comité de Manouba, avis 12', columns: ['sex', 'age_band'], from: '2025-01', to: '2025-03', days: '30' });
  await act(world.house, await world.as('dpo'), decideExtract, { extract, as: 'dpo', answer: 'yes' });
}
