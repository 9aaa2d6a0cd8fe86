"""From a brief to its pages, for the screen and for print."""
