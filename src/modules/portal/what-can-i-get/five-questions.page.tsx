import { nameFor } from '#core/words/named.ts';
import { isUuid } from '#core/id.ts';
import { definePage, type Visit } from '#core/page.ts';
import { reasonChoices } from '#modules/desk/public.ts';
import { findTerritory, hubDoors, territoriesOfLevel } from '#modules/network/public.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import { hrefWith } from '#ui/href.ts';
import { Icon } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import { PageTitle } from '#ui/page-title.tsx';
import type { View } from '#ui/view.ts';
import { portalWords } from '../words.ts';
import { FittingServices } from './fitting-services.tsx';
import { ages, answerIcons, type Question, questions, readAnswers, stages, whos } from './questions.ts';
import { whatFits } from './what-fits.query.ts';

/** "What can I get here?" in five plain questions, one a screen, every answer a large link; then the services that fit. */
export const fiveQuestionsPage = definePage<View>({
  path: '/what-can-i-get',
  audience: 'citizen',
  needs: 'portal.what-fits',
  show: async (visit) => {
    const answers = readAnswers(visit.search);
    const next = questions.find((question) => !(question in answers));
    return { title: portalWords(visit.view)('five.title'), quiet: true as const, body: next ? await askNext(visit, next) : await showFits(visit) };
  },
});

interface Answer { readonly value: string; readonly label: string; readonly named?: true; readonly icon?: IconName }

async function askNext(visit: Visit<View>, question: Question) {
  const { view } = visit;
  const words = portalWords(view);
  const at = questions.indexOf(question);
  const answers = question === 'place' ? await placesFor(visit) : answersTo(view, question);
  const back = at === 0 ? null : hrefWith(view, { [questions[at - 1]!]: null });
  return (
    <Stack>
      <PageTitle lede={words('five.progress', { at: at + 1, of: questions.length })} back={back ? { href: back, label: words('five.back') } : { href: '/', label: words('home') }}>
        {words(`five.${question}`)}
      </PageTitle>
      <nav className="picture-buttons" aria-label={words(`five.${question}`)}>
        {answers.map(({ value, label, named, icon }) => (
          <a key={value} className="button quiet" href={hrefWith(view, { [question]: value })}>
            <Icon name={icon ?? answerIcons[value] ?? 'pin'} />
            {named ? <Bdi>{label}</Bdi> : label}
          </a>
        ))}
      </nav>
      {question === 'place' ? <OtherPlace view={view} search={visit.search} /> : null}
      <p><a href={hrefWith(view, { [question]: 'skip' })}>{words(`five.${question}_skip`)}</a></p>
      <p className="soft">{words('five.nothing_kept')}</p>
    </Stack>
  );
}

function answersTo(view: View, question: Exclude<Question, 'place'>): readonly Answer[] {
  const words = portalWords(view);
  switch (question) {
    case 'need': return reasonChoices(view);
    case 'who': return whos.map((value) => ({ value, label: words(`who.${value}`) }));
    case 'age': return (Object.keys(ages) as (keyof typeof ages)[]).map((value) => ({ value, label: words(`age.${value}`) }));
    case 'stage': return stages.map((value) => ({ value, label: words(`stage.${value}`) }));
  }
}

/** Regions and governorates where a hub has its door, as large answers, those of her country first; every other one stands in a list below. */
async function placesFor(visit: Visit<View>): Promise<readonly Answer[]> {
  const doors = await visit.ask(hubDoors, {});
  const country = doors.find(({ id }) => id === visit.search.hub)?.country ?? visit.view.locale.country;
  const regions = [...new Set(doors.map(({ regionCode }) => regionCode))].sort();
  const here = regions.filter((code) => code?.startsWith(country));
  return [...here, ...regions.filter((code) => !here.includes(code))].flatMap((code) => {
    const place = code === null ? undefined : findTerritory(code);
    return place ? [{ value: place.code, label: nameFor(place.names, visit.view.locale), named: true as const }] : [];
  });
}

/** Any other region or governorate of the mission, sent by an ordinary form. */
const OtherPlace = ({ view, search }: { view: View; search: Visit['search'] }) => {
  const words = portalWords(view);
  const places = [...territoriesOfLevel('TN', 'governorate'), ...territoriesOfLevel('MA', 'region')];
  return (
    <form method="get" action={view.path} className="form">
      {Object.entries(search).map(([name, value]) => (name === 'place' ? null : <input key={name} type="hidden" name={name} value={value} />))}
      <SelectField view={view} values={{}} errors={{}} unmarked name="place" label={words('five.other_place')}
        choices={places.map(({ code, names }) => ({ value: code, label: nameFor(names, view.locale) }))} />
      <Button kind="quiet">{words('five.go_on')}</Button>
    </form>
  );
};

async function showFits(visit: Visit<View>) {
  const { hub, need, place, who, age, stage } = visit.search;
  const found = await visit.ask(whatFits, { hub: isUuid(hub) ? hub : undefined, need, place, who, age, stage });
  return <FittingServices view={visit.view} found={found} />;
}
