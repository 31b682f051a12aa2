/**
 * What there is to do in the house, gathered into duties by reading each action's own sentence. Written by hand beside the
 * access rules and never made from them: where the two differ, one of them is wrong.
 */
export const duties = {
  'the public registry': 'people.consent-notices network.registry network.registry-body',
  'the front door': 'network.hub-doors network.hub-door network.sign-in network.sign-in-by-passkey network.sign-in-question network.sign-in-from-outside network.outside-doors network.territory-list',
  'the public directory': 'directory.service-search directory.service-page directory.public-places directory.hsds-services directory.hsds-service directory.audio-recording ' +
    'directory.hsds-organizations directory.hsds-organization directory.hsds-service-at-locations directory.hsds-service-at-location ' +
    'directory.hsds-taxonomies directory.hsds-taxonomy directory.hsds-taxonomy-terms directory.hsds-taxonomy-term',
  'public figures': 'evidence.public-figures evidence.public-figure evidence.figure-places evidence.chain-heads evidence.number-receipt evidence.released-figure evidence.house-key',
  'the portal': `portal.hub-door-sheet portal.what-fits portal.request-form portal.leave-request portal.help-sheet portal.data-notice portal.hub-data-notice
    portal.public-content portal.content-page portal.medium-file`,
  'her slip by code and word': 'desk.open-slip desk.slip-status desk.assess-by-slip',
  'a signed link': 'people.asked-consent people.answer-asked-consent desk.linked-referral desk.answer-by-link desk.served-by-link',
  'one’s own account': `network.sign-out network.prove-again network.set-password network.choose-hub network.choose-language
    network.close-other-sessions network.close-session network.renew-session network.my-account network.my-security network.my-second-steps
    network.show-code network.show-passkey network.use-recovery`,
  'change what guards one’s own account': `network.new-code network.set-up-code network.end-code network.new-passkey-question network.add-passkey
    network.revoke-passkey network.report-lost-device`,
  'the register of bodies': 'network.organization-list network.organization-sheet',
  'what is addressed to a body': 'desk.inbox desk.inbox-referral',
  'answer for a body': 'desk.answer-referral desk.mark-served',

  'receive people': `desk.open-ticket desk.open-ticket-from-appointment desk.type-paper-intake desk.book-appointment desk.end-appointment
    desk.call-ticket desk.call-next desk.mark-left desk.begin-visit desk.close-visit desk.client-search`,
  'answer letters of strangers': 'portal.take-request portal.request-sheet portal.end-request',
  'see that letters wait': 'portal.request-list',
  'publish for the public': `portal.content-list portal.content-sheet portal.begin-content portal.write-version portal.publish-content
    portal.withdraw-content portal.add-medium portal.remove-medium`,
  'listen and keep notes': 'desk.write-listening-note desk.listening-notes',
  'assess and orient': 'desk.answer-needs desk.needs-sheet desk.orient-client desk.orientation-options desk.make-slip desk.slip-sheet',
  'refer and close the loop': `desk.services-to-refer desk.preview-referral desk.refer-client desk.take-back-referral desk.close-referral
    desk.assess-experience desk.receive-complaint desk.record-unmet-need`,
  'look at the desk': `desk.ticket-board desk.called-numbers desk.appointment-list desk.visit desk.orientation-made desk.referral-list
    desk.referral-sheet desk.follow-ups desk.assessment-to-make desk.unmet-needs`,
  'answer complaints': 'desk.complaint-list desk.answer-complaint',
  'publish questionnaires': 'desk.publish-form desk.write-form desk.form-to-write',
  'read questionnaires': 'desk.form-list desk.form-preview',
  'count unmet needs': 'desk.unmet-need-figures',

  'know persons': 'people.people-search people.person-sheet',
  'register persons': `people.duplicate-hints people.person-form-choices people.register-person people.enrol-known-person people.register-unnamed people.claim-person people.correct-person
    people.person-consents people.record-consent people.consent-receipt people.ask-consent people.ending-consents people.withdraw-consent people.form-household people.add-household-member people.end-household-member people.name-household-head people.household-history`,
  'propose that two files are one person': 'people.compare-persons people.merge-list people.propose-merge people.decline-merge',
  'decide that two files are one person': 'people.merge-persons people.unmerge-persons',
  'open contact': 'people.person-contact people.set-contact people.end-contact people.see-paper people.safe-contact people.set-safe-contact',
  'write to persons': 'messages.outbox messages.ways-to-write messages.send-by-hand messages.take-back-message',
  'notes on a life': 'people.life-notes people.write-life-note',
  'see documents': 'documents.document-list documents.document-sheet documents.document-file',
  'keep documents': 'documents.add-document documents.rename-document documents.withdraw-document',
  'go through possible doubles': 'people.possible-doubles people.look-for-doubles people.keep-apart',
  'write down what a person asks and hand it to her': 'rights.person-requests rights.answer-request',
  'open all that is kept of a person who asks': 'rights.open-request rights.person-pack',
  'confirm as a second colleague that a person asks to see': 'rights.confirm-request',
  'know which requests wait for a second colleague or their deadline': 'rights.waiting-requests rights.requests-waiting',
  'decide with a second person that somebody is erased': 'rights.erasures rights.erasures-waiting rights.decide-erasure rights.incidents rights.incident-notice rights.follow-incident',
  'keep from being erased, and see whose time is over': 'rights.set-hold rights.end-hold rights.ended-retention rights.propose-ended',
  'show that somebody was erased': 'rights.erasure-certificate',
  'say that something went wrong with data': 'rights.record-incident',
  'see who looked': 'people.who-looked people.recent-looks people.alarm-list people.alarms-waiting',
  'look into alarms': 'people.answer-alarm people.plant-bait-file',

  'move somebody to another hub': 'transfer.transfer-form transfer.prepare-transfer transfer.withdraw-transfer transfer.open-parcel transfer.opened-parcel transfer.accept-parcel transfer.refuse-parcel',
  'know who is on the way': 'transfer.transfer-list transfer.transfer-sheet transfer.transfers-waiting',
  'open files': 'accompaniment.open-case accompaniment.opening-choices',
  'know that somebody is accompanied': 'accompaniment.cases-of-person',
  'read files': 'accompaniment.case-list accompaniment.case-sheet',
  'say who accompanies': 'accompaniment.propose-assignment accompaniment.reopen-case',
  'end who accompanies': 'accompaniment.end-assignment',
  'accompany': `accompaniment.answer-assignment accompaniment.drop-out accompaniment.ask-closure accompaniment.add-goal accompaniment.change-goal
    accompaniment.close-goal accompaniment.add-step accompaniment.change-step accompaniment.finish-step accompaniment.submit-plan accompaniment.plan-session
    accompaniment.hold-session accompaniment.call-off-session accompaniment.record-act accompaniment.add-follow-up accompaniment.finish-follow-up
    accompaniment.make-diagnosis accompaniment.plan-from-diagnosis`,
  'decide on a colleague’s work': 'accompaniment.decide-approval accompaniment.workload',
  'write notes of sessions': 'accompaniment.save-session-draft accompaniment.settle-session-note accompaniment.set-special-needs',
  'read notes by leave': 'accompaniment.session-sheet accompaniment.special-needs accompaniment.grant-notes accompaniment.end-notes-grant',

  'hand over safely': 'confidential.hand-over-safely',
  'protect': `confidential.handovers confidential.take-handover confidential.file-list confidential.file-sheet confidential.open-file
    confidential.write-entry confidential.entry-form confidential.give-words confidential.end-words confidential.words-given confidential.card-sheet confidential.contract-sheet confidential.close-file confidential.who-holds confidential.give-grant confidential.end-grant confidential.kept-out
    confidential.keep-out confidential.never-use confidential.let-in confidential.key-requests confidential.ask-emergency confidential.ask-renewal confidential.answer-key
    confidential.end-emergency confidential.go-on-call confidential.end-on-call`,
  'her own words open what was agreed': 'confidential.open-door confidential.her-page',
  'look after emergencies': 'confidential.emergencies confidential.review-emergency',
  'know that emergencies wait': 'confidential.emergencies-waiting',
  'count the team’s protected files': 'confidential.file-counts',
  'protected figures from ten on': 'confidential.protected-figures',

  'keep entries': `directory.list-service directory.edit-service directory.add-location directory.offer-at-location directory.set-schedule
    directory.set-eligibility directory.record-audio`,
  'vouch for entries': 'directory.verify-service directory.set-capacity',
  'decide on entries': 'directory.withdraw-service directory.open-committee-decision directory.close-decision',
  'read the directory’s workings': `directory.service-list directory.service-sheet directory.services-for-matching directory.who-does-what-where
    directory.decisions directory.stale-services directory.locations directory.places-and-bodies`,

  'bring whole files': `exchange.begin-import exchange.add-rows exchange.bring-file exchange.choose-columns exchange.check-import exchange.load-import
    exchange.publish-import exchange.undo-import exchange.clear-import exchange.import-list exchange.import-sheet exchange.calls-for-files`,

  'see how far a call came': 'evidence.call-funnel',
  'compare calls over a region': 'evidence.region-board evidence.region-calls',
  'read the ranking of a region’s calls by number': 'incubation.ranking-by-number',

  'take lists out': 'exchange.take-list exchange.take-shown exchange.use-leave',
  'ask to take persons out': 'exchange.ask-leave',

  'rule the network': `network.open-network network.change-network-rules network.add-territory network.open-hub network.close-hub
    network.open-org-unit network.open-centre-desk network.open-provider network.close-provider network.provider-list
    people.consent-rules people.set-consent-lengths people.decide-duty-to-alert`,
  'answer for personal data': 'network.controller-list network.set-controller network.processing-register',
  'say what is told before asking': 'people.publish-notice',
  'manage a hub': `network.edit-hub network.set-hub-hours network.set-hub-terms network.hub-settings network.begin-membership network.end-membership
    network.invite-staff network.grant-role network.end-role network.replace-password network.report-lost-device-of network.close-account network.staff-list network.record-competence network.end-competence network.competence-list network.competence-sheet
    network.confirm-role network.ask-recovery network.confirm-recovery network.open-recovery
    network.create-token network.revoke-token network.token-list network.register-centre network.assess-centre network.check-centre network.plan-works
    network.start-works network.finish-works network.upgrade-centre network.draft-agreement network.conclude-negotiation
    network.approve-agreement network.sign-agreement network.amend-agreement network.suspend-agreement network.resume-agreement
    network.terminate-agreement network.renew-agreement network.ending-agreements`,
  'let programs hear': `webhooks.subscribe webhooks.change-subscription webhooks.pause-subscription webhooks.resume-subscription
    webhooks.end-subscription webhooks.replace-secret webhooks.send-trial webhooks.send-again webhooks.subscription-list webhooks.subscription-sheet`,
  'register bodies': 'network.register-organization network.edit-organization',
  'look over hubs and centres': 'network.network-sheet network.coverage network.centre-list network.centre-sheet',
  'read agreements': 'network.agreement-list network.agreement-sheet',

  'calls one may apply to': 'incubation.open-calls incubation.open-call incubation.public-results',
  'her own application by code and word': 'incubation.open-application incubation.application-status',
  'read calls and applications': 'incubation.call-list incubation.call-sheet incubation.application-list incubation.application-sheet',
  'open calls and write their rules': `incubation.call-choices incubation.draft-call incubation.change-call incubation.write-criterion incubation.drop-criterion
    incubation.write-quota incubation.drop-quota incubation.publish-call`,
  'move the closing of a call': 'incubation.extend-call',
  'type applications': `incubation.applicant-search incubation.begin-application incubation.add-applicants incubation.drop-applicant incubation.save-answers
    incubation.application-form incubation.application-check incubation.submit-application incubation.withdraw-application incubation.application-receipt
    incubation.applications-of-person incubation.doubts-of-call incubation.settle-doubt
    incubation.application-papers incubation.hand-in-paper incubation.take-back-paper incubation.own-page-sheet incubation.give-application-word`,

  'sit on a jury': 'incubation.my-juries incubation.judged-sheet incubation.score-application',
  'see the jury of a call, leave it, say whom one knows': 'incubation.jury incubation.leave-jury incubation.declare-conflict',
  'lead the selection of a call': `incubation.name-juror incubation.close-scoring incubation.rank-applications incubation.ranking incubation.standing-sheet
    incubation.selection-to-decide incubation.decisions-waiting incubation.propose-selection incubation.decide-selection incubation.publish-results incubation.promote-next incubation.appeal-sheet
    incubation.answer-appeal`,
  'type appeals': 'incubation.appeal-form incubation.file-appeal',
  'see that appeals wait': 'incubation.appeal-list',

  'who makes something here': 'incubation.spotlight incubation.spotlight-picture incubation.made-here',
  'look at cohorts and projects': 'incubation.cohort-list incubation.cohort-sheet incubation.venture-sheet incubation.deliverable-list',
  'lead cohorts': `incubation.cohort-form incubation.open-cohort incubation.hand-over-cohort incubation.close-cohort incubation.enter-cohort incubation.name-coach
    incubation.add-session incubation.add-mentor incubation.end-mentor incubation.create-enterprise incubation.publish-spotlight
    incubation.set-deliverable incubation.drop-deliverable incubation.make-catalogue`,
  'coach projects': 'incubation.my-coaching incubation.record-coaching incubation.write-plan',
  'work on projects': `incubation.move-application incubation.stop-application incubation.mentor-list incubation.propose-mentor incubation.answer-mentoring incubation.end-mentoring
    incubation.open-venture incubation.choose-legal-form incubation.finish-legal-step incubation.decide-plan incubation.add-prototype incubation.add-product incubation.set-milestone
    incubation.meet-milestone incubation.check-milestone incubation.follow-up-list incubation.follow-up incubation.book-photos incubation.photo-day incubation.take-spotlight-away incubation.note-handed-in`,
  'read what was told of a project': 'incubation.coaching-notes incubation.turnover-told',
  'say that photos were taken': 'incubation.mark-photos incubation.note-taken incubation.note-learner incubation.settle-withdrawn',
  'know what is planned, and be a mentor': 'incubation.calendar incubation.calendar-ahead incubation.photo-sheet incubation.my-mentees incubation.answer-as-mentor incubation.record-mentoring',
  'hand out printed catalogues': 'incubation.catalogue-list incubation.catalogue-sheet incubation.catalogue-pages',
  'let an enterprise into the register': 'incubation.list-venture',

  'rule programmes': `programme.open-programme programme.edit-programme programme.change-period programme.link-predecessor programme.close-programme
    exchange.take-published programme.add-cost programme.withdraw-cost programme.add-funder programme.name-partner programme.end-partner programme.set-target
    programme.name-controller programme.programme-choices`,
  'read programmes': 'evidence.programme-board programme.programme-list programme.programme-sheet',
  'programmes everybody is shown': 'programme.listed-programmes programme.listed-programme',
  'run committees': `programme.name-committee programme.close-committee programme.name-member programme.end-member programme.hold-meeting
    programme.add-action programme.begin-action programme.close-action programme.committee-choices`,
  'read committees': 'programme.committee-list programme.committee-sheet',

  'courses anyone may come to': 'training.open-trainings training.open-training training.certificate-check training.room-door training.check-in',
  'stand in the room of a course': `training.session-list training.session-sheet training.seat-at-door training.mark-attendance training.open-room training.room-sheet training.add-sheet training.sheet-list training.sheet-file training.certificate-sheet training.trainer-list`,
  'type who asks for a seat': 'training.seat-finder training.request-seat training.give-back-seat',
  'plan courses and answer who asks': `training.session-form training.plan-session training.announce-session training.move-session training.cancel-session training.close-session
    training.withdraw-sheet training.give-seats training.place-by-hand training.refuse-seat training.add-trainer training.end-trainer`,

  'read what a hub keeps in its registers': `registers.register-counts registers.entry-list registers.entry-sheet registers.proof-file registers.measure-list registers.measurement-list registers.story-list`,
  'keep the registers of a hub': `registers.entry-choices registers.plan-study-visit registers.draft-recommendation registers.commission-study registers.propose-pilot registers.plan-event
    registers.take-step registers.withdraw-proof registers.replace-proof registers.add-measure registers.follow-measure registers.professional-list registers.add-professional registers.train-professionals
    registers.set-baseline registers.measure-again registers.tell-story registers.withdraw-story`,

  'figures of the desk': 'evidence.board-list evidence.desk-figures evidence.figure evidence.indicator-list evidence.indicator-sheet evidence.kept-figure evidence.frozen-months evidence.frozen-sheet evidence.frozen-figure ' +
    'evidence.target-list evidence.target-sheet evidence.attribution-sheet evidence.outcome-costs',
  'records behind a figure': 'evidence.figure-records',
  'figures of the hub to the unit, and their proofs': 'evidence.hub-board evidence.kept-records evidence.print-figure evidence.printed-figure evidence.programme-progress',
  'read reports of the hub': 'reports.report-list reports.report-sheet reports.report-number',
  'report on the hub': `reports.composing-choices reports.open-report reports.change-report reports.freeze-report reports.deliver-report reports.withdraw-delivery
    reports.set-schedule reports.end-schedule`,
  'read reports one was handed': 'reports.delivered-list reports.deliveries-waiting reports.delivered-report reports.delivered-number',
  'say what is counted': 'evidence.set-target evidence.rescope-target evidence.target-choices evidence.freeze-month evidence.open-indicator evidence.change-indicator evidence.state-value evidence.withdraw-value',
  'see what an indicator would count at the hub': 'evidence.try-definition',
  'write what outcomes cost and a hub lives on': 'evidence.cost-choices evidence.enter-cost evidence.withdraw-cost evidence.enter-revenue evidence.withdraw-revenue',
  'see what hubs live on': 'evidence.hub-revenue',
  'divide programmes among who pays': 'evidence.set-funder-share evidence.end-funder-share evidence.state-rate evidence.withdraw-rate',
  'sample proofs for an auditor': 'evidence.draw-sample evidence.write-finding evidence.sample-list evidence.sample-sheet',
  'make figures public': 'evidence.release-figure',
  'agree figures with other networks': 'evidence.add-network evidence.take-receipt',
  'read figures of several networks': 'evidence.network-board evidence.funder-board evidence.networks-together',
  'read requests of research': 'research.extract-list research.extract-sheet',
  'ask for extracts': 'research.ask-extract',
  'take extracts': 'research.take-extract',
  'decide on extracts for research': 'research.decide-extract',
  'take ready indicators into the network': 'evidence.load-indicator-set',

  'look at the money of the hub': `funding.grant-list funding.grant-sheet funding.payment-file-list funding.payment-file-sheet funding.sub-grant-list funding.sub-grant-sheet funding.receipt-sheet`,
  'look at sums of money': 'funding.fund-list funding.fund-sheet',
  'know who approves how much': 'funding.approval-limits',
  'say who approves how much': 'funding.set-approval-limit',
  'open funds': 'funding.fund-form funding.open-fund funding.add-envelope funding.close-fund',
  'propose money and decide on what others propose': `funding.grant-form funding.grants-waiting funding.propose-grant funding.approve-grant funding.cancel-grant funding.sign-specifications funding.bring-evidence
    funding.plan-repayments funding.propose-sub-grant funding.check-sub-grant funding.evaluate-sub-grant funding.decide-sub-grant funding.advance-sub-grant funding.lapse-sub-grant`,
  'release money': `funding.certify-grant funding.grant-certificate funding.close-grant funding.set-payee funding.release-tranche funding.settle-double funding.approve-payment-file funding.decide-amendment`,
  'make payment files': 'funding.make-payment-file',
  'drop payment files': 'funding.drop-payment-file',
  'take money out': 'currency.pay-settlement funding.take-out-payment-file funding.payment-file-content funding.bring-bank-answer',
  'ask that a fund be amended': 'funding.ask-amendment',
  'receive repayments': 'funding.record-repayment funding.issue-receipt',
  'take receipts back': 'funding.take-back-receipt',
  'carry files to lenders': 'funding.financing-list funding.financing-sheet funding.prepare-financing funding.submit-financing funding.answer-financing',

  'the published rules of aid': 'currency.rulebook currency.budget currency.shops-here currency.ask-to-take-part currency.aid-figures currency.aid-places currency.circulation',
  'her wallet by its link': 'currency.own-wallet currency.open-wallet currency.card-face currency.asked-price currency.pay-asked',
  'look at aid and its sums': 'currency.aid-home currency.instrument-sheet currency.aid-programme-sheet currency.aid-statement currency.local-currency currency.merchant-list currency.merchant-sheet currency.offline-terms',
  'open aid and publish its rules': 'currency.open-instrument currency.publish-rulebook currency.programme-form currency.open-aid-programme currency.publish-budget currency.close-aid-programme',
  'name the law of an instrument': 'currency.basis-form currency.name-legal-basis',
  'approve money for aid': 'currency.approve-load currency.approve-purchase',
  'take money in for aid': 'currency.load-fund currency.take-purchase',
  'let shops take part and validate their claims': 'currency.tie-agreement currency.open-till currency.change-terms currency.suspend-merchant currency.resume-merchant currency.exit-merchant ' +
    'currency.allow-offline-sales currency.validate-claim currency.end-dispute currency.alert-list currency.alert-sheet currency.settle-alert',
  'look at the claims of shops': 'currency.say-tie currency.claim-list currency.claim-sheet currency.dispute-claim currency.settlement-sheet currency.drop-settlement',
  'put claims of shops together for the bank': 'currency.make-settlement',
  'find claims of shops at the bank': 'currency.reconcile-claim',
  'keep the money of one’s own shop': 'currency.till-home currency.take-payment currency.ask-payment currency.receipt currency.refund-payment currency.own-shop currency.own-claim currency.day-sheet currency.submit-claim currency.object-to-claim currency.redeem-voucher currency.refund-voucher currency.taken-voucher currency.goods-for-voucher currency.convertible currency.convert-units currency.offline-till currency.register-offline-till currency.end-offline-till currency.settle-offline-sale',
  'propose aid': 'currency.aid-draft currency.propose-aid currency.drop-aid',
  'grant aid and take it back': 'currency.grant-aid currency.thaw-aid currency.revoke-aid',
  'keep wallets at the desk': 'currency.holder-sheet currency.give-card currency.card-sheet currency.choose-pin currency.lose-card currency.unlock-card currency.batch-sheet currency.aid-list currency.aid-sheet currency.freeze-aid currency.give-wallet-link currency.voucher-list currency.voucher-sheet currency.draw-vouchers currency.void-voucher currency.open-local-wallet currency.stop-offline-till currency.receive-application currency.phone-sheet currency.tie-phone currency.untie-phone currency.shops-asking currency.shops-waiting currency.decline-shop',

  'the house’s own jobs': `currency.end-aid currency.end-vouchers currency.end-shop-applications currency.look-through-sales currency.message-sender currency.tell-balance currency.name-price currency.confirm-price currency.lose-by-message currency.note-refused ledger.publish-heads reports.make-due-reports research.prepare-extract research.delete-expired rights.carry-out-erasure rights.settle-erasure people.index-person-names people.mark-merges people.lay-bait-file people.note-safe-contact people.end-consents network.warn-of-ending-agreements portal.forget-letters desk.remind-referrals desk.return-unshared-referrals accompaniment.end-left-assignments accompaniment.move-files transfer.destroy-late-parcels incubation.turn-call incubation.announce-registrations incubation.unannounce-registrations incubation.find-links incubation.write-ranking incubation.end-appeals
    webhooks.delivery-to-send webhooks.note-attempt messages.queue-message messages.recall-messages messages.message-due messages.release-message messages.note-outcome`,
} as const;

export type Duty = keyof typeof duties;

/** The duty an action or query belongs to; undefined when nobody has read its sentence yet. */
export const dutyOf = (name: string): Duty | undefined => byName.get(name);

const byName = new Map(Object.entries(duties).flatMap(([duty, names]) => names.trim().split(/\s+/).map((name) => [name, duty as Duty] as const)));

/** Every name that the oracle has an opinion on. */
export const namesJudged = (): readonly string[] => [...byName.keys()];
