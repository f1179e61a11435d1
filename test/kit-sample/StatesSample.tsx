import type { ReactNode } from 'react';
import { Button, ButtonLink } from '#kit/Button';
import { Chip, Label, State } from '#kit/Chip';
import { EmptyState } from '#kit/EmptyState';
import { PageHead } from '#kit/PageHead';
import { Panel, Stack, WithRail } from '#kit/Panel';
import { Problem } from '#kit/Problem';
import { Skeleton } from '#kit/Skeleton';
import { useToast } from '#kit/Toast';

/** Everything that is not a normal day: empty, waiting, failed, asked. */
export function StatesSample(): ReactNode {
  const toast = useToast();
  return (
    <>
      <PageHead title="部品の見本" aside="11月24日（火）" answer="空、待ち、失敗、問いの見え方です。" />
      <WithRail
        rail={
          <Panel title="印" padded>
            <p>
              <Chip tone="alert" icon="warning">
                2日超過
              </Chip>{' '}
              <Chip tone="medium" icon="history">
                残り 4日
              </Chip>{' '}
              <Chip tone="ok" icon="check">
                完了
              </Chip>{' '}
              <Chip dashed>提案</Chip> <Label>部品</Label> <State filled>出荷済み</State>
            </p>
          </Panel>
        }
      >
        <Stack>
          <Panel title="はじめて" aside="まだ1件もありません">
            <EmptyState
              why="SBOMがまだありません"
              next="取り込むと、このリリースに該当する脆弱性が数秒で分かります。"
              action={
                <>
                  <Button weight="main" onClick={() => toast('2件を外しました', { undo: () => toast('戻しました') })}>
                    SBOMを取り込む
                  </Button>
                  <ButtonLink to="/products" weight="quiet">
                    CIから送る方法
                  </ButtonLink>
                </>
              }
            />
          </Panel>
          <Panel title="読み込み中">
            <Skeleton rows={3} />
          </Panel>
          <Problem
            what="SBOMを読み取れませんでした"
            safe="128行目の version が空です。前のSBOMはそのまま使っています。"
            action={<Button size="small">直したファイルを選ぶ</Button>}
            id="E-7K2QF"
          />
          <Problem
            kind="question"
            what="この件を認知したと言えますか"
            safe="MG-10 1.8.0 に、悪用が確認された脆弱性が該当します。"
            action={<Button size="small">認知時刻を書く</Button>}
          />
        </Stack>
      </WithRail>
    </>
  );
}
