import type { ReactNode } from 'react';
import { AtTime } from './amounts.tsx';
import { Bdi } from './bdi.tsx';
import { Html } from './document.tsx';
import { Khatam } from './khatam.tsx';
import { platformName } from './platform-name.ts';
import type { View } from './view.ts';

/**
 * A sheet a person takes home: slip or ticket (A5), certificate, receipt or rulebook (A4). Printed from the browser.
 * `printedAt` stands at the foot with its words; the page gives `code` (a `<Qr>`) when the paper opens something.
 */
export const PrintSheet = (props: {
  view: View;
  title: string;
  size?: 'A4' | 'A5';
  code?: ReactNode;
  printedAt?: Date;
  children: ReactNode;
}): ReactNode => (
  <Html view={props.view} title={props.title}>
    <main id="main" className={`sheet sheet-${(props.size ?? 'A5').toLowerCase()}`}>
      <header className="sheet-head">
        <Khatam size="large" />
        <strong>
          <Bdi>{props.view.actor?.hubName ?? props.view.hubName ?? platformName(props.view)}</Bdi>
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
