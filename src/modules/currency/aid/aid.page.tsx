import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { CalendarDate, Money, Num, OnDate } from '#ui/amounts.tsx';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons, LinkButton, PostButton } from '#ui/button.tsx';
import { Card, Figure, Grid, Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { Facts } from '#ui/facts.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import { freezeReasons, revokeReasons } from '../codes.ts';
import { categoriesText, formAt, History, Names, StandingBadge } from '../show.tsx';
import { giveWalletLink } from '../wallet/give-wallet-link.ts';
import { currencyWords } from '../words.ts';
import { aidSheet } from './aid-sheet.query.ts';
import { freezeAid, revokeAid, thawAid } from './stop-aid.ts';

type Sheet = Awaited<ReturnType<(typeof aidSheet)['spec']['run']>>;

/** The wallet of one household at the desk: what is left, until when, what moved; frozen, freed, taken back, and the link she reads it by. */
export const aidPage = definePage<View>({
  path: '/aid/wallets/:aid',
  audience: 'staff',
  needs: 'currency.aid-sheet',
  namesPersons: true,
  show: async (visit) => {
    const { view, params, ask } = visit;
    const words = currencyWords(view);
    const aid = await ask(aidSheet, { aid: params.aid! });
    return {
      title: words('wallet'),
      body: (
        <Stack>
          <PageTitle lede={<Names view={view} of={aid.programme.names} />} back={{ href: `/aid/programmes/${aid.programme.id}/households`, label: words('households') }}>{words('wallet')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          <Grid>
            <Figure label={words('left')}><Money view={view} value={aid.free} currency={aid.currency} /></Figure>
            {aid.held > 0 ? <Figure label={words('sum.held')}><Money view={view} value={aid.held} currency={aid.currency} /></Figure> : null}
            <Figure label={words('until')}><CalendarDate view={view} value={aid.until} /></Figure>
          </Grid>
          <Card>
            <Facts view={view} facts={[
              { label: words('carries'), value: aid.person ? <a href={`/people/${aid.person.id}`}><PersonName name={aid.person.name} other={aid.person.other} /> <Ltr>{aid.person.code}</Ltr></a> : '–' },
              { label: words('state'), value: <StandingBadge view={view} standing={aid.standing} /> }, aid.why && { label: words('why'), value: words(`why.${aid.why}`) },
              { label: words('sum.granted'), value: <><Money view={view} value={aid.amount} currency={aid.currency} /> · <OnDate view={view} value={aid.grantedAt} /></> },
              { label: words('adults'), value: <Num view={view} value={aid.adults} /> }, { label: words('minors'), value: <Num view={view} value={aid.minors} /> },
              { label: words('categories'), value: categoriesText(view, aid.categories) }, aid.warnedAt && { label: words('warned'), value: <OnDate view={view} value={aid.warnedAt} /> },
            ]} />
          </Card>
          <Card title={words('history')}><History view={view} lines={aid.history} currency={aid.currency} /></Card>
          <Stops visit={visit} aid={aid} />
          <Card title={words('link')}>
            <p className="soft">{words('link.help')}{aid.doorSince ? <> {words('link.since')} <OnDate view={view} value={aid.doorSince} /></> : null}</p>
            {visit.may('currency.give-wallet-link') ? <Buttons><PostButton view={view} kind="quiet" icon="ticket" action={`/aid/wallets/${aid.id}/link`}>{words(aid.doorSince ? 'link.again' : 'link.give')}</PostButton></Buttons> : null}
          </Card>
        </Stack>
      ),
    };
  },
});

const Stops = ({ visit, aid }: { visit: Visit<View>; aid: Sheet }): ReactNode => {
  const { view, may } = visit;
  const words = currencyWords(view);
  const at = `/aid/wallets/${aid.id}`;
  const [freeze, revoke] = [formAt(visit, `${at}/freeze`), formAt(visit, `${at}/revoke`)];
  const inUse = aid.state === 'loaded' || aid.state === 'frozen';
  if (!inUse) return null;
  return (
    <Card title={words('stop')}>
      {may('currency.voucher-list') ? <p><a href={`${at}/vouchers`}>{words('vouchers.open')}</a></p> : null}
      {aid.state === 'loaded' && may('currency.freeze-aid') ? (
        <Form {...freeze} action={`${at}/freeze`}>
          <SelectField {...freeze} required name="why" label={words('freeze.why')} choices={freezeReasons.map((value) => ({ value, label: words(`why.${value}`) }))} />
          <Buttons><Button kind="quiet" icon="lock">{words('freeze.do')}</Button></Buttons>
        </Form>
      ) : null}
      {aid.state === 'frozen' && may('currency.thaw-aid') ? <Buttons><PostButton view={view} icon="check" action={`${at}/thaw`}>{words('thaw.do')}</PostButton></Buttons> : null}
      {may('currency.revoke-aid') ? (
        <Form {...revoke} action={`${at}/revoke`}>
          <SelectField {...revoke} required name="why" label={words('revoke.why')} choices={revokeReasons.map((value) => ({ value, label: words(`why.${value}`) }))} />
          <Buttons><Button kind="danger" icon="cross">{words('revoke.do')}</Button></Buttons>
        </Form>
      ) : null}
    </Card>
  );
};

/** The link is shown once, in the answer itself, with its square. */
export const giveLinkPage = definePage<View>({
  path: '/aid/wallets/:aid/link',
  audience: 'staff',
  needs: 'currency.give-wallet-link',
  post: {
    action: giveWalletLink, input: ({ params }) => ({ aid: params.aid }), again: aidPage, leadsTo: ({ aid }) => `/aid/wallets/${aid}`,
    shows: ({ aid, token }: { aid: string; token: string }, { view }) => {
      const words = currencyWords(view);
      const address = `${view.origin ?? ''}/w/${token}`;
      return {
        title: words('link'),
        quiet: true,
        body: (
          <Stack>
            <PageTitle back={{ href: `/aid/wallets/${aid}`, label: words('wallet') }} lede={words('link.once')}>{words('link')}</PageTitle>
            <Card>
              <div className="qr-place"><Qr text={address} label={words('link')} /></div>
              <p><Ltr>{address}</Ltr></p>
            </Card>
            <p><LinkButton kind="quiet" icon="back" href={`/aid/wallets/${aid}`}>{words('wallet')}</LinkButton></p>
          </Stack>
        ),
      };
    },
  },
});

/** The forms of a wallet. */
export const aidForms = [
  { path: '/aid/wallets/:aid/freeze', action: freezeAid, again: aidPage }, { path: '/aid/wallets/:aid/thaw', action: thawAid, again: aidPage }, { path: '/aid/wallets/:aid/revoke', action: revokeAid, again: aidPage },
];
