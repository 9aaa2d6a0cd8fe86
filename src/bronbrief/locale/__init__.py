"""Every word that people read, as data: one folder a language, one file an area. `i18n` reads them."""
