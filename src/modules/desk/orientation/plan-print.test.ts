import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { linesOfPdf } from '#tests/fixtures/lines-of-pdf.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { orientClient } from './orient-client.ts';

it('prints her next steps in the order she prefers, without her name and without what is not public', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person('زينب الورتاني'));
  const directory = await openDirectory(world);
  const first = await directory.service({ names: { fr: 'Atelier du lac' }, mainType: 'CAP' });
  const second = await directory.service({ names: { fr: 'Prêt du port' }, mainType: 'FIN' });
  const hidden = await directory.service({ names: { fr: 'Maison discrète' }, mainType: 'REF', listed: false });
  await act(world.house, desk.officer, orientClient, { ticket, choose: { [second]: '2', [first]: '1', [hidden]: '3' }, revision: '0' });
  const web = await openWeb(world);
  const sheet = await web.get(`/desk/tickets/${ticket}/orientation/print.pdf?lang=fr`, desk.officer);
  const lines = linesOfPdf(Buffer.from(await sheet.arrayBuffer()));
  const at = (words: string): number => lines.findIndex((line) => line.replace(/\s+/g, ' ').includes(words));
  expect(at('1. Atelier du lac')).toBeGreaterThan(-1);
  expect(at('2. Prêt du port')).toBeGreaterThan(at('1. Atelier du lac'));
  expect([at('discrète'), at('الورتاني'), at('زينب')]).toEqual([-1, -1, -1]);
});
