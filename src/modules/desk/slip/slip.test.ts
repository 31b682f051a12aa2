import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { assessBySlip } from '../assessment/assess-by-slip.ts';
import { assessExperience } from '../assessment/assess-experience.ts';
import { orientClient } from '../orientation/orient-client.ts';
import { makeSlip } from './make-slip.ts';
import { openSlip } from './open-slip.ts';
import { newSlipCode, readSlipCode, spelledCode } from '#core/text/slip-code.ts';
import { slipSheet } from './slip-sheet.query.ts';
import { slipStatus } from './slip-status.query.ts';
import { readSpokenWord, saidAs, spokenWords } from '#core/text/spoken-words.ts';

interface Scene { readonly world: World; readonly desk: Desk; readonly ticket: string; readonly code: string }

/** A woman oriented to one service, with a slip whose word is "olive". */
async function withSlip(service: Record<string, unknown> = {}): Promise<Scene> {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person('زينب الورتاني'));
  const chosen = await (await openDirectory(world)).service({ names: { fr: 'Micro-crédit du lac' }, mainType: 'FIN', ...service });
  await act(world.house, desk.officer, orientClient, { ticket, choose: { [chosen]: '1' }, revision: '0' });
  await act(world.house, desk.officer, makeSlip, { ticket, lang: 'ar', word: 'olive' });
  const { slip } = await ask(world.house, desk.officer, slipSheet, { ticket });
  return { world, desk, ticket, code: slip!.code };
}
const open = ({ world }: Scene, code: string, word: string) => act(world.house, visitor(world.network), openSlip, { code, word });

describe('a slip', () => {
  it('shows neutral steps and the next step to whoever knows code and word, in any spelling', async () => {
    const at = await withSlip();
    for (const word of ['زيتون', 'الزيتونة', 'Olive', "l'olive", 'zitoun']) {
      const { pass } = await open(at, spelledCode(at.code).toLowerCase(), word);
      const status = await ask(at.world.house, visitor(at.world.network), slipStatus, { code: at.code, pass });
      expect(status!.steps.map(({ step }) => step)).toEqual(['received', 'oriented']);
      expect(status!.next.service?.names.fr).toBe('Micro-crédit du lac');
      expect(JSON.stringify(status)).not.toContain('زينب');
    }
  });

  it('names no service whose entry is not public, on paper or on the page', async () => {
    const at = await withSlip({ names: { fr: 'Maison protégée' }, listed: false });
    const { pass } = await open(at, at.code, 'olive');
    const status = await ask(at.world.house, visitor(at.world.network), slipStatus, { code: at.code, pass });
    const sheet = await ask(at.world.house, at.desk.officer, slipSheet, { ticket: at.ticket });
    for (const shown of [status, sheet]) expect(JSON.stringify(shown)).not.toContain('protégée');
    expect(status!.next.service).toBeNull();
  });

  it('answers a wrong word and a wrong code alike', async () => {
    const at = await withSlip();
    const refusals = await Promise.all([open(at, at.code, 'mer'), open(at, newSlipCode(), 'olive'), open(at, 'nonsense', 'olive'), open(at, at.code, 'gibberish')]
      .map((tried) => tried.then(() => null, (error) => ({ ...error, stack: undefined }))));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]).toMatchObject({ code: 'desk.slip-not-opened' });
  });

  it('makes one wait after five wrong tries, also with the right word, also for a code that does not exist', async () => {
    const at = await withSlip();
    for (const code of [at.code, newSlipCode()]) {
      for (let i = 0; i < 5; i++) await expect(open(at, code, 'mer')).rejects.toMatchObject({ code: 'desk.slip-not-opened' });
      await expect(open(at, code, 'olive')).rejects.toMatchObject({ code: 'desk.slip-wait', values: { minutes: 15 } });
    }
  });

  it('lets nobody walk through codes from one address, and leaves others alone', async () => {
    const at = await withSlip();
    const from = (address: string, code: string) => act(at.world.house, { ...visitor(at.world.network), from: address }, openSlip, { code, word: 'olive' });
    for (let i = 0; i < 60; i++) await expect(from('203.0.113.99', newSlipCode())).rejects.toMatchObject({ code: 'desk.slip-not-opened' });
    await expect(from('203.0.113.99', at.code)).rejects.toMatchObject({ code: 'desk.slip-wait' });
    await expect(from('198.51.100.9', at.code)).resolves.toHaveProperty('pass');
  });

  it('does not let twenty tries at once through', async () => {
    const at = await withSlip();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => open(at, at.code, 'mer')));
    const heard = tries.filter((one) => one.status === 'rejected' && one.reason.code === 'desk.slip-not-opened');
    expect(heard).toHaveLength(5);
  });

  it('closes its pass after a quarter of an hour, and opens nothing with a made-up one', async () => {
    const at = await withSlip();
    const { pass } = await open(at, at.code, 'olive');
    const read = (by: string, code = at.code) => ask(at.world.house, visitor(at.world.network), slipStatus, { code, pass: by });
    expect(await read('made-up')).toBeNull();
    expect(await read(pass, newSlipCode())).toBeNull();
    await expect(read(pass)).resolves.toHaveProperty('next');
    const aged = await ownerQuery(at.world.house, "update desk.slip_opening set until_at = until_at - interval '15 minutes' where network_id = $1 returning 1", [at.world.network]);
    expect(aged).toHaveLength(1);
    expect(await read(pass)).toBeNull();
  });

  it('keeps its word nowhere: not in a row, not in an answer kept for a second press', async () => {
    const at = await withSlip();
    const rows = await everyOrdinaryRow(at.world);
    for (const word of ['olive', 'زيتون', 'zitoun']) expect(rows).not.toContain(word);
  });

  it('is made after an orientation, by the desk of the visit', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    await expect(act(world.house, desk.officer, makeSlip, { ticket, lang: 'fr', word: 'sea' })).rejects.toMatchObject({ code: 'desk.orient-first' });
    const stranger = await (await world.secondHub()).as('desk_officer');
    await expect(act(world.house, stranger, makeSlip, { ticket, lang: 'fr', word: 'sea' })).rejects.toMatchObject({ name: 'NotFound' });
    await expect(ask(world.house, stranger, slipSheet, { ticket })).rejects.toMatchObject({ name: 'NotFound' });
    const { ticket: waiting } = await desk.ticket();
    await expect(act(world.house, desk.officer, makeSlip, { ticket: waiting, lang: 'fr', word: 'sea' })).rejects.toMatchObject({ code: 'desk.visit-not-held' });
  });
});

describe('code and word', () => {
  it('are read as people type them, and no letter is taken for another', () => {
    for (let i = 0; i < 200; i++) {
      const code = newSlipCode();
      expect(code).toMatch(/^[^BI1O0QS5Z2G68]{8}$/);
      expect(readSlipCode(` ${spelledCode(code).toLowerCase()} `)).toBe(code);
    }
    expect(readSlipCode('short')).toBe('');
  });

  it('never let one spoken word stand for two', () => {
    expect(spokenWords).toHaveLength(50);
    for (const word of spokenWords) expect([readSpokenWord(saidAs(word).ar), readSpokenWord(saidAs(word).fr)]).toEqual([word, word]);
  });
});

describe('a delicate service', () => {
  it('is public in the directory and yet named on no slip, also when it became delicate after the slip was made', async () => {
    for (const late of [false, true]) {
      const at = await withSlip({ names: { fr: 'Écoute violences' }, delicate: !late });
      if (late) await ownerQuery(at.world.house, 'update directory.service set delicate = true where network_id = $1', [at.world.network]);
      const { pass } = await open(at, at.code, 'olive');
      const status = await ask(at.world.house, visitor(at.world.network), slipStatus, { code: at.code, pass });
      const sheet = await ask(at.world.house, at.desk.officer, slipSheet, { ticket: at.ticket });
      for (const shown of [status, sheet]) expect(JSON.stringify(shown)).not.toContain('violences');
      expect(status!.next.service).toBeNull();
    }
  });
});

describe('five faces with the slip', () => {
  it('are given once, by whoever opened it with the word, and count as who she is without naming her', async () => {
    const at = await withSlip();
    const { house, network } = at.world;
    const { pass } = await open(at, at.code, 'olive');
    const status = () => ask(house, visitor(network), slipStatus, { code: at.code, pass });
    const say = (by: string, faces: number) => act(house, visitor(network), assessBySlip, { code: at.code, pass: by, faces });
    expect((await status())!.assessed).toBe(false);
    await expect(say('made-up', 1)).rejects.toMatchObject({ name: 'NotFound' });
    const twice = await Promise.allSettled([say(pass, 4), say(pass, 1)]);
    expect(twice.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(twice.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'desk.already-assessed' } });
    expect((await status())!.assessed).toBe(true);
    const events = await ownerQuery(house, "select hub_id, person_id, body->>'sex' as sex from core.event where network_id = $1 and name = 'desk.experience-assessed'", [network]);
    expect(events).toEqual([{ hub_id: at.world.hub, person_id: null, sex: 'female' }]);
    await expect(act(house, at.desk.officer, assessExperience, { ticket: at.ticket, faces: 3 })).rejects.toMatchObject({ code: 'desk.already-assessed' });
  });

  it('stand on the page of the slip, without script', async () => {
    const at = await withSlip();
    const web = await openWeb(at.world);
    const { pass } = await open(at, at.code, 'olive');
    const page = `/s/${at.code}?pass=${pass}`;
    expect(await (await web.get(page)).text()).toContain('name="faces"');
    expect((await web.send(`/s/${at.code}/faces?pass=${pass}`, { _key: newId() }, null, page)).status).toBe(422);
    const said = await web.send(`/s/${at.code}/faces?pass=${pass}`, { faces: '5', _key: newId() }, null, page);
    expect(said.status).toBe(303);
    expect(await (await web.get(said.headers.get('location')!)).text()).not.toContain('name="faces"');
  });
});
