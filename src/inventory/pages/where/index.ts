export { WherePage } from './WherePage.tsx';
