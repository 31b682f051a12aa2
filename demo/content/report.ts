/** MedTOWN’s eight targets as its project card prints them (domain.md 3.1). */
export const demoTargets = {
  'people-involved': 20_000, 'agreements-in-force': 6, 'job-opportunities': 210, 'study-visits': 12, recommendations: 42, studies: 13, pilots: 10, 'professionals-trained': 120,
} as const;

/** What the report of the demo tells around its figures: invented, and marked so. */
export const demoNarrative = {
  title: ['تقرير إلى الممول: أهداف MedTOWN (مثال)', 'Rapport au bailleur : cibles de MedTOWN (exemple)', 'Report to the donor: targets of MedTOWN (example)'],
  sections: [
    {
      head: ['ما أُنجز', 'Ce qui a été réalisé', 'What was achieved'],
      words: [
        'استقبل عنقود المدينة القديمة من جاء إليه، ونظّم زيارات دراسية، وصادق على توصيات. لا يُحسب هنا إلا ما له إثبات محفوظ.',
        'La grappe de la Médina a reçu celles et ceux qui sont venus, organisé des visites d’étude et validé des recommandations. Ne compte ici que ce dont la preuve est conservée.',
        'The cluster of the Medina received those who came, organised study visits and validated recommendations. Only what has its proof kept counts here.',
      ],
    },
    {
      head: ['صعوبات وما يلي', 'Difficultés et suite', 'Difficulties and what comes next'],
      words: [
        'زيارة لم يُسلَّم تقريرها وتوصيات ما زالت مسودة: تُذكر ولا تُحسب.',
        'Une visite sans compte rendu et des recommandations encore en projet sont listées et ne comptent pas.',
        'A visit without its report and recommendations that are still drafts are listed and do not count.',
      ],
    },
  ],
} as const satisfies { title: readonly [string, string, string]; sections: readonly { head: readonly [string, string, string]; words: readonly [string, string, string] }[] };
