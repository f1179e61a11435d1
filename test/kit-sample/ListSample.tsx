import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '#kit/Button';
import { Chip } from '#kit/Chip';
import { Dialog } from '#kit/Dialog';
import { EvidencePanel, EvidenceSection, ListWithPanel } from '#kit/Evidence';
import { FactList, Facts } from '#kit/Facts';
import { Id } from '#kit/Id';
import { MoreMenu } from '#kit/MoreMenu';
import { PageHead } from '#kit/PageHead';
import { Panel } from '#kit/Panel';
import { Lines, Table } from '#kit/Table';
import { Time } from '#kit/Time';
import { useToast } from '#kit/Toast';
import { row, sort, useUrlState } from '#kit/UrlState';

interface Exposure {
  id: string;
  title: string;
  score: number;
  at: string;
}

const all: Exposure[] = [
  '2021-3711',
  '2023-38545',
  '2022-37434',
  '2022-23303',
  '2022-28391',
  '2022-0778',
  '2018-25032',
].map((number, index) => ({
  id: `CVE-${number}`,
  title: '復号のとき、領域を越えて書き込む',
  score: 9.8 - index / 2,
  at: new Date(Date.now() - index * 11 * 3_600_000).toISOString(),
}));
const view = { row: row(), sort: sort(['score', 'at'], '-score') };

/** A list with ticks, an order, a panel and a dialog, as the page of a release has them. */
export function ListSample(): ReactNode {
  const [state, setState] = useUrlState(view);
  const [ticked, setTicked] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const sign = state.sort.direction === 'descending' ? -1 : 1;
  const rows = [...all].sort((one, other) => sign * (one.score - other.score));
  const opened = all.find((exposure) => exposure.id === state.row);
  return (
    <>
      <PageHead
        title="MR-1167 1.4.7"
        crumbs={[
          { label: '製品', to: '/products' },
          { label: 'Wi-Fiルーター', to: '/products?q=Wi-Fi' },
        ]}
        actions={
          <>
            <Button>前のリリースと比べる</Button>
            <Button>SBOMを更新する</Button>
            <MoreMenu
              label="MR-1167 1.4.7の操作"
              items={[{ label: '写しを作る', icon: 'copy', run: () => toast('写しを作りました') }]}
            />
          </>
        }
      />
      <Facts
        facts={[
          ['状態', '出荷済み（2024年3月18日）'],
          ['出荷台数', '31,650台'],
          ['セキュリティサポート', '2029年3月31日まで'],
          ['主担当・副担当', '藤井 拓・高橋 健'],
        ]}
      />
      <ListWithPanel
        panel={
          opened ? (
            <EvidencePanel label={opened.id} title={<Id>{opened.id}</Id>} onClose={() => setState({ row: null })}>
              <EvidenceSection title="照合に使ったデータ">
                <FactList
                  facts={[
                    ['記録', 'NVD'],
                    ['確認', <Time key="at" at={opened.at} />],
                    [
                      '比べた値',
                      <Id key="cpe" mono>
                        cpe:2.3:a:openssl:openssl:1.1.1k
                      </Id>,
                    ],
                  ]}
                />
              </EvidenceSection>
              <EvidenceSection title="判定">だれもまだ判定していません</EvidenceSection>
            </EvidencePanel>
          ) : null
        }
      >
        <Panel>
          <Table
            label="照合結果"
            rows={rows}
            idOf={(exposure) => exposure.id}
            nameOf={(exposure) => exposure.id}
            sort={state.sort}
            onSort={(next) => setState({ sort: next as typeof state.sort })}
            onOpen={(exposure) => setState({ row: exposure.id })}
            openId={state.row}
            selection={{
              ids: ticked,
              onChange: setTicked,
              actions: (
                <Button size="small" weight="main" onClick={() => setAsking(true)}>
                  まとめて判定する
                </Button>
              ),
              every: { total: 17, select: () => setTicked(all.map((exposure) => exposure.id)) },
            }}
            more={{ total: 17, load: () => toast('続きを読みました'), loading: false }}
            actions={(exposure) => (
              <MoreMenu label={`${exposure.id}の操作`} items={[{ label: '脆弱性のページ', to: '/products' }]} />
            )}
            empty={null}
            columns={[
              {
                key: 'score',
                title: '深刻度',
                sortable: true,
                phone: 'title',
                cell: (exposure) => exposure.score.toFixed(1),
              },
              {
                key: 'id',
                title: '脆弱性と部品',
                phone: 'main',
                cell: (exposure) => (
                  <Lines
                    main={
                      <Link to="." search={{ row: exposure.id } as never}>
                        <Id>{exposure.id}</Id>
                      </Link>
                    }
                    sub={exposure.title}
                  />
                ),
              },
              {
                key: 'match',
                title: '照合結果',
                phone: 'corner',
                cell: (exposure) =>
                  exposure.score > 8 ? (
                    <Chip tone="alert" shape="round" icon="warning">
                      該当
                    </Chip>
                  ) : (
                    <Chip tone="quiet" icon="check">
                      非該当
                    </Chip>
                  ),
              },
              { key: 'at', title: '確認', cell: (exposure) => <Time at={exposure.at} /> },
            ]}
          />
        </Panel>
      </ListWithPanel>
      <Dialog
        title="2件を「影響なし」にする"
        opened={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              weight="main"
              onClick={() => {
                setAsking(false);
                toast('2件を「影響なし」にしました', { undo: () => toast('元に戻しました') });
              }}
            >
              影響なしにする
            </Button>
            <Button onClick={() => setAsking(false)}>やめる</Button>
          </>
        }
      >
        <FactList
          facts={[
            ['効く範囲', 'MR-1167 のすべてのリリース'],
            ['起きること', '2リリースの2件が閉じます。通知は送りません。'],
          ]}
        />
      </Dialog>
    </>
  );
}
