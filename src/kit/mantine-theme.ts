import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades of a colour; pages never name one of them, they name a token of tokens.css.
const ai: MantineColorsTuple = [
  '#eff3fb',
  '#e0e8f7',
  '#c3d1ef',
  '#a3baf4',
  '#7c98dc',
  '#5a7dd0',
  '#3e62bb',
  '#34559f',
  '#2a4a94',
  '#213c7a',
];
const slate: MantineColorsTuple = [
  '#f6f7f9',
  '#f1f3f6',
  '#e1e5ea',
  '#c9cfd8',
  '#a6aebb',
  '#838c9b',
  '#5e6776',
  '#454e5d',
  '#2c323d',
  '#1b2130',
];
const night: MantineColorsTuple = [
  '#e8ebf0',
  '#b9c0cb',
  '#98a1af',
  '#747e8e',
  '#2c323d',
  '#212630',
  '#1c2028',
  '#15181e',
  '#0f1217',
  '#0b0d11',
];

const sans = 'var(--mamori-sans)';

/** Every size, space and radius of Mantine's parts as Mamori draws them. */
export const theme = createTheme({
  colors: { ai, slate, dark: night },
  primaryColor: 'ai',
  primaryShade: { light: 8, dark: 6 },
  white: '#ffffff',
  black: '#1b2130',
  fontFamily: sans,
  fontFamilyMonospace: 'var(--mamori-mono)',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.5', lg: '1.7', xl: '1.35' },
  headings: { fontFamily: sans, fontWeight: '600' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '11px' },
  defaultRadius: 'md',
  breakpoints: { xs: '24em', sm: '47.5em', md: '64em', lg: '80em', xl: '90em' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--mamori-shadow)',
    lg: 'var(--mamori-shadow)',
    xl: 'var(--mamori-shadow)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    Modal: { defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } } },
  },
});

const colour = (token: string) => `var(--mamori-${token})`;

const mantineColours = {
  '--mantine-color-body': colour('canvas'),
  '--mantine-color-text': colour('ink'),
  '--mantine-color-dimmed': colour('ink-3'),
  '--mantine-color-default': colour('canvas'),
  '--mantine-color-default-hover': colour('hover'),
  '--mantine-color-default-border': colour('line-strong'),
  '--mantine-color-default-color': colour('ink'),
  '--mantine-color-placeholder': colour('ink-3'),
  '--mantine-color-anchor': colour('accent'),
  '--mantine-color-error': colour('alert'),
  '--mantine-color-ai-filled': colour('accent-fill'),
  '--mantine-color-ai-filled-hover': colour('accent-fill-hover'),
  '--mantine-color-slate-text': colour('ink-2'),
  '--mantine-color-slate-light-color': colour('ink-2'),
  '--mantine-color-slate-light-hover': colour('hover'),
  '--mantine-primary-color-filled': colour('accent-fill'),
  '--mantine-primary-color-filled-hover': colour('accent-fill-hover'),
};

/** Lets Mantine's own parts use the tokens of tokens.css; goes to MantineProvider beside the theme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mantineColours,
  dark: mantineColours,
});
