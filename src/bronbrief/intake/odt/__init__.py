"""OpenDocument text (ODF 1.3, part 3; ISO/IEC 26300), as LibreOffice writes it."""
