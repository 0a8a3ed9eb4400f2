/* Pages work without any of this; it only makes them quicker to use. */
import { initAll } from './govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
