import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

/** A white wall with something on it: one subject, its title and what belongs to it. */
export const Card = ({ title, id, children }: { title?: ReactNode; id?: string; children: ReactNode }): ReactNode => (
  <section className="card" id={id}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </section>
);

/** A large door to another page: picture, words and one sentence. For home pages and menus. */
export const DoorCard = (props: { href: string; icon: IconName; title: ReactNode; children?: ReactNode }): ReactNode => (
  <a className="card door-card" href={props.href}>
    <Icon name={props.icon} />
    <span>
      <strong>{props.title}</strong>
      {props.children ? <span className="soft">{props.children}</span> : null}
    </span>
  </a>
);

/** One figure in sight: what it counts, its value, and where it comes from. `href` opens the rows behind it. */
export const Figure = (props: { label: ReactNode; href?: string; note?: ReactNode; children: ReactNode }): ReactNode => (
  <div className="card figure">
    <span className="soft">{props.label}</span>
    <strong>{props.href ? <a href={props.href}>{props.children}</a> : props.children}</strong>
    {props.note ? <small className="soft">{props.note}</small> : null}
  </div>
);

/** Cards side by side where there is room, one under the other where there is not. */
export const Grid = ({ children }: { children: ReactNode }): ReactNode => <div className="grid">{children}</div>;

/** A page in two columns on wide screens: what one works on, and what stands beside it. */
export const Beside = ({ children, aside }: { children: ReactNode; aside: ReactNode }): ReactNode => (
  <div className="beside">
    <div className="stack">{children}</div>
    <div className="stack">{aside}</div>
  </div>
);

/** Things one under the other with the same air between them. */
export const Stack = ({ children }: { children: ReactNode }): ReactNode => <div className="stack">{children}</div>;
