import type { Chance } from './seeded.ts';

const wishes = { idea: 20, money: 18, training: 18, selling: 16, papers: 11, place: 4, partners: 5, 'daily-life': 12 } as const;

/** What somebody answers to the needs questionnaire; only questions that would be asked are answered. */
export function needsOf(chance: Chance, { organization }: { organization: boolean }): Record<string, string | string[]> {
  const first = chance.weigh(wishes);
  const second = chance.yes(0.4) ? chance.weigh(wishes) : first;
  const stage = organization
    ? chance.weigh({ creation: 25, development: 50, sustainability: 25 })
    : chance.weigh({ none: 18, idea: 34, creation: 24, development: 18, sustainability: 6 });
  const running = stage !== 'none' && stage !== 'idea';
  return {
    brings: [...new Set([first, second])], stage,
    paperwork: chance.weigh({ yes: 40, no: 60 }), childcare: chance.weigh({ yes: 25, no: 75 }), hard: String(chance.between(1, 5)),
    urgency: chance.weigh({ 'can-wait': 40, 'this-month': 45, 'this-week': 15 }), reading: chance.weigh({ text: 60, pictures: 22, voice: 18 }),
    ...(running ? { 'online-selling': chance.weigh({ yes: 20, no: 40, 'would-like': 40 }) } : {}),
    ...(running && !organization ? { 'legal-form': chance.weigh({ none: 60, 'auto-entrepreneur': 25, 'informal-group': 15 }) } : {}),
    ...(stage === 'none' ? {} : { finance: chance.weigh({ no: 35, small: 40, equipment: 25 }) }),
    ...(chance.yes(0.45) ? { situation: [chance.weigh({ 'head-of-household': 25, jobless: 30, 'low-income': 25, artisan: 20, rural: 20, disability: 6, 'single-parent': 10, 'domestic-worker': 5 })] } : {}),
  };
}
