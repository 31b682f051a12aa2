import type { ReactNode } from 'react';
import { Khatam } from './khatam.tsx';

/** A place with nothing in it yet: says what it is for, and gives the one button that fills it. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }): ReactNode => (
  <div className="empty">
    <Khatam size="large" />
    <p>
      <strong>{title}</strong>
    </p>
    {children ? <p className="soft">{children}</p> : null}
    {action}
  </div>
);
