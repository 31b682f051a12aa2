import type { ReactNode } from 'react';
import type { Multilingual } from '#core/input.ts';
import { nameFor } from '#core/words/named.ts';
import { type ClientTest, findServiceType, type ServiceEntry, wordsOfTest } from '#modules/directory/public.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { SelectField } from '#ui/choice.tsx';
import type { FormState } from '#ui/field-values.ts';
import { Icon, Pictogram } from '#ui/icon.tsx';
import type { IconName } from '#ui/icon-paths.ts';
import type { Tone } from '#ui/tone.ts';
import type { View } from '#ui/view.ts';
import { Said } from '../needs/said.tsx';
import { orientationWords } from '../orientation-words.ts';
import { changeWords, placeName } from './change-words.ts';
import type { Match, Standing } from './match-service.ts';
import { overrideReasons } from './override-reason.ts';

interface Option extends FormState {
  readonly match: Match<ServiceEntry>;
  readonly provider: Multilingual | null;
}

const tones: Readonly<Record<Standing, Tone>> = { fits: 'olive', ask: 'saffron', no: 'rose' };

/** One service with its reasons: rules met, failed and to ask, places and wait, the change that would make it fit, what may be lost. */
export const OptionCard = ({ match, provider, ...form }: Option): ReactNode => {
  const { view } = form;
  const words = orientationWords(view);
  const { service, standing } = match;
  const type = findServiceType(service.types[0] ?? '');
  return (
    <Card id={`service-${service.id}`} title={<><Pictogram code={service.types[0] ?? ''} /> <Said view={view} value={service.names} /></>}>
      <p>
        <Badge tone={tones[standing]}>{words(`standing.${standing}`)}</Badge>{' '}
        {match.answersNeed ? <Badge icon="heart">{words('option.answers_need')}</Badge> : null}{' '}
        {match.full ? <Badge tone="clay">{words('option.full')}</Badge> : null}{' '}
        {service.stale ? <Badge tone="saffron">{words('option.stale')}</Badge> : null}
      </p>
      <p className="soft">
        {type ? <Bdi>{nameFor(type.names, view.locale)}</Bdi> : null}{provider ? <> · <Said view={view} value={provider} /></> : null}
      </p>
      <p>
        {service.freePlaces === null ? words('option.places_unknown') : words('option.places', { places: service.freePlaces })}{' · '}
        {service.waitingDays === null ? words('option.wait_unknown') : words('option.wait', { days: service.waitingDays })}
        {match.minds ? <> · {words('option.childcare')}</> : null}
      </p>
      <Tests view={view} tests={match.met} icon="check" label={words('option.met')} />
      <Tests view={view} tests={match.failed} icon="cross" label={words('option.failed')} />
      <Tests view={view} tests={match.unknown} icon="info" label={words('option.unknown')} />
      <Tests view={view} tests={match.priorityGroups} icon="up" label={words('option.priority')} />
      <Changes view={view} match={match} />
      {service.mayLose.length ? (
        <div className="notice saffron">
          <Icon name="warning" />
          <div>
            <strong>{words('option.may_lose')}</strong>
            <ul>{service.mayLose.map(({ id, names }) => <li key={id}><Said view={view} value={names} /></li>)}</ul>
          </div>
        </div>
      ) : null}
      <SelectField {...form} name={`choose.${service.id}`} label={words('option.choose')} choices={places(view)} />
      {standing === 'no' ? (
        <SelectField
          {...form} name={`reason.${service.id}`} label={words('option.reason')} help={words('option.reason_help')}
          choices={overrideReasons.map((value) => ({ value, label: words(`reason.${value}`) }))}
        />
      ) : null}
    </Card>
  );
};

const places = (view: View) => ['1', '2', '3'].map((value) => ({ value, label: orientationWords(view)('option.place', { place: Number(value) }) }));

const Tests = ({ view, tests, icon, label }: { view: View; tests: readonly ClientTest[]; icon: IconName; label: string }): ReactNode =>
  tests.length ? (
    <p>
      <strong>{label}</strong>
      {tests.map((test) => {
        const { text, lang } = wordsOfTest(view, test, (code) => placeName(view, code));
        return <span key={test.id}> <Icon name={icon} /> <Bdi lang={lang}>{text}</Bdi></span>;
      })}
    </p>
  ) : null;

const Changes = ({ view, match }: { view: View; match: Match }): ReactNode => {
  if (match.standing !== 'no') return null;
  const words = orientationWords(view);
  if (!match.changes) return <p><strong>{words('change.title')}</strong> {words('change.none')}</p>;
  return (
    <p>
      <strong>{words('change.title')}</strong>
      {match.changes.map((change) => <span key={change.field}> {changeWords(view, change)}</span>)}
    </p>
  );
};
