// Shows what needs passkeys only where the browser can use them, and says so when one was not used.
(function () {
  const show = (name) => document.querySelectorAll(`[${name}]`).forEach((part) => { part.hidden = false; });
  const numeric = /^[\d.]+$|^\[/.test(location.hostname);

  if (numeric) {
    // Browsers refuse an IP address as the owner of a passkey.
    document.querySelectorAll("[data-passkey-elsewhere] a").forEach((link) => {
      const there = new URL(location.href);
      there.hostname = "localhost";
      link.href = there.href;
    });
    show("data-passkey-elsewhere");
  } else if (window.PublicKeyCredential) {
    show("data-passkey");
  }
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    show("data-passkey-failed");
  });
})();
