import type { Command } from 'commander';

/** `hadina trust`: proves the product's promises on a scratch database of its own, never on the user's. */
export function registerTrust(program: Command): void {
  program.command('trust').description('prove the promises on a scratch database: each prints cases, seed and figure');
}
