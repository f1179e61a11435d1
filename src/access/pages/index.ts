export { FirstRunPage } from './FirstRunPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { SignInPage } from './SignInPage.tsx';
