import type { ReactNode } from 'react';
import { Money, Num, Percent } from './amounts.tsx';
import { Audio } from './audio.tsx';
import { Badge } from './badge.tsx';
import { Ltr, PersonName } from './bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from './button.tsx';
import { Beside, Card, DoorCard, Figure, Grid, Stack } from './card.tsx';
import { BarChart } from './chart.tsx';
import { EmptyState } from './empty-state.tsx';
import { Facts } from './facts.tsx';
import type { FormState } from './field-values.ts';
import { Filters } from './filters.tsx';
import { Icon, Pictogram } from './icon.tsx';
import { type IconName, iconPaths, servicePictures } from './icon-paths.ts';
import { Notice } from './notice.tsx';
import { PageTitle } from './page-title.tsx';
import { Pager } from './pager.tsx';
import { Qr } from './qr.tsx';
import { SpecimenForm } from './specimen-form.tsx';
import { specimenWords } from './specimen-words.ts';
import { Steps } from './steps.tsx';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { Timeline } from './timeline.tsx';
import { SelectField } from './choice.tsx';
import { TextField } from './field.tsx';
import type { View } from './view.ts';

const people = [
  { id: 'A-017', name: 'خديجة بن عمر', other: 'Khadija Ben Omar', phone: '+216 20 000 017', paid: 36000500, tone: 'olive', state: 'open' },
  { id: 'A-018', name: 'Fatma Aït Lahcen', other: 'فاطمة آيت لحسن', phone: '+216 20 000 018', paid: 0, tone: 'saffron', state: 'waiting' },
  { id: 'A-019', name: 'نور الهدى', other: null, phone: '+216 20 000 019', paid: 1250, tone: 'rose', state: 'late' },
] as const;

/** Every component of the kit with invented persons and figures, so that whoever changes one sees all of them. */
export const Specimen = ({ view }: { view: View }): ReactNode => {
  const say = specimenWords(view);
  return (
    <>
      <PageTitle
        lede={say('lede')}
        back={{ href: '#', label: say('people') }}
        actions={
          <>
            <LinkButton kind="quiet" href="#" icon="print">{say('slip')}</LinkButton>
            <PostButton view={view} action="#" icon="bell">{say('call_next')}</PostButton>
          </>
        }
      >
        {say('title')}
      </PageTitle>
      <Notice view={view} kind="success">{say('saved')}</Notice>
      <Grid>
        <DoorCard href="#" icon="door" title={say('door_hub')}>{say('door_hub_text')}</DoorCard>
        <DoorCard href="#" icon="training" title={say('door_training')}>{say('door_training_text')}</DoorCard>
        <DoorCard href="#" icon="seedling" title={say('door_call')}>{say('door_call_text')}</DoorCard>
      </Grid>
      <Steps
        view={view}
        label={say('path')}
        steps={[
          { key: '1', label: say('step_welcome'), state: 'done' },
          { key: '2', label: say('step_needs'), state: 'done' },
          { key: '3', label: say('step_plan'), state: 'current', href: '#' },
          { key: '4', label: say('step_funding'), state: 'next' },
        ]}
      />
      <Tabs
        view={view}
        label={say('title')}
        tabs={[
          { href: '#a', label: say('tab_file'), current: true },
          { href: '#b', label: say('tab_meetings'), count: 3 },
          { href: '#c', label: say('tab_project') },
        ]}
      />
      <Beside aside={<Aside view={view} />}>
        <PeopleList view={view} />
        <Pictures view={view} />
        <EmptyState title={say('empty')} action={<LinkButton href="#" icon="plus">{say('add')}</LinkButton>}>
          {say('empty_text')}
        </EmptyState>
        <SpecimenForm view={view} />
      </Beside>
    </>
  );
};

const PeopleList = ({ view }: { view: View }): ReactNode => {
  const say = specimenWords(view);
  const f: FormState = { view, values: {}, errors: {} };
  return (
    <Stack>
      <Filters view={view}>
        <TextField {...f} unmarked name="q" label={say('name')} />
        <SelectField {...f} unmarked name="state" label={say('state')} choices={[{ value: 'open', label: say('open') }]} />
      </Filters>
      <Table
        view={view}
        caption={say('people')}
        rows={people}
        rowKey={(row) => row.id}
        rowHref={(row) => `#${row.id}`}
        sort="name"
        columns={[
          { key: 'name', label: say('name'), sortable: true, cell: (row) => <PersonName name={row.name} other={row.other} /> },
          { key: 'file', label: say('file'), cell: (row) => <Ltr>{row.id}</Ltr> },
          { key: 'phone', label: say('phone'), cell: (row) => <Ltr>{row.phone}</Ltr> },
          { key: 'state', label: say('state'), cell: (row) => <Badge tone={row.tone}>{say(row.state)}</Badge> },
          { key: 'paid', label: say('paid'), numeric: true, sortable: true, cell: (row) => <Money view={view} value={row.paid} currency="TND" /> },
        ]}
      />
      <Pager view={view} page={2} pageSize={25} total={36000} csvHref="#csv" />
    </Stack>
  );
};

const Pictures = ({ view }: { view: View }): ReactNode => {
  const say = specimenWords(view);
  return (
    <Card title={say('figures')}>
      <Grid>
        <Figure label={say('women')} href="#" note={say('source')}><Num view={view} value={36000} /></Figure>
        <Figure label={say('share')}><Percent view={view} value={0.305} /></Figure>
      </Grid>
      <BarChart
        view={view}
        title={say('chart')}
        bars={[
          { key: 'a', label: say('step_welcome'), value: 1240, target: 1000 },
          { key: 'b', label: say('step_needs'), value: 820, target: 1000, tone: 'olive' },
          { key: 'c', label: say('step_funding'), value: 96, target: 210, tone: 'clay' },
        ]}
      />
      <Grid>
        {Object.keys(servicePictures).map((code) => (
          <div key={code} className="buttons"><Pictogram code={code} /> <Ltr>{code}</Ltr></div>
        ))}
      </Grid>
      <p>{(Object.keys(iconPaths) as IconName[]).map((name) => <Icon key={name} name={name} />)}</p>
    </Card>
  );
};

const Aside = ({ view }: { view: View }): ReactNode => {
  const say = specimenWords(view);
  return (
    <>
      <Card title={say('facts')}>
        <Facts
          view={view}
          facts={[
            { label: say('name'), value: <PersonName name="خديجة بن عمر" other="Khadija Ben Omar" /> },
            { label: say('phone'), value: <Ltr>+216 20 000 017</Ltr> },
            { label: say('birth'), value: null },
          ]}
        />
      </Card>
      <Card title={say('history')}>
        <Timeline
          view={view}
          withHour
          moments={[
            { key: '1', at: new Date('2026-11-21T09:35:00Z'), title: say('step_needs'), icon: 'message', body: <p>{say('door_hub_text')}</p> },
            { key: '2', at: new Date('2026-11-14T08:05:00Z'), title: say('step_welcome'), icon: 'door' },
          ]}
        />
      </Card>
      <Notice view={view} kind="warning">{say('warning')}</Notice>
      <Notice view={view} kind="danger">{say('danger')}</Notice>
      <Notice view={view}>{say('info')}</Notice>
      <Audio view={view} src="/none.mp3" lang="ar-TN" />
      <Qr text="https://hadina.example/t/A017" label={say('slip')} />
      <Buttons>
        <Button>{say('add')}</Button>
        <Button kind="quiet">{say('slip')}</Button>
        <Button kind="danger" icon="cross">{say('remove')}</Button>
      </Buttons>
    </>
  );
};
