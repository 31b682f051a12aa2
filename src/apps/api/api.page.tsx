import type { ReactNode } from 'react';
import { type Action, allActions, allQueries, type Query } from '#core/action.ts';
import { definePage } from '#core/page.ts';
import { ruleOf } from '#core/policy/rule.ts';
import { NotFound } from '#core/refusal.ts';
import { nameFor } from '#core/words/named.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Card, DoorCard, Grid, Stack } from '#ui/card.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { apiWords } from './api-words.ts';
import { moduleNames } from './module-names.ts';

const everything = (): readonly (Action | Query)[] => [...allActions().values(), ...allQueries().values()].filter(({ fullName }) => ruleOf(fullName)?.reach !== 'job');
const nameOf = (view: View, module: string): string => (moduleNames[module] ? nameFor(moduleNames[module], view.locale) : module);

/** How another program asks, and the parts of the house it can ask. */
const apiPage = definePage<View>({
  path: '/api',
  audience: 'citizen',
  needs: 'network.hub-doors',
  show: ({ view }) => {
    const words = apiWords(view);
    const modules = [...new Set(everything().map(({ module }) => module))];
    return {
      title: words('title'),
      body: (
        <Stack>
          <PageTitle lede={words('lede')}>{words('title')}</PageTitle>
          <Card title={words('how')}>
            <ul>{(['how_read', 'how_token', 'how_key', 'how_no', 'how_limit'] as const).map((key) => <li key={key}>{words(key)}</li>)}</ul>
            <p><a href="/api/openapi.json">{words('document')}</a></p>
            <p><a href="/hsds/services">{words('hsds')}</a></p>
          </Card>
          <h2>{words('modules')}</h2>
          <Grid>
            {modules.map((module) => (
              <DoorCard key={module} href={`/api/${module}`} icon="list" title={nameOf(view, module)}>
                {words('many', { many: everything().filter((asked) => asked.module === module).length })}
              </DoorCard>
            ))}
          </Grid>
        </Stack>
      ),
    };
  },
});

/** One part: everything that can be done and read there, with its address. */
const apiModulePage = definePage<View>({
  path: '/api/:module',
  audience: 'citizen',
  needs: 'network.hub-doors',
  show: ({ view, params }) => {
    const words = apiWords(view);
    const here = everything().filter(({ module }) => module === params.module);
    if (!here.length) throw new NotFound();
    return {
      title: nameOf(view, params.module!),
      body: (
        <Stack>
          <PageTitle lede={view.locale.lang === 'en' ? undefined : words('english')} back={{ href: '/api', label: words('back') }}>{nameOf(view, params.module!)}</PageTitle>
          <Part view={view} title={words('does')} asked={here.filter(({ kind }) => kind === 'action')} />
          <Part view={view} title={words('reads')} asked={here.filter(({ kind }) => kind === 'query')} />
        </Stack>
      ),
    };
  },
});

function Part({ view, title, asked }: { view: View; title: string; asked: readonly (Action | Query)[] }): ReactNode {
  const words = apiWords(view);
  if (!asked.length) return null;
  return (
    <Card title={title}>
      <Table
        view={view} caption={title} rows={asked} rowKey={({ fullName }) => fullName}
        columns={[
          { key: 'address', label: words('address'), cell: ({ fullName, kind }) => <Ltr>{`${kind === 'action' ? 'POST' : 'GET'} /api/v1/${fullName.replace('.', '/')}`}</Ltr> },
          { key: 'says', label: words('says'), cell: ({ spec }) => <span lang="en" dir="ltr">{spec.says}</span> },
          { key: 'who', label: words('who'), cell: ({ fullName }) => words(ruleOf(fullName)?.reach === 'public' ? 'public' : 'token') },
        ]}
      />
    </Card>
  );
}

/** The pages for people who write programs. */
export const apiPages = [apiPage, apiModulePage];
