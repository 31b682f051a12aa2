import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { visitor } from '#core/actor.ts';
import { newId } from '#core/id.ts';
import { act, ask } from '#core/pipeline.ts';
import { recordConsent } from '#modules/people/public.ts';
import { withdrawConsent } from '#modules/people/withdraw-consent/withdraw-consent.ts';
import { dayAtHub } from '#tests/fixtures/day-at-hub.ts';
import { onThePath } from '#tests/fixtures/on-the-path.ts';
import { ownerQuery } from '#tests/fixtures/owner-query.ts';
import { showPage } from '#tests/fixtures/show-page.ts';
import { addMentor, endMentor } from '../mentor/mentors.ts';
import { answerMentoring, endMentoring, proposeMentor } from '../mentor/mentoring.ts';
import { bookPhotos, markPhotos } from './photos.ts';
import { spotlightPage } from './spotlight.page.tsx';
import { madeHere, spotlight, spotlightPicture } from './spotlight.query.ts';
import { publishSpotlight, takeSpotlightAway } from './spotlights.ts';

const refusedAs = (code: string) => ({ code: `incubation.${code}` });
const tomorrow = dayAtHub(1);

describe('photos and the public profile', () => {
  it('stand on a consent to images of their own, and go in the moment it ends', async () => {
    const { world, open, supervisor, coach, application, venture, person } = await onThePath();
    const { house } = world;
    const anyone = visitor(world.network);
    const consent = async () => (await act(house, open.officer, recordConsent, { person, purpose: 'image', answer: 'given', channel: 'written', language: 'ar-TN' })).consent;
    const picture = (await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } }).jpeg().withExif({ IFD0: { ImageDescription: 'بيتها' } }).toBuffer()).toString('base64');
    const publish = (said: Record<string, unknown> = {}) => act(house, supervisor, publishSpotlight, { application, name: 'أم ياسين', words: { ar: 'خبز الطابونة' }, sector: 'food', she_asked: true, file: picture, ...said });

    const { slot } = await act(house, coach, bookPhotos, { application, what: 'photo', on: tomorrow, time: '10:00', minutes: 60, photographer: coach.account });
    await expect(act(house, coach, bookPhotos, { application, what: 'film', on: tomorrow, time: '10:30', minutes: 30, photographer: coach.account })).rejects.toMatchObject(refusedAs('photographer-taken'));
    await expect(act(house, coach, bookPhotos, { application, what: 'film', on: '2026-01-05', time: '10:30', minutes: 30 })).rejects.toMatchObject(refusedAs('moment-gone'));
    await expect(act(house, supervisor, markPhotos, { slot, state: 'shot' })).rejects.toMatchObject(refusedAs('no-image-consent'));
    await expect(publish()).rejects.toMatchObject(refusedAs('no-image-consent'));
    await act(house, open.officer, recordConsent, { person, purpose: 'service', answer: 'given', channel: 'written', language: 'ar-TN' });
    await expect(publish()).rejects.toMatchObject(refusedAs('no-image-consent'));

    const first = await consent();
    await act(house, supervisor, markPhotos, { slot, state: 'shot' });
    await expect(act(house, supervisor, markPhotos, { slot, state: 'called_off' })).rejects.toMatchObject(refusedAs('no-such-step-of-photos'));
    await expect(publish({ she_asked: false })).rejects.toMatchObject(refusedAs('she-must-agree'));
    await expect(publish({ file: Buffer.from('%PDF-1.4\n%%EOF').toString('base64') })).rejects.toMatchObject(refusedAs('picture-only'));
    const { code } = await publish();
    await expect(publish()).rejects.toMatchObject(refusedAs('shown-already'));

    const shown = await ask(house, anyone, spotlight, { code });
    expect(shown).toMatchObject({ shown: true, name: 'أم ياسين', words: { ar: 'خبز الطابونة' }, picture: true });
    // Nothing that is public leads back to her: no number of hers, of the application or of the venture, and nothing the camera wrote.
    expect([person, application, venture, first].some((id) => JSON.stringify(shown).includes(id))).toBe(false);
    const { content } = await ask(house, anyone, spotlightPicture, { code });
    expect((await sharp(Buffer.from(content, 'base64')).metadata()).exif).toBeUndefined();
    expect((await ask(house, anyone, madeHere, {})).rows).toMatchObject([{ code, name: 'أم ياسين' }]);
    expect(await showPage(house, anyone, spotlightPage, { lang: 'ar', params: { code } })).toContain('أم ياسين');

    await act(house, open.officer, withdrawConsent, { consent: first });
    expect(await ask(house, anyone, spotlight, { code })).toEqual({ shown: false });
    await expect(ask(house, anyone, spotlightPicture, { code })).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ask(house, anyone, madeHere, {})).rows).toEqual([]);
    const gone = await showPage(house, anyone, spotlightPage, { lang: 'fr', params: { code } });
    expect(gone).toContain('Ce profil a été retiré');
    expect(gone).not.toContain('أم ياسين');

    // A later no to images ends what stands on the yes before it; taking the profile away leaves the consent.
    await consent();
    const again = await publish({ file: undefined });
    await act(house, open.officer, recordConsent, { person, purpose: 'image', answer: 'refused', channel: 'written', language: 'ar-TN' });
    expect(await ask(house, anyone, spotlight, { code: again.code })).toEqual({ shown: false });
    await consent();
    const third = await publish({ file: undefined });
    await act(house, coach, takeSpotlightAway, { application });
    await expect(act(house, coach, takeSpotlightAway, { application })).rejects.toMatchObject(refusedAs('not-shown'));
    expect(await ask(house, anyone, spotlight, { code: third.code })).toEqual({ shown: false });
    await publish();
    await ownerQuery(house, 'update people.person set erased_at = now() where id = $1', [person]);
    expect((await ask(house, anyone, madeHere, {})).count).toBe(0);
    expect(await ownerQuery(house, `select name, picture from incubation.spotlight where network_id = $1 and (name <> '—' or picture is not null)`, [world.network])).toEqual([]);
  });
});

describe('mentors', () => {
  it('are proposed with reasons, and never more than they take: not by two at once, not past the action', async () => {
    const { world, supervisor, coach, selected, application } = await onThePath();
    const { house } = world;
    await expect(act(house, supervisor, addMentor, { sectors: [], languages: [], most: 1 })).rejects.toMatchObject(refusedAs('account-or-name'));
    const { mentor } = await act(house, supervisor, addMentor, { name: 'فاطمة بن علي', sectors: ['food'], languages: ['ar'], territory: 'TN-43', most: 1 });
    const { mentor: full } = await act(house, supervisor, addMentor, { account: coach.account, sectors: [], languages: [], most: 2 });
    await expect(act(house, supervisor, addMentor, { account: coach.account, sectors: [], languages: [], most: 2 })).rejects.toMatchObject(refusedAs('mentor-there-already'));
    const second = await selected('منية الزواري');
    const both = await Promise.allSettled([application, second.application].map((one) => act(house, coach, proposeMentor, { application: one, mentor })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'incubation.mentor-full' } });
    const won = (both.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ mentoring: string; application: string }>).value;
    const lost = won.application === application ? second : { application, person: undefined };
    const [row] = await ownerQuery<{ reasons: string[]; hub_id: string; person_id: string }>(house, 'select reasons, hub_id, person_id from incubation.mentoring where id = $1', [won.mentoring]);
    expect(row!.reasons).toEqual(won.application === application ? ['same_sector', 'same_place', 'room_left'] : ['room_left']);
    const forced = ownerQuery(house, `insert into incubation.mentoring (network_id, id, hub_id, mentor_id, application_id, person_id, reasons, state, proposed_at) values ($1, $2, $3, $4, $5, $6, '{}', 'accepted', now())`,
      [world.network, newId(), row!.hub_id, mentor, lost.application, row!.person_id]);
    await expect(forced).rejects.toMatchObject({ constraint: 'mentor_limit' });
    await expect(act(house, coach, proposeMentor, { application: won.application, mentor: full })).rejects.toMatchObject(refusedAs('mentored-already'));
    await act(house, coach, answerMentoring, { mentoring: won.mentoring, answer: 'accepted' });
    await expect(act(house, coach, answerMentoring, { mentoring: won.mentoring, answer: 'declined' })).rejects.toMatchObject(refusedAs('decided-already'));
    await act(house, coach, endMentoring, { mentoring: won.mentoring });
    await act(house, coach, proposeMentor, { application: lost.application, mentor });
    await act(house, supervisor, endMentor, { mentor });
    await expect(act(house, coach, proposeMentor, { application: won.application, mentor })).rejects.toMatchObject(refusedAs('mentor-left'));
  });
});
