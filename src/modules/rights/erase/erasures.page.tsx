import type { ReactNode } from 'react';
import { inLanguage, type Multilingual } from '#core/input.ts';
import { definePage, type Visit } from '#core/page.ts';
import { AtTime, CalendarDate, Num } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, Buttons } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { Confirm } from '../confirm-request/confirm.tsx';
import { holdReasons, refusalReasons } from '../codes.ts';
import { endHold, setHold } from '../hold/set-hold.ts';
import { endedRetention } from '../retention/ended-retention.query.ts';
import { proposeEnded } from '../retention/propose-ended.ts';
import { rightsWords } from '../words.ts';
import { decideErasure } from './decide-erasure.ts';
import { erasures, erasuresWaiting } from './erasures.query.ts';

type Erasure = Awaited<ReturnType<(typeof erasures)['spec']['run']>>['erasures'][number];
const HERE = '/rights';

/** Where erasures are decided by a second person, held back, and where time of keeping that is over is seen before anything is done. */
export const erasuresPage = definePage<View>({
  path: HERE,
  audience: 'staff',
  needs: 'rights.erasures',
  menu: { label: (reader) => rightsWords(reader)('erasures.title'), order: 78, group: 'care', icon: 'scales', waiting: erasuresWaiting },
  show: async (visit) => {
    const { view } = visit;
    const words = rightsWords(view);
    const { erasures: rows, accesses } = await visit.ask(erasures, {});
    return {
      title: words('erasures.title'),
      quiet: true,
      body: (
        <Stack>
          <PageTitle lede={words('erasures.lede')}>{words('erasures.title')}</PageTitle>
          {rows.length === 0 ? <p className="soft">{words('erasures.none')}</p> : rows.map((each) => <One key={each.id} visit={visit} of={each} />)}
          {accesses.map((each) => (
            <Card key={each.id} title={words('kind.access')}>
              <p>
                {words('told', { label: words('erasures.number') })} <Ltr>{each.number}</Ltr> · <Named view={view} names={each.hub} /> · {words('told', { label: words('asked') })} <AtTime view={view} value={each.askedAt} /> · {words('told', { label: words('due') })} <CalendarDate view={view} value={each.dueOn} />
                <Late view={view} of={each} />
                {each.askedBy ? <> · {words('told', { label: words('erasures.asked_by') })} <Bdi>{each.askedBy}</Bdi></> : null}
              </p>
              <Confirm visit={visit} action={`${HERE}/${each.id}/confirm`} mine={each.mine} />
            </Card>
          ))}
          {visit.may('rights.ended-retention') ? <Retention visit={visit} ended={(await visit.ask(endedRetention, {})).ended} /> : null}
        </Stack>
      ),
    };
  },
});

const Named = ({ view, names }: { view: View; names: Multilingual | null }): ReactNode =>
  names ? <Bdi lang={inLanguage(names, view.locale.lang).lang}>{inLanguage(names, view.locale.lang).text}</Bdi> : null;

const Late = ({ view, of: { late } }: { view: View; of: { readonly late: boolean } }): ReactNode =>
  late ? <Badge tone="rose" icon="clock">{rightsWords(view)('late')}</Badge> : null;

const One = ({ visit, of }: { visit: Visit<View>; of: Erasure }): ReactNode => {
  const { view } = visit;
  const words = rightsWords(view);
  const base = `${HERE}/${of.id}`;
  const at = (path: string) => ({ view, values: view.path === path ? visit.values : {}, errors: view.path === path ? visit.errors : {} });
  return (
    <Card title={<Named view={view} names={of.hub} />}>
      <p>
        {of.code ? <>{words('told', { label: words('waiting.code') })} <strong><Ltr>{of.code}</Ltr></strong> · </> : null}{words('told', { label: words('erasures.number') })} <Ltr>{of.number}</Ltr>
      </p>
      <p>
        <Badge tone={of.state === 'open' ? 'saffron' : 'olive'}>{words(`state.${of.state}`)}</Badge> {words(`basis.${of.basis}`)} · {words('told', { label: words('asked') })} <AtTime view={view} value={of.askedAt} /> ·{' '}
        {words('told', { label: words('due') })} <CalendarDate view={view} value={of.dueOn} /> <Late view={view} of={of} />{of.askedBy ? <> · {words('told', { label: words('erasures.asked_by') })} <Bdi>{of.askedBy}</Bdi></> : null}
      </p>
      {of.reason ? <p>{words(`reason.${of.reason}`)}</p> : null}
      {of.holds.map((hold) => (
        <div key={hold.id}>
          <p>{words('hold.held', { why: words(`reason.${hold.why}`) })} <CalendarDate view={view} value={hold.until} /></p>
          {visit.may('rights.end-hold') ? <Form {...at(`${HERE}/holds/${hold.id}/end`)} action={`${HERE}/holds/${hold.id}/end`}><Buttons><Button kind="quiet">{words('hold.lift')}</Button></Buttons></Form> : null}
        </div>
      ))}
      {of.state === 'erased' ? <p><a href={`${base}/certificate`}>{words('erasures.certificate')}</a> · <a href={`/certificates/${of.id}`}>{words('erasures.file')}</a></p> : null}
      {of.state !== 'open' ? null : of.mine ? <p className="soft">{words('erasures.mine')}</p> : of.forDpo && !visit.may('rights.set-hold') ? <p className="soft">{words('erasures.for_dpo')}</p> : (
        <Form {...at(`${base}/decide`)} action={`${base}/decide`}>
          <Radios {...at(`${base}/decide`)} required name="decision" label={words('erasures.decision')} choices={(['erase', 'refuse'] as const).map((value) => ({ value, label: words(`erasures.${value}`) }))} />
          <SelectField {...at(`${base}/decide`)} name="reason" label={words('reason')} choices={[{ value: '', label: '—' }, ...refusalReasons.map((value) => ({ value, label: words(`reason.${value}`) }))]} />
          <Buttons><Button icon="check">{words('erasures.decide')}</Button></Buttons>
        </Form>
      )}
      {of.state === 'open' && visit.may('rights.set-hold') ? (
        <details>
          <summary>{words('hold.title')}</summary>
          <Form {...at(`${base}/hold`)} action={`${base}/hold`}>
            <Radios {...at(`${base}/hold`)} required name="why" label={words('hold.why')} choices={holdReasons.map((value) => ({ value, label: words(`reason.${value}`) }))} />
            <DateField {...at(`${base}/hold`)} required name="until" label={words('hold.until')} />
            <Buttons><Button kind="quiet" icon="lock">{words('hold.save')}</Button></Buttons>
          </Form>
        </details>
      ) : null}
    </Card>
  );
};

const Retention = ({ visit, ended }: { visit: Visit<View>; ended: Awaited<ReturnType<(typeof endedRetention)['spec']['run']>>['ended'] }): ReactNode => {
  const { view } = visit;
  const words = rightsWords(view);
  const mine = view.path === `${HERE}/ended`;
  return (
    <Card title={words('retention.title')}>
      <p className="soft">{words('retention.lede')}</p>
      {ended.length === 0 ? <p>{words('retention.none')}</p> : (
        <>
          <Table
            view={view} caption={words('retention.title')} rows={ended} rowKey={({ person, hub }) => `${person} ${hub}`}
            columns={[
              { key: 'hub', label: words('erasures.hub'), cell: ({ hubNames }) => <Named view={view} names={hubNames} /> },
              { key: 'last', label: words('retention.last'), cell: ({ last }) => <AtTime view={view} value={last} /> },
              { key: 'months', label: words('retention.months'), numeric: true, cell: ({ months }) => <Num view={view} value={months} /> },
            ]}
          />
          <Form view={view} values={mine ? visit.values : {}} errors={mine ? visit.errors : {}} action={`${HERE}/ended`}>
            <Buttons><Button kind="quiet">{words('retention.propose')}</Button></Buttons>
          </Form>
        </>
      )}
    </Card>
  );
};

const posts = { audience: 'staff' as const };

/** Takes the decision of the second person. */
export const decideErasurePage = definePage<View>({
  ...posts, path: '/rights/:request/decide', needs: 'rights.decide-erasure',
  post: { action: decideErasure, input: ({ params }) => ({ request: params.request }), leadsTo: () => HERE, again: erasuresPage },
});

/** Holds an erasure back until a day. */
export const setHoldPage = definePage<View>({
  ...posts, path: '/rights/:request/hold', needs: 'rights.set-hold',
  post: { action: setHold, input: ({ params }) => ({ request: params.request }), leadsTo: () => HERE, again: erasuresPage },
});

/** Lifts what held it back. */
export const endHoldPage = definePage<View>({
  ...posts, path: '/rights/holds/:hold/end', needs: 'rights.end-hold',
  post: { action: endHold, input: ({ params }) => ({ hold: params.hold }), leadsTo: () => HERE, again: erasuresPage },
});

/** Proposes those whose time is over. */
export const proposeEndedPage = definePage<View>({
  ...posts, path: '/rights/ended', needs: 'rights.propose-ended',
  post: { action: proposeEnded, leadsTo: () => HERE, again: erasuresPage },
});
