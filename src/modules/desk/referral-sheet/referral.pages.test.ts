import { describe, expect, it } from 'vitest';
import { newId } from '#core/id.ts';
import { openReferringDesk } from '#tests/fixtures/refer.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';

describe('the pages of a referral', () => {
  it('lead from the visit to the partner’s answer and back, without script', async () => {
    const desk = await openReferringDesk();
    const web = await openWeb(desk.world);
    const at = `/desk/tickets/${desk.visitOf}/referral`;
    const choosing = await (await web.get(`${at}?type=REF&lang=fr`, desk.officer)).text();
    expect(choosing).toContain('Consultation');
    const previewAt = `${at}?service=${desk.service}&shown=1&fields=name&fields=phone`;
    const preview = await (await web.get(previewAt, desk.officer)).text();
    expect(preview).toContain('Khadija Ayadi');
    expect(preview).toContain('+216 20 123 456');
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(preview)![1]!;
    // Two fields of the same name: a browser sends both.
    const sent = await web.send(`${at}?service=${desk.service}`, { service: desk.service, seen, fields: 'name', _key: newId() }, desk.officer, previewAt);
    expect(sent.status).toBe(422);
    const referral = await desk.refer({ fields: ['name', 'phone'] });
    const sheet = await (await web.get(`/referrals/${referral}?sent=1&lang=fr`, desk.officer)).text();
    const token = /\/r\/([\w-]{43})/.exec(sheet)![1]!;
    expect(sheet).toContain('<svg class="qr"');
    const partner = await web.get(`/r/${token}?lang=ar`);
    expect(partner.headers.get('cache-control')).toBe('no-store');
    const page = await partner.text();
    expect(page).toContain('خديجة العيادي');
    expect(page).not.toContain('1988');
    expect(await (await web.get(`/r/${token}/receipt?lang=fr`)).text()).not.toMatch(/Nous acceptons|خديجة/);
    const declining = await web.send(`/r/${token}`, { answer: 'declined', _key: newId() });
    expect(declining.status).toBe(422);
    const answered = await web.send(`/r/${token}`, { answer: 'accepted', _key: newId() });
    expect(answered.status).toBe(303);
    const next = answered.headers.get('location')!;
    expect(next).toMatch(/^\/r\/[\w-]{43}\?thanks=1$/);
    expect(await (await web.get(`/r/${token}`)).text()).not.toContain('خديجة');
    // Both links give the receipt of the answer, which says nothing of her.
    for (const at of [token, /\/r\/([\w-]{43})/.exec(next)![1]!]) {
      expect(await (await web.get(`/r/${at}`)).text()).toContain(`href="/r/${at}/receipt"`);
      const receipt = await (await web.get(`/r/${at}/receipt?lang=fr`)).text();
      expect(receipt).toContain('Nous acceptons');
      expect(receipt).not.toMatch(/خديجة|1988/);
      expect((await web.get(`/r/${at}/receipt.pdf?lang=fr`)).headers.get('content-type')).toBe('application/pdf');
    }
    const told = await web.send(`${next.split('?')[0]}/served`, { outcome: 'full', _key: newId() }, null, next);
    expect(told.status).toBe(303);
    expect(await (await web.get('/referrals', desk.officer)).text()).toContain(referral);
    expect(await (await web.get('/desk', desk.officer)).text()).toContain(`/referrals/${referral}`);
    const closed = await web.send(`/referrals/${referral}/close`, { outcome: 'solved', _key: newId() }, desk.officer, `/referrals/${referral}`);
    expect(closed.status).toBe(303);
    expect((await desk.see(referral)).state).toBe('closed');
  });

  it('ask by five faces and take a complaint that only the manager’s page shows', async () => {
    const desk = await openReferringDesk();
    const web = await openWeb(desk.world);
    const at = `/desk/tickets/${desk.visitOf}/assessment`;
    expect((await web.send(at, { _key: newId() }, desk.officer)).status).toBe(422);
    expect((await web.send(at, { faces: '5', _key: newId() }, desk.officer)).status).toBe(303);
    const words = 'La salle est froide';
    const given = await web.send(`/desk/tickets/${desk.visitOf}/complaint`, { kind: 'complaint', words, _key: newId() }, desk.officer, at);
    expect(given.status).toBe(303);
    expect(await (await web.get(given.headers.get('location')!, desk.officer)).text()).not.toContain(words);
    expect((await web.get('/complaints', desk.officer)).status).toBe(404);
    const manager = await desk.world.as('hub_manager');
    expect(await (await web.get('/complaints', manager)).text()).toContain(words);
  });

  it('show the inbox to the account of a body, and the register', async () => {
    const desk = await openReferringDesk();
    const web = await openWeb(desk.world);
    const referral = await desk.refer();
    const clerk = await desk.world.as('municipal_officer', { scope: 'org', organization: desk.body });
    expect(await (await web.get('/inbox', clerk)).text()).toContain(`/inbox/${referral}`);
    expect((await web.get(`/inbox/${referral}`, clerk)).status).toBe(200);
    expect((await web.get(`/referrals/${referral}`, clerk)).status).toBe(404);
    expect((await web.get('/unmet-needs', desk.officer)).status).toBe(200);
    const donor = await desk.world.as('donor_viewer');
    expect((await web.get('/unmet-needs', donor)).status).toBe(200);
  });
});
