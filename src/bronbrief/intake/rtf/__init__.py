"""Rich Text Format, version 1.9.1 (Microsoft, 2008), as word processors of all kinds write it."""
