import { routesOf } from '#platform/http/api';
import { access } from './contract.ts';
import { askFirstPasskey, checkFirstRun, createAdministrator } from './create-administrator.ts';
import { describeMe } from './describe-me.ts';
import { describeSeals } from './describe-seals.ts';
import { describeSignIn } from './describe-sign-in.ts';
import { listAudit } from './list-audit.ts';
import { listAuditWords } from './list-audit-words.ts';
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
  listAudit: (tools, input) => listAudit(tools, input),
  listAuditWords: (tools) => listAuditWords(tools),
  describeSeals: (tools) => describeSeals(tools),
});
