import type { ReactNode } from 'react';
import { ChartFrame } from '#ui/chart/chart-frame.tsx';
import { fitted } from '#ui/chart/fit-text.ts';
import type { View } from '#ui/view.ts';
import { moneyText } from '../show.tsx';
import { currencyWords } from '../words.ts';
import type { Circulation } from './circulation-of.ts';
import { figureWords } from './figure-words.ts';

interface Props { readonly view: View; readonly moved: Pick<Circulation, 'loaded' | 'granted' | 'back' | 'paid' | 'paidOn' | 'settled' | 'converted' | 'came'>; readonly currency: string; readonly days: number }
interface Flow { readonly key: string; readonly label: string; readonly from: number; readonly to: number; readonly amount: number }

const [WIDTH, HEIGHT, LINE, SIZE] = [360, 170, 84, 14] as const;
const places = [42, 132, 228, 318] as const;

/** What flows between fund, wallets, shops and outside: the thicker an arc, the more went. Forth above, back below, from shop to shop as a ring; the numbers stand in the table behind. */
export const CirculationPicture = ({ view, moved, currency, days }: Props): ReactNode => {
  const words = figureWords(view);
  const flows: readonly Flow[] = [
    { key: 'granted', label: words('flow.granted'), from: 0, to: 1, amount: moved.granted }, { key: 'paid', label: words('flow.paid'), from: 1, to: 2, amount: moved.paid },
    { key: 'settled', label: words('flow.settled'), from: 2, to: 3, amount: moved.settled + moved.converted }, { key: 'back', label: words('flow.back'), from: 1, to: 0, amount: moved.back },
    { key: 'paidOn', label: words('flow.paid_on'), from: 2, to: 2, amount: moved.paidOn },
  ];
  const names = [currencyWords(view)('sum.fund'), words('place.wallets'), words('place.shops'), words('place.outside')];
  const most = Math.max(1, ...flows.map(({ amount }) => amount));
  const x = (place: number): number => (view.locale.dir === 'rtl' ? WIDTH - places[place]! : places[place]!);
  const text = (minor: number): string => moneyText(view, minor, currency);
  return (
    <ChartFrame
      view={view} title={words('picture')} caption={words('picture.caption', { days })}
      columns={[{ key: 'flow', label: words('flow') }, { key: 'amount', label: currencyWords(view)('amount'), numeric: true }]}
      rows={[...flows, { key: 'loaded', label: words('loaded'), amount: moved.loaded }, { key: 'came', label: words('came'), amount: moved.came }].map(({ key, label, amount }) => ({ key, label, cells: [text(amount)] }))}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" aria-hidden="true" focusable="false">
        {flows.filter(({ amount }) => amount > 0).map(({ key, from, to, amount }) => <path key={key} d={arc(x(from), x(to), from > to)} fill="none" stroke={from > to ? 'var(--ink-soft)' : 'var(--door)'} strokeWidth={1 + Math.round((7 * amount) / most)} strokeLinecap="round" />)}
        {flows.filter(({ from, to, amount }) => amount > 0 && to !== from).map(({ key, from, to, amount }) => <Word key={key} x={(x(from) + x(to)) / 2} y={from > to ? LINE + 52 : LINE - 44} text={fitted(text(amount), 92, SIZE)} />)}
        {names.map((name, place) => <g key={name}><circle cx={x(place)} cy={LINE} r="7" fill="var(--door)" /><Word x={x(place)} y={HEIGHT - 8} text={fitted(name, place === 0 || place === 3 ? 82 : 92, SIZE)} /></g>)}
      </svg>
    </ChartFrame>
  );
};

/** An arc above the line when units go on, below when they go back, a ring where they stay among shops. */
function arc(from: number, to: number, back: boolean): string {
  if (from === to) return `M${from - 8} ${LINE - 8}C${from - 40} ${LINE - 70} ${from + 40} ${LINE - 70} ${from + 8} ${LINE - 8}`;
  const bend = back ? LINE + 70 : LINE - 66;
  return `M${from} ${back ? LINE + 9 : LINE - 9}Q${(from + to) / 2} ${bend} ${to} ${back ? LINE + 9 : LINE - 9}`;
}

const Word = ({ x, y, text }: { x: number; y: number; text: string }): ReactNode => <text x={x} y={y} fontSize={SIZE} textAnchor="middle" fill="var(--ink)">{text}</text>;
