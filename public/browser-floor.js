/* Old syntax on purpose: this file speaks to browsers that cannot read the rest. */
(function () {
  var css = window.CSS;
  // The unit lh came with Chromium 109.
  var isNewEnough = "noModule" in document.createElement("script") && css && css.supports && css.supports("height", "1lh");
  var notice = document.getElementById("browser-notice");
  if (!isNewEnough && notice) {
    notice.removeAttribute("hidden");
    notice.className = "browser-notice";
  }
})();
