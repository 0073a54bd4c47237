import type { FaultWordings } from './wording.ts'

/** Faults of keys, signatures and the trust file. */
export const signaturesFaults: FaultWordings = {
  KEY_UNREADABLE: {
    zh: { what: '密钥不可读。', remedy: '请给出 PEM 格式的密钥文件，例如 plumbline keygen 生成的。' },
    en: { what: 'The key cannot be read.', remedy: 'Give a key file in PEM, such as plumbline keygen makes.' },
  },
  KEY_ALGORITHM_UNKNOWN: {
    zh: { what: '密钥既不是 Ed25519 也不是 SM2。', remedy: '请用 plumbline keygen 生成密钥。' },
    en: { what: 'The key is neither Ed25519 nor SM2.', remedy: 'Make one with plumbline keygen.' },
  },
  KEY_ALGORITHM_ABSENT: {
    zh: { what: '本机的加密库不支持 {algorithm}：{detail}', remedy: '请改用 ed25519，或换用支持它的 Node。' },
    en: {
      what: 'The crypto library here does not offer {algorithm}: {detail}',
      remedy: 'Use ed25519, or a Node that has it.',
    },
  },
  TRUST_FILE: {
    zh: { what: '信任文件此处不合规定：{detail}', remedy: '请对照文档中的 trust.yaml 示例改正。' },
    en: {
      what: 'The trust file is not as expected here: {detail}',
      remedy: 'Correct it after the example of trust.yaml in the documentation.',
    },
  },
  TRUST_KEY: {
    zh: { what: '信任文件中“{holder}”的这把公钥不可读，或已列出过。', remedy: '请粘贴 PEM 格式的公钥，每把只列一次。' },
    en: {
      what: 'This public key of “{holder}” in the trust file cannot be read, or is listed already.',
      remedy: 'Paste the public key in PEM, each key once.',
    },
  },
  SIGNATURE_WRONG_KEY: {
    zh: {
      what: '签名用的密钥 {keyid} 不在信任文件中。',
      remedy: '这一签名不算数。请核对签名者身份后把公钥列入信任文件，或请正确的人签名。',
    },
    en: {
      what: 'The key {keyid} that signed is not in the trust file.',
      remedy: 'The signature does not count. List the key once you know whose it is, or have the right person sign.',
    },
  },
  SIGNATURE_INVALID: {
    zh: { what: '“{holder}”的签名验证不过：签名或所签内容被改动。', remedy: '请重新签名，或从发布者处重新获取。' },
    en: {
      what: 'The signature of “{holder}” does not verify: it, or what it signs, was changed.',
      remedy: 'Have it signed again, or get it again from its publisher.',
    },
  },
  SIGNATURE_STATEMENT: {
    zh: { what: '“{holder}”的签名所签的不是插件版本声明。', remedy: '请用 plumbline sign 签名。' },
    en: { what: 'What “{holder}” signed is no statement about a plugin version.', remedy: 'Sign with plumbline sign.' },
  },
  SIGNATURE_CASES: {
    zh: {
      what: '“{holder}”签名之后，包中的示例用例被更改或取走；所签的评分内容未变，签名对内容仍然有效。',
      remedy: '请从签名者处取得所签的用例，或请签名者重新签名。',
    },
    en: {
      what: 'The golden cases in the package were changed or taken away after “{holder}” signed; the content that is scored is the one that was signed, and for that the signature counts.',
      remedy: 'Get the cases that were signed from the signer, or have it signed again.',
    },
  },
  SIGNATURE_REPLAYED: {
    zh: {
      what: '“{holder}”签的是另一份内容：{other}。',
      remedy: '签名不能移用到别的版本或内容。请对这一版重新签名。',
    },
    en: {
      what: 'What “{holder}” signed is something else: {other}.',
      remedy: 'A signature cannot be moved to another version or content. Have this one signed.',
    },
  },
  SIGNATURE_NAMESPACE: {
    zh: {
      what: '“{holder}”无权为发布者 {publisher} 签名。',
      remedy: '请由拥有该命名空间的密钥签名，或在信任文件中授权。',
    },
    en: {
      what: '“{holder}” may not sign for the publisher {publisher}.',
      remedy: 'Sign with a key that owns the namespace, or grant it in the trust file.',
    },
  },
  SIGNATURE_ROLE: {
    zh: { what: '“{holder}”的密钥不可用于角色 {role}。', remedy: '请以信任文件允许的角色签名。' },
    en: { what: 'The key of “{holder}” may not sign as {role}.', remedy: 'Sign in a role that the trust file allows.' },
  },
  SIGNATURE_KEY_DATE: {
    zh: {
      what: '“{holder}”的密钥有效期为 {from} 至 {until}，签名日期 {signed}，核验日期 {today}。',
      remedy: '请用有效期内的密钥签名，并核对签名者的时钟。',
    },
    en: {
      what: 'The key of “{holder}” is valid from {from} until {until}; it signed on {signed}, judged on {today}.',
      remedy: 'Sign with a key that is valid, and check the signer’s clock.',
    },
  },
  SIGNATURE_KEY_REVOKED: {
    zh: { what: '“{holder}”的密钥已于 {revoked} 吊销。', remedy: '请用新密钥签名。' },
    en: { what: 'The key of “{holder}” was revoked on {revoked}.', remedy: 'Sign with a new key.' },
  },
  SIGNATURE_KEY_TWICE: {
    zh: { what: '“{holder}”的同一把密钥签了两次。', remedy: '每个角色要由不同的密钥签名。' },
    en: { what: 'The same key of “{holder}” signed twice.', remedy: 'Each role needs a key of its own.' },
  },
  PUBLISH_SIGNATURES: {
    zh: { what: '发布 {version} 版还缺这些角色的有效签名：{roles}。', remedy: '请用 plumbline sign 补签后重新上传。' },
    en: {
      what: 'To publish version {version}, valid signatures of these roles are missing: {roles}.',
      remedy: 'Sign it with plumbline sign and upload it again.',
    },
  },
}
