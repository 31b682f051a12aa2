/** Where a sealed answer lies, and under whose key: that of whoever applies or leads. */
export const answerPlace = (application: string, person: string, question: string) =>
  ({ person, table: 'incubation.answer', column: 'sealed', row: `${application} ${question}` });
