// The workbench's own script. Every page works without it; it adds keys, sentences in place, a map to move about in.
import { choose } from "./choose";
import { dialogs } from "./dialogs";
import { forms } from "./forms";
import { keys } from "./keys";
import { maps } from "./map";
import { openTarget, picks } from "./picks";
import { places } from "./places";
import { queue } from "./queue";
import { rows } from "./rows";
import { sliders } from "./slider";
import { slots } from "./slots";
import { timelines } from "./timeline";

dialogs();
rows();
queue();
choose();
keys();
maps();
timelines();
picks();
places();
sliders();
slots();
forms();
openTarget();
