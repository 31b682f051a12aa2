/** What a body is in the registry: an enterprise of the social and solidarity economy, one that supports others, or both. */
export const registryRoles = ['enterprise', 'support', 'both'] as const;
export type RegistryRole = (typeof registryRoles)[number];

/** The role of a body; null where it is neither and does not stand in the registry. Who runs a hub supports others. */
export function registryRole({ sector, supportBody, runsHub }: { readonly sector: string; readonly supportBody: boolean; readonly runsHub: string | null }): RegistryRole | null {
  const supports = supportBody || runsHub !== null;
  if (sector === 'sse') return supports ? 'both' : 'enterprise';
  return supports ? 'support' : null;
}
