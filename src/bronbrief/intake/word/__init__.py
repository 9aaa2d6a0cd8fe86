"""Word documents (ECMA-376, WordprocessingML): what their reader sees as text, the rest named."""
