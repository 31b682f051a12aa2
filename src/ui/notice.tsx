import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import type { Tone } from './tone.ts';
import type { View } from './view.ts';
import { uiWords } from './words.ts';

type Kind = 'info' | 'success' | 'warning' | 'danger';

const looks: Readonly<Record<Kind, { tone: Tone; icon: IconName }>> = {
  info: { tone: 'door', icon: 'info' },
  success: { tone: 'olive', icon: 'check' },
  warning: { tone: 'saffron', icon: 'warning' },
  danger: { tone: 'rose', icon: 'warning' },
};

/**
 * A message of the page to its reader. `success` answers what she just did and is announced. The title defaults to the
 * kind's own word ("Done", "Take care"), so that colour never carries the meaning alone.
 */
export const Notice = (props: { view: View; kind?: Kind; title?: string; children?: ReactNode }): ReactNode => {
  const kind = props.kind ?? 'info';
  const { tone, icon } = looks[kind];
  return (
    <div className={`notice ${tone}`} role={kind === 'success' ? 'status' : undefined}>
      <Icon name={icon} />
      <div>
        <strong>{props.title ?? uiWords(props.view)(`notice_${kind}`)}</strong>
        {props.children ? <div>{props.children}</div> : null}
      </div>
    </div>
  );
};
