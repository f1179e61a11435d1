export { AuditPage } from './AuditPage.tsx';
export { FirstRunPage } from './FirstRunPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { KeysPage } from './KeysPage.tsx';
export { MyAccountPage } from './MyAccountPage.tsx';
export { SignInPage } from './SignInPage.tsx';
