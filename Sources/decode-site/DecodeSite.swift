@main
struct DecodeSite {
  static func main() {}
}
