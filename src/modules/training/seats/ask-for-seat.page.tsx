import { definePage, type Visit } from '#core/page.ts';
import { Ltr, PersonName } from '#ui/bdi.tsx';
import { Button, Buttons, PostButton } from '#ui/button.tsx';
import { Card, Stack } from '#ui/card.tsx';
import { Radios, SelectField } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { parts } from '../codes.ts';
import { Said } from '../show.tsx';
import { trainingWords } from '../words.ts';
import { requestSeat } from './request-seat.ts';
import { seatFinder } from './seat-finder.query.ts';

/** Notes that somebody asks: a person found by name, or for colleagues and trainers one chosen from a list. */
export const askForSeatPage = definePage<View>({
  path: '/trainings/:session/ask',
  audience: 'staff',
  needs: 'training.seat-finder',
  show: async (visit) => {
    const { view, search, params } = visit;
    const words = trainingWords(view);
    const found = await visit.ask(seatFinder, { session: params.session!, typed: search.q });
    return {
      title: words('ask.title'),
      body: (
        <Stack>
          <PageTitle back={{ href: `/trainings/${params.session}`, label: <Said view={view} value={found.session.names} /> }} lede={<Said view={view} value={found.session.names} />}>{words('ask.title')}</PageTitle>
          {visit.refusal ? <Notice view={view} kind="warning">{visit.refusal.text}</Notice> : null}
          {search.done ? <Notice view={view} kind="success">{words('done.asked')}</Notice> : null}
          {found.session.audience === 'beneficiaries' ? <People visit={visit} people={found.people} /> : <Others visit={visit} audience={found.session.audience} others={found.others} />}
        </Stack>
      ),
    };
  },
  post: { action: requestSeat, input: ({ params }) => ({ session: params.session }), leadsTo: ({ session }) => `/trainings/${session}/ask?done=1` },
});

type Found = Awaited<ReturnType<(typeof seatFinder)['spec']['run']>>;

const People = ({ visit: { view, search }, people }: { visit: Visit<View>; people: Found['people'] }) => {
  const words = trainingWords(view);
  return (
    <>
      <form method="get" action={view.path} role="search" className="form">
        <TextField view={view} values={{ q: search.q ?? '' }} errors={{}} required name="q" type="search" label={words('ask.search')} autoComplete="off" />
        <Button kind="quiet" icon="search">{words('ask.find')}</Button>
      </form>
      {search.q && people.length === 0 ? <Notice view={view}>{words('ask.none')}</Notice> : null}
      {people.length ? (
        <Card>
          <ul className="found">
            {people.map(({ card, asked }) => (
              <li key={card.id}>
                <PersonName name={card.name} other={card.other} /> <span className="soft"><Ltr>{card.code}</Ltr></span>
                <Buttons>
                  {asked ? <span className="soft">{words('ask.already')}</span> : parts.map((part) => (
                    <PostButton key={part} view={view} action={`${view.path}${view.search}`} values={{ person: card.id, part }} kind={part === 'alone' ? 'primary' : 'quiet'}>
                      {part === 'alone' ? words('ask.do') : words(`part.${part}`)}
                    </PostButton>
                  ))}
                </Buttons>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
};

const Others = ({ visit: { view, values, errors }, audience, others }: { visit: Visit<View>; audience: 'staff' | 'trainers'; others: Found['others'] }) => {
  const words = trainingWords(view);
  const f = { view, values, errors };
  const field = { ...f, required: true, name: audience === 'staff' ? 'account' : 'trainer', label: words('ask.who') };
  const choices = others.map(({ id, name }) => ({ value: id, label: name, named: true as const }));
  return (
    <Card>
      <Form {...f}>
        {choices.length > 8 ? <SelectField {...field} choices={choices} /> : <Radios {...field} choices={choices} />}
        <Button icon="check">{words('ask.do')}</Button>
      </Form>
    </Card>
  );
};
