extension GramChooser {
  /// What is added to the cost of grams that stand in most logs.
  static let penalties: [UInt32: Int] = Dictionary(
    everywhere.map { ($0, 400_000_000) } + common.map { ($0, 100_000_000) }, uniquingKeysWith: max)

  /// Grams of words that stand in nearly every line of some healthy logs.
  private static let everywhere = grams(
    ofWords: """
      address after apache attempt authentication block bytes check child client closed compute conf connection database debug default
      disconnect error errors example executor failed failure false file files found from help html http info init kernel list main
      memory name node notice null options output package page pass password path port properties python reading received request root
      running seconds server session shop size slot sshd state status task test this time total type unix user value version warn will
      with workers
      """)

  /// Grams of words that stand on every page of a healthy log.
  private static let common = grams(
    ofWords: """
      accepted admin already ansible application assigned available bookworm boot broken build cache certificate change changed
      channel class cmake code command commands commit common completed config configuration container content context count create
      created curl current debian deploy detail detected device dfsg directory disable disk docs downloading driver dump duration
      enable enabled event exit factory finish finished flags free group handler home host https ignore image index information input
      installed instance internal invalid items java json lease leaving length level line linux listener load localhost locally logs
      manager message method milliseconds mirror mode module modules more multi network none number objects only open openssh order
      orders packages passed pattern ping policy postgres preparing previously print process progress proxy public publish query queue
      redis remote result retries retry retrying search security selecting sending sent service setting shared show site socket source
      specified specify sqlite start started storage stored string system systemd table target tests text that thread timeout times
      trace true unknown unpack unpacking unselected unused update usage used using values variable venv verbose waiting warning when
      where which while without write wsgi
      """)

  private static func grams(ofWords words: String) -> Set<UInt32> {
    Set(words.split { $0 == " " || $0 == "\n" }.flatMap { grams(of: Array($0.unicodeScalars)).map(\.value) })
  }
}
