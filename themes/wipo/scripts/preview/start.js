showPictures(doc);
quieten();
leadToSearch();
placeOverlay();
arrive();
addEventListener('pagehide', () => { if (turn) turn.abort(); });
addEventListener('pageshow', event => { if (event.persisted) follow(); });
doc.addEventListener('visibilitychange', () => { if (!doc.hidden) follow(); });
follow();
