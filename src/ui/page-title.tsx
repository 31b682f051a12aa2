import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/**
 * The head of a page: its one `h1`, a sentence on what it is for, a way back, and the buttons of the page.
 * `children` is the title; a name from the data goes through `<Bdi>` or `<PersonName>`.
 */
export const PageTitle = (props: {
  children: ReactNode;
  lede?: ReactNode;
  back?: { href: string; label: ReactNode };
  actions?: ReactNode;
}): ReactNode => (
  <div className="page-title">
    {props.back ? (
      <a className="back" href={props.back.href}>
        <Icon name="back" /> {props.back.label}
      </a>
    ) : null}
    <div className="page-title-row">
      <div>
        <h1 tabIndex={-1}>{props.children}</h1>
        {props.lede ? <p className="lede">{props.lede}</p> : null}
      </div>
      {props.actions ? <div className="buttons">{props.actions}</div> : null}
    </div>
  </div>
);
