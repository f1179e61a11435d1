import { parentPort, workerData } from 'node:worker_threads';
import { openIndex } from '../../src/matching/index/match-index.ts';
import { matchPortfolio } from '../../src/matching/index/match-portfolio.ts';
import { openPortfolio } from '../../src/matching/index/portfolio.ts';

// A thread of its own that is given the two buffers, and answers how many pairs it finds in them.
const index = openIndex(workerData.index);
const portfolio = openPortfolio(workerData.portfolio);
if (index && portfolio)
  parentPort?.postMessage(matchPortfolio([{ index, isReplaced: null }], portfolio).component.count);
