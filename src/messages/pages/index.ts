export { DeliveriesPage } from './DeliveriesPage.tsx';
export { NoticesPage } from './NoticesPage.tsx';
