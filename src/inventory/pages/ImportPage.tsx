import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button, ButtonAnchor } from '#kit/Button';
import { FileDrop } from '#kit/FileDrop';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { useToast } from '#kit/Toast';
import { problemOf } from '#platform/browser/client';
import { useLanguage, useText } from '#platform/browser/language';
import type { ImportPreview } from '../contract.ts';
import { PreviewedImport } from './PreviewedImport.tsx';
import classes from './products.module.css';
import { products } from './queries.ts';
import { RecentImports } from './RecentImports.tsx';
import { changedNames, refusalWords } from './refusal-words.ts';
import { text } from './text.ts';
import { useChanged } from './use-changed.ts';

const limitBytes = 32 * 1024 * 1024;

/** 製品を取り込む: a file, what it would change, and only then the change; below, what was imported before. */
export function ImportPage(): ReactNode {
  const { import: words, model, refusals } = useText(text);
  const { language } = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const changed = useChanged();
  const [file, setFile] = useState<File | null>(null);
  const [previewed, setPreviewed] = useState<ImportPreview | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState<'reading' | 'applying' | null>(null);

  const read = async (chosen: File | null) => {
    setFile(chosen);
    setPreviewed(null);
    setRefused(null);
    if (!chosen) return;
    setBusy('reading');
    await products.previewImport({ file: chosen }).then(setPreviewed, setRefused);
    setBusy(null);
  };
  const apply = async (id: string) => {
    setBusy('applying');
    setRefused(null);
    try {
      const { models } = await products.applyImport({ id });
      await changed();
      toast(words.applied(models), {
        undo: () =>
          products.undoImport({ id }).then(
            async (undone) => {
              await changed();
              toast(words.undone(undone.models));
            },
            (thrown) => toast(sentence(thrown, 'changed-after')),
          ),
      });
      navigate({ to: '/products' });
    } catch (thrown) {
      setRefused(thrown);
      setBusy(null);
    }
  };
  const sentence = (thrown: unknown, changedWhen: 'changed-models' | 'changed-after' = 'changed-models') => {
    const names = changedNames(thrown);
    return names ? refusals[changedWhen](names.names, names.count) : refusalWords(thrown, refusals);
  };

  return (
    <>
      <PageHead title={words.title} answer={words.answer} crumbs={[{ label: model.crumb, to: '/products' }]} />
      <Stack>
        <Panel padded>
          <FileDrop
            label={words.file}
            hint={words.fileHint}
            name="file"
            kinds={['.csv', '.xlsx', '.txt', '.tsv']}
            limitBytes={limitBytes}
            file={file}
            onFile={read}
          />
          <p className={classes.links}>
            <ButtonAnchor
              size="small"
              weight="quiet"
              icon="download"
              href={`/api/products/import-sample?format=xlsx&language=${language}`}
              download
            >
              {words.sample}
            </ButtonAnchor>
            <ButtonAnchor
              size="small"
              weight="quiet"
              icon="download"
              href={`/api/products/export?format=xlsx&language=${language}`}
              download
            >
              {words.current}
            </ButtonAnchor>
          </p>
          <p role="status">{busy === 'reading' ? words.reading : ''}</p>
        </Panel>
        {refused ? (
          <Problem
            what={sentence(refused)}
            id={problemOf(refused)?.requestId}
            action={file ? <Button onClick={() => read(file)}>{words.again}</Button> : undefined}
          />
        ) : null}
        {previewed ? (
          <PreviewedImport
            preview={previewed.preview}
            canApply={previewed.canApply}
            busy={busy === 'applying'}
            onApply={() => apply(previewed.id)}
          />
        ) : null}
        <RecentImports />
      </Stack>
    </>
  );
}
