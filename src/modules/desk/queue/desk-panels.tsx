import type { ReactNode } from 'react';
import type { Visit } from '#core/page.ts';
import type { View } from '#ui/view.ts';
import { followUpsPanel } from '../referral-list/follow-ups-panel.tsx';

/** One more card beside the queue: what is due or waits for an answer. It asks its own query and may draw nothing. */
export type DeskPanel = (visit: Visit<View>) => Promise<ReactNode>;

const panels: DeskPanel[] = [followUpsPanel];

/** The cards beside the queue, in order. A feature of the desk adds its own here. */
export const deskPanels: readonly DeskPanel[] = panels;

/** Puts one more card beside the queue, from a module that knows the desk and that the desk does not know. */
export function addDeskPanel(panel: DeskPanel): void {
  panels.push(panel);
}
