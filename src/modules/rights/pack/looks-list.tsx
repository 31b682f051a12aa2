import type { ReactNode } from 'react';
import { fieldNames } from '#modules/people/public.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi } from '#ui/bdi.tsx';
import type { View } from '#ui/view.ts';
import { rightsWords } from '../words.ts';
import type { PersonPack } from './person-pack.query.ts';

const reasons = ['people', 'desk', 'accompaniment', 'documents', 'messages', 'rights', 'exchange'] as const;

/** Who opened what was sealed of hers, when, which and why; also who tried and was refused. */
export const LooksList = ({ view, pack }: { view: View; pack: PersonPack }): ReactNode => {
  const words = rightsWords(view);
  const looks = pack.sections.find(({ table }) => table === 'core.look')?.rows ?? [];
  if (looks.length === 0) return <p>{words('print.no_looks')}</p>;
  return (
    <ul>
      {looks.map((look) => {
        const why = reasons.find((module) => String(look.action).startsWith(`${module}.`)) ?? 'other';
        const who = look.account_id ? pack.staff[String(look.account_id)] : undefined;
        return (
          <li key={String(look.id)}>
            <AtTime view={view} value={look.at as Date} /> · {who ? <Bdi>{who}</Bdi> : words('print.by_link')} · {' '}
            {look.outcome === 'opened' ? fieldNames(view, look.fields as string[]) : words('print.refused')} · {words(`why.${why}`)}
          </li>
        );
      })}
    </ul>
  );
};
