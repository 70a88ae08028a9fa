// Names by which a command of one shell is known among those of another.
extension ForeignWord {
  /// Programs that Windows lacks, and what takes their place. Those that Windows ships (curl, tar, ssh) are not among them.
  static let unixPrograms: [String: (powershell: String, cmd: String)] = [
    "sudo": (
      "the command alone, and say that the terminal is opened as administrator", "the command alone, in a terminal opened as administrator"
    ),
    "grep": ("Select-String", "findstr"), "egrep": ("Select-String", "findstr"), "fgrep": ("Select-String -SimpleMatch", "findstr"),
    "export": ("$env:NAME = 'value'", "set NAME=value"), "unset": ("Remove-Item Env:NAME", "set NAME="),
    "source": (". .\\script.ps1", "call script.cmd"), "chmod": ("icacls", "icacls"), "chown": ("icacls", "icacls"),
    "lsof": ("Get-NetTCPConnection or Get-Process", "netstat -ano"), "ss": ("Get-NetTCPConnection", "netstat -ano"),
    "fuser": ("Get-NetTCPConnection", "netstat -ano"), "pgrep": ("Get-Process", "tasklist"),
    "pkill": ("Stop-Process -Name", "taskkill /IM"),
    "killall": ("Stop-Process -Name", "taskkill /IM"), "systemctl": ("Get-Service, Restart-Service", "sc or net"),
    "service": ("Get-Service, Restart-Service", "sc or net"), "journalctl": ("Get-WinEvent", "wevtutil"),
    "dmesg": ("Get-WinEvent", "wevtutil"),
    "apt": ("winget", "winget"), "apt-get": ("winget", "winget"), "yum": ("winget", "winget"), "dnf": ("winget", "winget"),
    "brew": ("winget", "winget"), "apk": ("winget", "winget"), "which": ("Get-Command", "where"), "touch": ("New-Item", "type nul > file"),
    "sed": ("-replace", "PowerShell's -replace"), "awk": ("ForEach-Object", "for /f"), "head": ("Select-Object -First", "more"),
    "tail": ("Get-Content -Tail", "more +"), "xargs": ("ForEach-Object", "for /f"), "nohup": ("Start-Process", "start"),
    "df": ("Get-PSDrive", "wmic logicaldisk"), "du": ("Get-ChildItem -Recurse | Measure-Object -Sum Length", "dir /s"),
    "free": ("Get-CimInstance Win32_OperatingSystem", "systeminfo"), "uname": ("$PSVersionTable.OS", "ver"),
    "ln": ("New-Item -ItemType SymbolicLink", "mklink"),
    "dig": ("Resolve-DnsName", "nslookup"), "ip": ("Get-NetIPAddress", "ipconfig"), "ifconfig": ("Get-NetIPAddress", "ipconfig"),
    "printenv": ("Get-ChildItem Env:", "set"), "env": ("Get-ChildItem Env:", "set"),
    "nc": ("Test-NetConnection", "PowerShell's Test-NetConnection"),
    "wc": ("Measure-Object", "find /c"), "cut": ("-split", "for /f"), "strace": ("Process Monitor", "Process Monitor"),
  ]

  /// Names that PowerShell has as aliases and cmd not at all.
  static let cmdLacks: [String: (powershell: String, cmd: String)] = [
    "ls": ("", "dir"), "cat": ("", "type"), "rm": ("", "del or rd /s"), "cp": ("", "copy"), "mv": ("", "move"), "pwd": ("", "cd"),
    "ps": ("", "tasklist"), "kill": ("", "taskkill /PID"), "clear": ("", "cls"), "man": ("", "the command with /?"),
  ]

  /// Aliases of PowerShell, the options that only the Unix command of that name has, and what PowerShell wants.
  static let unixAliases: [String: (options: Set<String>, own: String)] = [
    "rm": (["-rf", "-fr", "-r", "-R", "-Rf"], "Remove-Item -Recurse -Force"),
    "kill": (["-9", "-15", "-KILL", "-TERM"], "Stop-Process -Id <PID>"),
    "ls": (["-l", "-la", "-al", "-lh", "-lah", "-a", "-ltr"], "Get-ChildItem"), "ps": (["aux", "-ef", "-aux"], "Get-Process"),
    "mkdir": (["-p"], "New-Item -ItemType Directory -Force"), "cp": (["-rf", "-a", "-R"], "Copy-Item -Recurse"),
    "cat": (["-n", "-A"], "Get-Content"), "dir": (["/s", "/b", "/a"], "Get-ChildItem -Recurse"),
    "del": (["/f", "/q", "/s"], "Remove-Item"),
    "rd": (["/s", "/q"], "Remove-Item -Recurse"), "rmdir": (["/s", "/q", "-p"], "Remove-Item -Recurse"),
    "copy": (["/y"], "Copy-Item -Force"),
  ]

  /// Programs of Windows, and commands of cmd, that no POSIX shell has.
  static let windowsPrograms: Set<String> = [
    "taskkill", "tasklist", "findstr", "ipconfig", "setx", "wmic", "netsh", "icacls", "cls", "systeminfo", "del", "erase", "copy", "xcopy",
    "robocopy", "rd", "md", "ren", "wevtutil", "winget", "choco", "sc", "taskkill.exe", "tasklist.exe", "where.exe", "regedit", "fsutil",
    "cmd",
  ]

  static let verbs: Set<String> = [
    "get", "set", "stop", "start", "restart", "select", "where", "foreach", "new", "remove", "test", "invoke", "out", "write", "resolve",
    "add",
    "clear", "enable", "disable", "import", "export", "install", "format", "sort", "measure", "convertto", "convertfrom", "wait", "copy",
    "move",
  ]
}
