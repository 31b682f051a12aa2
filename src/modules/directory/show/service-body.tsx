import type { ReactNode } from 'react';
import { Money } from '#ui/amounts.tsx';
import { Audio } from '#ui/audio.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { Phone } from '#ui/phone.tsx';
import type { View } from '#ui/view.ts';
import { wordsOfTest } from '../eligibility/words-of-test.ts';
import type { ClientTest } from '../eligibility/client-test.ts';
import type { ServiceSheet } from '../service-page/service-page.query.ts';
import { directoryWords } from '../words.ts';
import { InLang, plainIn, ProseInLang } from './in-lang.tsx';
import { Openings } from './openings.tsx';
import { Places } from './places.tsx';
import { languageName, listed, modeName, stageName, typeName } from './names-of-codes.ts';

interface Shown {
  readonly view: View;
  readonly sheet: ServiceSheet;
}

/** What the service is, who gives it, how, and how it sounds. */
export const AboutService = ({ view, sheet: { entry, provider } }: Shown): ReactNode => {
  const words = directoryWords(view);
  const machine = entry.textStatus[view.locale.lang] === 'machine';
  return (
    <Card title={words('sheet.about')}>
      {entry.audio.map(({ id, variety }) => (
        <Audio key={id} view={view} src={`/audio/${id}`} lang={variety} label={words('listen', { variety: languageName(view, variety) })} />
      ))}
      <ProseInLang view={view} value={entry.descriptions} />
      {machine ? <p className="soft">{words('machine_text')}</p> : null}
      <Facts
        view={view}
        facts={[
          { label: words('type'), value: listed(view, entry.types.map((code) => typeName(view, code))) },
          { label: words('provider'), value: provider ? <InLang view={view} value={provider.names} /> : null },
          { label: words('mode'), value: listed(view, entry.modes.map((code) => modeName(view, code))) },
          entry.stages.length > 0 && { label: words('stage'), value: listed(view, entry.stages.map((code) => stageName(view, code))) },
          entry.languages.length > 0 && { label: words('language'), value: listed(view, entry.languages.map((code) => languageName(view, code))) },
          { label: words('waiting'), value: entry.waitingDays === null ? null : words('waiting_days', { days: entry.waitingDays }) },
          entry.childcare && { label: words('childcare'), value: '✓' },
          entry.transportHelp && { label: words('transport'), value: '✓' },
        ]}
      />
    </Card>
  );
};

/** Places, hours and the way to reach the service. */
export const ReachService = ({ view, sheet: { entry, territories } }: Shown): ReactNode => {
  const words = directoryWords(view);
  const areas = entry.areas.map((code) => plainIn(view, territories[code] ?? { en: code }));
  return (
    <Card title={words('directory.how')}>
      <Places view={view} places={entry.places} territories={territories} />
      <Openings view={view} openings={entry.openings} />
      <Facts
        view={view}
        facts={[
          areas.length > 0 && { label: words('sheet.areas'), value: listed(view, areas) },
          Boolean(entry.phone) && { label: words('sheet.phone'), value: <Phone view={view} number={entry.phone} call /> },
          Boolean(entry.email) && { label: words('sheet.email'), value: <a href={`mailto:${entry.email}`}><Ltr>{entry.email}</Ltr></a> },
          Boolean(entry.url) && { label: words('sheet.url'), value: <a href={entry.url ?? ''} rel="noreferrer"><Ltr>{entry.url}</Ltr></a> },
        ]}
      />
    </Card>
  );
};

/** Who may have it, and who comes first. */
export const WhoMayHaveIt = ({ view, sheet: { entry, territories } }: Shown): ReactNode => {
  const words = directoryWords(view);
  const list = (tests: readonly ClientTest[]): ReactNode => (
    <ul>
      {tests.map((test) => {
        const said = wordsOfTest(view, test, (code) => plainIn(view, territories[code] ?? { en: code }));
        return <li key={test.id}><Bdi lang={said.lang}>{said.text}</Bdi></li>;
      })}
    </ul>
  );
  return (
    <Card title={words('sheet.eligibility')} id="eligibility">
      {entry.rules.length ? <><p>{words('sheet.rules')}</p>{list(entry.rules)}</> : <p>{words('sheet.no_rules')}</p>}
      {entry.priorities.length ? (
        <>
          <h3>{words('sheet.priorities')}</h3>
          {list(entry.priorities)}
          <p className="soft">{words('sheet.priorities_help')}</p>
        </>
      ) : null}
    </Card>
  );
};

/** Papers, price, and what may be lost by accepting. */
export const PapersAndPrice = ({ view, sheet: { entry } }: Shown): ReactNode => {
  const words = directoryWords(view);
  return (
    <Card title={words('form.section_price')}>
      <h3>{words('sheet.documents')}</h3>
      {entry.documents.length ? <ul>{entry.documents.map(({ id, names }) => <li key={id}><InLang view={view} value={names} /></li>)}</ul> : <p>{words('sheet.no_documents')}</p>}
      <h3>{words('sheet.costs')}</h3>
      {entry.costs.length === 0 ? <p>{words('sheet.cost_unknown')}</p> : (
        <ul>
          {entry.costs.map(({ id, amountMinor, currency, names }) => (
            <li key={id}>{amountMinor === 0 ? words('free') : <Money view={view} value={amountMinor} currency={currency} />}{Object.keys(names).length ? <> – <InLang view={view} value={names} /></> : null}</li>
          ))}
        </ul>
      )}
      <h3>{words('sheet.may_lose')}</h3>
      {entry.mayLose.length === 0 ? <p>{words('sheet.no_loss')}</p> : (
        <ul>{entry.mayLose.map(({ id, kind, names }) => <li key={id}>{words(`loss.${kind}` as 'loss.aid')} – <InLang view={view} value={names} /></li>)}</ul>
      )}
    </Card>
  );
};
