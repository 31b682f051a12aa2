import type { ReactNode } from 'react';

/** Fields one seldom needs, folded away; open when something in them must be put right (`errors` names its fields). */
export const More = (props: { label: string; names: readonly string[]; errors: Readonly<Record<string, string>>; open?: boolean; children: ReactNode }): ReactNode => {
  const mistaken = Object.keys(props.errors).some((field) => props.names.some((name) => field === name || field.startsWith(`${name}.`)));
  return (
    <details open={props.open || mistaken}>
      <summary>{props.label}</summary>
      {props.children}
    </details>
  );
};
