@main
struct Decode {
  static func main() {}
}
