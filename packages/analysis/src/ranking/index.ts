export { rankByBorda, rankByMoora, rankByWaspas, rankByWeightedProduct, rankByWeightedSum } from './additive.ts'
export { rankByMazziottaPareto, rankByOwa, rankByWeightedMedian } from './by-row.ts'
export {
  rankByCopeland,
  rankByGreyRelation,
  rankByPromethee,
  rankByTopsis,
  rankByVikor,
  type CopelandRanking,
  type PrometheeRanking,
  type TopsisRanking,
  type VikorRanking,
} from './by-sample.ts'
export { capacityFromMoebius, choquetIntegral } from './choquet.ts'
export { type Decision, type Ranked } from './decision.ts'
export { rankByEdas, rankByMabac, rankByMairca, rankByPiv, rankBySpotis, type Bounds } from './distance.ts'
export { rankByCodas, rankByProbid } from './ideals.ts'
export { interpolatedMedian } from './interpolated-median.ts'
export { rankByAras, rankByCocoso, rankByCopras, rankByCradis, rankByMarcos, rankByOcra, rankByRam } from './ratio.ts'
export { smaa, type SmaaUnit } from './smaa.ts'
