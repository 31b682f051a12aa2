import { visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { beginContent } from '#modules/portal/content/begin-content.ts';
import { publishContent } from '#modules/portal/content/publish-content.ts';
import { writeVersion } from '#modules/portal/content/write-version.ts';
import { leaveRequest } from '#modules/portal/leave-request/leave-request.ts';
import { requestForm } from '#modules/portal/leave-request/request-form.query.ts';
import type { HubKey } from './content/hubs.ts';
import { said, type Written } from './content/written.ts';
import { asks, colleagueAt, daysAgo, does, known, type Load } from './load.ts';

/** What a hub published; `published` in days before the load. Written for the demo, no quotation. */
interface DemoItem {
  readonly hub: HubKey;
  readonly kind: 'article' | 'help' | 'news';
  readonly published: number;
  readonly title: Written;
  readonly body: Written;
}

const items: readonly DemoItem[] = [
  { hub: 'medina', kind: 'article', published: 60,
    title: ['كيف نستقبلكم في دار بن عاشور', 'Comment on vous accueille à Dar Ben Achour', 'How you are received at Dar Ben Achour'],
    body: [
      'تأخذون رقما عند الباب، ويكفي أن تختاروا صورة. لا نسأل عن الاسم في القاعة.\n\nنستمع إليكم مرة واحدة، ثم نريكم الخدمات المناسبة وسبب اختيارها. الورقة التي تأخذونها لا تحمل اسمكم.',
      'À la porte, vous prenez un numéro : il suffit de choisir une image. On ne demande pas le nom dans la salle.\n\nOn vous écoute une fois, puis on vous montre les services qui conviennent et pourquoi. La fiche que vous emportez ne porte pas votre nom.',
      'At the door you take a number: choosing a picture is enough. Nobody asks your name in the hall.\n\nYou are heard once, then shown the services that fit, and why. The slip you take home does not carry your name.',
    ] },
  { hub: 'mahdia', kind: 'news', published: 6,
    title: ['يوم مفتوح للتعاضديات', 'Une journée ouverte aux coopératives', 'An open day for cooperatives'],
    body: [
      'يستقبل المركز التعاضديات ومجموعات المنتجات دون موعد يوم الخميس القادم.\n\nأحضروا ما لديكم من وثائق، ولا بأس إن لم تكن كاملة.',
      'Jeudi prochain, le centre reçoit sans rendez-vous les coopératives et les groupes de productrices.\n\nApportez les papiers que vous avez, même incomplets.',
      'Next Thursday the centre receives cooperatives and groups of producers without an appointment.\n\nBring what papers you have, even incomplete.',
    ] },
  { hub: 'medina', kind: 'help', published: 90,
    title: ['أين أتحدث على انفراد؟', 'Où parler en privé ?', 'Where can I talk in private?'],
    body: [
      'في كل مركز غرفة يُغلق بابها. اطلبوها عند الباب دون ذكر السبب.\n\nما تقولونه هناك لا يراه بقية العاملين.',
      'Chaque centre a une pièce dont la porte se ferme. Demandez-la à l’accueil, sans dire pourquoi.\n\nCe que vous y dites, les autres ne le voient pas.',
      'Every centre has a room with a door that shuts. Ask for it without saying why.\n\nWhat you say there, the others do not see.',
    ] },
];

/** Letters that strangers left this morning; every person is invented. */
const letters: readonly ({ readonly hub: HubKey } & Readonly<Record<string, unknown>>)[] = [
  { hub: 'medina', wish: 'appointment', subject: 'project', way: 'phone', phone: '20 555 014', ask_for: 'سلوى', hours: ['morning'], language: 'ar', words: 'عندي فكرة ورشة خياطة مع جارتي' },
  { hub: 'medina', wish: 'call-back', subject: 'talk', way: 'come-by', hours: [], language: 'ar' },
  { hub: 'mahdia', wish: 'call-back', subject: 'money', way: 'phone', phone: '20 555 027', hours: ['midday', 'afternoon'], language: 'fr', words: 'Je voudrais comprendre le microcrédit.' },
];

/** What hubs published in three languages, and the letters that wait at their desks. */
export async function openThePortal(load: Load): Promise<void> {
  for (const item of items.filter(({ hub }) => load.hubs.has(hub))) await publish(load, item);
  for (const { hub, ...letter } of letters.filter((one) => load.hubs.has(one.hub))) {
    const stranger = visitor(load.network, 'demo');
    await asks(load, stranger, requestForm, { hub: known(load.hubs, hub) });
    await does(load, stranger, leaveRequest, { hub: known(load.hubs, hub), press: newId(), ...letter });
  }
}

async function publish(load: Load, { hub, kind, published, title, body }: DemoItem): Promise<void> {
  const manager = colleagueAt(load, `manager.${hub}`, daysAgo(load, published));
  const [titles, bodies] = [said(title), said(body)];
  const { item } = await does(load, manager, beginContent, { kind, lang: 'ar', title: titles.ar, body: bodies.ar });
  for (const lang of ['fr', 'en'] as const) await does(load, manager, writeVersion, { item, lang, title: titles[lang], body: bodies[lang], status: 'human' });
  await does(load, manager, publishContent, { item });
}
