import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { problemOf } from '#platform/browser/client';
import { useText } from '#platform/browser/language';
import { Button } from './Button.tsx';
import { useActions } from './Keys.tsx';
import { Menu } from './Menu.tsx';
import { type MenuItem, MoreMenu } from './MoreMenu.tsx';
import { useToast } from './Toast.tsx';
import { type Removing, type SavedView, useViewKeeper, type ViewChange, type ViewKeeper } from './Views.tsx';
import { printQuery, type Seen } from './view-here.ts';
import { text } from './view-text.ts';

const ViewDialog = lazy(() => import('./ViewDialog.tsx').then((loaded) => ({ default: loaded.ViewDialog })));

interface ViewActionsProps {
  list: string;
  seen: Seen;
  /** The saved view that is open. */
  view: SavedView | null;
  /** The person's own views of the list, in their order. */
  own: SavedView[];
  changed: boolean;
  /** The list stands as the page offers it, so there is nothing to save. */
  plain: boolean;
}

/** What can be done with the view that is open, and 「この条件で保存」 where its conditions are no view yet. */
export function ViewActions(props: ViewActionsProps): ReactNode {
  const words = useText(text);
  const keeper = useViewKeeper();
  const [asking, setAsking] = useState<'save' | 'rename' | null>(null);
  const deeds = useDeeds(props);
  const { view, changed, plain, own } = props;
  const isNew = view === null ? !plain : changed;
  useActions([
    {
      label: isNew ? words.save : words.saveNow,
      reading: 'このじょうけんでほぞん',
      run: () => setAsking('save'),
    },
  ]);
  if (!keeper) return null;

  return (
    <>
      {isNew && view?.own ? (
        <Menu
          label={words.save}
          items={[
            { label: words.overwrite(view.name), icon: 'check', run: () => deeds.overwrite(keeper, view) },
            { label: words.saveAs, icon: 'plus', run: () => setAsking('save') },
          ]}
          button={(button) => (
            <Button {...button} size="small" weight="quiet" icon="plus">
              {words.save}
            </Button>
          )}
        />
      ) : null}
      {isNew && !view?.own ? (
        <Button size="small" weight="quiet" icon="plus" onClick={() => setAsking('save')}>
          {words.save}
        </Button>
      ) : null}
      {view?.own ? (
        <MoreMenu label={words.menu(view.name)} items={itemsOf(view, keeper, () => setAsking('rename'))} />
      ) : null}
      {view && !view.own && keeper.others ? (
        <MoreMenu label={words.menu(view.name)} items={itemsOfOthers(view, keeper.others)} />
      ) : null}
      {asking ? (
        <Suspense>
          <ViewDialog
            view={asking === 'rename' ? view : null}
            onSave={(said) =>
              asking === 'rename' && view ? deeds.rename(keeper, view, said.name) : deeds.save(keeper, said)
            }
            onClose={() => setAsking(null)}
          />
        </Suspense>
      ) : null}
    </>
  );

  function itemsOf(of: SavedView, by: ViewKeeper, rename: () => void): MenuItem[] {
    const at = own.findIndex(({ id }) => id === of.id);
    return [
      { label: words.rename, icon: 'edit', run: rename },
      of.shared
        ? { label: words.unshare, icon: 'lock', run: () => deeds.share(by, of, false) }
        : { label: words.shareNow, icon: 'people', run: () => deeds.share(by, of, true) },
      { label: words.before, icon: 'left', disabled: at <= 0, run: () => deeds.move(by, of, 'one-before') },
      {
        label: words.after,
        icon: 'right',
        disabled: at === own.length - 1,
        run: () => deeds.move(by, of, 'one-after'),
      },
      { label: words.remove, icon: 'close', run: () => deeds.remove(by, of, words.done.removed(of.name)) },
    ];
  }

  function itemsOfOthers(of: SavedView, by: Removing): MenuItem[] {
    const run = () => deeds.remove(by, of, words.done.removedForAll(of.name, of.by));
    return [{ label: words.removeForAll, icon: 'close', run }];
  }
}

/** Each deed says what it did and takes it back; what is refused is said in its place. */
function useDeeds({ list, seen }: ViewActionsProps) {
  const words = useText(text);
  const toast = useToast();
  const navigate = useNavigate();
  const query = printQuery(seen);
  const name = (saved: string | undefined) =>
    navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...before, saved })) as never,
      replace: true,
      resetScroll: false,
    });
  const orSay = (deed: Promise<unknown>) => deed.catch((thrown) => toast(refusalOf(thrown, words.refused)));
  const changed = async (keeper: ViewKeeper, view: SavedView, change: ViewChange, said: string, back: ViewChange) => {
    await keeper.change(view.id, change);
    toast(said, { undo: () => orSay(keeper.change(view.id, back)) });
  };

  return {
    save: async (keeper: ViewKeeper, said: { name: string; shared: boolean }) => {
      const { id } = await keeper.create({ list, query, ...said });
      await name(said.name);
      toast(words.done.saved(said.name), { undo: () => orSay(keeper.remove(id)) });
    },
    overwrite: (keeper: ViewKeeper, view: SavedView) =>
      orSay(changed(keeper, view, { query }, words.done.overwritten(view.name), { query: view.query })),
    rename: async (keeper: ViewKeeper, view: SavedView, next: string) => {
      await keeper.change(view.id, { name: next });
      await name(next);
      const undo = async () => {
        await keeper.change(view.id, { name: view.name });
        await name(view.name);
      };
      toast(words.done.renamed(next), { undo: () => orSay(undo()) });
    },
    share: (keeper: ViewKeeper, view: SavedView, shared: boolean) =>
      orSay(
        changed(keeper, view, { shared }, words.done[shared ? 'shared' : 'unshared'](view.name), { shared: !shared }),
      ),
    move: (keeper: ViewKeeper, view: SavedView, by: 'one-before' | 'one-after') => orSay(keeper.move(view.id, by)),
    remove: async (by: Removing, view: SavedView, said: string) =>
      orSay(
        by.remove(view.id).then(async () => {
          await name(undefined);
          toast(said, { undo: () => orSay(by.restore(view.id)) });
        }),
      ),
  };
}

type Refused = typeof text.ja.refused;

/** Why a view could not be kept, and what to do then. */
export function refusalOf(thrown: unknown, words: Refused): string {
  const problem = problemOf(thrown);
  const { reason, name, most } = problem?.details ?? {};
  if (reason === 'name-taken') return words['name-taken'](String(name));
  if (reason === 'too-many' || reason === 'too-many-shared') return words[reason](String(most));
  return problem?.code === 'not-found' ? words.gone : words.other;
}
