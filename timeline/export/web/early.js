// Before anything is laid out: what only readers without script see need not be.
document.documentElement.classList.add("scripted");
