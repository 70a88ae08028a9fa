import Decoding
import Testing

/// What looks like a secret is taken out, whatever stands around it, and nothing else is.
///
/// A `¦` in these tables is dropped first: it keeps scanners for leaked secrets from reporting what is made up.
@Suite struct RedactorTests {
  private func text(_ row: String) -> String { row.replacing("¦", with: "") }

  static let alphanumeric = "16C7e42F292c6912E7710c838347Ae178B4a"
  static let hex = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"

  @Test(arguments: [
    "gh¦p_\(alphanumeric)", "gh¦o_\(alphanumeric)", "gh¦s_\(alphanumeric)", "github¦_pat_11ABCDEFG0a1b2c3d4e5f6_\(alphanumeric)",
    "gl¦pat-Ab3dEf6hIj9kLmNoPqRs", "gl¦pat-Ab3dEf6hIj9kLmNoPqRs.01.0w1abcdef", "gl¦rt-Ab3dEf6hIj9kLmNoPqRs",
    "GR1¦348941Ab3dEf6hIj9kLmNoPqRs",
    "AK¦IAIOSFODNN7EXAMPLE", "AS¦IAIOSFODNN7EXAMPLE",
    "xo¦xb-2345678901-2345678901234-AbCdEfGhIjKlMnOpQrStUvWx", "xo¦xp-23456789012-abc", "xa¦pp-1-A0123456789-1234567890123-\(hex)",
    "sk¦_live_4eC39HqLyjWDarjtT1zdp7dc", "sk¦_test_4eC39HqLyjWDarjtT1zdp7dc", "rk¦_live_4eC39HqLyjWDarjtT1zdp7dc",
    "wh¦sec_4eC39HqLyjWDarjtT1zdp7dc",
    "np¦m_\(alphanumeric)", "py¦pi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAw_x", "dc¦kr_pat_Ab3dEf6hIj9kLmNoPqRsTuVwXyZ",
    "AI¦zaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q", "ya¦29.a0AfH6SMBx1y2z3A4B5C6D7E8F9", "GO¦CSPX-Ab3dEf6hIj9kLmNoPqRsTuVwXyZ0",
    "sk¦-proj-Ab3dEf6hIj9kLmNoPqRsTuVwXyZ", "sk¦-ant-api03-Ab3dEf6hIj9kLmNoPqRs", "hf¦_AbCdEfGhIjKlMnOpQrStUvWxYzAbCdEf",
    "hv¦s.CAESIAb3dEf6hIj9kLmNoPqRsTuVwXyZ", "do¦p_v1_\(hex)\(hex)",
    "SG¦.AbCdEfGhIjKlMnOpQrStUv.AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG",
    "ey¦JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "ey¦JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0", "ops@example.com", "first.last+tag@mail.example.co.uk", "root@web-01.example.com",
  ])
  func aSecretIsKnownByItsForm(row: String) {
    let secret = text(row)
    for (before, after) in [
      ("", ""), ("got ", " here"), ("\"", "\""), ("'", "',"), ("(", ")"), ("key: ", "."), ("https://x.example/?a=", "&b=1"), ("> ", "\n"),
      ("[", "]"), ("\\\"", "\\\""),
    ] {
      #expect(Redactor.redacted(before + secret + after) == before + "[redacted]" + after)
    }
    #expect(Redactor.secrets(in: "got \(secret) here") == [secret])
  }

  @Test(arguments: [
    // Environments and flags
    "PASSWORD=‹hunter2›", "DB_PASSWORD=‹p@ss,w;ord&x› node server.js", "export PGPASSWORD='‹two words›' && psql",
    "MYSQL_ROOT_PASSWORD: ‹s3cret›", "mysqld --password=‹hunter2› -h db", "helm --password ‹hunter2› --debug",
    "AWS_SECRET_ACCESS_KEY=‹wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY›", "SECRET_KEY_BASE=‹0123456789abcdef›",
    "API_KEY=‹abc›", "STRIPE_API_KEY: '‹abc›'", "npm config set //registry.example.com/:_authToken=‹abc-123›",
    "//registry.example.com/:_auth=‹dXNlcjpwYXNz›", "vault login --token ‹abc123›", "SMTP_PASS=‹x›", "smtp.pass=‹x›",
    "Uid=app;Pwd=‹s3cret›;Database=shop", "Server=db;Password=‹p;w›, next", "keytool -storepass ‹changeit› -v",
    // JSON, YAML, code
    #"{"user":"app","password":"‹hun\"ter2›","port":1}"#, #""{\"password\":\"‹hunter2›\",\"a\":1}""#,
    "password: ‹hunter2›\nuser: app", "{password: ‹hunter2›, user: app}", "{user=app, password=‹hunter2›}",
    "clientSecret: \"‹abc›\"", "$config['password'] => '‹abc›'", "accessToken = `‹abcdef›`", "apiKey:‹abcdef›",
    #"log\npassword=‹hunter2›\nnext"#,
    // Addresses
    "postgres://app:‹s3cr3t›@db.example.com:5432/shop", "redis://:‹s3cr3t›@10.0.0.5:6379",
    "mongodb+srv://app:‹p@ss›@cluster0.example.net/?w=1", "amqp://app:‹pa/ss#1›@mq:5672/",
    "https://‹0123456789abcdef0123›@git.example.com/a.git", "https://oauth2:‹abc›@git.example.com/a.git",
    "GET /cb?token=‹abc123›&state=1", "https://s.example.com/b?se=2030&sig=‹abc%3D›&sp=r",
    "https://hooks.slack.com/services/‹T0/B0/abc›", "https://discord.com/api/webhooks/‹1/abc›)",
    "hooks.slack.com/workflows/‹T0/abc›", "https://discordapp.com/api/webhooks/‹1/abc›", "https://API.telegram.org/bot‹1:abc/getMe›",
    "POST https://x.webhook.office.com/‹webhookb2/abc› 400", "?X-Amz-Signature=‹abc›", "\\n_auth=‹abc›", "\u{E9}sk-token2: ‹x1y2z3w4›",
    // Headers
    "Authorization: Bearer ‹abc.def-ghi›", "curl -H 'Authorization: Basic ‹dXNlcjpwYXNz›' x", "authorization: ‹abc123›, next",
    #""Authorization":"token ‹abc123›""#, "Proxy-Authorization: Digest ‹username=\"a\", response=\"b\"›",
    "sent Bearer ‹AbCdEfGh1› to x", "Cookie: ‹session=abc; theme=dark›", "Set-Cookie: ‹sid=abc; Path=/›",
    "X-Vault-Token: ‹abcdefgh›", "PRIVATE-TOKEN: ‹abcdefgh›",
    // Keys
    "-----BEGIN RSA PRIVATE KEY-----‹\nMIIEowIBAAKCAQEA\nabc=\n›-----END RSA PRIVATE KEY-----\nok",
    #"-----BEGIN PRIVATE KEY-----‹\nMIIEowIBAAKCAQEA\n›-----END PRIVATE KEY-----"#,
    "-----BEGIN OPENSSH PRIVATE KEY-----‹\nb3BlbnNzaC1rZXktdjEAAAAA\nMIIEowIBAAKCAQEAxyz0›\nno end",
    // Several, one beside another
    "‹ops@example.com›, ‹dev@example.com›: TOKEN=‹abcdef› PASSWORD=‹b›",
    "password=‹password=password=x›",
  ])
  func aSecretIsKnownByWhatStandsAroundIt(row: String) {
    var (plain, redacted, isSecret) = ("", "", false)
    for character in row {
      switch character {
      case "‹": isSecret = true
      case "›":
        isSecret = false
        redacted += "[redacted]"
      default:
        plain.append(character)
        if !isSecret { redacted.append(character) }
      }
    }
    #expect(Redactor.redacted(plain) == redacted)
  }

  @Test(arguments: [
    "", "Error: listen EADDRINUSE: address already in use :::3000",
    // Names of things
    "commit 3f786850e387550fdab836ed7e6dc881de23001b", "3f78685", "550e8400-e29b-41d4-a716-446655440000",
    "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    #""integrity": "sha512-KXkOCVGR+FcjB2mRwxPdvxe09lh8wUUYgmhqwzAUHU4WWCVWmaSI0PhFYxhPyIcUa6kEzwNwzqH51rJWzYhy1w==""#,
    "lodash@4.17.21", "@types/node@20.1.0", "react-dom@18.2.0_react@18.2.0", "example.com/mod@v1.2.3-beta.one", "actions/checkout@v4",
    "getty@tty1.service", "logo@2x.png", "java.lang.Object@6d06d69c", "npm_config_registry=x npm_lifecycle_event=start",
    "task_live_1 risk-free sk-estimator-doc-link-wrapper-inner", "AKIA is a prefix, AKIASHORT is short",
    "eyJ is how one begins, eyJhbGci too",
    // Addresses
    "git@github.com:org/repo.git", "git@github.com: Permission denied (publickey).", "ssh://git@git.example.com/org/repo.git",
    "deploy@web-01:~$ ls", "deploy@web-01.example.com:/srv/app", "root@10.0.0.5", "https://example.com:8080/@scope/pkg",
    "https://example.com:8080/a:b@c", "http://[::1]:3000/", "postgres://app@db/shop", "https://bob@git.example.com/a.git",
    "postgres://app:${DB_PASSWORD}@db/shop", "postgres://app:***@db/shop",
    // Messages about secrets
    "Access denied for user 'app'@'10.0.0.5' (using password: YES)", "FATAL:  password authentication failed for user \"app\"",
    "SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", "SyntaxError: Unexpected token: punc (})",
    "Unexpected token: }",
    "Error: secret \"db\" not found", "couldn't find key password in Secret default/db", "invalid token: The token has expired",
    "error=\"invalid_token\", error_description=\"The token expired\"", "WWW-Authenticate: Bearer realm=\"https://auth.example.com/token\"",
    "bearer authentication is required", "error: --password is required", "missing --token option",
    "Enter passphrase for key '/root/.ssh/id':",
    "Authorization: denied", "basic_auth: true", "pass: 12, fail: 0", "bypass=1 compass=2", "max_tokens: 4096 eos_token: 2",
    // What stands for a secret
    "PASSWORD=$DB_PASSWORD", "PASSWORD=${DB_PASSWORD:-x}", "password=<PASSWORD>", "password: ***", "password=\"\"", "password=",
    "token: null",
    "PASSWORD={{ vault }}", "token: ${{ secrets.TOKEN }}", "password: process.env.DB_PASSWORD", "PASSWORD_FILE=/run/secrets/db",
    "PWD=/srv/app",
    "OLDPWD=/home/deploy", "secretName: db", "TOKEN=[redacted]", "password: string", "token::Kind", "-----BEGIN CERTIFICATE-----\nMIIB\n",
    "cookie: name", "Cookie: none",
  ])
  func whatIsNoSecretStays(text: String) {
    #expect(Redactor.redacted(text) == text)
    #expect(Redactor.secrets(in: text) == [])
  }

  @Test(arguments: [
    "password=", "sk-", "eyJ-", "eyJabcdefgh.", "a@", "a@b.", "://a:", "://", "-----BEGIN PRIVATE KEY-----", "authorization: digest ",
    "cookie: a=", "[password=", "password=\"", "password=\\\"", "bearer /", "bearer bearer/", "token,", "@a.b.c-", "ghp_", "https://x:y",
    "hooks.slack.com/services/", "xoxe-",
  ])
  func hostileTextTakesNoLongerThanOther(part: String) {
    let count = 100_000 / part.unicodeScalars.count
    let time = ContinuousClock().measure { _ = Redactor.redacted(String(repeating: part, count: count)) }
    #expect(time < .seconds(20), "\(part): \(time)")
  }
}
