import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#core/actor.ts';
import { KeyStore } from '#core/crypto/key-store.ts';
import { loadMasterKey } from '#core/crypto/master-key.ts';
import { openPool } from '#core/db/pool.ts';
import { checkArchive } from '#core/keeping/check-archive.ts';
import { houseOpener, houseRecipient } from '#core/keeping/recovery-key.ts';
import { restoreKeys } from '#core/keeping/restore-keys.ts';
import { act, ask } from '#core/pipeline.ts';
import '#modules/rights/routes.tsx';
import { writeListeningNote } from '#modules/desk/listening/write-listening-note.ts';
import { recordConsent } from '#modules/people/record-consent/record-consent.ts';
import { setContact } from '#modules/people/set-contact/set-contact.ts';
import { carryOutErasure } from '#modules/rights/erase/carry-out-erasure.ts';
import { decideErasure } from '#modules/rights/erase/decide-erasure.ts';
import { erasureCertificate } from '#modules/rights/erase/erasure-certificate.query.ts';
import { settleErasure } from '#modules/rights/erase/settle-erasure.ts';
import { openRequest } from '#modules/rights/open-request/open-request.ts';
import { openDesk } from '#tests/fixtures/at-the-desk.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { judgeCertificate } from '../cli/verify-certificate.ts';
import { backUp } from '../keeping/back-up.ts';
import { eraseAgain } from '../keeping/erase-again.ts';
import { openFolder } from '../keeping/open-folder.ts';
import { restore } from '../keeping/restore.ts';
import { openHadina } from '../open-hadina.ts';
import { withFolder } from './datadir/own-folder.ts';
import { putNamesBack, savedNames } from './erase/saved-names.ts';
import type { Kit } from './kit.ts';
import { noneOf, type TrustPromise } from './promise.ts';

export const erasePromise: TrustPromise = {
  number: 30,
  name: 'erase',
  title: 'who was erased stays erased: in the live database, after an older backup of the keys and of the data comes back; the certificate says so and cannot be forged',
  run: (kit) => withFolder(async (aside) => {
    const story = await erasedPeople(kit, aside, kit.rounds(2, 8));
    const faults = [...await liveFaults(story), ...await certificateFaults(kit, story, aside, kit.rounds(20, 200))];
    await pourOldKeys(kit, story);
    faults.push(...(await keysLeft(kit, story)).map((person) => `after an older backup of the keys, the key of ${person} is back`));
    for (const marked of [false, true]) {
      await putNamesBack(kit, story.world.network, story.names, { marked });
      const seen = await everyOrdinaryRow(story.world);
      if (!story.canaries.some((canary) => seen.includes(canary))) faults.push('the older rows were not put back: nothing was tried');
      await eraseAgain(story.world.house);
      faults.push(...await liveFaults(story));
    }
    if (kit.size !== 'quick') faults.push(...await restoredFaults(kit, story, aside));
    return noneOf('traces of erased people', story.canaries.length * 3 + story.people.length * 4 + kit.rounds(20, 200), faults, 30, [
      kit.size === 'quick' ? 'older rows are put back in their place; a whole older backup is restored into another folder in the usual size' : 'a whole older backup was restored into another folder',
    ]);
  }),
  plantedFault: (kit) => withFolder(async (aside) => {
    // Somebody deletes the list of those who were erased: then the older backup of the keys brings hers back, and this is seen.
    const story = await erasedPeople(kit, aside, 1);
    await withKeyOwner(kit, (ask) => ask('delete from erased_person where network_id = $1', [story.world.network])
      .then(() => ask('update person_key set destroyed_at = null where network_id = $1 and wrapped is null', [story.world.network])));
    await pourOldKeys(kit, story);
    return (await keysLeft(kit, story)).length > 0;
  }),
};

/** Names far enough from each other that none is taken for another’s. */
const names = [
  ['زينب', 'الوسلاتي'], ['حليمة', 'البوزيدي'], ['سعاد', 'القفصي'], ['مريم', 'الطرابلسي'], ['وفاء', 'الشريف'], ['نجاة', 'المرزوقي'], ['ليلى', 'الغربي'], ['هدى', 'الزواري'],
] as const;

interface Story {
  readonly world: World;
  readonly dpo: Actor;
  readonly people: readonly { person: string; request: string }[];
  readonly canaries: readonly string[];
  /** Backups taken before anybody was erased. */
  readonly oldKeys: string;
  readonly oldData: string;
  readonly names: Awaited<ReturnType<typeof savedNames>>;
}

/** People with something unmistakable in each place where words are kept; backups; then all of them erased as two people decide. */
async function erasedPeople(kit: Kit, aside: string, many: number): Promise<Story> {
  const { home } = await kit.hadina();
  const world = await openHub();
  const { house, network } = world;
  const desk = await openDesk(world);
  const dpo = await world.as('dpo');
  const canaries: string[] = [];
  const people: { person: string; request: string }[] = [];
  for (let n = 0; n < many; n++) {
    const mark = `${kit.random.below(900_000) + 100_000}`;
    const [first, family] = names[n % names.length]!;
    const [phone, note, wish] = [`+2162${mark}1`, `canary-note-${mark}`, `canary-wish-${mark}`];
    canaries.push(family, `2${mark}1`, note, wish);
    const person = await desk.person(`${first} ${family}`, 1950 + n * 5);
    await act(house, desk.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
    const ticket = await desk.visit(person);
    await act(house, desk.officer, setContact, { person, phone, phone_owner: 'self' });
    await act(house, desk.officer, writeListeningNote, { ticket, note });
    people.push({ person, request: (await act(house, desk.officer, openRequest, { person, kind: 'erase', identified_by: ['paper', 'card'], wish })).request });
  }
  const [oldKeys, oldData] = [join(aside, 'old-keys.age'), join(aside, 'old-data.age')];
  await keep(home, oldKeys, 'keys');
  if (kit.size !== 'quick') await keep(home, oldData, 'data');
  const saved = await savedNames(kit, network);
  for (const { person, request } of people) {
    await act(house, dpo, decideErasure, { request, decision: 'erase' });
    await act(house, job(network), carryOutErasure, { request });
    await act(house, job(network), settleErasure, { person });
  }
  return { world, dpo, people, canaries, oldKeys, oldData, names: saved };
}

const job = (network: string): Actor => ({ network, account: null, person: null, hub: null, roles: [], app: 'job' });

async function keep(home: string, file: string, kind: 'keys' | 'data'): Promise<void> {
  const folder = await openFolder({ HADINA_HOME: home });
  try {
    await backUp(folder, { kind, file, recipients: [await houseRecipient(folder.master)], masterElsewhere: false, say: () => {} });
  } finally {
    await folder.close();
  }
}

/** What the live database still tells of them. */
async function liveFaults({ world, canaries }: Story): Promise<string[]> {
  const rows = await everyOrdinaryRow(world);
  return canaries.filter((canary) => rows.includes(canary)).map((canary) => `${canary} is still in the live database`);
}

/** A true certificate is true; with any byte changed it is refused. */
async function certificateFaults(kit: Kit, { world, dpo, people }: Story, aside: string, changes: number): Promise<string[]> {
  const hadina = await kit.hadina();
  const faults: string[] = [];
  const file = join(aside, 'certificate.json');
  const signed = { ...(await ask(world.house, dpo, erasureCertificate, { request: people[0]!.request })).file };
  const judge = async (certificate: typeof signed) => { await writeFile(file, JSON.stringify(certificate)); return judgeCertificate(hadina, file); };
  const true_ = await judge(signed);
  if (!true_.signed || true_.keysLeft > 0 || true_.namedStill > 0) faults.push(`the certificate is not true: ${JSON.stringify(true_)}`);
  for (let n = 0; n < changes; n++) {
    const at = kit.random.below(signed.certificate.length);
    const changed = signed.certificate.slice(0, at) + (signed.certificate[at] === '0' ? '1' : '0') + signed.certificate.slice(at + 1);
    if ((await judge({ ...signed, certificate: changed })).signed) faults.push(`a certificate changed at ${at} was taken for true`);
  }
  return faults;
}

async function pourOldKeys(kit: Kit, { oldKeys, world }: Story): Promise<void> {
  const master = await loadMasterKey((await kit.hadina()).home);
  await restoreKeys(world.house.connectAs('hadina_owner', 'hadina_keys'), await checkArchive(oldKeys, [await houseOpener(master)]), master);
}

/** Whose key opens all the same, asked by a store that remembers nothing. */
async function keysLeft(kit: Kit, { world, people }: Story): Promise<string[]> {
  const master = await loadMasterKey((await kit.hadina()).home);
  const pool = openPool({ ...world.house.connectAs('hadina_keys', 'hadina_keys'), max: 1 });
  try {
    const keys = new KeyStore(pool, master);
    const left: string[] = [];
    for (const { person } of people) await keys.personKey(world.network, person, world.hub).then(() => left.push(person), () => {});
    return left;
  } finally {
    await pool.end();
  }
}

/** The whole older backup in another folder: with the newest keys, and with the older keys and her certificate. */
async function restoredFaults(kit: Kit, story: Story, aside: string): Promise<string[]> {
  const { home } = await kit.hadina();
  const newKeys = join(aside, 'new-keys.age');
  await keep(home, newKeys, 'keys');
  const certificate = join(aside, 'hers.json');
  const faults: string[] = [];
  for (const [how, keys, erased] of [['with the newest keys', newKeys, []], ['with older keys and certificates', story.oldKeys, story.people]] as const) {
    await withFolder(async (other) => {
      const certificates = await Promise.all(erased.map(async ({ request }, at) => {
        await writeFile(`${certificate}.${at}`, JSON.stringify((await ask(story.world.house, story.dpo, erasureCertificate, { request })).file));
        return `${certificate}.${at}`;
      }));
      await copyFile(join(home, 'master.key'), join(other, 'master.key'));
      const env = { HADINA_HOME: other };
      await restore(story.oldData, { env, say: () => {} });
      await restore(keys, { env, erased: certificates, say: () => {} });
      const opened = await openHadina({ as: 'supervisor', env });
      try {
        const rows = await everyOrdinaryRow({ ...story.world, house: opened.house });
        faults.push(...story.canaries.filter((canary) => rows.includes(canary)).map((canary) => `${how}: ${canary} came back`));
        for (const { person } of story.people) await opened.house.keys.personKey(story.world.network, person, story.world.hub).then(() => faults.push(`${how}: the key of ${person} came back`), () => {});
      } finally {
        await opened.close();
      }
    });
  }
  return faults;
}

async function withKeyOwner(kit: Kit, work: (ask: (text: string, values: readonly unknown[]) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const pool = openPool({ ...(await kit.hadina()).house.connectAs('hadina_owner', 'hadina_keys'), max: 1 });
  try {
    await work((text, values) => pool.query(text, [...values]));
  } finally {
    await pool.end();
  }
}
