"""PDF files (ISO 32000): what is seen on their pages as text, in the order of reading; the rest named."""
