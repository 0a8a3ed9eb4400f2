/* Pages work without any of this; it only makes them quicker to use. */
import { initAll } from './govuk-frontend.min.js';
import { startAutosave } from './autosave.js';
import { watchProgress } from './progress.js';
import { startPrinting } from './print.js';
import { startPaper } from './paper.js';
import { startWall } from './wall.js';
import { startWorklist } from './worklist.js';
import { watchTimeOut } from './time-out.js';
import { keepRadiosValid } from './valid-radios.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
keepRadiosValid();
startAutosave();
startPrinting();
watchTimeOut();
watchProgress();
startPaper();
startWall();
startWorklist();
