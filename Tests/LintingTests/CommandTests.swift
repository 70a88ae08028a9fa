import Decoding
import Testing

@testable import Cataloging
@testable import Linting

@Suite struct CommandTests {
  @Test(arguments: [
    (#"sudo -u app kill -9 "$(pgrep -f 'node x')" >/dev/null 2>&1"#, ["sudo", "kill", "pgrep"]),
    ("PORT=1 ./srv/api & FOO=x env -u Y B=2 node a.js", ["api", "env", "node"]),
    ("if ss -l; then echo yes; else false; fi", ["ss", "echo", "false"]),
    ("for pid in $(pgrep x); do kill \"$pid\"; done", ["pgrep", "kill"]),
    ("case $x in a) rm y ;; *) ls ;; esac", ["rm", "ls"]),
    ("cat <<EOF | sudo tee /etc/x\nrm -rf /\nEOF\ntrue", ["cat", "sudo", "tee", "true"]),
    ("[[ -f x && -d y ]] && rm x", ["rm"]),
    ("run() { rm x; }; a=(b c); echo $((1 + 2)) ${x:-y}", ["rm", "echo"]),
    ("find . -name '*.log' -exec rm -- {} \\;", ["find", "rm"]),
    ("docker compose -p shop exec -T web sh -c 'kill -9 1; ls'", ["docker", "sh", "kill", "ls"]),
    ("kubectl -n shop exec <POD> -- psql -c 'select 1'", ["kubectl", "psql"]),
    ("ssh -p 22 <HOST> sudo rm x", ["ssh", "sudo", "rm"]),
    ("readlink \"/proc/<PID>/exe\" <PID>", ["readlink"]),
    ("command -v node; timeout 5 curl x", ["command", "timeout", "curl"]),
    ("echo a \\\n  b # rm x\nls", ["echo", "ls"]),
    ("`which node` -v", ["`which node`", "which"]),
    ("'unclosed rm", ["unclosed rm"]),
    ("`(which node` -v", ["`(which node`", "which"]),
    ("`for x in `y", ["`for x in `y"]),
    ("", []),
  ]) func `programs of a POSIX shell`(text: String, programs: [String]) {
    #expect(Invocation.all(in: text, shell: .sh).map(\.program) == programs)
  }

  @Test(arguments: [
    (
      Shell.powershell, "Get-Process -Id <PID> | Where-Object { $_.Id -gt {port} }; & 'C:\\x y\\a.EXE' b",
      ["get-process", "where-object", "$_.id", "a"]
    ),
    (
      .powershell, "Select-Object Id, @{n='Name';e={(Get-Process -Id $_.Id).Name}} `\n  -First 1 # x",
      ["select-object", "get-process", ".name"]
    ),
    (.powershell, "$env:PORT = 1; node x 2>&1 > out.txt", ["$env:port", "node"]),
    (.cmd, "rem del x\n@echo off & taskkill /PID <PID> ^\n /F > nul 2>&1\n(del \"a b\")", ["echo", "taskkill", "del"]),
  ]) func `programs of Windows`(shell: Shell, text: String, programs: [String]) {
    #expect(Invocation.all(in: text, shell: shell).map(\.program) == programs)
  }

  @Test(arguments: [
    "sudo ", "eval ", "ssh a ", "sh -c ", "docker exec a ", "find -exec ", "`(", "`for ", "$(", "(", "{", "\"$(", "<<x ", "[[ ",
    "a=(", "& ", "@{",
  ]) func `a text is read to its end, however often a program or a group is opened in it`(piece: String) {
    let text = String(repeating: piece, count: 5_000) + "rm x"
    for shell in Shell.allCases {
      let invocations = Invocation.all(in: text, shell: shell)
      #expect(invocations.allSatisfy { $0.range.upperBound <= text.unicodeScalars.count })
      #expect(invocations.count <= 5_001, "\(shell)")
    }
  }

  @Test func `words are those that the program gets, and their places those of the text`() {
    let text = "echo 'a b'\"c$(ls)\"\\ d 2>> /tmp/x"
    let command = SimpleCommand.all(in: text, shell: .bash)[0]
    #expect(command.words.map(\.text) == ["echo", "a bc$(ls) d"])
    #expect(command.words.map(\.range) == [0..<4, 5..<21])
    #expect(command.redirections.map(\.sign) == ["2>>"])
    #expect(command.redirections.map { $0.target?.text } == ["/tmp/x"])
  }

  @Test(
    arguments: [
      ("rm -rf x", Risk.destroy), ("rmdir x", .change), ("truncate -s 0 x", .destroy), (": > x.log", .destroy), ("> x.log", .destroy),
      ("echo a >> x.log", .change), ("ls 2>&1 >/dev/null", nil), ("git reset --hard", .destroy), ("git reset HEAD~1", .change),
      ("git clean -nfd", nil), ("git clean -fd", .destroy), ("git status", nil), ("git -C x push --force-with-lease", .destroy),
      ("git branch -d x", nil), ("git branch -D x", .destroy), ("git stash list", .change), ("docker ps", nil), ("docker rm x", .destroy),
      ("docker compose -f a.yml down -v", .destroy), ("docker compose down", .change), ("docker run --rm x", nil),
      ("docker kill -s TERM x", .change),
      ("kubectl -n delete get pods", nil), ("kubectl get pods -o yaml", nil), ("kubectl delete pod x --dry-run=client", nil),
      ("kubectl -n x delete pod y", .change), ("kubectl delete pods --all", .destroy), ("kubectl delete pod/y --now", .destroy),
      ("kubectl delete pvc y", .destroy), ("sudo mkswap /swapfile", .change), ("mkswap /dev/sdb", .destroy),
      ("kubectl rollout status x", nil), ("terraform apply -destroy", .destroy), ("terraform plan", nil),
      ("terraform state rm a", .destroy),
      ("kill 5", .change), ("kill -0 5", nil), ("kill -l", nil), ("kill -9 5", .destroy), ("kill -s TERM 5", .change),
      ("pkill -KILL x", .destroy),
      ("fuser 80/tcp", nil), ("fuser -k 80/tcp", .destroy), ("systemctl status x", nil), ("systemctl --user restart x", .change),
      ("apt-get -y install x", .change), ("apt list", nil), ("npm ls", nil), ("npm ci", .change), ("npm config get x", nil),
      ("python3 -m pip install x", .change),
      ("psql -c 'select 1 from dropped'", nil), ("psql -h db -c 'drop  table x'", .destroy), ("psql -c 'update x set y = 1'", .change),
      ("mysql -e 'show create table x'", nil), ("redis-cli -n 1 flushall", .destroy), ("redis-cli config get x", nil),
      ("redis-cli config set x 1", .change),
      ("tee", nil), ("tee -a x", .change), ("sed -n 1p x", nil), ("sed -i s/a/b/ x", .change), ("tar tzf x", nil), ("tar -xzf x", .change),
      ("tar -xOf x y", nil), ("unzip -p x y", nil), ("unzip x", .change), ("rails db:migrate:status", nil), ("rails db:migrate", .change),
      ("python3 manage.py migrate --check", nil), ("python3 manage.py migrate", .change),
      ("curl -sX DELETE x", .change), ("curl -s x", nil), ("find . -delete", .destroy), ("mount", nil), ("mount /dev/sda1 /mnt", .change),
      ("ip addr show", nil), ("ip link set eth0 up", .change), ("sysctl vm.x", nil), ("sysctl -w vm.x=1", .change),
      ("journalctl --vacuum-size=1G", .destroy),
      ("aws s3 rm s3://x", .destroy), ("aws --region x ec2 terminate-instances", .destroy), ("aws ec2 describe-instances", nil),
      ("crontab -l", nil),
    ] as [(String, Risk?)]) func `what a command does`(text: String, risk: Risk?)
  {
    let risks = Invocation.all(in: text, shell: .sh).compactMap { CommandEffect.of($0)?.risk }
    #expect(risks.max() == risk)
  }

  @Test(
    arguments: [
      (Shell.powershell, "Remove-Item x -Recurse", Risk.destroy), (.powershell, "Remove-Item x -WhatIf", nil),
      (.powershell, "Remove-Item Env:X, Env:Y", nil),
      (.powershell, "rmdir x -Recurse", .destroy),
      (.powershell, "Stop-Process -Id 1", .change), (.powershell, "Stop-Process -Id 1 -force", .destroy),
      (.powershell, "Get-Service x", nil),
      (.powershell, "Get-Process x > y.txt", .change), (.powershell, "Get-Process x 2> $null", nil), (.cmd, "taskkill /pid 1 /f", .destroy),
      (.cmd, "taskkill /pid 1", .change), (.cmd, "tasklist | findstr x > nul", nil), (.cmd, "del x", .destroy),
      (.cmd, "net stop x", .change),
    ] as [(Shell, String, Risk?)]) func `what a command of Windows does`(shell: Shell, text: String, risk: Risk?)
  {
    #expect(Invocation.all(in: text, shell: shell).compactMap { CommandEffect.of($0)?.risk }.max() == risk)
  }

  @Test func `placeholders and what the reader types are replaced by as many characters`() throws {
    let text = "kill <PID> {pid}; ls {path} ${x} {{path}} '<UNIT_NAME>' <x"
    let template = CommandTemplate(text, shell: .sh, captures: ["pid", "path"])
    let command = Command(systems: [], risk: .look, text: text, template: template, line: 1)
    #expect(Scripts.script(of: command)?.text == "kill 11111 11111; ls 111111 ${x} {{path}} 'XXXXXXXXXXX' <x\n")
  }

  @Test(arguments: ["$(a \"b ", "((", "(a ", "`b ", "'", "{", "<A", "ls {a <A x; ", "case x in a) ", "<<A\n", "a=(", "$((", "[[ "])
  func `no text is too long or too deep`(part: String) {
    let text = String(repeating: part, count: 3_000)
    for shell in Shell.allCases { #expect(Invocation.all(in: text, shell: shell).count <= 9_000) }
  }
}
