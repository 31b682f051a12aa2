import { inLanguage, type Multilingual } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { peopleWords } from '../words.ts';
import { alarmList, findings } from './alarm-list.query.ts';
import { alarmsWaiting } from './alarms-waiting.query.ts';
import { answerAlarm } from './answer-alarm.ts';
import { plantBaitFile } from './plant-bait-file.ts';

type Listed = Awaited<ReturnType<typeof alarmList.spec.run>>;

const path = '/alarms';

/** What the house noticed about colleagues' reading, with its answers; and, for the auditor, the files planted as bait. */
export const alarmsPage = definePage<View>({
  path,
  audience: 'staff',
  needs: 'people.alarm-list',
  menu: { label: (reader) => peopleWords(reader)('alarms.title'), order: 74, group: 'care', icon: 'eye', waiting: alarmsWaiting },
  show: async (visit) => {
    const { view, search, refusal } = visit;
    const words = peopleWords(view);
    const { alarms, bait } = await visit.ask(alarmList, {});
    return {
      title: words('alarms.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('alarms.lede')}>{words('alarms.title')}</PageTitle>
          {search.done ? <Notice view={view} kind="success">{words(search.done === 'bait' ? 'alarms.bait_done' : 'alarms.done')}</Notice> : null}
          {refusal ? <Notice view={view} kind="warning">{refusal.text}</Notice> : null}
          {alarms.length === 0 ? <EmptyState title={words('alarms.none')}>{words('alarms.none_lede')}</EmptyState>
            : <ul className="found">{alarms.map((alarm) => <Alarm key={alarm.id} visit={visit} alarm={alarm} />)}</ul>}
          {visit.may('people.plant-bait-file') && bait.length > 0 ? <Bait visit={visit} bait={bait} /> : null}
        </Stack>
      ),
    };
  },
});

const Alarm = ({ visit, alarm }: { visit: Visit<View>; alarm: Listed['alarms'][number] }) => {
  const { view } = visit;
  const words = peopleWords(view);
  return (
    <li>
      <p><strong><Bdi>{alarm.who ?? '–'}</Bdi></strong> · {words(`alarms.kind.${alarm.kind === 'bait-opened' ? 'bait' : 'stopped'}`, { files: alarm.files ?? 0 })}</p>
      <p className="soft"><AtTime view={view} value={alarm.at} />{alarm.hub ? <> · <Called view={view} names={alarm.hub} /></> : null}</p>
      {alarm.finding ? (
        <p><Badge tone={alarm.finding === 'explained' ? 'olive' : alarm.finding === 'misuse' ? 'rose' : 'saffron'}>{words(`alarms.finding.${alarm.finding}`)}</Badge> {words('alarms.by', { name: alarm.answeredBy ?? '–' })}</p>
      ) : visit.may('people.answer-alarm') ? (
        <Buttons>
          {findings.map((finding) => (
            <PostButton key={finding} view={view} kind={finding === 'misuse' ? 'danger' : 'quiet'} action={`${path}/${alarm.id}/answer`} values={{ finding }}>{words(`alarms.finding.${finding}`)}</PostButton>
          ))}
        </Buttons>
      ) : <p><Badge tone="saffron">{words('alarms.waits')}</Badge></p>}
    </li>
  );
};

const Called = ({ view, names }: { view: View; names: Multilingual }) => {
  const { text, lang } = inLanguage(names, view.locale.lang);
  return <Bdi lang={lang}>{text}</Bdi>;
};

const Bait = ({ visit, bait }: { visit: Visit<View>; bait: Listed['bait'] }) => {
  const { view, values, errors } = visit;
  const words = peopleWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('alarms.bait')}>
      <p className="soft">{words('alarms.bait_lede')}</p>
      <ul>{bait.filter(({ files }) => files > 0).map(({ hub, names, files }) => <li key={hub}><Called view={view} names={names} /> · <Num view={view} value={files} /></li>)}</ul>
      <Form {...f} action={`${path}/bait`}>
        <SelectField {...f} name="hub" label={words('alarms.bait_hub')} required choices={bait.map(({ hub, names }) => ({ value: hub, label: inLanguage(names, view.locale.lang).text }))} />
        <TextField {...f} name="name" label={words('alarms.bait_name')} help={words('alarms.bait_help')} required />
        <TextField {...f} name="birth_year" label={words('birth_year')} ltr />
        <Radios {...f} name="sex" label={words('alarms.bait_sex')} required choices={(['female', 'male'] as const).map((value) => ({ value, label: words(`alarms.bait_${value}`) }))} />
        <Buttons><Button icon="plus">{words('alarms.bait_plant')}</Button></Buttons>
      </Form>
    </Card>
  );
};

/** Posts of the page of alarms. */
export const alarmPosts = [
  definePage<View>({ path: `${path}/bait`, audience: 'staff', needs: 'people.plant-bait-file', post: { action: plantBaitFile, leadsTo: () => `${path}?done=bait`, again: alarmsPage } }),
  definePage<View>({ path: `${path}/:alarm/answer`, audience: 'staff', needs: 'people.answer-alarm', post: { action: answerAlarm, input: ({ params }) => ({ alarm: params.alarm }), leadsTo: () => `${path}?done=1`, again: alarmsPage } }),
];
