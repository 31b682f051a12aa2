import { expect, it } from 'vitest';
import { signingKey } from '#core/chain/signing.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { judgeFigure } from '#apps/cli/verify-figure.ts';
import { beginVisit } from '#modules/desk/begin-visit/begin-visit.ts';
import { typePaperIntake } from '#modules/desk/type-paper-intake/type-paper-intake.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { headsFile, printedFigure, sealAll } from '#tests/fixtures/printed-figure.ts';
import { persons, receivedBefore } from '#tests/fixtures/past-events.ts';
import { keptFigure } from '../kept/kept-figure.query.ts';
import { printFigure } from '../printed/print-figure.ts';
import { publicFigures } from '../public-figures/public-figures.query.ts';
import { monthOf, monthPlus } from '../reading/period.ts';

const then = monthPlus(monthOf(new Date()), -2);
const after = monthPlus(then, 1);

it('a hub cut off for weeks types its sheets late: each counts once, in the month she came, and what was printed before stays what it was', async () => {
  const world = await openHub({ demo: true });
  const { house } = world;
  const manager = await world.as('hub_manager');
  const desk = await openDesk(world);
  await receivedBefore(world, desk.officer, persons(10).map((person) => ({ at: `${then}-05`, person })));
  const { indicator, figure } = await printedFigure(world, manager, { code: 'received', events: ['desk.client-received'] }, { from: then, to: then });
  const sealer = { pool: house.worker, key: signingKey(house.keyFor('chain-heads')), headsFile: headsFile() };
  const judge = (of: string) => judgeFigure({ house, sealer, signing: sealer.key }, of);
  const count = async (month: string) => (await ask(house, manager, keptFigure, { indicator, from: month, to: month })).total.value;
  expect([await count(then), await count(after)]).toEqual([10, 0]);

  // The bundle of sheets comes weeks later, and is typed twice: once by each of two colleagues, each not knowing of the other.
  const women = await Promise.all(['خديجة العيادي', 'منى الجريدي', 'سلمى الطرابلسي'].map((name) => desk.person(name, 1985)));
  const second = await openDesk(world);
  const key = newId();
  for (const [at, person] of women.entries()) {
    const sheet = { paper_number: `SB-${at}`, date: `${then}-20`, reason: 'project' };
    const { ticket } = await act(house, desk.officer, typePaperIntake, sheet, at === 0 ? { key } : {});
    // The line breaks after the press: the same press again is the same sheet.
    if (at === 0) expect(await act(house, desk.officer, typePaperIntake, sheet, { key })).toEqual({ ticket });
    await act(house, desk.officer, beginVisit, { ticket, person, typed_for: true });
    await expect(act(house, second.officer, typePaperIntake, sheet)).rejects.toMatchObject({ code: 'desk.paper-number-used' });
    await expect(act(house, second.officer, typePaperIntake, { ...sheet, date: `${after}-03` })).rejects.toMatchObject({ code: 'desk.paper-number-used' });
  }
  expect([await count(then), await count(after), await count(monthOf(new Date()))]).toEqual([13, 0, 0]);
  const shown = (await ask(house, manager, publicFigures, { month: then, indicator: 'persons-received' })).totals.find((one) => one.indicator === 'persons-received');
  expect(shown).toMatchObject({ total: { value: 13 } });

  await sealAll(world);
  expect(await judge(figure)).toMatchObject({ value: '10.0000', events: 10, broken: null, chain: { broken: null } });
  const { figure: later } = await act(house, manager, printFigure, { indicator, from: then, to: then });
  expect(await judge(later)).toMatchObject({ value: '13.0000', events: 13, broken: null });
});
