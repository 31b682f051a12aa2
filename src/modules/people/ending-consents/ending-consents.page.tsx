import { inLanguage } from '#core/input.ts';
import { definePage } from '#core/page.ts';
import { OnDate } from '#ui/amounts.tsx';
import { Badge } from '#ui/badge.tsx';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { Stack } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Pager } from '#ui/pager.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { consentWords } from '../consent-words.ts';
import { peopleWords } from '../words.ts';
import { endingConsents, endingDays, pageSize } from './ending-consents.query.ts';

/** The list of consents to ask about again, each leading to the question. */
export const endingConsentsPage = definePage<View>({
  path: '/people/consents',
  audience: 'staff',
  needs: 'people.ending-consents',
  namesPersons: true,
  show: async ({ view, search, ask }) => {
    const words = consentWords(view);
    const people = peopleWords(view);
    const { consents, total, page } = await ask(endingConsents, { page: Math.max(1, Number(search.page) || 1) });
    return {
      title: words('ending.title'),
      body: (
        <Stack>
          <PageTitle lede={words('ending.lede', { days: endingDays })} back={{ href: '/people', label: people('back') }}>{words('ending.title')}</PageTitle>
          <Table
            view={view} caption={words('ending.title')} rows={consents} rowKey={({ id, purpose, recipient }) => `${id} ${purpose} ${recipient}`}
            empty={<EmptyState title={words('ending.none')} />}
            columns={[
              { key: 'person', label: words('ending.person'), cell: ({ person, id }) => <a href={`/people/${id}/consent`}>{person ? <PersonName name={person.name} other={person.other} /> : '—'}</a> },
              { key: 'purpose', label: people('consent.purpose'), cell: ({ purpose, partner }) => {
                const name = partner && inLanguage(partner, view.locale.lang);
                return <>{people(`purpose.${purpose}`)}{name ? <> · <Bdi lang={name.lang}>{name.text}</Bdi></> : null}</>;
              } },
              { key: 'ends', label: words('ending.ends'), cell: ({ until, over }) => <><OnDate view={view} value={until} /> {over ? <Badge tone="rose" icon="clock">{words('ending.over')}</Badge> : null}</> },
              { key: 'renew', label: words('page.renew'), cell: ({ id, purpose, recipient, fields }) => (
                <a href={`/people/${id}/consent?${new URLSearchParams({ purpose, ...(recipient ? { recipient, fields: fields.join(',') } : {}) })}`}>{words('page.renew')}</a>
              ) },
            ]}
          />
          {total > 0 ? <Pager view={view} page={page} pageSize={pageSize} total={total} /> : null}
        </Stack>
      ),
    };
  },
});
