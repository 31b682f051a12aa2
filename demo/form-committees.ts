import { addAction, beginAction, closeAction } from '#modules/programme/committee/follow-action.ts';
import { holdMeeting } from '#modules/programme/committee/hold-meeting.ts';
import { nameCommittee, nameMember } from '#modules/programme/committee/name-committee.ts';
import type { HubKey } from './content/hubs.ts';
import { said, type Written } from './content/written.ts';
import { adminAt, dayAgo, daysAgo, does, known, type Load } from './load.ts';

/** A committee of the demo; who sits in it is real where a body is, what it said and decided is invented. */
interface DemoCommittee {
  readonly key: string;
  readonly kind: 'coordination' | 'funding';
  readonly names: Written;
  readonly where: HubKey;
  readonly ofHub?: true;
  readonly territory?: string;
  readonly programme: string;
  readonly seats: readonly string[];
  readonly decided: string;
}

const committees: readonly DemoCommittee[] = [
  { key: 'funding-dakhla', kind: 'funding', where: 'dakhla', ofHub: true, programme: 'jisr-tamkin-wa-riyada', seats: ['ads', 'region-dakhla', 'amal-sud', 'entraide'],
    names: ['لجنة التمويل (مثال)', 'Comité de financement (exemple)', 'Funding committee (example)'], decided: 'تمويل المشاريع الثلاثة الأولى بعد توقيع دفاتر التحملات (مثال).' },
  { key: 'region-dakhla', kind: 'coordination', where: 'dakhla', territory: 'MA-12', programme: 'jisr-tamkin-wa-riyada', seats: ['region-dakhla', 'ads', 'entraide'],
    names: ['اللجنة الجهوية للتنسيق (مثال)', 'Comité régional de coordination (exemple)', 'Regional coordination committee (example)'], decided: 'نشر مصفوفة من يفعل ماذا وأين كل ثلاثة أشهر (مثال).' },
  { key: 'medina', kind: 'coordination', where: 'medina', ofHub: true, programme: 'domestic-work-2', seats: ['tcse', 'tunis', 'afturd', 'atfd'],
    names: ['لجنة تنسيق العنقود (مثال)', 'Comité de coordination du cluster (exemple)', 'Coordination committee of the cluster (example)'], decided: 'فتح مداومة قانونية كل ثلاثاء (مثال).' },
];

/** Committees with a meeting that lacked its quorum, one that decided, and actions done, under way and late. */
export async function formCommittees(load: Load): Promise<void> {
  for (const plan of committees.filter(({ where }) => load.hubs.has(where))) await formOne(load, plan);
}

async function formOne(load: Load, { names, where, ofHub, territory, programme, seats, decided, key, kind }: DemoCommittee): Promise<void> {
  const admin = (days: number) => adminAt(load, daysAgo(load, days));
  const { committee } = await does(load, admin(150), nameCommittee, {
    kind, names: said(names), quorum: '3', opened_on: dayAgo(load, 150), programme: known(load.programmes, programme), of_hub: ofHub && known(load.hubs, where), territory,
  });
  load.committees.set(key, committee);
  const members: string[] = [];
  for (const body of seats) members.push((await does(load, admin(150), nameMember, { committee, organization: known(load.bodies, body), votes: 'on', since: dayAgo(load, 150) })).member);
  const meet = (days: number, present: readonly string[], more: object = {}) => does(load, admin(days - 1), holdMeeting, { committee, held_on: dayAgo(load, days), present, language: 'ar', ...more });
  await meet(120, members.slice(0, 2), { minutes: 'لم يكتمل النصاب، فتبادل الحاضرون الأخبار دون قرار (مثال).' });
  const { meeting } = await meet(90, members.slice(0, 3), { minutes: 'نظرت اللجنة في ما أنجز وفي ما ينتظر (مثال).', decisions: [{ decided, for: '3', against: '0', abstained: '0' }] });
  const add = async (what: string, due: number) => (await does(load, admin(89), addAction, { committee, meeting, what, member: members[0], due_on: dayAgo(load, due) })).action;
  const done = await add('إبلاغ الشركاء بالقرار (مثال)', 80);
  await does(load, admin(85), beginAction, { committee, action: done });
  await does(load, admin(82), closeAction, { committee, action: done, state: 'done', on: dayAgo(load, 82), outcome: 'أرسلت الرسائل (مثال).' });
  await does(load, admin(60), beginAction, { committee, action: await add('تحيين قائمة نقاط الاتصال (مثال)', -20) });
  await add('تقديم حصيلة مكتوبة (مثال)', 15);
}
