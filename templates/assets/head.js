// Before anything is drawn: that scripts run, whether modules can be loaded, and for which system commands are shown.
{
  const root = document.documentElement;
  const platform = navigator.userAgentData?.platform || navigator.platform || "";
  let system = /^win/i.test(platform) ? "windows" : /^(mac|iphone|ipad)/i.test(platform) ? "macos" : "linux";
  try {
    const kept = localStorage.getItem("system");
    if (/^(linux|macos|windows)$/.test(kept)) system = kept;
  } catch {
    // Storage is switched off: the choice is kept for this page only.
  }
  root.dataset.system = system;
  root.classList.add("js");
  if (location.protocol !== "file:") root.classList.add("served");
}
