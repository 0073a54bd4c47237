import type { FaultWordings } from './wording.ts'

/** Faults of the database, the procedures and the server. */
export const apiFaults: FaultWordings = {
  DATA_DIR_IN_USE: {
    zh: {
      what: '数据目录 {directory} 正由另一个进程使用（进程号 {pid}）。',
      remedy: '请先停止该进程；如需同时运行两套，请用 PLUMBLINE_DATA=另一个目录 指定不同的数据目录。',
    },
    en: {
      what: 'The data directory {directory} is in use by another process (pid {pid}).',
      remedy: 'Stop that process first, or give this one a directory of its own with PLUMBLINE_DATA=<directory>.',
    },
  },
  DATA_DIR_NOT_WRITABLE: {
    zh: {
      what: '数据目录 {directory} 无法写入（{reason}）。',
      remedy: '请检查该目录的权限与磁盘空间，或用 PLUMBLINE_DATA=另一个目录 换一个可写的位置。',
    },
    en: {
      what: 'The data directory {directory} cannot be written ({reason}).',
      remedy: 'Check its permissions and free space, or choose a writable place with PLUMBLINE_DATA=<directory>.',
    },
  },
  DATABASE_UNREACHABLE: {
    zh: {
      what: '无法连接 PostgreSQL 数据库 {address}：{reason}。',
      remedy:
        '请检查 DATABASE_URL 中的地址、端口、用户名与口令，并确认数据库服务已启动；去掉 DATABASE_URL 则使用内置数据库。',
    },
    en: {
      what: 'The PostgreSQL database {address} cannot be reached: {reason}.',
      remedy:
        'Check the address, port, user and password in DATABASE_URL and that the server runs; without DATABASE_URL the embedded database is used.',
    },
  },
  ROUND_UNKNOWN: {
    zh: { what: '没有编号为 {round} 的评价批次。', remedy: '请从总览或榜单中重新选择。' },
    en: { what: 'There is no round {round}.', remedy: 'Choose one from the overview or a league table.' },
  },
  ROUND_NOT_SCORED: {
    zh: { what: '评价批次 {round} 还没有计算结果。', remedy: '请稍候再试；如一直如此，请重新启动服务，启动时会补算。' },
    en: {
      what: 'Round {round} has no result yet.',
      remedy: 'Try again in a moment; if it stays so, restart the server, which scores what is open at every start.',
    },
  },
  ROUND_CHANGED: {
    zh: {
      what: '导入期间，{plugin} {period} 的评价批次刚被另一次导入按别的标准版本建立，本次未写入任何数据。',
      remedy: '请重新检查并导入文件，届时将按该批次锁定的版本读取。',
    },
    en: {
      what: 'While this file was read, another import made the round of {plugin} {period} under another version of the standard. Nothing was written.',
      remedy: 'Check and import the file again: it will be read by the version that the round is now pinned to.',
    },
  },
  ROUND_IS_DEMONSTRATION: {
    zh: {
      what: '该评价批次含有示例数据，导入后示例对象与您的数据会出现在同一张榜单上。',
      remedy: '正式使用请以 PLUMBLINE_DEMO=off 和新的数据目录 PLUMBLINE_DATA 启动。',
    },
    en: {
      what: 'This round holds demonstration data: its fictional units and yours would stand in one league table.',
      remedy: 'For real work start with PLUMBLINE_DEMO=off and a data directory of its own (PLUMBLINE_DATA).',
    },
  },
  DERIVED_REPORTED: {
    zh: {
      what: '该指标由平台根据其他标准的结果推算，至少需要 {least} 个评价对象；能推算时以推算值为准。',
      remedy: '填报的值只在无法推算时使用；不需要时请删去该列。',
    },
    en: {
      what: 'The platform derives this indicator from results of other standards, from {least} units on; the derived value then counts.',
      remedy: 'The reported value is used only where nothing can be derived; leave the column out if it is not needed.',
    },
  },
  UNIT_NOT_IN_ROUND: {
    zh: { what: '该评价对象未参加评价批次 {round}，或其数据尚未计算。', remedy: '请在榜单中选择，或先导入其数据。' },
    en: {
      what: 'This unit takes no part in round {round}, or its data are not scored yet.',
      remedy: 'Choose it from the league table, or import its data first.',
    },
  },
  STANDARD_UNKNOWN: {
    zh: {
      what: '没有可用的标准 {plugin}。',
      remedy:
        '请检查标准编号或版本摘要。新标准可在标准页上传插件包，上传后立即可用；放入 plugins 目录的，需重新启动服务。',
    },
    en: {
      what: 'No standard {plugin} is available.',
      remedy:
        'Check its id or digest. A new standard that is uploaded as a package on the standards page can be used at once; one put into the plugins folder needs a restart of the server.',
    },
  },
  NODE_UNKNOWN: {
    zh: { what: '所选标准中都没有编号为 {id} 的指标。', remedy: '请从共性指标中选择。' },
    en: { what: 'None of the chosen standards has a node {id}.', remedy: 'Choose one from the shared core.' },
  },
  RESULT_DIFFERS: {
    zh: {
      what: '按存档数据重新计算，与评价批次 {round} 第 {run} 次计算存档的结果不一致，因此不予展示。',
      remedy: '请勿使用该结果；请保留数据库现状，核对程序版本，并检查数据库是否被改动。',
    },
    en: {
      what: 'Computed again from the stored data, the result differs from the one stored by run {run} of round {round}, so it is not shown.',
      remedy:
        'Do not use this result. Keep the database as it is, compare program versions, and check whether the database was altered.',
    },
  },
  COMPARE_SAME_CORE: {
    zh: {
      what: '可以比较：所选行业都采用同一版共性指标 {core} {version}，指标、权重、标杆值与分级完全相同。',
      remedy: '可以继续选择其下级维度逐项比较。',
    },
    en: {
      what: 'A fair comparison: every sector uses the same version of the shared core, {core} {version}, with equal indicators, weights, goalposts and ladders.',
      remedy: 'Go on to its dimensions to compare them one by one.',
    },
  },
  COMPARE_NO_CORE: {
    zh: {
      what: '标准 {plugin} 不含共性指标，与其他行业没有可比的部分。',
      remedy: '请去掉该行业，或选用含共性指标的标准。',
    },
    en: {
      what: 'The standard {plugin} has no shared core, so nothing in it compares with other sectors.',
      remedy: 'Leave this sector out, or choose a standard that mounts the core.',
    },
  },
  COMPARE_DIFFERENT_CORE: {
    zh: {
      what: '所选行业采用的共性指标版本不同（{mounts}），同一分数的含义不同，不能比较。',
      remedy: '请只选共性指标版本相同的评价批次。',
    },
    en: {
      what: 'The sectors use different versions of the core ({mounts}), so equal scores do not mean the same.',
      remedy: 'Choose rounds that use one version of the core.',
    },
  },
  COMPARE_NODE_OUTSIDE_CORE: {
    zh: {
      what: '指标 {id} 不在标准 {plugin} 的共性指标之内；各行业自有指标的内容与标杆值不同，分数不能跨行业比较。',
      remedy: '请改为比较共性指标或其下级维度。',
    },
    en: {
      what: 'Node {id} lies outside the shared core of {plugin}. Sectors have indicators and goalposts of their own there, so these scores do not compare.',
      remedy: 'Compare the core or one of its dimensions instead.',
    },
  },
  COMPARE_DIFFERENT_PERIODS: {
    zh: {
      what: '所选批次属于不同的期（{periods}），差异中含有时间变化。',
      remedy: '如需同期比较，请选择同一期的批次。',
    },
    en: {
      what: 'The rounds are of different periods ({periods}), so part of a difference is change over time.',
      remedy: 'Choose rounds of one period to leave time out.',
    },
  },
  COMPARE_GROUP_SMALL: {
    zh: {
      what: '{plugin} 只有 {size} 个已定级的评价对象，少于 {least} 个，为避免暴露个体，不显示其分布。',
      remedy: '参评对象增加后会自动显示。',
    },
    en: {
      what: '{plugin} has {size} graded units, fewer than {least}. Its distribution is not shown, as it would reveal single units.',
      remedy: 'It shows by itself once more units take part.',
    },
  },
  IMPORT_FORM_INVALID: {
    zh: {
      what: '上传的表单不完整：缺少或无法识别 {part} 部分。',
      remedy: '请刷新页面后重新上传；程序调用请按接口说明提供 file 和 request。',
    },
    en: {
      what: 'The upload is incomplete: its part {part} is missing or cannot be read.',
      remedy: 'Reload the page and upload again; programs send file and request as the interface says.',
    },
  },
  INPUT_INVALID: {
    zh: { what: '请求的参数不符合要求：{message}。', remedy: '请刷新页面重试；程序调用请对照接口说明。' },
    en: {
      what: 'A parameter of the request is not valid: {message}.',
      remedy: 'Reload the page; programs should compare with the interface description.',
    },
  },
  REQUEST_REFUSED: {
    zh: { what: '服务器没有接受这个请求（{code}）。', remedy: '请刷新页面重试。' },
    en: { what: 'The server did not accept this request ({code}).', remedy: 'Reload the page and try again.' },
  },
  SCORING_STOPPED: {
    zh: {
      what: '计算线程意外终止（{reason}），本次计算没有完成，也没有写入结果。',
      remedy: '请重试；数据不受影响，重新启动时会自动补算。',
    },
    en: {
      what: 'The scoring thread ended unexpectedly ({reason}). This computation did not finish and stored nothing.',
      remedy: 'Try again; data are not affected, and a restart scores what is open.',
    },
  },
  READING_STOPPED: {
    zh: {
      what: '读取文件的线程意外终止（{reason}），文件没有读完，也没有写入任何内容。',
      remedy: '请重试；再次发生时，请把文件拆小，或另存为“CSV UTF-8”后再上传。',
    },
    en: {
      what: 'The thread that reads files ended unexpectedly ({reason}). The file was not read to its end, and nothing was stored.',
      remedy: 'Try again; should it happen again, split the file, or save it as “CSV UTF-8” and upload that.',
    },
  },
  INTERNAL: {
    zh: {
      what: '服务器出现未预料的错误，编号 {id}。',
      remedy: '请重试；如仍出现，请把编号告诉管理员，日志中可据此查到详情。',
    },
    en: {
      what: 'The server met an unexpected error, number {id}.',
      remedy: 'Try again; if it stays, give the number to the administrator, who finds the details in the log.',
    },
  },
  PORT_IN_USE: {
    zh: { what: '端口 {port} 已被占用。', remedy: '请停止占用该端口的程序，或换一个端口启动，例如 PORT={next}。' },
    en: {
      what: 'Port {port} is in use.',
      remedy: 'Stop the program that uses it, or start on another port, for example PORT={next}.',
    },
  },
  ADDRESS_NOT_USABLE: {
    zh: {
      what: '无法在 {host}:{port} 上提供服务（{reason}）。',
      remedy: '请检查 HOST 是否为本机地址；1024 以下的端口需要管理员权限。',
    },
    en: {
      what: 'Cannot listen on {host}:{port} ({reason}).',
      remedy: 'Check that HOST is an address of this machine; ports below 1024 need administrator rights.',
    },
  },
  SETTING_INVALID: {
    zh: { what: '环境变量 {name} 的值“{value}”无效。', remedy: '应为{expected}。' },
    en: {
      what: 'The environment variable {name} has the value “{value}”, which is not valid.',
      remedy: 'Expected: {expected}.',
    },
  },
  WEB_BUILD_FAILED: {
    zh: {
      what: '网页端构建失败（退出码 {status}），详细信息见上方输出。',
      remedy: '请运行 npx --yes pnpm@12 install 后重新启动；若修改过网页端代码，请先改正其中的错误。',
    },
    en: {
      what: 'Building the web client failed (exit code {status}); its output stands above.',
      remedy: 'Run npx --yes pnpm@12 install and start again; if you changed the web client, correct the error first.',
    },
  },
}
