import { exportInLine } from '#platform/export-line';
import { routesOf } from '#platform/http/api';
import { acceptInvitation, askInvitedPasskey, readInvitation } from './accept-invitation.ts';
import { changeMe } from './change-me.ts';
import { changePassword } from './change-password.ts';
import { access } from './contract.ts';
import { askFirstPasskey, checkFirstRun, createAdministrator } from './create-administrator.ts';
import { describeMe } from './describe-me.ts';
import { describeMySignIn } from './describe-my-sign-in.ts';
import { describeSeals, exportSealKey } from './describe-seals.ts';
import { describeSignIn } from './describe-sign-in.ts';
import { disablePeople, enablePeople, endSessionsOf } from './disable-person.ts';
import { inviteAgain, invitePerson, listInvitations, withdrawInvitation } from './invite-person.ts';
import { getAuditLine, listAudit } from './list-audit.ts';
import { listAuditWords } from './list-audit-words.ts';
import { exportPeople, listPeople } from './list-people.ts';
import { listViews } from './list-views.ts';
import { listKeys, makeKey, revokeKey } from './manage-keys.ts';
import { addPasskey, askMyPasskey, removePasskey, renamePasskey } from './manage-passkeys.ts';
import { addProvider, changeProvider, listProviders, removeProvider } from './manage-providers.ts';
import { grantRole, revokeRole } from './manage-roles.ts';
import { endMyOtherSessions, endMySession, listSessions } from './manage-sessions.ts';
import { confirmTotp, removeTotp, renewRecoveryCodes, startTotp } from './manage-totp.ts';
import { askPasskeyProof, proveByPasskey, proveByPassword } from './prove-person.ts';
import { removeSharedView, restoreSharedView } from './remove-shared-view.ts';
import { requireProof } from './require-session.ts';
import { changeView, createView, moveView, removeView, restoreView } from './save-view.ts';
import { signInWithCode } from './sign-in-with-code.ts';
import { askPasskeySignIn, signInWithPasskey } from './sign-in-with-passkey.ts';
import { signInWithPassword } from './sign-in-with-password.ts';
import { signOut } from './sign-out.ts';
import type { Tools } from './tools.ts';

const done = async (work: Promise<unknown>) => {
  await work;
  return {};
};

export const routes = routesOf<Tools>()(access, {
  me: (tools) => describeMe(tools),
  describeSignIn: (tools) => describeSignIn(tools),
  signInWithPassword: (tools, input) => signInWithPassword(tools, input),
  signInWithCode: (tools, input) => done(signInWithCode(tools, input)),
  askPasskeySignIn: (tools) => askPasskeySignIn(tools),
  signInWithPasskey: (tools, input) => done(signInWithPasskey(tools, input.answer)),
  signOut: (tools) => done(signOut(tools)),
  checkFirstRun: (tools, input) => done(checkFirstRun(tools, input.token)),
  askFirstPasskey: (tools, input) => askFirstPasskey(tools, input),
  createAdministrator: (tools, input) => done(createAdministrator(tools, input)),
  changeMe: (tools, input) => done(changeMe(tools, input)),
  describeMySignIn: (tools) => describeMySignIn(tools),
  checkProof: async (tools) => {
    await requireProof(tools);
    return {};
  },
  proveByPassword: (tools, input) => done(proveByPassword(tools, input)),
  askPasskeyProof: (tools) => askPasskeyProof(tools),
  proveByPasskey: (tools, input) => done(proveByPasskey(tools, input.answer)),
  changePassword: (tools, input) => done(changePassword(tools, input)),
  askMyPasskey: (tools) => askMyPasskey(tools),
  addPasskey: (tools, input) => addPasskey(tools, input),
  renamePasskey: (tools, input) => done(renamePasskey(tools, input)),
  removePasskey: (tools, input) => done(removePasskey(tools, input.id)),
  startTotp: (tools) => startTotp(tools),
  confirmTotp: (tools, input) => confirmTotp(tools, input),
  removeTotp: (tools) => done(removeTotp(tools)),
  renewRecoveryCodes: (tools) => renewRecoveryCodes(tools),
  listSessions: async (tools) => ({ items: await listSessions(tools) }),
  endMySession: (tools, input) => done(endMySession(tools, input.id)),
  endMyOtherSessions: (tools) => endMyOtherSessions(tools),
  listKeys: async (tools) => ({ items: await listKeys(tools) }),
  makeKey: (tools, input) => makeKey(tools, input),
  revokeKey: (tools, input) => done(revokeKey(tools, input.id)),
  listPeople: (tools, input) => listPeople(tools, input),
  exportPeople: (tools, input) => exportInLine(() => exportPeople(tools, input)),
  disablePerson: (tools, input) => done(disablePeople(tools, [input.id])),
  enablePerson: (tools, input) => done(enablePeople(tools, [input.id])),
  disablePeople: async (tools, input) => ({ ids: await disablePeople(tools, input.ids) }),
  enablePeople: async (tools, input) => ({ ids: await enablePeople(tools, input.ids) }),
  endSessionsOf: (tools, input) => endSessionsOf(tools, input.id),
  grantRole: (tools, { personId, ...input }) => done(grantRole(tools, { ...input, personIds: [personId] })),
  grantRoleToMany: (tools, input) => done(grantRole(tools, input)),
  revokeRole: (tools, input) => done(revokeRole(tools, input)),
  listInvitations: (tools, input) => listInvitations(tools, input),
  invitePerson: (tools, input) => invitePerson(tools, input),
  inviteAgain: (tools, input) => inviteAgain(tools, input),
  withdrawInvitation: (tools, input) => done(withdrawInvitation(tools, input.id)),
  readInvitation: (tools, input) => readInvitation(tools, input.token),
  askInvitedPasskey: (tools, input) => askInvitedPasskey(tools, input),
  acceptInvitation: (tools, input) => done(acceptInvitation(tools, input)),
  listProviders: (tools) => listProviders(tools),
  addProvider: (tools, input) => addProvider(tools, input),
  changeProvider: (tools, input) => done(changeProvider(tools, input)),
  removeProvider: (tools, input) => done(removeProvider(tools, input)),
  listViews: (tools) => listViews(tools),
  createView: (tools, input) => createView(tools, input),
  changeView: (tools, input) => done(changeView(tools, input)),
  moveView: (tools, input) => done(moveView(tools, input)),
  removeView: (tools, input) => done(removeView(tools, input.id)),
  restoreView: (tools, input) => done(restoreView(tools, input.id)),
  removeSharedView: (tools, input) => done(removeSharedView(tools, input.id)),
  restoreSharedView: (tools, input) => done(restoreSharedView(tools, input.id)),
  listAudit: (tools, input) => listAudit(tools, input),
  getAuditLine: (tools, input) => getAuditLine(tools, input),
  listAuditWords: (tools) => listAuditWords(tools),
  describeSeals: (tools) => describeSeals(tools),
  exportSealKey: (tools) => exportSealKey(tools),
});
