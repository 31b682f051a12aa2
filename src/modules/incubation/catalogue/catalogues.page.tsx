import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { Num, OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Beside, Card, Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { NumberField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { MultilingualField } from '#ui/multilingual-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { togetherWords } from '../together-words.ts';
import { ventureWords } from '../venture-words.ts';
import { catalogueList, catalogueSheet } from './catalogue.query.ts';
import { makeCatalogue, settledWays, settleWithdrawn } from './catalogues.ts';

/** The catalogues that went to print, and the form that makes one. */
export const cataloguesPage = definePage<View>({
  path: '/catalogues',
  audience: 'staff',
  needs: 'incubation.catalogue-list',
  show: async (visit) => {
    const { view } = visit;
    const words = togetherWords(view);
    const { ready, catalogues } = await visit.ask(catalogueList, {});
    return {
      title: words('catalogues'),
      body: (
        <Stack>
          <PageTitle back={visit.may('incubation.photo-day') ? { href: '/photos', label: ventureWords(view)('photos') } : { href: '/calendar', label: words('calendar') }} lede={words('catalogues.lede')}>{words('catalogues')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Beside aside={visit.may('incubation.make-catalogue') ? <Make visit={visit} ready={ready} /> : null}>
            <Table
              view={view} caption={words('catalogues')} rows={catalogues} rowKey={({ id }) => id} rowHref={({ id }) => `/catalogues/${id}`} empty={<EmptyState title={words('catalogues.none')}>{words('catalogues.none_text')}</EmptyState>}
              columns={[
                { key: 'name', label: words('catalogue.name'), cell: ({ names }) => <Bdi>{inLanguage(names, view.locale.lang).text}</Bdi> },
                { key: 'made', label: words('catalogue.made'), cell: ({ madeAt }) => <OnDate view={view} value={madeAt} /> },
                { key: 'copies', label: words('catalogue.copies'), numeric: true, cell: ({ copies }) => <Num view={view} value={copies} /> },
                { key: 'profiles', label: words('catalogue.profiles'), numeric: true, cell: ({ profiles }) => <Num view={view} value={profiles} /> },
                { key: 'gone', label: words('catalogue.withdrawn'), cell: ({ withdrawn, waiting }) => <>{withdrawn ? <Num view={view} value={withdrawn} /> : '–'}{waiting ? <> <Badge tone="rose">{words('catalogue.waiting', { count: waiting })}</Badge></> : null}</> },
              ]}
            />
          </Beside>
        </Stack>
      ),
    };
  },
  post: { action: makeCatalogue, leadsTo: ({ catalogue }) => `/catalogues/${catalogue}` },
});

const Make = ({ visit, ready }: { visit: Visit<View>; ready: number }): ReactNode => {
  const { view, values, errors } = visit;
  const words = togetherWords(view);
  const f = { view, values, errors };
  return (
    <Card title={words('catalogue.new')}>
      <p>{words('catalogue.ready', { count: ready })}</p>
      <Form {...f} action="/catalogues">
        <MultilingualField {...f} required name="names" label={words('catalogue.name')} />
        <NumberField {...f} required name="copies" label={words('catalogue.copies')} min={1} max={1_000_000} />
        <Button icon="print">{words('catalogue.make')}</Button>
      </Form>
    </Card>
  );
};

type Sheet = Awaited<ReturnType<typeof catalogueSheet.spec.run>>;

/** One catalogue: its file in three languages, who stands in it, and for whoever withdrew what is to be done with the paper. */
export const cataloguePage = definePage<View>({
  path: '/catalogues/:catalogue',
  audience: 'staff',
  needs: 'incubation.catalogue-sheet',
  show: async (visit) => {
    const { view, params } = visit;
    const words = togetherWords(view);
    const sheet = await visit.ask(catalogueSheet, { catalogue: params.catalogue! });
    const waiting = sheet.entries.filter(({ shown, settled }) => !shown && settled === null).length;
    return {
      title: inLanguage(sheet.names, view.locale.lang).text,
      body: (
        <Stack>
          <PageTitle
            back={{ href: '/catalogues', label: words('catalogues') }} lede={<><OnDate view={view} value={sheet.madeAt} /> · {words('catalogue.of_copies', { count: sheet.copies })}</>}
            actions={<Buttons>{(['ar', 'fr', 'en'] as const).map((lang) => <LinkButton key={lang} kind="quiet" icon="print" href={`/catalogues/${sheet.id}/print?in=${lang}`}>{words(`catalogue.in_${lang}`)}</LinkButton>)}</Buttons>}
          ><Bdi>{inLanguage(sheet.names, view.locale.lang).text}</Bdi></PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {waiting ? <Notice view={view} kind="warning" title={words('catalogue.waiting', { count: waiting })}>{words('catalogue.what_to_do')}</Notice> : null}
          <Entries visit={visit} sheet={sheet} />
        </Stack>
      ),
    };
  },
});

const Entries = ({ visit, sheet }: { visit: Visit<View>; sheet: Sheet }): ReactNode => {
  const { view, may } = visit;
  const words = togetherWords(view);
  return (
    <Table
      view={view} caption={words('catalogue.inside')} showCaption rows={sheet.entries} rowKey={({ id }) => id}
      columns={[
        { key: 'place', label: words('catalogue.place'), numeric: true, cell: ({ place }) => <Num view={view} value={place} /> },
        { key: 'who', label: words('catalogue.profile'), cell: ({ name, code }) => (name && code ? <a href={`/made-here/${code}`}><Bdi>{name}</Bdi></a> : <span className="soft">{words('catalogue.gone')}</span>) },
        { key: 'sector', label: ventureWords(view)('venture.sector'), cell: ({ sector }) => ventureWords(view)(`sector.${sector}`) },
        { key: 'picture', label: words('catalogue.picture'), cell: ({ picture }) => words(picture ? 'catalogue.with_picture' : 'catalogue.without_picture') },
        {
          key: 'paper', label: words('catalogue.paper'), cell: ({ id, shown, settled, settledAt }) => (shown ? <Badge tone="olive">{words('catalogue.stands')}</Badge> : settled ? (
            <><Badge tone="door">{words(`settled.${settled}`)}</Badge> {settledAt ? <OnDate view={view} value={settledAt} /> : null}</>
          ) : (
            <div>
              <Badge tone="rose">{words('catalogue.withdrawn')}</Badge>
              {may('incubation.settle-withdrawn') ? <Buttons>{settledWays.map((done) => <PostButton key={done} view={view} kind="quiet" icon="check" action={`/catalogues/${sheet.id}/profiles/${id}`} values={{ done }}>{words(`settle.${done}`)}</PostButton>)}</Buttons> : null}
            </div>
          )),
        },
      ]}
    />
  );
};

/** What was done with the copies, in one press. */
export const settledButton = definePage<View>({
  path: '/catalogues/:catalogue/profiles/:profile',
  audience: 'staff',
  needs: settleWithdrawn.fullName,
  post: { action: settleWithdrawn, input: ({ params }) => ({ catalogue: params.catalogue, profile: params.profile }), leadsTo: ({ catalogue }) => `/catalogues/${catalogue}`, again: cataloguePage },
});
