import { type ReactNode, useRef } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { MoreMenu } from '#kit/MoreMenu';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { ReleasePage } from '../../contract/releases.ts';
import type { ReleaseSbom } from '../../contract/sbom-shapes.ts';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { DownloadMenu } from '../sbom/DownloadMenu.tsx';
import { useChanged } from '../use-changed.ts';
import { releases } from './queries.ts';
import { text } from './release-text.ts';

/** What can be done with a release, at the head of its page. */
export function ReleaseActions(props: {
  release: ReleasePage;
  sbom: ReleaseSbom | undefined;
  /** Whether bringing in is the first thing to do here, and not something on the view below. */
  leads: boolean;
  onEdit: () => void;
  onFiles: (files: File[]) => void;
}): ReactNode {
  const { release, sbom } = props;
  const words = useText(text);
  const { act, remove } = useRemoval(release);
  const chooser = useRef<HTMLInputElement>(null);
  const name = `${release.model.name} ${release.version}`;
  if (release.removed)
    return release.mayChange ? (
      <Button
        onClick={() =>
          act(() => releases.restoreRelease({ id: release.id, revision: release.revision }), words.restored(name))
        }
      >
        {words.restore}
      </Button>
    ) : null;

  return (
    <>
      {release.previous ? (
        <ButtonLink
          to="/products/$model/$release/compare"
          params={{ model: release.model.slug, release: release.slug } as never}
        >
          {words.compare}
        </ButtonLink>
      ) : null}
      {sbom && (sbom.present || sbom.counts.components > 0) ? <DownloadMenu sbom={sbom} /> : null}
      {release.mayChange ? (
        <>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={words.importFirst}
            onChange={(event) => {
              props.onFiles([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
          <Button
            icon="upload"
            weight={props.leads && sbom && !sbom.present ? 'main' : 'plain'}
            onClick={() => chooser.current?.click()}
          >
            {sbom?.present ? words.importNext : words.importFirst}
          </Button>
          <MoreMenu
            label={words.more(name)}
            items={[
              { label: words.edit, icon: 'edit', run: props.onEdit },
              { label: words.remove, icon: 'close', run: remove },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

function useRemoval(release: ReleasePage) {
  const words = useText(text);
  const { refusals } = useText(refusalText);
  const toast = useToast();
  const changed = useChanged();
  const { id, revision } = release;
  const name = `${release.model.name} ${release.version}`;
  const act = async (run: () => Promise<unknown>, said: string, undo?: () => void) => {
    try {
      await run();
      await changed();
      toast(said, undo ? { undo } : {});
    } catch (thrown) {
      toast(refusalWords(thrown, refusals));
    }
  };
  const remove = async () => {
    let removed = { id, revision };
    await act(
      async () => {
        removed = await releases.removeRelease({ id, revision });
      },
      words.removed(name),
      () => act(() => releases.restoreRelease(removed), words.restored(name)),
    );
  };
  return { act, remove };
}
