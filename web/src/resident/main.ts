import '../ui/tokens.css';
import '../ui/base.css';
import './resident.css';
import './form.css';
import './pages.css';
import './elder.css';
import { enhanceCopy } from './copy.ts';
import { keepDraft } from './draft.ts';
import { enhanceMap } from './public-map.ts';
import { enhancePhotos } from './photos.tsx';
import { enhancePlace } from './place.tsx';
import { rateAtOnce } from './rating.ts';
import { readAloud } from './read-aloud.ts';
import { sendOnce } from './send.ts';

// Every page works without what follows; each line finds its own part of the page or nothing.
enhancePhotos();
enhancePlace();
enhanceMap();
enhanceCopy();
rateAtOnce();
readAloud();
keepDraft();
sendOnce();
