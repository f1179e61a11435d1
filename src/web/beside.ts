// What stands beside the daily pages comes in one piece: several would break the kit into many small ones, which weigh more.
export { FirstStepsPage } from './first-steps/FirstStepsPage.tsx';
export { FirstStepsStrip } from './first-steps/FirstStepsStrip.tsx';
export { StepsOrHome } from './first-steps/StepsOrHome.tsx';
export { GuidePage } from './guides/GuidePage.tsx';
export { HelpPanel } from './help/HelpPanel.tsx';
export { SettingsPage } from './SettingsPage.tsx';
