import { pair } from '../ui/messages.ts'

/** Texts of `plumbline dev`. */
export const devTexts = pair(
  {
    usage: 'plumbline dev <文件夹>',
    summary: '边写边看：每次保存都重新检查和计分，浏览器中显示填报表和得分；Ctrl+C 结束',
    options: { port: { value: '<端口>', text: '页面的端口，默认 4190；0 为任选一个' } },
    ready: '请打开 {{url}}',
    building: '正在构建页面，只需一次……',
    fine: '{{time}} 没有问题，用例 {{cases}} 个全部一致，提示 {{warnings}} 处',
    differs: '{{time}} 可用，用例有 {{count}} 处不一致',
    faulty: '{{time}} {{count}} 处问题',
    portWrong: '“{{port}}”不是端口，请给 0 至 65535 的整数。',
  },
  {
    usage: 'plumbline dev <folder>',
    summary: 'write and watch: each save is checked and scored, with form and scores in the browser; Ctrl+C ends it',
    options: { port: { value: '<port>', text: 'port of the page, 4190 by default; 0 takes any' } },
    ready: 'Open {{url}}',
    building: 'Building the page, this once…',
    fine: '{{time}} no faults, {{cases}} cases all alike, {{warnings}} warnings',
    differs: '{{time}} usable; the cases differ in {{count}} places',
    faulty: '{{time}} {{count}} faults',
    portWrong: '“{{port}}” is no port; give a whole number from 0 to 65535.',
  },
)
