@main
struct EmbedIndex {
  static func main() {}
}
