"""How a record came about, from the settings in force, under the headings of the Standards for Casualty Recording."""
