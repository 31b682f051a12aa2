/** Why an officer names a service although one of its rules is not met. Codes, so that reasons can be counted and say nothing private. */
export const overrideReasons = ['provider-agreed', 'rule-changes-soon', 'papers-coming', 'entry-wrong', 'only-help'] as const;
export type OverrideReason = (typeof overrideReasons)[number];
