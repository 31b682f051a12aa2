import { expect, test } from 'vitest';
import { openHub } from '#tests/fixtures/open-hub.ts';
import { openWeb } from '#tests/fixtures/open-web.ts';
import { territoriesOfLevel } from '../territory/territories.ts';
import { outlinesTn } from './outlines-tn.ts';
import { whereOnEarth } from './where-on-earth.ts';

test('every governorate has its outline and lies inside it; every region of Morocco lies in Morocco', () => {
  for (const { code } of territoriesOfLevel('TN', 'governorate')) {
    const points = outlinesTn[code]!.split(' | ').flatMap((ring) => ring.split(' ').map((pair) => pair.split(',').map(Number) as [number, number]));
    const [x, y] = whereOnEarth(code, 'TN')!;
    expect(points.length, code).toBeGreaterThan(8);
    expect(x, code).toBeGreaterThan(Math.min(...points.map(([each]) => each)));
    expect(x, code).toBeLessThan(Math.max(...points.map(([each]) => each)));
    expect(y, code).toBeGreaterThan(Math.min(...points.map(([, each]) => each)));
    expect(y, code).toBeLessThan(Math.max(...points.map(([, each]) => each)));
  }
  for (const { code } of territoriesOfLevel('MA', 'region')) {
    const [x, y] = whereOnEarth(code, 'MA')!;
    expect([x > -17.2 && x < -0.9, y > 20.7 && y < 36], code).toEqual([true, true]);
  }
  // A province stands where its region does, an unknown place where its country does.
  expect(whereOnEarth('MA-AOU', 'MA')).toBeDefined();
  expect(whereOnEarth('TN-43-99', 'TN')).toEqual(whereOnEarth('TN', 'TN'));
});

test('the map names each hub of the list, without script', async () => {
  const world = await openHub();
  const page = await (await (await openWeb(world)).get('/map?lang=fr')).text();
  expect(page.match(new RegExp(`href="/hubs/${world.hub}"`, 'g'))).toHaveLength(2);
  expect(page).toContain('class="hub-map-mark"');
  expect(page).not.toContain('<script');
});
