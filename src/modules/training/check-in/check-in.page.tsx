import type { ReactNode } from 'react';
import { definePage, type Page, type Visit } from '#core/page.ts';
import { spelledCode } from '#core/text/slip-code.ts';
import { AtTime } from '#ui/amounts.tsx';
import { Bdi, Ltr } from '#ui/bdi.tsx';
import { Button, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { HiddenField, TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import { Qr } from '#ui/qr.tsx';
import type { View } from '#ui/view.ts';
import type { SeatLine } from '../session/session-sheet.query.ts';
import { Learner } from '../learner.tsx';
import { plain } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { checkIn, openRoom, roomDoor, type roomSheet } from './check-in.ts';

type Room = Awaited<ReturnType<typeof roomSheet.spec.run>>;

/** On the attendance of one half-day: the code for the wall, and who checked in by herself, to be confirmed in one press by whoever sees them. */
export const RoomCard = ({ visit, room, seats }: { visit: Visit<View>; room: Room; seats: readonly SeatLine[] }): ReactNode => {
  const { view, may } = visit;
  const words = trainingWords(view);
  const waiting = seats.filter(({ id }) => room.waiting.includes(id));
  if (!room.opens && waiting.length === 0) return null;
  const address = `${view.origin ?? ''}/here/${room.code}`;
  const f = { view, values: {}, errors: {} };
  return (
    <Card title={words('room.title')}>
      {room.code ? (
        <>
          <p>{words('room.text')}</p>
          <Qr text={address} label={words('room.code')} />
          <p><Ltr>{spelledCode(room.code)}</Ltr> · <Ltr>{`${view.origin ?? ''}/here`}</Ltr></p>
        </>
      ) : room.opens && may('training.open-room') ? <><p>{words('room.how')}</p><PostButton view={view} kind="quiet" icon="screen" action={`/trainings/${room.session}/room`} values={{ half_day: room.half.id }}>{words('room.open')}</PostButton></> : null}
      {waiting.length ? (
        <Form {...f} action={`/trainings/${room.session}/attendance?half=${room.half.id}`}>
          <HiddenField name="half_day" value={room.half.id} /><HiddenField name="via" value="code" />
          <p>{words('room.came', { count: waiting.length })}</p>
          <ul className="found">{waiting.map((seat) => <li key={seat.id}><Learner view={view} card={seat.card} name={seat.name} /><HiddenField name={`mark.${seat.id}`} value="present" /></li>)}</ul>
          <Button icon="check">{words('room.confirm')}</Button>
        </Form>
      ) : null}
      {room.unknown ? <p className="soft">{words('room.unknown', { count: room.unknown })}</p> : null}
    </Card>
  );
};

/** Draws the code of the room. */
export const roomButton = (attendance: Page<View>): Page => definePage<View>({
  path: '/trainings/:session/room', audience: 'staff', needs: openRoom.fullName,
  post: { action: openRoom, leadsTo: ({ session, half_day }) => `/trainings/${session}/attendance?half=${half_day}`, again: attendance },
});

/** Where somebody types the code on the wall, when her telephone reads no code. */
export const hereDoorPage = definePage<View>({
  path: '/here',
  audience: 'citizen',
  needs: 'training.room-door',
  show: (visit) => {
    const { view, search } = visit;
    const words = trainingWords(view);
    return {
      title: words('here.title'),
      ...(search.room ? { movedTo: `/here/${encodeURIComponent(search.room)}` } : {}),
      body: (
        <Stack>
          <PageTitle back={{ href: '/', label: words('open.home') }}>{words('here.title')}</PageTitle>
          <form method="get" action="/here" className="form">
            <TextField view={view} values={{}} errors={{}} required ltr autoComplete="off" name="room" label={words('here.room')} help={words('here.room_help')} maxLength={20} />
            <Button icon="forward">{words('here.on')}</Button>
          </form>
        </Stack>
      ),
    };
  },
});

/** What the code on the wall opens on her own telephone: one field for the code of her slip. Works without script. */
export const herePage = definePage<View>({
  path: '/here/:room',
  audience: 'citizen',
  needs: 'training.room-door',
  show: async (visit) => {
    const { view, params, search } = visit;
    const words = trainingWords(view);
    const door = await visit.ask(roomDoor, { room: params.room! });
    const f = { view, values: visit.values, errors: visit.errors };
    return {
      title: words('here.title'), quiet: true as const,
      body: (
        <Stack>
          <PageTitle lede={door.open && door.names ? <Bdi>{plain(view, door.names)}</Bdi> : undefined}>{words('here.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {search.done && !visit.refusal ? <Notice view={view} kind="success">{words('here.done')}</Notice> : null}
          {door.open ? (
            <Card title={words('here.mine')}>
              <Form {...f}>
                <TextField {...f} required ltr autoComplete="off" name="code" label={words('slip.code')} help={words('here.code_help')} maxLength={20} />
                <Button icon="check">{words('here.say')}</Button>
              </Form>
              <p className="soft">{words('here.until')} <AtTime view={view} value={door.until} /></p>
            </Card>
          ) : <Notice view={view}>{words('refusal.room-closed')}</Notice>}
        </Stack>
      ),
    };
  },
  post: { action: checkIn, input: ({ params }) => ({ room: params.room }), leadsTo: ({ room }) => `/here/${room}?done=1` },
});
