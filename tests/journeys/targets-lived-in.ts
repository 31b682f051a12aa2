import type { Actor } from '#core/actor.ts';
import { act } from '#core/pipeline.ts';
import { setFunderShare } from '#modules/evidence/attribution/set-share.ts';
import { freezeMonth } from '#modules/evidence/frozen/freeze-month.ts';
import { openIndicator } from '#modules/evidence/kept/open-indicator.ts';
import { enterCost } from '#modules/evidence/money/enter-cost.ts';
import { enterRevenue } from '#modules/evidence/money/enter-revenue.ts';
import { stateRate } from '#modules/evidence/money/state-rate.ts';
import { rescopeTarget, setTarget } from '#modules/evidence/target/set-target.ts';
import type { World } from '#tests/fixtures/open-hub.ts';

/** Targets of a hub, a programme and a funder, one of them changed, who pays which part, what was spent and lived on, a month that is frozen: every page of targets and boards has something to show. */
export async function targetsLivedIn({ house }: World, { admin, manager, programme, body }: { admin: Actor; manager: Actor; programme: string; body: string }): Promise<void> {
  const said_by = 'Fiche du projet';
  const { indicator } = await act(house, admin, openIndicator, { reach: 'direct', said_by, since: '2020-01-01', code: 'accueil', unit: 'person', counted: 'once', source: 'events', events: ['desk.client-received'], names: { ar: 'من استُقبل', fr: 'Personnes reçues' } } as never);
  const year = { indicator, from: '2025-01-01', to: '2031-12-31', said_by };
  const { target } = await act(house, manager, setTarget, { ...year, level: 'hub', value: '6' } as never);
  await act(house, manager, rescopeTarget, { target, value: '10', from: year.from, to: year.to, reason: 'Avenant', said_by } as never);
  await act(house, admin, setTarget, { ...year, level: 'programme', programme, value: '100' } as never);
  await act(house, admin, setTarget, { ...year, level: 'funder', funder: body, value: '50' } as never);
  await act(house, admin, setFunderShare, { programme, funder: body, share: '86.5', from: year.from, said_by } as never);
  await act(house, admin, stateRate, { from_currency: 'EUR', to_currency: 'TND', on: '2025-01-01', rate: '3.35', said_by } as never);
  await act(house, manager, enterCost, { indicator, amount: '600', currency: 'EUR', from: '2025-01-01', to: '2025-02-01', what: 'Matériel', paper: 'Facture 12' } as never);
  await act(house, manager, enterRevenue, { year: '2025', kind: 'dues', amount: '4200', currency: 'TND', said_by } as never);
  await act(house, manager, freezeMonth, { month: '2025-03' } as never);
}
