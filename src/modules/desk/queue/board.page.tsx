import { definePage } from '#core/page.ts';
import { Num } from '#ui/amounts.tsx';
import type { View } from '#ui/view.ts';
import { deskWords } from '../words.ts';
import { calledNumbers } from './called-numbers.query.ts';

/** How often a live screen asks again. No script: the browser does it by itself. */
const REFRESH_SECONDS = '10';

/**
 * The screen of the waiting room: numbers and counters in big type, the newest first, never a name. It moves by itself only
 * once asked to (`?live=yes`), so that nobody who reads it slowly or by ear loses the place.
 */
export const boardPage = definePage<View>({
  path: '/desk/board',
  audience: 'citizen',
  needs: 'desk.called-numbers',
  show: async ({ view, ask, search }) => {
    const words = deskWords(view);
    const { called, waiting } = await ask(calledNumbers, {});
    return {
      title: words('board.title'),
      quiet: true,
      body: (
        <div className={search.live === 'yes' ? 'hall-board live' : 'hall-board'}>
          {search.live === 'yes' ? <meta httpEquiv="refresh" content={REFRESH_SECONDS} /> : null}
          <h1>{words('board.title')}</h1>
          {called.length === 0 ? <p className="lede">{words('board.none')}</p> : null}
          <ol>
            {called.map(({ number, counter }) => (
              <li key={number}>
                <span className="soft">{words('board.number')}</span> <strong><Num view={view} value={number} /></strong>
                <span className="soft">{words('board.counter')}</span> <strong><Num view={view} value={counter} /></strong>
              </li>
            ))}
          </ol>
          <p className="lede">{words('queue.count', { count: waiting })}</p>
          {search.live === 'yes' ? null : <p><a href="/desk/board?live=yes">{words('board.live')}</a></p>}
        </div>
      ),
    };
  },
});
