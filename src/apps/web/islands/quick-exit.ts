/**
 * The way out of a help page. The page goes blank at once, then another site takes its place in the history, so that
 * "back" does not return here. Pressing Esc or Shift three times within two seconds does the same. Without this script
 * the way out is an ordinary link.
 */
const way = document.querySelector<HTMLAnchorElement>('#quick-exit');
let presses: number[] = [];

function leave(): void {
  if (!way) return;
  document.documentElement.hidden = true;
  document.title = ' ';
  location.replace(way.href);
}

way?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

addEventListener('keydown', ({ key, timeStamp, repeat }) => {
  if (repeat) return;
  presses = key === 'Escape' || key === 'Shift' ? [...presses, timeStamp].filter((at) => timeStamp - at < 2000) : [];
  if (presses.length > 2) leave();
});
