const IN_ONE = 6;

/** The questions of a form in parts of a few, so that each fits a screen and is kept before the next. The parts are the same whatever was answered. */
export function partsOf<Q>(questions: readonly Q[]): readonly (readonly Q[])[] {
  const parts: Q[][] = [];
  for (let at = 0; at < questions.length; at += IN_ONE) parts.push(questions.slice(at, at + IN_ONE));
  return parts;
}
