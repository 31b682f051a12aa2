import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Ltr } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { certificateCheck } from './certificate-check.query.ts';

type Told = Awaited<ReturnType<(typeof certificateCheck)['spec']['run']>>;

async function show(visit: Visit<View>, number: string | undefined) {
  const { view } = visit;
  const words = trainingWords(view);
  const told = number ? await visit.ask(certificateCheck, { number }) : null;
  return {
    title: words('check.title'),
    body: (
      <Stack>
        <PageTitle back={{ href: '/', label: words('open.home') }} lede={words('check.lede')}>{words('check.title')}</PageTitle>
        {told ? <Verdict view={view} told={told} /> : null}
        <form method="get" action="/check-certificate" className="form">
          <TextField view={view} values={{ number: number ?? '' }} errors={{}} required ltr name="number" label={words('check.number')} autoComplete="off" maxLength={20} />
          <Button icon="search">{words('check.do')}</Button>
        </form>
      </Stack>
    ),
  };
}

const Verdict = ({ view, told: { given, number } }: { view: View; told: Told }): ReactNode => {
  const words = trainingWords(view);
  if (!given) return <Notice view={view} kind="warning" title={words('check.false')}>{words('check.false_text')}</Notice>;
  return (
    <>
      <Notice view={view} kind="success" title={words('check.true')}>{words('check.true_text')}</Notice>
      <Card>
        <Facts view={view} facts={[
          given.session !== null && { label: words('col.name'), value: <Said view={view} value={given.session.names} /> },
          given.session !== null && { label: words('cert.dates'), value: <OnDate view={view} value={given.session.starts_at} /> },
          { label: words('check.hub'), value: <Said view={view} value={given.hub} /> },
          { label: words('cert.presence'), value: words('cert.share', { present: given.present, of: given.halfDays }) },
          { label: words('cert.given'), value: <OnDate view={view} value={given.issuedAt} /> },
          { label: words('cert.number'), value: <Ltr>{`${number.slice(0, 5)}-${number.slice(5)}`}</Ltr> },
        ]} />
      </Card>
    </>
  );
};

/** Whether a certificate is true, for anyone: a number typed, or the code of the paper photographed. */
export const checkCertificatePage = definePage<View>({
  path: '/check-certificate', audience: 'citizen', needs: 'training.certificate-check', show: (visit) => show(visit, visit.search.number),
});
export const checkedCertificatePage = definePage<View>({
  path: '/check-certificate/:number', audience: 'citizen', needs: 'training.certificate-check', show: (visit) => show(visit, visit.params.number),
});
