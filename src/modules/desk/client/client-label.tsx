import type { ReactNode } from 'react';
import { inLanguage } from '#core/input.ts';
import type { ClientName } from '#modules/people/public.ts';
import { Bdi, PersonName } from '#ui/bdi.tsx';
import { Icon } from '#ui/icon.tsx';
import type { View } from '#ui/view.ts';

/** The client of a row: a person by her name in both scripts, an organization by its name in the reader's language. */
export const ClientLabel = ({ view, client }: { view: View; client: ClientName }): ReactNode => {
  if (client.kind === 'person') return <PersonName name={client.name} other={client.other} />;
  const { text, lang } = inLanguage(client.names, view.locale.lang);
  return (
    <>
      <Icon name="people" /> <Bdi lang={lang}>{text}</Bdi>
    </>
  );
};
