import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/actor.ts';
import { act, ask } from '#core/pipeline.ts';
import { type Desk, openDesk } from '#tests/fixtures/at-the-desk.ts';
import { eventsAbout } from '#tests/fixtures/events-about.ts';
import { everyOrdinaryRow } from '#tests/fixtures/every-row.ts';
import { openHub, type World } from '#tests/fixtures/open-hub.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { closeVisit } from '../close-visit/close-visit.ts';
import { formList, formPreview } from '../form/forms.query.ts';
import { needsFormV1 } from '../form/needs-form-v1.ts';
import { publishForm } from '../form/publish-form.ts';
import { answerNeeds } from './answer-needs.ts';
import { needsSheet } from './needs-sheet.query.ts';

/** A visit in progress in a network whose questionnaire is published. */
async function inVisit(): Promise<{ world: World; desk: Desk; ticket: string }> {
  const world = await openHub();
  await act(world.house, await world.as('network_admin'), publishForm, needsFormV1);
  const desk = await openDesk(world);
  return { world, desk, ticket: await desk.visit(await desk.person()) };
}
const answer = (world: World, officer: Actor, input: object) => act(world.house, officer, answerNeeds, input as never);
const sheetOf = (world: World, officer: Actor, ticket: string) => ask(world.house, officer, needsSheet, { ticket });

describe('the needs assessment', () => {
  it('keeps a draft field by field, although something required is empty', async () => {
    const { world, desk, ticket } = await inVisit();
    const kept = await answer(world, desk.officer, { ticket, answers: { paperwork: 'yes', hard: '4' }, finish: 'yes' });
    expect(kept).toMatchObject({ state: 'draft', missing: ['brings', 'stage'] });
    const sheet = await sheetOf(world, desk.officer, ticket);
    expect([sheet.state, sheet.answers]).toEqual(['draft', { paperwork: 'yes', hard: 4 }]);
    expect(await eventsAbout(world, ticket, 'desk.needs-assessed')).toEqual([]);
  });

  it('is done when nothing required is missing, and counts once', async () => {
    const { world, desk, ticket } = await inVisit();
    const whole = { ticket, answers: { brings: ['selling'], stage: 'development', 'online-selling': 'would-like' }, finish: 'yes' };
    expect(await answer(world, desk.officer, whole)).toMatchObject({ state: 'done', missing: [] });
    await answer(world, desk.officer, { ticket, answers: { urgency: 'this-week' }, finish: 'yes' });
    const done = await eventsAbout(world, ticket, 'desk.needs-assessed');
    expect(done.map(({ body, compartment }) => [body.form_version, body.sex, compartment])).toEqual([[1, 'female', 'C0']]);
    const { scores } = await sheetOf(world, desk.officer, ticket);
    expect([scores[0]!.lines, scores[0]!.sum]).toEqual([
      [{ question: 'stage', answer: 'development', points: 1 }, { question: 'urgency', answer: 'this-week', points: 2 }], 3,
    ]);
  });

  it('empties what was shown and came back empty, and leaves what was not shown', async () => {
    const { world, desk, ticket } = await inVisit();
    await answer(world, desk.officer, { ticket, answers: { brings: ['money', 'idea'], urgency: 'this-week' } });
    await answer(world, desk.officer, { ticket, answers: {}, seen: { brings: 'idea money' } });
    expect((await sheetOf(world, desk.officer, ticket)).answers).toEqual({ urgency: 'this-week' });
  });

  it('refuses an answer that is not offered, a question that is not asked, and a visit without client', async () => {
    const { world, desk, ticket } = await inVisit();
    await expect(answer(world, desk.officer, { ticket, answers: { stage: 'retired' } })).rejects.toMatchObject({ code: 'desk.answer-not-offered', field: 'answers.stage' });
    await expect(answer(world, desk.officer, { ticket, answers: { salary: '5' } })).rejects.toMatchObject({ code: 'desk.answer-not-offered' });
    const { ticket: waiting } = await desk.ticket();
    await expect(answer(world, desk.officer, { ticket: waiting, answers: { stage: 'idea' } })).rejects.toMatchObject({ code: 'desk.visit-not-held' });
  });

  it('needs a published form', async () => {
    const world = await openHub();
    const desk = await openDesk(world);
    const ticket = await desk.visit(await desk.person());
    await expect(answer(world, desk.officer, { ticket, answers: {} })).rejects.toMatchObject({ code: 'desk.no-form-published' });
    expect((await sheetOf(world, desk.officer, ticket)).form).toBeNull();
  });

  it('is absent in another hub and another network', async () => {
    const { world, ticket } = await inVisit();
    for (const stranger of [await (await world.secondHub()).as('desk_officer'), await (await openHub()).as('desk_officer')]) {
      await expect(sheetOf(world, stranger, ticket)).rejects.toMatchObject({ name: 'NotFound' });
      await expect(answer(world, stranger, { ticket, answers: { stage: 'idea' } })).rejects.toMatchObject({ name: 'NotFound' });
    }
  });
});

describe('two people on one folder', () => {
  it('keeps both when they change different fields', async () => {
    const { world, desk, ticket } = await inVisit();
    const other = await world.as('case_worker');
    const seen = { stage: '', urgency: '' };
    await Promise.all([
      answer(world, desk.officer, { ticket, answers: { stage: 'idea' }, seen }),
      answer(world, other, { ticket, answers: { urgency: 'this-week' }, seen }),
    ]);
    expect((await sheetOf(world, other, ticket)).answers).toEqual({ stage: 'idea', urgency: 'this-week' });
  });

  it('writes nothing where both changed the same field differently, and shows what stands there', async () => {
    const { world, desk, ticket } = await inVisit();
    const other = await world.as('case_worker');
    await answer(world, desk.officer, { ticket, answers: { stage: 'idea' } });
    const shown = (await sheetOf(world, other, ticket)).shown;
    await answer(world, desk.officer, { ticket, answers: { stage: 'creation' }, seen: shown });
    const late = answer(world, other, { ticket, answers: { stage: 'development', urgency: 'this-week' }, seen: shown });
    await expect(late).rejects.toMatchObject({ code: 'desk.changed-meanwhile', field: 'answers.stage', offer: { fields: ['stage'] } });
    const now = await sheetOf(world, other, ticket);
    expect(now.answers).toEqual({ stage: 'creation' });
    await answer(world, other, { ticket, answers: { stage: 'development', urgency: 'this-week' }, seen: now.shown });
    expect((await sheetOf(world, desk.officer, ticket)).answers).toEqual({ stage: 'development', urgency: 'this-week' });
  });

  it('does not let two windows of one officer overwrite a sealed answer unseen', async () => {
    const { world, desk, ticket } = await inVisit();
    const seen = { 'own-words': '' };
    await answer(world, desk.officer, { ticket, answers: { 'own-words': 'first window' }, seen });
    await expect(answer(world, desk.officer, { ticket, answers: { 'own-words': 'second window' }, seen }))
      .rejects.toMatchObject({ code: 'desk.changed-meanwhile' });
    const { shown } = await sheetOf(world, desk.officer, ticket);
    await answer(world, desk.officer, { ticket, answers: { 'own-words': 'both' }, seen: { 'own-words': shown['own-words']! } });
    expect((await sheetOf(world, desk.officer, ticket)).answers['own-words']).toBe('both');
  });
});

describe('answers about her life', () => {
  const secret = 'زوجها يمنعها من العمل';

  it('are sealed, opened only by whoever wrote them, with a trace, until the visit closes', async () => {
    const { world, desk, ticket } = await inVisit();
    await answer(world, desk.officer, { ticket, answers: { 'own-words': secret, situation: ['disability', 'rural'] } });
    expect((await sheetOf(world, desk.officer, ticket)).answers).toMatchObject({ 'own-words': secret, situation: ['disability', 'rural'] });
    expect(await everyOrdinaryRow(world)).not.toContain(secret);
    expect(await ownerQuery(world.house, 'select value from desk.needs_answer where network_id = $1', [world.network])).toEqual([]);
    const looks = await ownerQuery(world.house, 'select compartment, fields from core.look where network_id = $1 and action = $2', [world.network, 'desk.needs-sheet']);
    expect(looks[0]).toEqual({ compartment: 'C1b', fields: ['desk.needs_sealed_answer.sealed'] });
    const colleague = await world.as('case_worker');
    expect((await sheetOf(world, colleague, ticket)).answers).toEqual({});
    await expect(sheetOf(world, await world.as('hub_manager'), ticket)).rejects.toMatchObject({ code: 'core.role-missing' });
    await act(world.house, desk.officer, closeVisit, { ticket });
    expect((await sheetOf(world, desk.officer, ticket)).answers).toEqual({});
  });
});

describe('versions of a form', () => {
  it('leave an older visit with the questions it was asked', async () => {
    const { world, desk, ticket } = await inVisit();
    await answer(world, desk.officer, { ticket, answers: { stage: 'idea' } });
    const next = { ...needsFormV1, questions: [{ code: 'one', kind: 'yes-no' as const, labels: { en: 'One?' } }] };
    const admin = await world.as('network_admin');
    expect(await act(world.house, admin, publishForm, next)).toMatchObject({ version: 2 });
    expect((await sheetOf(world, desk.officer, ticket)).form).toMatchObject({ version: 1 });
    expect((await sheetOf(world, desk.officer, await desk.visit(await desk.person('Mabrouka Jelassi')))).form).toMatchObject({ version: 2 });
    const list = await ask(world.house, desk.officer, formList, {});
    expect(list.map(({ version, questions, current }) => [version, questions, current])).toEqual([[2, 1, true], [1, 13, false]]);
    expect((await ask(world.house, desk.officer, formPreview, { form: list[1]!.id })).questions.map(({ code }) => code)).toEqual(needsFormV1.questions.map(({ code }) => code));
  });

  it('wait for the day they begin', async () => {
    const { world, desk, ticket } = await inVisit();
    await act(world.house, await world.as('network_admin'), publishForm, { ...needsFormV1, active_from: '2999-01-01' });
    expect((await sheetOf(world, desk.officer, ticket)).form).toMatchObject({ version: 1 });
  });

  it('cannot be published by a hub, nor seen by another network', async () => {
    const { world, desk } = await inVisit();
    await expect(act(world.house, await world.as('hub_manager'), publishForm, needsFormV1)).rejects.toMatchObject({ code: 'core.role-missing' });
    const [form] = await ask(world.house, desk.officer, formList, {});
    const stranger = await (await openHub()).as('desk_officer');
    expect(await ask(world.house, stranger, formList, {})).toEqual([]);
    await expect(ask(world.house, stranger, formPreview, { form: form!.id })).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are numbered one by one when two are published at once', async () => {
    const { world } = await inVisit();
    const admin = await world.as('network_admin');
    const tries = await Promise.allSettled([1, 2].map(() => act(world.house, admin, publishForm, needsFormV1)));
    const versions = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.version] : []));
    expect(new Set(versions).size).toBe(versions.length);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'desk.form-published-meanwhile' });
  });
});
