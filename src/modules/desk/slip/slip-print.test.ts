import { expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { orientClient } from '../orientation/orient-client.ts';
import { makeSlip } from './make-slip.ts';

it('the printed slip has a way back and a print button that hides without its script, in the officer’s language', async () => {
  const world = await openHub();
  const desk = await openDesk(world);
  const ticket = await desk.visit(await desk.person('زينب الورتاني'));
  const service = await (await openDirectory(world)).service({ names: { fr: 'Micro-crédit du lac' }, mainType: 'FIN' });
  await act(world.house, desk.officer, orientClient, { ticket, choose: { [service]: '1' }, revision: '0' });
  await act(world.house, desk.officer, makeSlip, { ticket, lang: 'fr', word: 'olive' });
  const answer = await (await openWeb(world)).get(`/desk/tickets/${ticket}/slip/print?lang=ar`, desk.officer);
  const sheet = await answer.text();
  expect(sheet).toMatch(/<html lang="fr-TN" dir="ltr"/);
  const [tools] = /<nav class="sheet-tools"[^]*?<\/nav>/.exec(sheet)!;
  expect(tools).toContain(`href="/desk/tickets/${ticket}/slip"`);
  expect(tools).toMatch(/lang="ar-TN" dir="rtl"/);
  expect(tools).toMatch(/<button type="button"[^>]* data-print="" hidden="">/);
  const nonce = /<script [^>]*nonce="([^"]+)"/.exec(sheet)![1];
  expect(answer.headers.get('content-security-policy')).toContain(`script-src 'nonce-${nonce}'`);
  expect(sheet.match(/<script/g)).toHaveLength(1);
});
