/** The button that prints a sheet: it shows itself only where this runs, since without a script it could do nothing. */
const button = document.querySelector<HTMLButtonElement>('[data-print]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
