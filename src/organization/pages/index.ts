export { HandOverPage } from './HandOverPage.tsx';
export { MakerPage } from './MakerPage.tsx';
export { OrganizationPage } from './OrganizationPage.tsx';
export { PersonDeskPage } from './PersonDeskPage.tsx';
