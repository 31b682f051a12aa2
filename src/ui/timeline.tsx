import type { ReactNode } from 'react';
import { AtTime, OnDate } from './amounts.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { View } from './view.ts';

export interface Moment {
  readonly key: string;
  readonly at: Date;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly icon?: IconName;
}

/** What happened, one moment under the other in the order given. `withHour` adds the hour to each date. */
export const Timeline = (props: { view: View; moments: readonly Moment[]; withHour?: boolean }): ReactNode => (
  <ol className="timeline">
    {props.moments.map(({ key, at, title, body, icon }) => (
      <li key={key}>
        <span className="timeline-mark">
          <Icon name={icon ?? 'check'} />
        </span>
        <div>
          <strong>{title}</strong>
          <div className="soft">{props.withHour ? <AtTime view={props.view} value={at} /> : <OnDate view={props.view} value={at} />}</div>
          {body ? <div>{body}</div> : null}
        </div>
      </li>
    ))}
  </ol>
);
