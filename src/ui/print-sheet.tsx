import type { ReactNode } from 'react';
import { AtTime } from './amounts.tsx';
import { Bdi } from './bdi.tsx';
import { Html } from './document.tsx';
import { Icon } from './icon.tsx';
import { Khatam } from './khatam.tsx';
import { platformName } from './platform-name.ts';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

/**
 * A sheet a person takes home: slip or ticket (A5), certificate, receipt or rulebook (A4). Printed from the browser.
 * `printedAt` stands at the foot with its words; the page gives `code` (a `<Qr>`) when the paper opens something, and `tools`
 * (a `<SheetTools>`) for whoever prints it.
 */
export const PrintSheet = (props: {
  view: View;
  title: string;
  size?: 'A4' | 'A5';
  code?: ReactNode;
  tools?: ReactNode;
  /** Whether the tools hold the print button, which needs its script. */
  button?: boolean;
  printedAt?: Date;
  children: ReactNode;
}): ReactNode => (
  <Html
    view={props.view} title={props.title}
    script={props.tools && props.button ? <script src={props.view.assets.print} nonce={props.view.nonce} defer /> : undefined}
  >
    {props.tools}
    <main id="main" className={`sheet sheet-${(props.size ?? 'A5').toLowerCase()}`}>
      <header className="sheet-head">
        <Khatam size="large" />
        <strong>
          <Bdi>{props.view.hubName ?? props.view.actor?.hubName ?? platformName(props.view)}</Bdi>
        </strong>
        {props.code}
      </header>
      <h1>{props.title}</h1>
      {props.children}
      {props.printedAt ? (
        <p className="sheet-foot soft">
          <AtTime view={props.view} value={props.printedAt} />
        </p>
      ) : null}
    </main>
  </Html>
);

/** Above a sheet, in the language of whoever prints it and never printed: the sheet as a file; where it has a way back, that and the print button. A sheet shown only once has no file. */
export const SheetTools = ({ view, back, onlyOnce }: { view: View; back?: { href: string; label: string }; onlyOnce?: boolean }): ReactNode => (
  <nav className="sheet-tools" lang={view.locale.lang === 'qps' ? 'en' : view.locale.tag} dir={view.locale.dir} aria-label={uiWords(view)('sheet_tools')}>
    {back ? <a className="back" href={back.href}><Icon name="back" /> {back.label}</a> : null}
    {onlyOnce ? null : (
      <a className="button quiet" href={`${view.path}.pdf${view.search}`} type="application/pdf">
        <Icon name="download" /> PDF
      </a>
    )}
    {back ? (
      <button type="button" className="button primary" data-print="" hidden>
        <Icon name="print" /> {uiWords(view)('print')}
      </button>
    ) : null}
  </nav>
);
