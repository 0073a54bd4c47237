import { pair } from '../ui/messages.ts'

/** Texts of `plumbline keygen`. */
export const keygenTexts = pair(
  {
    usage: 'plumbline keygen <名称>',
    summary: '生成一对签名密钥：<名称>.key（私钥，须保密）和 <名称>.pub（公钥）',
    options: { algorithm: { value: 'ed25519|sm2', text: '签名算法，默认 ed25519；sm2 为国密 SM2/SM3' } },
    algorithmUnknown: '没有算法“{{algorithm}}”，可用 ed25519 或 sm2。',
    made: '私钥 {{secret}}（请妥善保管，不要外传），公钥 {{open}}。\n密钥编号 {{keyid}}',
  },
  {
    usage: 'plumbline keygen <name>',
    summary: 'make a key pair to sign with: <name>.key (private, to be kept secret) and <name>.pub (public)',
    options: { algorithm: { value: 'ed25519|sm2', text: 'algorithm, ed25519 by default; sm2 is SM2 with SM3' } },
    algorithmUnknown: 'There is no algorithm “{{algorithm}}”; use ed25519 or sm2.',
    made: 'Private key {{secret}} (keep it secret), public key {{open}}.\nKey id {{keyid}}',
  },
)

/** Texts of `plumbline pack`. */
export const packTexts = pair(
  {
    usage: 'plumbline pack <插件>',
    summary: '把一个版本打包成一个 .plb 文件；同样的内容在任何机器上得到同样的字节',
    options: { out: { value: '<文件>', text: '结果写入的文件' } },
    packed: '{{id}} {{version}} 已打包：{{file}}（{{files}} 个文件，{{bytes}} 字节）\n内容摘要 {{digest}}',
    cases: '附示例用例 {{count}} 个，可用 plumbline test 复算；不计入内容摘要。',
  },
  {
    usage: 'plumbline pack <plugin>',
    summary: 'pack one version into one .plb file; the same content gives the same bytes on any machine',
    options: { out: { value: '<file>', text: 'file to write the result to' } },
    packed: '{{id}} {{version}} packed: {{file}} ({{files}} files, {{bytes}} bytes)\nContent digest {{digest}}',
    cases: 'With {{count}} golden cases, for plumbline test to run again; the content digest does not cover them.',
  },
)

/** Texts of `plumbline sign`. */
export const signTexts = pair(
  {
    usage: 'plumbline sign <插件包> --key <私钥>',
    summary: '为插件包签名；内容和摘要不变',
    options: {
      key: { value: '<私钥文件>', text: 'PEM 格式的私钥，例如 plumbline keygen 生成的' },
      role: { value: 'publisher|committee', text: '以何身份签名：发布者（默认）或委员会' },
    },
    keyNeeded: '请用 --key 指明私钥文件。',
    roleUnknown: '没有角色“{{role}}”，可用 publisher 或 committee。',
    signed: '{{id}} {{version}} 已由 {{role}} 签名（共 {{count}} 个签名），密钥 {{keyid}}',
  },
  {
    usage: 'plumbline sign <packed> --key <private key>',
    summary: 'sign a packed version; its content and digest stay as they are',
    options: {
      key: { value: '<key file>', text: 'private key in PEM, such as plumbline keygen makes' },
      role: { value: 'publisher|committee', text: 'in which role to sign: publisher (default) or committee' },
    },
    keyNeeded: 'Name the private key’s file with --key.',
    roleUnknown: 'There is no role “{{role}}”; use publisher or committee.',
    signed: '{{id}} {{version}} signed as {{role}} ({{count}} signatures now), key {{keyid}}',
  },
)

/** Texts of `plumbline publish`. */
export const publishTexts = pair(
  {
    usage: 'plumbline publish <插件包>',
    summary: '把插件包上传到正在运行的服务，立即可用；可同时变更状态',
    options: {
      server: { value: '<地址>', text: '服务地址，默认 http://127.0.0.1:4180' },
      state: { value: '<状态>', text: '上传后变更为 draft、candidate、published、deprecated 或 withdrawn' },
      reason: { value: '<理由>', text: '变更状态的理由，永久记录' },
    },
    stateUnknown: '没有状态“{{state}}”，可用 draft、candidate、published、deprecated、withdrawn。',
    reasonNeeded: '变更状态须用 --reason 说明理由。',
    published: '{{id}} {{version}} 已在服务上，状态 {{state}}\n内容摘要 {{digest}}',
  },
  {
    usage: 'plumbline publish <packed>',
    summary: 'send a packed version to the running server, at hand at once; its state can be changed with it',
    options: {
      server: { value: '<url>', text: 'where the server is, http://127.0.0.1:4180 by default' },
      state: { value: '<state>', text: 'state afterwards: draft, candidate, published, deprecated or withdrawn' },
      reason: { value: '<reason>', text: 'why the state changes, kept for ever' },
    },
    stateUnknown: 'There is no state “{{state}}”; use draft, candidate, published, deprecated or withdrawn.',
    reasonNeeded: 'A change of state needs a reason: --reason.',
    published: '{{id}} {{version}} is on the server, state {{state}}\nContent digest {{digest}}',
  },
)

/** Texts of `plumbline verify`. */
export const verifyTexts = pair(
  {
    usage: 'plumbline verify <凭证或插件包>',
    summary: '离线重算凭证中的结果，逐字节说明相同或不同；对插件包则核验内容和签名',
    options: { trust: { value: '<文件>', text: '信任文件 trust.yaml，核验插件包签名时使用' } },
    receipt: '批次 {{round}}，标准 {{id}} {{version}}（{{digest}}），规则基准日 {{asOf}}',
    chain: '日志链末端：第 {{seq}} 条 {{hash}}（请与发布方公布的核对）',
    same: '相同：{{units}} 个评价对象的结果逐字节一致，摘要 {{result}}',
    different: '不同：{{units}} 个评价对象中有 {{count}} 处数值与凭证不符，或凭证自身不一致',
    difference: '  {{unit}} {{item}}：凭证 {{stored}}，重算 {{computed}}',
    more: '  另有 {{count}} 处',
    packed: '{{id}} {{version}}，发布者 {{publisher}}，内容与摘要 {{digest}} 相符',
    accepted: '  有效签名：{{holder}}（{{role}}，{{signedAt}}）',
    unsigned: '  没有签名。',
    casesSigned: '  附示例用例，下列签名包括用例：{{holders}}',
    casesUnsigned: '  附示例用例，没有签名包括它们。',
  },
  {
    usage: 'plumbline verify <receipt or packed>',
    summary:
      'compute a receipt’s result again, offline: same or different, byte by byte; of a packed version, its signatures',
    options: { trust: { value: '<file>', text: 'trust.yaml, to judge the signatures of a packed version' } },
    receipt: 'Round {{round}}, standard {{id}} {{version}} ({{digest}}), rules as of {{asOf}}',
    chain: 'Head of the event chain: {{seq}} {{hash}} (compare with the one made public)',
    same: 'Same: the results of {{units}} units agree byte by byte, digest {{result}}',
    different: 'Different: among {{units}} units {{count}} figures differ from the receipt, or it contradicts itself',
    difference: '  {{unit}} {{item}}: receipt {{stored}}, computed {{computed}}',
    more: '  and {{count}} more',
    packed: '{{id}} {{version}}, publisher {{publisher}}, content fits its digest {{digest}}',
    accepted: '  Signature that counts: {{holder}} ({{role}}, {{signedAt}})',
    unsigned: '  Nobody has signed it.',
    casesSigned: '  With golden cases, signed too by: {{holders}}',
    casesUnsigned: '  With golden cases that no signature here covers.',
  },
)
