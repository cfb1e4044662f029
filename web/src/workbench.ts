import "./keys";
