import '../../web/sitemap.ts';
import { allActions, allQueries } from '#core/action.ts';
import { allRules, type Reach, type Rule } from '#core/policy/rule.ts';

const places: Readonly<Record<Reach, string>> = {
  public: 'anyone', 'signed-in': 'any account', self: 'the person herself', hub: 'at the hub where she stands', region: 'where she holds it',
  network: 'over the network', link: 'whoever holds the link', job: 'the house’s own jobs',
};

/** Who may do what, as one page of text: the same rules give the same bytes. Kept in docs/access-matrix.md. */
export function accessMatrix(rules: readonly Rule[] = allRules()): string {
  const says = new Map([...allActions(), ...allQueries()].map(([name, asked]) => [name, asked.spec.says]));
  const rows = [...rules].sort((a, b) => (a.name < b.name ? -1 : 1)).map((rule) =>
    `| \`${rule.name}\` | ${says.get(rule.name) ?? ''} | ${[...rule.roles].sort().join(', ') || '–'} | ${places[rule.reach]}${rule.fresh ? ', proved within 15 minutes' : ''} | ${rule.compartment} |`);
  return `# Who may do what

Made from the rules of every module by \`npm run access-matrix\`. \`hadina trust rights\` fails when a rule changed and this page did not,
so that no right changes without being read. Which rows she then sees, PostgreSQL decides (decision 0004).

| what | in words | roles | where | compartment |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
