// Opened from a folder instead of a server, an address that ends in "/" would show a list of files: lead to the page in it.
if (location.protocol === "file:") {
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  });
}
