import { beforeAll, describe, expect, it } from 'vitest';
import { act } from '#core/pipeline.ts';
import { setEligibility } from '#modules/directory/set-eligibility/set-eligibility.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { openDirectory } from '#tests/fixtures/open-directory.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { openWeb, type Web } from '#tests/fixtures/open-web.ts';
import { needsFormV1 } from '../form/needs-form-v1.ts';
import { publishForm } from '../form/publish-form.ts';
import { answerNeeds } from '../needs/answer-needs.ts';

let world: World;
let desk: Desk;
let web: Web;
let money: string;
let later: string;
let woman: string;
beforeAll(async () => {
  world = await openHub();
  await act(world.house, await world.as('network_admin'), publishForm, needsFormV1);
  desk = await openDesk(world);
  const directory = await openDirectory(world);
  money = await directory.service({
    names: { ar: 'قرض صغير', fr: 'Micro-crédit', en: 'Small loan' }, mainType: 'FIN', waitingDays: 20, freePlaces: 2,
    documents: { 0: { ar: 'بطاقة التعريف', fr: 'Carte d’identité', en: 'Identity card' } },
    mayLose: [{ kind: 'aid', names: { ar: 'منحة العائلات', fr: 'L’aide aux familles', en: 'The family aid' } }],
  });
  later = await directory.service({ names: { fr: 'Crédit de croissance', en: 'Growth loan' }, mainType: 'FIN', stages: ['development'] });
  await directory.do(setEligibility, { service: money, rules: [{ field: 'territory', codes: ['TN-43'] }], priorities: [{ test: { field: 'sex', codes: ['female'] }, weight: 5 }] });
  woman = await desk.person();
  web = await openWeb(world);
});

const visit = (): Promise<string> => desk.visit(woman);
const page = async (address: string): Promise<string> => (await web.get(address, desk.officer)).text();
const shownOf = (html: string): Record<string, string> =>
  Object.fromEntries([...html.matchAll(/name="(seen\.[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

describe('from the needs to the slip, without script', () => {
  it('asks what follows from an answer, then leads on', async () => {
    const ticket = await visit();
    const at = `/desk/tickets/${ticket}/needs?lang=en`;
    const first = await page(at);
    expect(first).not.toContain('name="answers.legal-form"');
    const sent = await web.send(`/desk/tickets/${ticket}/needs`, { ...shownOf(first), 'answers.brings': 'money', 'answers.stage': 'development', finish: 'yes' }, desk.officer);
    expect(sent.headers.get('location')).toBe(`/desk/tickets/${ticket}/needs?kept=1&more=1`);
    const second = await page(`${sent.headers.get('location')}&lang=en`);
    expect(second).toContain('name="answers.legal-form"');
    expect(second).toContain('These answers bring further questions');
    const done = await web.send(`/desk/tickets/${ticket}/needs`, { ...shownOf(second), 'answers.brings': 'money', 'answers.stage': 'development', 'answers.hard': '4', finish: 'yes' }, desk.officer);
    expect(done.headers.get('location')).toBe(`/desk/tickets/${ticket}/orientation`);
    expect((await page(at)).replace(/[\u2066-\u2069]/g, '')).toContain('Sum: 5 of 12');
  });

  it('marks what is missing, and keeps the rest', async () => {
    const ticket = await visit();
    const sent = await web.send(`/desk/tickets/${ticket}/needs`, { 'answers.paperwork': 'yes', finish: 'yes' }, desk.officer);
    const html = await page(`${sent.headers.get('location')}&lang=en`);
    expect(html.match(/This answer is needed to finish/g)?.length).toBeGreaterThanOrEqual(2);
    expect(html).toMatch(/name="answers.paperwork"[^>]*checked=""[^>]*value="yes"|value="yes"[^>]*checked/);
  });

  it('shows both answers when a colleague changed one meanwhile, and keeps mine when I send again', async () => {
    const ticket = await visit();
    const opened = await page(`/desk/tickets/${ticket}/needs`);
    await act(world.house, await world.as('case_worker'), answerNeeds, { ticket, answers: { stage: 'creation' }, seen: {} });
    const late = await web.send(`/desk/tickets/${ticket}/needs?lang=en`, { ...shownOf(opened), 'answers.stage': 'idea' }, desk.officer);
    const html = await late.text();
    expect(late.status).toBe(422);
    expect(html.replace(/[\u2066-\u2069]/g, '')).toContain('It now says: Being set up');
    expect(html).toMatch(/value="idea"[^>]*checked|checked=""[^>]*value="idea"/);
    expect(shownOf(html)['seen.stage']).toBe('creation');
    await web.send(`/desk/tickets/${ticket}/needs`, { ...shownOf(html), 'answers.stage': 'idea' }, desk.officer);
    expect(shownOf(await page(`/desk/tickets/${ticket}/needs`))['seen.stage']).toBe('idea');
  });

  it('shows the reasons of each service, asks for a reason and for what may be lost, and prints the slip in her language', async () => {
    const ticket = await visit();
    const at = `/desk/tickets/${ticket}/orientation`;
    await act(world.house, desk.officer, answerNeeds, { ticket, answers: { brings: ['money'], stage: 'idea' }, finish: 'yes' });
    const html = await page(`${at}?lang=en`);
    for (const said of ['Small loan', 'The family aid', 'a wait of 20 days', '2 places free', 'It fits when the project reaches', 'Growth loan']) {
      expect(html.replace(/[\u2066-\u2069]/g, '')).toContain(said);
    }
    const reasonless = await web.send(`${at}?lang=en`, { [`choose.${later}`]: '1', revision: '0' }, desk.officer);
    expect([reasonless.status, (await reasonless.text()).includes('A condition of this service is not met')]).toEqual([422, true]);
    const untold = await web.send(at, { [`choose.${money}`]: '1', revision: '0' }, desk.officer);
    expect([untold.status, (await untold.text()).includes(`value="1" selected`)]).toEqual([422, true]);
    const kept = await web.send(at, { [`choose.${money}`]: '1', losses_told: 'yes', revision: '0' }, desk.officer);
    expect(kept.headers.get('location')).toBe(`/desk/tickets/${ticket}/slip`);
    await web.send(`/desk/tickets/${ticket}/slip`, { lang: 'ar', word: 'olive' }, desk.officer);
    const sheet = await page(`/desk/tickets/${ticket}/slip/print`);
    expect(sheet).toMatch(/<html lang="ar-TN" dir="rtl"/);
    for (const said of ['قرض صغير', 'بطاقة التعريف', 'class="qr"']) expect(sheet).toContain(said);
    for (const hidden of ['olive', 'زيتون', 'خديجة', 'العيادي']) expect(sheet).not.toContain(hidden);
    const code = /localhost\/s\/([A-Z0-9]{8})|([A-Z0-9]{4})-([A-Z0-9]{4})</.exec(sheet)!;
    const plain = code[1] ?? `${code[2]}${code[3]}`;
    const wrong = await web.send(`/s/${plain}`, { code: plain, word: 'mer' }, null);
    expect(wrong.status).toBe(422);
    const opened = await web.send(`/s/${plain}`, { code: plain, word: 'زيتونة' }, null);
    const status = await web.get(opened.headers.get('location')!, null);
    const shown = await status.text();
    expect(shown).toContain('قرض صغير');
    expect(shown).not.toMatch(/خديجة|العيادي/);
    expect(status.headers.get('cache-control')).toBe('no-store');
    const strangerPage = await web.get(`/s/${plain}?pass=made-up`, null);
    expect(await strangerPage.text()).not.toContain('قرض صغير');
  });

  it('counts a need that nothing answers, once', async () => {
    const ticket = await visit();
    const count = () => web.send(`/desk/tickets/${ticket}/unmet`, { cause: 'no-service', service_type: 'COW' }, desk.officer, `/desk/tickets/${ticket}/orientation`);
    expect((await count()).headers.get('location')).toBe(`/desk/tickets/${ticket}/orientation?unmet=1`);
    expect((await count()).status).toBe(422);
  });

  it('lists the forms with their versions and previews them in three languages', async () => {
    const list = await page('/forms?lang=en');
    const form = /href="(\/forms\/[0-9a-f-]{36})"/.exec(list)![1]!;
    expect(await page(`${form}?in=fr`)).toContain('Qu’est-ce qui vous amène aujourd’hui ?');
    expect(await page(`${form}?in=ar`)).toContain('ما سبب الزيارة اليوم؟');
    expect(await page(`${form}?in=en`)).toContain('What brings you today?');
  });

  it('is not there for another hub', async () => {
    const ticket = await visit();
    const stranger = await (await world.secondHub()).as('desk_officer');
    for (const end of ['needs', 'orientation', 'slip', 'slip/print']) {
      expect((await web.get(`/desk/tickets/${ticket}/${end}`, stranger)).status).toBe(404);
    }
  });
});
