import type { ReactNode } from 'react';
import { platformName } from './platform-name.ts';
import { SiteHeader } from './site-header.tsx';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

interface PageProps {
  readonly view: View;
  /** The title of the browser's tab, without the hub's name. On help pages it must say nothing of help. */
  readonly title: string;
  readonly children: ReactNode;
  /** Small print under the page. */
  readonly footer?: ReactNode;
}

/** A page of the citizens' portal: no script at all, light on the phone, public or "my space". */
export const CitizenPage = ({ view, title, children, footer }: PageProps): ReactNode => (
  <Html view={view} title={`${title} · ${view.hubName ?? platformName(view)}`}>
    <SkipLink view={view} />
    <SiteHeader view={view} />
    <Main><NotYetIn view={view} />{children}</Main>
    <Footer view={view}>{footer}</Footer>
  </Html>
);

/** A page of the desk: the section bar, the search box (key `/`) and the one small script that makes forms feel instant. */
export const StaffPage = ({ view, title, children, footer }: PageProps): ReactNode => (
  <Html
    view={view}
    title={`${title} · ${view.actor?.hubName ?? view.hubName ?? platformName(view)}`}
    script={<script type="module" src={view.assets.enhance} nonce={view.nonce} />}
  >
    <SkipLink view={view} />
    <SiteHeader view={view} />
    <Main><NotYetIn view={view} />{children}</Main>
    <p id="announce" role="status" data-failed={uiWords(view)('send_failed')} data-sending={uiWords(view)('sending')} />
    <Footer view={view}>{footer}</Footer>
  </Html>
);

/** A page that a phone keeps and opens without a network: it says neither who is signed in nor where else one may go, and runs the one script it is kept for. */
export const KeptPage = ({ view, title, children }: PageProps): ReactNode => (
  <Html view={view} title={title} script={<script type="module" src={view.assets.offlineTill} nonce={view.nonce} />}>
    <SkipLink view={view} />
    <Main><NotYetIn view={view} />{children}</Main>
  </Html>
);

/**
 * A page for someone who may be watched: neutral title and icon, no logo or hub name, the way out first and always in
 * sight, and a plain sentence on what the way out cannot hide (trust.md row 42). The way out is a link; the script only
 * makes it leave no step in the history.
 */
export const HelpPage = ({ view, title, children }: PageProps): ReactNode => (
  <Html view={view} title={title} neutral script={<script src={view.assets.quickExit} nonce={view.nonce} defer />}>
    <header className="exit-bar">
      <a id="quick-exit" className="button danger" href={view.exitHref ?? 'https://www.google.com/'} rel="noreferrer noopener">
        {uiWords(view)('exit')}
      </a>
    </header>
    <Main>
      {children}
      <p className="soft exit-limits">{uiWords(view)('exit_limits')}</p>
    </Main>
  </Html>
);

/** The `html` element with its language, direction and head. No inline script or style: the security policy forbids both. */
export const Html = (props: {
  view: View;
  title: string;
  neutral?: boolean;
  script?: ReactNode;
  children: ReactNode;
}): ReactNode => {
  const { locale, theme, assets, audience } = props.view;
  return (
    <html lang={locale.lang === 'qps' ? 'en' : (props.view.shownIn ?? locale.tag)} dir={locale.dir} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        {audience === 'citizen' ? null : <meta name="robots" content="noindex" />}
        <title>{props.title}</title>
        <link rel="icon" type="image/svg+xml" href={props.neutral ? assets.neutralIcon : assets.icon} />
        <link rel="stylesheet" href={assets.css} />
        {props.script}
      </head>
      <body className={`for-${audience}`}>{props.children}</body>
    </html>
  );
};

/** One sentence in the reader's own language where a page has no words in it yet. */
const NotYetIn = ({ view }: { view: View }): ReactNode =>
  view.shownIn ? <p lang={view.locale.lang} className="soft">{uiWords(view)('shown_in_english')}</p> : null;

const SkipLink = ({ view }: { view: View }): ReactNode => (
  <a className="skip" href="#main">
    {uiWords(view)('skip')}
  </a>
);

const Main = ({ children }: { children: ReactNode }): ReactNode => (
  <main id="main" tabIndex={-1}>
    {children}
  </main>
);

const Footer = ({ view, children }: { view: View; children: ReactNode }): ReactNode => (
  <footer className="site-footer">
    {children}
    <p className="soft">
      {platformName(view)} · <a href="/data">{uiWords(view)('data_notice')}</a>
      {view.audience === 'citizen' ? <> · <a href="/help">{uiWords(view)('help')}</a></> : null}
    </p>
  </footer>
);
