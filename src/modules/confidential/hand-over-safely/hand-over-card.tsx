import type { ReactNode } from 'react';
import { PostButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import type { View } from '#ui/view.ts';
import { confidentialWords } from '../words.ts';

/**
 * The button that hands over safely: one press, no word, and always the same text around it. `action` is the address of
 * the page it stands on, so that the page it comes back to is the one it left; `person` where the address does not name her.
 */
export const HandOverCard = ({ view, action, person }: { view: View; action: string; person?: string }): ReactNode => {
  const words = confidentialWords(view);
  return (
    <Card>
      <PostButton view={view} action={action} {...(person ? { values: { person } } : {})} icon="hand" kind="quiet">{words('handover.button')}</PostButton>
      <p className="soft">{words('handover.help')}</p>
    </Card>
  );
};
