import { useCallback, useEffect, useRef, useState } from 'react';
import { useToast } from '#kit/Toast';
import { useText } from '#platform/browser/language';
import type { SbomImport } from '../../contract/sbom-shapes.ts';
import { text as refusalText } from '../refusal-text.ts';
import { refusalWords } from '../refusal-words.ts';
import { releases } from '../release/queries.ts';
import { useChanged } from '../use-changed.ts';
import { text } from './sbom-text.ts';
import { sendFile } from './send-file.ts';

const askAgainMs = 700;

/** A file on its way: waiting for its turn, leaving this machine, being read there, done; or why it did not arrive. */
export interface Upload {
  key: number;
  fileName: string;
  /** 0 to 1, of what has left this machine. */
  sent: number;
  /** What the server says of it; null before it has arrived. */
  arrived: SbomImport | null;
  thrown: unknown;
}

export interface Uploads {
  list: Upload[];
  send: (files: File[]) => void;
  /** Takes the answer of a later step, such as the mapping of its columns. */
  replace: (arrived: SbomImport) => void;
}

/** Says that a bill of materials is in use now, and offers the one before. */
function useTelling(): (fileName: string, sbomId: string) => void {
  const words = useText(text);
  const { refusals } = useText(refusalText);
  const toast = useToast();
  const changed = useChanged();
  return useCallback(
    (fileName, sbomId) =>
      toast(words.upload.done(fileName), {
        undo: () =>
          void releases.removeSbom({ id: sbomId }).then(changed, (thrown) => toast(refusalWords(thrown, refusals))),
      }),
    [words, refusals, toast, changed],
  );
}

/** Brings files in one after another, so that the last one counts, and asks how far each is until it is done. */
export function useUploads(releaseId: string): Uploads {
  const [list, setList] = useState<Upload[]>([]);
  const changed = useChanged();
  const tell = useTelling();
  const queue = useRef(Promise.resolve());
  const last = useRef(0);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const patch = useCallback((key: number, change: Partial<Upload>) => {
    setList((before) => before.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }, []);
  const follow = useCallback(
    async (key: number, first: SbomImport) => {
      let arrived = first;
      patch(key, { arrived, sent: 1 });
      while (arrived.state === 'waiting' && !isGone.current) {
        await new Promise((resolve) => setTimeout(resolve, askAgainMs));
        arrived = await releases.getSbomImport({ id: arrived.id });
        patch(key, { arrived });
      }
      await changed();
      if (arrived.state === 'stored' && arrived.sbomId && !arrived.isUnchanged) tell(arrived.fileName, arrived.sbomId);
    },
    [patch, changed, tell],
  );
  const send = useCallback(
    (files: File[]) => {
      for (const file of files) {
        last.current += 1;
        const key = last.current;
        setList((before) => [...before, { key, fileName: file.name, sent: 0, arrived: null, thrown: null }]);
        queue.current = queue.current.then(() =>
          sendFile(releaseId, file, (sent) => patch(key, { sent }))
            .then((arrived) => follow(key, arrived))
            .catch((thrown) => patch(key, { thrown })),
        );
      }
    },
    [releaseId, patch, follow],
  );
  const replace = useCallback(
    (arrived: SbomImport) => {
      const upload = list.find((one) => one.arrived?.id === arrived.id);
      if (upload) follow(upload.key, arrived);
      else changed();
    },
    [list, follow, changed],
  );
  return { list, send, replace };
}
