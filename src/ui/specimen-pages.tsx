import type { ReactElement } from 'react';
import { localeOf, type Lang } from '#core/words/locale.ts';
import { Ltr, PersonName } from './bdi.tsx';
import { CitizenPage, HelpPage, StaffPage } from './document.tsx';
import { Facts } from './facts.tsx';
import { PageTitle } from './page-title.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { Qr } from './qr.tsx';
import { Specimen } from './specimen.tsx';
import { specimenWords } from './specimen-words.ts';
import type { AssetHrefs, Audience, View } from './view.ts';

/** The four kinds of page, each with invented contents, to be looked at and checked for accessibility. */
export function specimenPages(lang: Lang, assets: AssetHrefs, theme?: View['theme']): Record<Audience, ReactElement> {
  const base = specimenView(lang, assets, theme);
  const say = specimenWords(base);
  const staff: View = { ...base, audience: 'staff', searchHref: '/search', actor: { name: 'سلمى Salma', hubName: say('hub') } };
  const help: View = { ...base, audience: 'help' };
  const print: View = { ...base, audience: 'print' };
  return {
    citizen: <CitizenPage view={base} title={say('title')}><Specimen view={base} /></CitizenPage>,
    staff: <StaffPage view={staff} title={say('title')}><Specimen view={staff} /></StaffPage>,
    help: (
      <HelpPage view={help} title={say('help_title')}>
        <PageTitle lede={say('help_text')}>{say('help_title')}</PageTitle>
      </HelpPage>
    ),
    print: (
      <PrintSheet view={print} title={say('slip')} code={<Qr text="https://hadina.example/t/A017" label={say('slip')} />} printedAt={new Date('2026-11-21T09:35:00Z')}>
        <Facts view={print} facts={[{ label: say('name'), value: <PersonName name="خديجة بن عمر" /> }, { label: say('file'), value: <Ltr>A-017</Ltr> }]} />
      </PrintSheet>
    ),
  };
}

function specimenView(lang: Lang, assets: AssetHrefs, theme: View['theme']): View {
  const reader = { locale: localeOf(lang, 'TN'), terms: {} };
  const say = specimenWords(reader);
  return {
    ...reader,
    path: '/specimen',
    search: '?sort=name&page=2',
    csrf: 'specimen',
    nonce: 'specimen',
    audience: 'citizen',
    hubName: say('hub'),
    theme,
    assets,
    languages: [
      { lang: 'ar', label: 'العربية', href: '?lang=ar' },
      { lang: 'fr', label: 'Français', href: '?lang=fr' },
      { lang: 'en', label: 'English', href: '?lang=en' },
    ],
    nav: [
      { href: '/specimen', label: say('nav_today'), icon: 'home', count: 12 },
      { href: '/people', label: say('people'), icon: 'people' },
      { href: '/services', label: say('nav_services'), icon: 'hand' },
      { href: '/agenda', label: say('nav_agenda'), icon: 'calendar' },
      { href: '/money', label: say('nav_money'), icon: 'coins', group: { label: say('figures'), icon: 'chart' }, count: 3 },
      { href: '/figures', label: say('figures'), icon: 'chart', group: { label: say('figures'), icon: 'chart' } },
      { href: '/settings', label: say('nav_settings'), icon: 'settings' },
    ],
  };
}
