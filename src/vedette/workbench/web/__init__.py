"""What all pages share: headers, templates, tables to download, errors in words."""
