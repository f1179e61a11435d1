import { useRouter } from '@tanstack/react-router';
import type { IconName } from '#kit/Icon';
import { usePerson } from '#platform/browser/person';
import type { text } from './text.ts';

export type PlaceKey = keyof typeof text.en.places;

/** A place of the menu. It is shown when its page exists in routes.tsx and the person may open it. */
export interface Place {
  key: PlaceKey;
  to: string;
  /** The part of the story of a vulnerability; `settings` for a page below the settings, `top` for the top bar. */
  group: 'start' | 'find' | 'act' | 'prepare' | 'settings' | 'top';
  icon: IconName;
  /** How the Japanese name is read, so that the palette finds it by kana. */
  reading: string;
}

/** The menu, in its order. */
export const places: readonly Place[] = [
  { key: 'today', to: '/today', group: 'start', icon: 'home', reading: 'ほんじつのたいおう' },
  { key: 'products', to: '/products', group: 'find', icon: 'product', reading: 'せいひん' },
  { key: 'vulnerabilities', to: '/vulnerabilities', group: 'find', icon: 'shield', reading: 'ぜいじゃくせい' },
  { key: 'settings', to: '/settings', group: 'prepare', icon: 'settings', reading: 'せってい' },
  { key: 'firstSteps', to: '/first-steps', group: 'settings', icon: 'check', reading: 'はじめに' },
  { key: 'maker', to: '/settings/maker', group: 'settings', icon: 'home', reading: 'かいしゃ' },
  { key: 'organization', to: '/settings/organization', group: 'settings', icon: 'organization', reading: 'そしき' },
  { key: 'people', to: '/settings/people', group: 'settings', icon: 'people', reading: 'りようしゃとやくわり' },
  {
    key: 'singleSignOn',
    to: '/settings/single-sign-on',
    group: 'settings',
    icon: 'lock',
    reading: 'しんぐるさいんおん',
  },
  { key: 'audit', to: '/settings/audit', group: 'settings', icon: 'history', reading: 'そうさりれき' },
  { key: 'jobs', to: '/settings/jobs', group: 'settings', icon: 'jobs', reading: 'じょぶ' },
  { key: 'deliveries', to: '/settings/deliveries', group: 'settings', icon: 'mail', reading: 'そうしん' },
  { key: 'me', to: '/settings/me', group: 'settings', icon: 'person', reading: 'じぶんのせってい' },
  { key: 'keys', to: '/settings/keys', group: 'settings', icon: 'key', reading: 'えーぴーあいきー' },
  { key: 'api', to: '/api-docs', group: 'settings', icon: 'file', reading: 'えーぴーあいのせつめい' },
  { key: 'notices', to: '/notices', group: 'top', icon: 'bell', reading: 'つうち' },
];

type Routes = Record<string, { options: { staticData?: { needs?: string } } }>;

/** Of some pages those that exist and that somebody with these permissions may open. */
export function openPages<Page extends { to: string }>(
  pages: readonly Page[],
  routes: Routes,
  permissions: string[],
): Page[] {
  return pages.filter(({ to }) => {
    const route = routes[to.replace(/\?.*/, '')];
    const needs = route?.options.staticData?.needs;
    return route && (!needs || permissions.includes(needs));
  });
}

/** Of some pages those that the person may open. */
export function useOpenPages<Page extends { to: string }>(pages: readonly Page[]): Page[] {
  const { routesByPath } = useRouter() as { routesByPath: Routes };
  return openPages(pages, routesByPath, usePerson()?.permissions ?? []);
}

/** The places that exist and that the person may open, in the order of the menu. */
export function useOpenPlaces(): Place[] {
  const open = useOpenPages(places);
  // The settings are a list of pages; without one of them there is nothing to go there for.
  const hasSettings = open.some((place) => place.group === 'settings');
  return open.filter((place) => place.key !== 'settings' || hasSettings);
}

/** The place of the menu that an address belongs to: the longest that it begins with. */
export function placeOf(pathname: string): Place | undefined {
  const inside = (place: Place) => pathname === place.to || pathname.startsWith(`${place.to}/`);
  return places.filter(inside).sort((one, other) => other.to.length - one.to.length)[0];
}
