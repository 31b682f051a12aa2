import type { IconName } from '#ui/icon-paths.ts';

/** What brings somebody to the desk: eight pictures, enough to send her to the right counter and no more. */
export const reasons = ['talk', 'project', 'activity', 'training', 'money', 'market', 'rights', 'social'] as const;
export type Reason = (typeof reasons)[number];

/** The picture of each reason. `talk` stands for whatever she prefers to say in private. */
export const reasonIcons: Readonly<Record<Reason, IconName>> = {
  talk: 'message', project: 'seedling', activity: 'tools', training: 'training',
  money: 'coins', market: 'stall', rights: 'scales', social: 'heart',
};
