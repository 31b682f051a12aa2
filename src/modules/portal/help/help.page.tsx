import type { ReactNode } from 'react';
import { definePage, type Visit } from '#core/page.ts';
import { NotFound } from '#core/refusal.ts';
import { countryFacts } from '#core/words/countries.ts';
import { type Country, countries } from '#core/words/locale.ts';
import { nameFor } from '#core/words/named.ts';
import { lawsOf } from '#core/words/protection-law.ts';
import { Ltr } from '#ui/bdi.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { Said } from '../hub-door/said.tsx';
import { portalWords } from '../words.ts';
import { helpSheet } from './help-sheet.query.ts';

/** Help for somebody who may be watched: lines of her country, a door to come to, and the way out first. */
export const helpPage = definePage<View>({ path: '/help', audience: 'help', needs: 'portal.help-sheet', show: (visit) => showHelp(visit, visit.view.locale.country) });

/** The same for another country. */
export const helpOfCountryPage = definePage<View>({
  path: '/help/:country',
  audience: 'help',
  needs: 'portal.help-sheet',
  show: (visit) => {
    const country = countries.find((one) => one.toLowerCase() === visit.params.country!.toLowerCase());
    // Another country's numbers would send her to the wrong line.
    if (!country) throw new NotFound();
    return showHelp(visit, country);
  },
});

async function showHelp(visit: Visit<View>, country: Country) {
  const { view } = visit;
  const words = portalWords(view);
  const sheet = await visit.ask(helpSheet, {});
  const others = countries.filter((one) => one !== country && (sheet.countries.includes(one) || countryFacts[one].helpLines.length > 0));
  return {
    // Neither the tab nor the list of pages visited tells what this page is about.
    title: words('help.neutral_title'),
    body: (
      <Stack>
        <Languages view={view} />
        <PageTitle lede={words('help.lede')}>{words('help.title')}</PageTitle>
        <Lines view={view} country={country} />
        <Rights view={view} country={country} />
        <Card title={words('help.come')}><p>{words('help.come_says')}</p><p><a href="/hubs">{words('hubs.title')}</a></p></Card>
        <Card title={words('help.phone')}><ul><li>{words('help.phone_list')}</li><li>{words('help.phone_other')}</li><li>{words('help.phone_history')}</li></ul></Card>
        {sheet.texts.length ? <Card title={words('help.texts')}><ul>{sheet.texts.map(({ id, titles }) => <li key={id}><a href={`/help/text/${id}`}><Said view={view} value={titles} /></a></li>)}</ul></Card> : null}
        {others.length ? <p>{words('help.elsewhere')} {others.map((one) => <span key={one}><a href={`/help/${one.toLowerCase()}`}>{nameFor(countryFacts[one].name, view.locale)}</a> </span>)}</p> : null}
      </Stack>
    ),
  };
}

/** The help lines of one country; where none is known to us the page says so rather than invent one. */
const Lines = ({ view, country }: { view: View; country: Country }): ReactNode => {
  const words = portalWords(view);
  const { helpLines, name } = countryFacts[country];
  return (
    <Card title={words('help.lines', { where: nameFor(name, view.locale) })}>
      {helpLines.length === 0 ? <p>{words('help.no_lines')}</p> : null}
      <ul className="plain stack">
        {helpLines.map(({ number, about, allHours }) => (
          <li key={number}>
            <a className="button" href={`tel:${number}`}><Icon name="phone" /> <Ltr>{number}</Ltr></a>
            <p>{nameFor(about, view.locale)} · <span className="soft">{words(allHours ? 'help.all_hours' : 'help.hours_unsure')}</span></p>
          </li>
        ))}
      </ul>
    </Card>
  );
};

/** What the law of the country gives, where somebody read it for us; said to wait for a lawyer's eye. */
const Rights = ({ view, country }: { view: View; country: Country }): ReactNode => {
  const words = portalWords(view);
  const laws = lawsOf[country];
  if (!laws) return null;
  return (
    <Card title={words('help.rights')}>
      {[laws.violence, laws.work].map((law) => (
        <details key={law.code}>
          <summary>{words(law === laws.work ? 'help.rights_work' : 'help.rights_safety')}</summary>
          <ul>{law.says.map((one) => <li key={one.en}>{nameFor(one, view.locale)}</li>)}</ul>
          <p className="soft">{nameFor(law.name, view.locale)}</p>
        </details>
      ))}
      <p className="soft">{words('help.rights_lawyer')}</p>
    </Card>
  );
};

/** Help pages carry no header; the languages stand here. */
const Languages = ({ view }: { view: View }): ReactNode => (
  <nav className="languages" aria-label={portalWords(view)('help.languages')}>
    {view.languages.map(({ lang, label, href }) => <a key={lang} href={href} lang={lang} hrefLang={lang} aria-current={lang === view.locale.lang ? 'true' : undefined}>{label}</a>)}
  </nav>
);
