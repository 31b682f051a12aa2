import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { View } from './view.ts';

interface ButtonLook {
  /** `primary`: the one thing to do here. `quiet`: beside it. `danger`: takes something away. */
  readonly kind?: 'primary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

const classOf = (kind: ButtonLook['kind']): string => `button ${kind ?? 'primary'}`;

/** The button that sends its form. `name` and `value` tell which of several was pressed. */
export const Button = ({ kind, icon, name, value, children }: ButtonLook & { name?: string; value?: string }): ReactNode => (
  <button type="submit" className={classOf(kind)} name={name} value={value}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </button>
);

/** A link that looks like a button: it leads somewhere and changes nothing. */
export const LinkButton = ({ kind, icon, href, children }: ButtonLook & { href: string }): ReactNode => (
  <a className={classOf(kind)} href={href}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </a>
);

/** One button that changes something by itself ("call the next person"): a small form with its hidden `values`. */
export const PostButton = (
  props: ButtonLook & { view: View; action: string; values?: Readonly<Record<string, string>> },
): ReactNode => (
  <form method="post" action={props.action} className="post-button">
    <input type="hidden" name="_csrf" value={props.view.csrf} />
    <input type="hidden" name="_key" value={crypto.randomUUID()} />
    {Object.entries(props.values ?? {}).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <Button kind={props.kind} icon={props.icon}>
      {props.children}
    </Button>
  </form>
);

/** The buttons at the foot of a form or the head of a page, in one row that wraps. */
export const Buttons = ({ children }: { children: ReactNode }): ReactNode => <div className="buttons">{children}</div>;
