/**
 * Keeps what is typed while it is typed: each changed field of a `data-autosave` place is sent a moment after the last key, and when the
 * page is left. The answer holds the marks of what stands on the server, so that another window is never written over.
 */

const REST = 1500;
const AGAIN = 5000;
const changed = new Map<HTMLElement, Set<string>>();
const waiting = new Map<HTMLElement, number>();
const busy = new Set<HTMLElement>();

const field = (place: HTMLElement, name: string) => place.querySelector<HTMLInputElement>(`[name="${name}"]`);

const say = (place: HTMLElement, how: 'kept' | 'unkept' | 'both', also = ''): void => {
  const status = place.querySelector('[data-autosaved]');
  if (status) status.textContent = `${place.dataset[how]}${also}`;
};

function later(place: HTMLElement, rest: number): void {
  clearTimeout(waiting.get(place));
  waiting.set(place, window.setTimeout(() => save(place), rest));
}

async function save(place: HTMLElement): Promise<void> {
  const names = [...(changed.get(place) ?? [])];
  if (!names.length || busy.has(place) || !place.isConnected) return;
  busy.add(place);
  changed.delete(place);
  let rest = REST;
  const body = new URLSearchParams({ _csrf: field(place, '_csrf')!.value });
  for (const name of names) {
    const mark = `shown.${name.slice(6)}`;
    body.set(name, field(place, name)!.value);
    body.set(mark, field(place, mark)!.value);
  }
  try {
    const answer = await fetch(place.dataset.autosave!, { method: 'POST', body, keepalive: String(body).length < 60_000, redirect: 'error', headers: { accept: 'text/html' } });
    if (!answer.ok) throw answer;
    const text = await answer.text();
    for (const [, name, mark] of text.matchAll(/name="(shown\.\w+)" value="([^"]*)"/g)) field(place, name!)!.value = mark!;
    say(place, text.includes('data-apart') ? 'both' : 'kept', ` · ${new Date().toTimeString().slice(0, 5)}`);
  } catch {
    changed.set(place, new Set([...names, ...(changed.get(place) ?? [])]));
    say(place, 'unkept');
    rest = AGAIN;
  }
  busy.delete(place);
  if (changed.has(place)) later(place, rest);
}

addEventListener('input', (event) => {
  const typed = event.target as HTMLTextAreaElement;
  const place = typed.closest<HTMLElement>('[data-autosave]');
  if (!place || !typed.name.startsWith('notes.')) return;
  changed.set(place, (changed.get(place) ?? new Set()).add(typed.name));
  later(place, REST);
});

// What the button sends, it sends whole.
addEventListener('submit', (event) => {
  const place = (event.target as Element).closest<HTMLElement>('[data-autosave]');
  if (place) changed.delete(place);
}, true);

addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const place of changed.keys()) save(place);
});
