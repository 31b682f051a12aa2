import './access.ts';
import './events.ts';
import './edit-hub/close-hub.ts';
import './open-network/open-network.ts';
import './sign-in/create-token.ts';
import './sign-in/renew-session.ts';
import './territory/add-territory.ts';
import './agreement/warn-of-ending-agreements.ts';
import type { Page } from '#core/page.ts';
import { agreementPage, agreementPosts } from './agreement/agreement.page.tsx';
import { agreementsPage } from './agreement/agreements.page.tsx';
import { amendAgreementPage, draftAgreementPage, renewAgreementPage } from './agreement/write-agreement.page.tsx';
import { centrePage, centrePosts } from './centre/centre.page.tsx';
import { centresPage } from './centre/centres.page.tsx';
import { registerCentrePage } from './centre/register-centre.page.tsx';
import { colleagueCompetencesPage, endCompetencePage } from './competence/colleague-competences.page.tsx';
import { competencesPage } from './competence/competences.page.tsx';
import { networkPage } from './coverage/network.page.tsx';
import { editHubPage } from './edit-hub/edit-hub.page.tsx';
import { controllerPage } from './controller/controller.page.tsx';
import { controllersPage } from './controller/controllers.page.tsx';
import { registerColumnsPage } from './processing-register/register-columns.page.tsx';
import { registerPage } from './processing-register/register.page.tsx';
import { hubHoursPage } from './hub-hours/hub-hours.page.tsx';
import { hubTermsPage } from './hub-terms/hub-terms.page.tsx';
import { openHubPage } from './open-hub/open-hub.page.tsx';
import { networkRulesPage } from './open-network/network-rules.page.tsx';
import { organizationPage, organizationPosts } from './organization/organization.page.tsx';
import { organizationsPage } from './organization/organizations.page.tsx';
import { hubMapPage } from './hub-map/hub-map.page.tsx';
import { registryBodyPage } from './registry/registry-body.page.tsx';
import { registryPage } from './registry/registry.page.tsx';
import { editOrganizationPage } from './organization/edit-organization.page.tsx';
import { registerOrganizationPage } from './organization/register-organization.page.tsx';
import { outsidePage, providersPage, providersPosts } from './outside/outside.page.tsx';
import { recoverPage } from './recovery/recover.page.tsx';
import { proveAgainPage, secondStepByPasskey, secondStepPage } from './second-step/second-step.page.tsx';
import { lostDevicePage } from './lost-device/lost-device.page.tsx';
import { securityPage, securityPosts } from './second-step/security.page.tsx';
import { addPasskeyPage, setUpCodePage } from './second-step/set-up.page.tsx';
import { settingsPage } from './settings/settings.page.tsx';
import { accountPage, accountPosts } from './sign-in/account.page.tsx';
import { setPasswordPage } from './sign-in/set-password.page.tsx';
import { signInByPasskeyPage, signInPage, signOutPage } from './sign-in/sign-in.page.tsx';
import { colleaguePage, colleaguePosts } from './staff/colleague.page.tsx';
import { inviteStaffPage } from './staff/invite-staff.page.tsx';
import { staffPage } from './staff/staff.page.tsx';
import { tokensPage, tokensPosts } from './tokens/tokens.page.tsx';

/** Every page of the network: settings, hubs, bodies, centres, agreements, signing in. A fixed address stands before `:name`. */
export const networkRoutes: Page[] = [
  signInPage, signInByPasskeyPage, secondStepPage, secondStepByPasskey, recoverPage, signOutPage, proveAgainPage,
  outsidePage, providersPage, ...providersPosts, securityPage, lostDevicePage, setUpCodePage, addPasskeyPage, ...securityPosts,
  setPasswordPage, accountPage, ...accountPosts,
  settingsPage, editHubPage, hubHoursPage, hubTermsPage, staffPage, inviteStaffPage, colleaguePage, ...colleaguePosts, competencesPage, colleagueCompetencesPage, endCompetencePage, tokensPage, ...tokensPosts,
  networkPage, networkRulesPage, openHubPage, organizationsPage, registerOrganizationPage, editOrganizationPage, registryPage, registryBodyPage, hubMapPage, organizationPage, ...organizationPosts,
  controllersPage, controllerPage, registerPage, registerColumnsPage,
  centresPage, registerCentrePage, centrePage, ...centrePosts,
  agreementsPage, draftAgreementPage, agreementPage, amendAgreementPage, renewAgreementPage, ...agreementPosts,
];
