"""The situation report: gathered once into a `Situation`, then written as HTML, Markdown or JSON."""
