import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Actor, HeldRole } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { freezeMonth } from '#modules/evidence/frozen/freeze-month.ts';
import { indicatorList } from '#modules/evidence/kept/indicator-list.query.ts';
import { printFigure } from '#modules/evidence/printed/print-figure.ts';
import { monthOf, monthPlus } from '#modules/evidence/reading/period.ts';
import { numberReceipt } from '#modules/evidence/receipt/figure-receipt.query.ts';
import { releaseFigure } from '#modules/evidence/receipt/release-figure.ts';
import { addNetwork } from '#modules/evidence/roll-up/add-network.ts';
import { takeReceipt } from '#modules/evidence/roll-up/take-receipt.ts';
import { drawSample } from '#modules/evidence/sample/draw-sample.ts';
import { writeFinding } from '#modules/evidence/sample/write-finding.ts';
import { askExtract } from '#modules/research/ask-extract/ask-extract.ts';
import { decideExtract } from '#modules/research/decide-extract/decide-extract.ts';
import { adminAt, asks, colleagueAt, dayAgo, daysAgo, does, known, type Load, strangerAt } from './load.ts';

/** Those who check from outside: a frozen month, a figure made public, an auditor’s sample, extracts for a researcher, a network beside ours. All invented. */
export async function letOthersCheck(load: Load): Promise<void> {
  if (!load.hubs.has('medina') || !load.staff.has('researcher')) return;
  const manager = colleagueAt(load, 'manager.medina', daysAgo(load, 1));
  const last = monthPlus(monthOf(manager.demoAt!), -1);
  await does(load, manager, freezeMonth, { month: monthPlus(last, -1) });
  await sampleProofs(load, manager, last);
  await askForExtracts(load, last);
  await readBesideAnother(load, last);
}

async function sampleProofs(load: Load, manager: Actor, last: string): Promise<void> {
  const list = await asks(load, manager, indicatorList, {});
  const print = async (code: string) => (await does(load, manager, printFigure, { indicator: known(new Map(list.map((one) => [one.code, one.id])), code), from: monthPlus(last, -11), to: last })).figure;
  await does(load, manager, releaseFigure, { figure: await print('agreements-in-force') });
  const { sample } = await does(load, manager, drawSample, { figure: await print('people-involved'), many: 5, seed: 'medtown', drawn_for: 'مدققة خارجية (مثال) · auditrice externe (exemple)' });
  await does(load, manager, writeFinding, { sample, place: 1, result: 'seen' });
  await does(load, manager, writeFinding, { sample, place: 2, result: 'not_found', note: 'ورقة الاستقبال ليست في الملف · fiche d’accueil absente du classeur' });
}

/** A colleague of the network itself, as the loader acts through her. */
function overNetwork(load: Load, login: string): Actor {
  const actor = colleagueAt(load, login, daysAgo(load, 1));
  const role: HeldRole = { role: load.staff.get(login)!.role, scope: 'network', scopeId: null, hubs: [...load.hubs.values()] };
  return { ...actor, roles: [role] };
}

async function askForExtracts(load: Load, last: string): Promise<void> {
  const researcher = overNetwork(load, 'researcher');
  const ask = (purpose: string, from: string, to: string, columns: readonly string[]) =>
    does(load, researcher, askExtract, { purpose, ethics: 'Comité d’éthique (exemple), avis 12', columns, from, to, days: 30 });
  const { extract } = await ask('Qui vient aux guichets, et que lui propose-t-on ?', monthPlus(last, -6), monthPlus(last, -4), ['sex', 'age_band']);
  await does(load, overNetwork(load, 'dpo'), decideExtract, { extract, as: 'dpo', answer: 'yes' });
  await does(load, overNetwork(load, 'admin'), decideExtract, { extract, as: 'network_admin', answer: 'yes' });
  await ask('Les chemins des femmes, de l’accueil à la formation', monthPlus(last, -3), last, ['sex', 'visits', 'trained']);
}

async function readBesideAnother(load: Load, last: string): Promise<void> {
  const admin = adminAt(load, daysAgo(load, 1));
  const { file } = await asks(load, strangerAt(load, daysAgo(load, 1)), numberReceipt, { indicator: 'persons-received', month: last });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64url');
  const other = newId();
  await does(load, admin, addNetwork, {
    other, public_key: key, names: { ar: 'شبكة مجاورة (مثال)', fr: 'Réseau voisin (exemple)', en: 'Neighbouring network (example)' }, agreed_on: dayAgo(load, 40), agreed_by: 'اتفاق الشبكتين (مثال) · accord des deux réseaux (exemple)',
  });
  const ours = JSON.parse((JSON.parse(file) as { body: string }).body) as { definition: string };
  const body = JSON.stringify({ ...ours, network: other, definition_digest: createHash('sha256').update(ours.definition).digest('hex'), value: '73.0000' });
  await does(load, admin, takeReceipt, { receipt: JSON.stringify({ body, signature: sign(null, Buffer.from(`hadina receipt\n${body}`), privateKey).toString('base64url'), key }) });
}
