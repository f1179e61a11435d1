import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { type Action, useOfferedActions } from '#kit/Keys';
import { MantineParts } from '#kit/MantineParts';
import { fold } from '#platform/browser/fold';
import { useText } from '#platform/browser/language';
import { usePerson } from '#platform/browser/person';
import classes from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import { type Entry, type Found, matchingEntries, withRecent } from './palette.ts';
import { useOpenPages, useOpenPlaces } from './places.tsx';
import { searches } from './searches.ts';
import { subpages, words as subpageWords } from './subpages.ts';
import { text } from './text.ts';
import { pathOfList, viewsQuery } from './Views.tsx';

const RECENT = 'mamori-recent';
const PAUSE_MS = 150;

/** The palette over the page, as Palette.tsx opens it. */
export function PaletteWindow(props: {
  opened: boolean;
  /** What was typed before the field was there. */
  early: string;
  onClose: () => void;
}): ReactNode {
  const words = useText(text).palette;
  return (
    <MantineParts>
      <Modal.Root
        opened={props.opened}
        onClose={props.onClose}
        yOffset="12vh"
        size={640}
        centered={false}
        classNames={{ content: classes.content ?? '' }}
      >
        <Modal.Overlay backgroundOpacity={0.35} />
        <Modal.Content aria-label={words.label}>
          <Palette early={props.early} onClose={props.onClose} />
        </Modal.Content>
      </Modal.Root>
    </MantineParts>
  );
}

function Palette(props: { early: string; onClose: () => void }): ReactNode {
  const [typed, setTyped] = useState('');
  useEffect(() => setTyped(props.early), [props.early]);
  const found = useFound(typed);
  const targets = useTargets(typed, found.data ?? []);
  const entries = matchingEntries([...targets.keys()], typed);

  const choose = (entry: Entry) => {
    props.onClose();
    targets.get(entry)?.();
  };
  return <PaletteList typed={typed} onTyped={setTyped} entries={entries} onChoose={choose} search={found.state} />;
}

function useFound(typed: string) {
  const [query] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const permissions = usePerson()?.permissions ?? [];
  const allowed = searches.filter(({ needs }) => permissions.includes(needs));
  const asked = useQuery({
    queryKey: ['palette', query],
    enabled: query !== '' && allowed.length > 0,
    queryFn: async ({ signal }) => (await Promise.all(allowed.map(({ search }) => search(query, signal)))).flat(),
  });
  const isCurrent = query === typed.trim();
  const state = asked.isError ? 'failed' : asked.isFetching || !isCurrent ? 'searching' : 'done';
  // What was found for other letters would be opened by a quick Enter.
  return { data: isCurrent ? asked.data : undefined, state } as const;
}

/** Every line the palette could show, with what choosing it does. */
function useTargets(typed: string, found: Found[]): Map<Entry, () => void> {
  const words = useText(text);
  const below = useText(subpageWords);
  const navigate = useNavigate();
  const pages = [
    ...useOpenPlaces().map((place) => ({ ...place, title: words.places[place.key] })),
    ...useOpenPages(subpages).map((page) => ({ ...page, title: below[page.key] })),
  ];
  const views = useFoundViews(typed);
  const offered = useOfferedActions();
  const targets = new Map<Entry, () => void>();
  const go = (item: Found) => () => {
    remember(item);
    navigate({ href: item.to });
  };

  for (const item of [...found, ...views]) targets.set({ ...item, kind: 'found' }, go(item));
  for (const { title, to, icon, reading } of pages) {
    targets.set({ id: to, kind: 'pages', title, reading, icon }, go({ id: to, title, to, icon }));
  }
  for (const action of offered.filter((one) => one.inPalette !== false)) {
    targets.set(actionEntry(action), action.run);
  }
  if (typed.trim() === '') {
    for (const item of recentItems()) targets.set({ ...item, id: `recent ${item.id}`, kind: 'recent' }, go(item));
  }
  return targets;
}

/** Saved views by a part of their name; each is a link to its list. */
function useFoundViews(typed: string): Found[] {
  const words = useText(text);
  const views = useQuery({ ...viewsQuery, enabled: false }).data ?? [];
  const query = fold(typed);
  if (query === '') return [];
  return views.flatMap(({ id, list, name, query: conditions }) => {
    const to = pathOfList[list];
    if (to === undefined || !fold(name).includes(query)) return [];
    const search = new URLSearchParams([...new URLSearchParams(conditions), ['saved', name]]);
    return [{ id, title: name, detail: words.palette.view, icon: 'menu' as const, to: `${to}?${search}` }];
  });
}

function actionEntry(action: Action): Entry {
  return {
    id: `action ${action.label}`,
    kind: 'actions',
    title: action.label,
    reading: action.reading,
    keys: action.keys,
  };
}

// What was opened is kept on this device only, by its name; it goes when somebody signs out.
function recentItems(): Found[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(RECENT) ?? '[]');
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

function remember(item: Found): void {
  sessionStorage.setItem(RECENT, JSON.stringify(withRecent(recentItems(), item)));
}
